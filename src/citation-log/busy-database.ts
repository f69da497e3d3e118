/** Tries a query again that another process's writing has kept from SQLite's file. */
import { withRetries } from "../support/retry.ts";

/** Pauses in milliseconds before a query is tried again. */
const BUSY_PAUSES = [20, 50, 100, 200, 400, 800] as const;

const isBusy = (error: unknown): boolean =>
  /^SQLITE_(?:BUSY|LOCKED)/.test(String((error as { code?: unknown }).code ?? ""));

/** Runs a query, and again where SQLite is busy. PostgreSQL never is. */
export const patiently = <Value>(query: () => Promise<Value>): Promise<Value> =>
  withRetries(query, BUSY_PAUSES, isBusy);
