/** Forgets all that is kept of a workspace: its installation, its settings, and what was cited there. */
import { forgetCitations } from "../citation-log/forget-citations.ts";
import type { StoreLocation } from "../config/store-location.ts";
import type { InstallationStore } from "./installation.ts";
import type { SettingsStore } from "./sql-settings.ts";

/** Where something is kept of workspaces. */
export interface WorkspaceStores {
  readonly installations: Pick<InstallationStore, "forget">;
  readonly settings: Pick<SettingsStore, "forget">;
  readonly place: StoreLocation;
}

/** Forgets a workspace of Slack. The installation goes last: while it is there, an end that was cut short is made again. */
export async function forgetWorkspace(
  workspace: string,
  { installations, settings, place }: WorkspaceStores,
): Promise<boolean> {
  const hadCitations = await forgetCitations(place, "slack", workspace);
  const hadSettings = await settings.forget(workspace);
  const wasInstalled = await installations.forget(workspace);
  return hadCitations || hadSettings || wasInstalled;
}
