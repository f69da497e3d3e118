/** Opens the database that holds the ledger: a file in a folder, or PostgreSQL. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Dialect, PostgresDialect, SqliteDialect } from "kysely";
import type { StoreLocation } from "../config/store-location.ts";
import type { CitationStore } from "./citation-log.ts";
import { createSqlStore } from "./sql-store.ts";

/** The file in the folder; SQLite puts two more beside it while it is open. */
export const DATABASE_FILE = "citations.db";

/** How long SQLite waits for another process's writing, in milliseconds: nothing else is done meanwhile. */
const BUSY = 100;

/** How long PostgreSQL may take, in milliseconds: to be reached, and to answer. */
const REACHED = 5_000;

async function sqlite(folder: string): Promise<Dialect> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { default: Database } = await import("libsql");
  const database = new Database(join(folder, DATABASE_FILE));
  // A log beside the file: who reads does not wait for who writes, and no write waits for the disk.
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
  // A line that is cut while nothing is asked would end the process; the next query opens another, or says why not.
  pool.on("error", () => {});
  return new PostgresDialect({ pool });
}

/** The ledger that stands there, with its table. @throws where it cannot be reached or written */
export const openCitationLog = async (place: StoreLocation, now?: () => Date): Promise<CitationStore> =>
  createSqlStore("url" in place ? await postgres(place.url) : await sqlite(place.folder), now);
