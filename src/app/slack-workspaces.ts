/** Opens what is kept of the workspaces that install Slack's app, and what each of them has of its own. */
import type { SlackInstallConfig } from "../config/slack-config.ts";
import { forgetWorkspace } from "../installations/forget-workspace.ts";
import { createSealer } from "../installations/seal.ts";
import { openInstallations } from "../installations/sql-installations.ts";
import type { SlackWorkspaces } from "../platforms/slack/many-workspaces.ts";
import type { SlackPolicy } from "../platforms/slack/policy.ts";
import type { RunningCuration } from "./curation.ts";
import { createMessageHub } from "./message-hub.ts";
import { type OwnDeskParts, openOwnDesks } from "./own-desks.ts";

/** What the workspaces are opened with. */
export interface SlackWorkspaceParts
  extends Omit<OwnDeskParts<SlackPolicy>, "platform" | "withoutPages" | "hub"> {
  readonly install: SlackInstallConfig;
  readonly curation: Pick<RunningCuration, "curationFor" | "directMessages">;
}

/** Opens the workspaces. @throws when the database cannot be reached or written to */
export async function openSlackWorkspaces({
  install,
  ...parts
}: SlackWorkspaceParts): Promise<SlackWorkspaces> {
  const { place } = parts;
  const installations = await openInstallations(place, install.clientId, createSealer(install.keys));
  const hub = createMessageHub(parts.curation.directMessages);
  const own = await openOwnDesks({
    ...parts,
    platform: "slack",
    hub,
    withoutPages: ({ linkPreview: _, ...policy }) => policy,
  });
  return {
    installations,
    directMessages: hub.directMessages,
    surroundingsOf: ({ id = "" }) => own.surroundingsOf(id),
    async forget(workspace) {
      await forgetWorkspace(workspace, { installations, settings: own.stored, place });
    },
    async close() {
      await own.close();
      await installations.close();
    },
  };
}
