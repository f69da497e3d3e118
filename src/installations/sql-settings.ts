/** Keeps the settings of workspaces in the project's database, with the same queries for SQLite and PostgreSQL. */
import { Kysely } from "kysely";
import { patiently } from "../citation-log/busy-database.ts";
import { makeTable, openDialect } from "../citation-log/dialect.ts";
import type { StoreLocation } from "../config/store-location.ts";
import { parseSettings, type WorkspaceSettings } from "./workspace-settings.ts";

const SETTINGS_TABLE = "refdesk_workspace_settings";

interface Tables {
  readonly [SETTINGS_TABLE]: { readonly workspace: string; readonly settings: string };
}

/** Keeps the settings of workspaces, by their ids. Each method may reject when the database is away. */
export interface SettingsStore {
  /** The settings of all workspaces that have some: of each the same object until they are changed. */
  all(): Promise<ReadonlyMap<string, WorkspaceSettings>>;
  /** Keeps settings in place of those before; none, where nothing is set. */
  set(workspace: string, settings: WorkspaceSettings): Promise<void>;
  /** Removes the settings of a workspace. @returns whether there were some */
  forget(workspace: string): Promise<boolean>;
  close(): Promise<void>;
}

/** Tells whether a folder is the shelf that a workspace has of its own. */
export async function isOwnShelf(place: StoreLocation, folder: string): Promise<boolean> {
  const store = await openSettings(place);
  try {
    return [...(await store.all()).values()].some(({ shelf }) => shelf === folder);
  } finally {
    await store.close();
  }
}

/**
 * Opens the settings at a location, and makes their table if there is none.
 * @throws when the database cannot be reached or written to
 */
export async function openSettings(place: StoreLocation): Promise<SettingsStore> {
  const db = new Kysely<Tables>({ dialect: await openDialect(place) });
  const table = db.schema
    .createTable(SETTINGS_TABLE)
    .ifNotExists()
    .addColumn("workspace", "text", (column) => column.primaryKey())
    .addColumn("settings", "text", (column) => column.notNull());
  try {
    await makeTable(() => patiently(() => table.execute()));
  } catch (error) {
    await db.destroy().catch(() => {});
    throw error;
  }
  /** What was read last, by workspace: most of many are as they were. */
  let read: ReadonlyMap<string, { readonly text: string; readonly settings: WorkspaceSettings }> = new Map();
  async function forget(workspace: string): Promise<boolean> {
    const { numDeletedRows } = await patiently(() =>
      db.deleteFrom(SETTINGS_TABLE).where("workspace", "=", workspace).executeTakeFirstOrThrow(),
    );
    return numDeletedRows > 0n;
  }
  return {
    async all() {
      const rows = await patiently(() => db.selectFrom(SETTINGS_TABLE).selectAll().execute());
      read = new Map(
        rows.map(({ workspace, settings: text }) => {
          const before = read.get(workspace);
          return [workspace, before?.text === text ? before : { text, settings: parseSettings(text) }];
        }),
      );
      return new Map([...read].map(([workspace, { settings }]) => [workspace, settings]));
    },
    async set(workspace, settings) {
      if (Object.keys(settings).length === 0) return void (await forget(workspace));
      const row = { workspace, settings: JSON.stringify(settings) };
      await patiently(() =>
        db
          .insertInto(SETTINGS_TABLE)
          .values(row)
          .onConflict((conflict) => conflict.column("workspace").doUpdateSet(row))
          .execute(),
      );
    },
    forget,
    close: () => db.destroy(),
  };
}
