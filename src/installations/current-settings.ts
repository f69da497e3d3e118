/** Holds the settings of all workspaces in memory, so that no answer waits for them. */
import { errorMessage } from "../support/error-message.ts";
import type { Log } from "../support/log.ts";
import type { SettingsStore } from "./sql-settings.ts";
import type { WorkspaceSettings } from "./workspace-settings.ts";

/** The settings of workspaces as they are now. */
export interface CurrentSettings {
  /** Returns the settings of a workspace: the same object until they are changed. */
  readonly of: (workspace: string) => WorkspaceSettings;
  close(): Promise<void>;
}

/** How often it is looked whether they were changed, in milliseconds. */
const LOOK_MS = 5_000;

const NONE: WorkspaceSettings = {};

/** Reads the settings, and again now and then. @throws when they cannot be read at first */
export async function createCurrentSettings(
  store: SettingsStore,
  log: Log,
  lookMs = LOOK_MS,
): Promise<CurrentSettings> {
  let all = await store.all();
  let fault = "";
  async function look(): Promise<void> {
    try {
      all = await store.all();
      fault = "";
    } catch (error) {
      const reason = errorMessage(error);
      if (reason !== fault)
        log.warn({ reason }, "the settings of workspaces could not be read: those before hold");
      fault = reason;
    }
  }
  const timer = setInterval(() => void look(), lookMs).unref();
  return {
    of: (workspace) => all.get(workspace) ?? NONE,
    async close() {
      clearInterval(timer);
      await store.close();
    },
  };
}
