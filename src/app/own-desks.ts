/** Opens what the workspaces of a platform have of their own: their settings, and the shelves that these name. */
import type { StoreLocation } from "../config/store-location.ts";
import type { DeliveryPolicy } from "../delivery/policy.ts";
import { createCurrentSettings } from "../installations/current-settings.ts";
import { openSettings, type SettingsStore } from "../installations/sql-settings.ts";
import type { Log } from "../support/log.ts";
import type { RunningCuration } from "./curation.ts";
import type { MessageHub } from "./message-hub.ts";
import type { OwnShelf } from "./own-shelf.ts";
import { createShelfPool } from "./shelf-pool.ts";
import {
  createSurroundings,
  type SurroundingParts,
  type WorkspaceSurroundings,
} from "./workspace-surroundings.ts";

/** What is opened of a platform's workspaces. */
export interface OwnDesks<Policy extends DeliveryPolicy> {
  readonly surroundingsOf: (workspace: string) => Promise<WorkspaceSurroundings<Policy>>;
  readonly stored: SettingsStore;
  close(): Promise<void>;
}

/** What they are opened with. */
export interface OwnDeskParts<Policy extends DeliveryPolicy>
  extends Omit<SurroundingParts<Policy>, "settings" | "shelves"> {
  readonly place: StoreLocation;
  readonly curation: Pick<RunningCuration, "curationFor">;
  readonly hub: MessageHub;
  readonly openShelf: (folder: string) => Promise<OwnShelf>;
  readonly log: Log;
}

/** Opens what workspaces have of their own. @throws when the database cannot be reached or written to */
export async function openOwnDesks<Policy extends DeliveryPolicy>({
  place,
  hub,
  openShelf,
  log,
  ...parts
}: OwnDeskParts<Policy>): Promise<OwnDesks<Policy>> {
  const stored = await openSettings(place);
  const settings = await createCurrentSettings(stored, log);
  const shelves = createShelfPool(async (folder) => {
    const shelf = await openShelf(folder);
    hub.join(shelf.curation.directMessages);
    return shelf;
  }, log);
  return {
    stored,
    surroundingsOf: createSurroundings({ ...parts, settings, shelves }),
    async close() {
      await shelves.close();
      await settings.close();
    },
  };
}
