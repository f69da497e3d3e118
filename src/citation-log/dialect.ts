/** Opens the project's database, SQLite in a folder or PostgreSQL, for all that is kept there. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Dialect, PostgresDialect, SqliteDialect } from "kysely";
import { CONNECTIONS } from "../config/environment.ts";
import type { StoreLocation } from "../config/store-location.ts";

/** File name in the folder; SQLite keeps two more files beside it while it is open. */
export const DATABASE_FILE = "citations.db";

/**
 * How long SQLite waits for another process to finish writing, in milliseconds. The calls are synchronous, so this
 * blocks the process.
 */
const BUSY = 100;

/** Timeout in milliseconds for connecting to PostgreSQL and for each query. */
const REACHED = 5_000;

async function sqlite(folder: string): Promise<Dialect> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { default: Database } = await import("libsql");
  const database = new Database(join(folder, DATABASE_FILE));
  // Write-ahead log: readers do not wait for writers, and commits do not wait for the disk.
  for (const pragma of ["journal_mode = WAL", "synchronous = NORMAL", `busy_timeout = ${BUSY}`])
    database.prepare(`PRAGMA ${pragma}`).get();
  return new SqliteDialect({ database });
}

async function postgres(url: string): Promise<Dialect> {
  const { default: pg } = await import("pg");
  const pool = new pg.Pool({
    connectionString: url,
    application_name: "refdesk",
    max: CONNECTIONS.store,
    connectionTimeoutMillis: REACHED,
    query_timeout: REACHED,
    allowExitOnIdle: true,
  });
  // Without a listener, a connection that breaks would end the process: an idle one by the pool's error, one that is held
  // between two queries by its own. The next query reconnects or rejects.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return new PostgresDialect({ pool });
}

/**
 * Opens the database at a location.
 * @throws when the folder of SQLite cannot be written to; PostgreSQL is first reached by a query
 */
export const openDialect = (place: StoreLocation): Promise<Dialect> =>
  "url" in place ? postgres(place.url) : sqlite(place.folder);

/**
 * PostgreSQL error codes (unique_violation, duplicate_table) when another process creates the table at the same
 * time.
 */
const MADE_BY_ANOTHER = ["23505", "42P07"];

/** Creates a table, unless another process has just done so. */
export async function makeTable(create: () => Promise<unknown>): Promise<void> {
  await create().catch((error: unknown) => {
    const { code = "" } = error as { code?: string };
    if (!MADE_BY_ANOTHER.includes(code)) throw error;
  });
}
