/** Opens what is kept of the workspaces that install Slack's app, and what each of them has of its own. */
import type { SlackInstallConfig } from "../config/slack-config.ts";
import type { StoreLocation } from "../config/store-location.ts";
import type { DirectMessages, SendDirectly } from "../curation/direct-messages.ts";
import type { BotFactory } from "../desk/bot.ts";
import { createCurrentSettings } from "../installations/current-settings.ts";
import { forgetWorkspace } from "../installations/forget-workspace.ts";
import { createSealer } from "../installations/seal.ts";
import { openInstallations } from "../installations/sql-installations.ts";
import { openSettings } from "../installations/sql-settings.ts";
import type { SlackWorkspaces } from "../platforms/slack/many-workspaces.ts";
import type { SlackPolicy } from "../platforms/slack/policy.ts";
import type { Log } from "../support/log.ts";
import type { RunningCuration } from "./curation.ts";
import type { OwnShelf } from "./own-shelf.ts";
import { createShelfPool } from "./shelf-pool.ts";
import { createSurroundings } from "./workspace-surroundings.ts";

/** What the workspaces are opened with. */
export interface SlackWorkspaceParts {
  readonly place: StoreLocation;
  readonly install: SlackInstallConfig;
  readonly botFor: BotFactory;
  readonly policy: SlackPolicy;
  readonly curation: Pick<RunningCuration, "curationFor" | "directMessages">;
  readonly openShelf: (folder: string) => Promise<OwnShelf>;
  readonly log: Log;
}

/** Opens the workspaces. @throws when the database cannot be reached or written to */
export async function openSlackWorkspaces({
  place,
  install,
  botFor,
  policy,
  curation,
  openShelf,
  log,
}: SlackWorkspaceParts): Promise<SlackWorkspaces> {
  const installations = await openInstallations(place, install.clientId, createSealer(install.keys));
  const stored = await openSettings(place);
  const settings = await createCurrentSettings(stored, log);
  const senders = new Set<SendDirectly>();
  const shelves = createShelfPool(async (folder) => {
    const shelf = await openShelf(folder);
    // Who suggests something for it is told as others are.
    for (const send of senders) shelf.curation.directMessages.connect("slack", send);
    return shelf;
  }, log);
  const directMessages: DirectMessages = {
    connect(platform, send) {
      senders.add(send);
      const disconnect = curation.directMessages.connect(platform, send);
      return () => {
        senders.delete(send);
        disconnect();
      };
    },
  };
  const surroundingsOf = createSurroundings({
    ...{ platform: "slack", settings, shelves, curation, botFor, policy },
    withoutPages: ({ linkPreview: _, ...own }) => own,
  });
  return {
    installations,
    directMessages,
    surroundingsOf: ({ id = "" }) => surroundingsOf(id),
    async forget(workspace) {
      await forgetWorkspace(workspace, { installations, settings: stored, place });
    },
    async close() {
      await shelves.close();
      await settings.close();
      await installations.close();
    },
  };
}
