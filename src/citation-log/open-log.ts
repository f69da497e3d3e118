/** Opens the database of the citation log: SQLite in a folder, or PostgreSQL. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Dialect, PostgresDialect, SqliteDialect } from "kysely";
import type { StoreLocation } from "../config/store-location.ts";
import type { CitationStore } from "./citation-log.ts";
import { createSqlStore } from "./sql-store.ts";

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
    max: 2,
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
 * Opens the citation log at a location and creates its table if needed.
 * @throws when the database cannot be reached or written to
 */
export const openCitationLog = async (place: StoreLocation, now?: () => Date): Promise<CitationStore> =>
  createSqlStore("url" in place ? await postgres(place.url) : await sqlite(place.folder), now);
