/** Forgets all that is kept of a workspace: its installation, its settings, and what was cited there. */
import { forgetCitations } from "../citation-log/forget-citations.ts";
import type { StoreLocation } from "../config/store-location.ts";
import type { InstallationStore } from "./installation.ts";
import type { SettingsStore } from "./sql-settings.ts";

/** Where something is kept of workspaces. */
export interface WorkspaceStores {
  /** Undefined where no workspaces install the app. */
  readonly installations?: Pick<InstallationStore, "forget"> | undefined;
  readonly settings: Pick<SettingsStore, "forget">;
  readonly place: StoreLocation;
}

/** The platform of a workspace: Discord's servers have digits alone. */
const platformOf = (workspace: string): string => (/^\d+$/.test(workspace) ? "discord" : "slack");

/** Forgets a workspace or a server. The installation goes last: while it is there, an end that was cut short is made again. */
export async function forgetWorkspace(
  workspace: string,
  { installations, settings, place }: WorkspaceStores,
): Promise<boolean> {
  const hadCitations = await forgetCitations(place, platformOf(workspace), workspace);
  const hadSettings = await settings.forget(workspace);
  const wasInstalled = (await installations?.forget(workspace)) ?? false;
  return hadCitations || hadSettings || wasInstalled;
}
