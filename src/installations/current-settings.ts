/** Holds the settings of all workspaces in memory, so that no answer waits for them. */
import { errorMessage } from "../support/error-message.ts";
import type { Log } from "../support/log.ts";
import type { SettingsStore } from "./sql-settings.ts";
import type { WorkspaceSettings } from "./workspace-settings.ts";

/** The settings of workspaces as they are now. */
export interface CurrentSettings {
  /** Returns the settings of a workspace: the same object until they are changed. */
  readonly of: (workspace: string) => WorkspaceSettings;
  /** Returns the settings of a workspace as the database has them. @throws while it is away */
  readonly stored: (workspace: string) => Promise<WorkspaceSettings>;
  /**
   * Keeps what is made of the settings that the database has, at once for this process.
   * @throws what `next` throws, and while the database is away
   */
  readonly change: (
    workspace: string,
    next: (now: WorkspaceSettings) => WorkspaceSettings,
  ) => Promise<WorkspaceSettings>;
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
  let [begun, taken] = [0, 0];
  /** Reads all settings, and holds them then, unless a reading that began later holds already. */
  async function read(): Promise<void> {
    const number = ++begun;
    const now = await store.all();
    if (number < taken) return;
    taken = number;
    all = now;
  }
  async function look(): Promise<void> {
    try {
      await read();
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
    async stored(workspace) {
      await read();
      return all.get(workspace) ?? NONE;
    },
    async change(workspace, next) {
      await read();
      const changed = next(all.get(workspace) ?? NONE);
      await store.set(workspace, changed);
      await read();
      return changed;
    },
    async close() {
      clearInterval(timer);
      await store.close();
    },
  };
}
