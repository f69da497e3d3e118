/** Tries reading again while a database is away for a moment, as it is when it restarts. */
import { withRetries } from "../support/retry.ts";
import type { Queries } from "./connection.ts";

/** Pauses in milliseconds before a query is tried again; together two seconds. */
const PAUSES = [50, 100, 150, 200, 300, 400, 400, 400] as const;

/** What Node and `pg` say of a connection that could not be made, also for too many that there are, or was cut. */
const CUT = /^(?:ECONN|EPIPE|ENOENT|ENOTFOUND|EAI_AGAIN|ETIMEDOUT)|^(?:08|57P0|53300)/;
const CUT_MESSAGE =
  /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect/;

/** Tells whether an error is of the connection, and not of what was asked. */
function isConnectionError(error: unknown): boolean {
  const { code = "", message = "" } = error as { code?: unknown; message?: unknown };
  return CUT.test(String(code)) || CUT_MESSAGE.test(String(message));
}

/**
 * Returns queries that are tried again where the connection fails, after each of these pauses and for no longer than they are
 * together, however long each try takes. Only for what reads.
 */
export function patientQueries({ rows }: Queries, pauses: readonly number[] = PAUSES): Queries {
  const patience = pauses.reduce((sum, pause) => sum + pause, 0);
  return {
    rows(text, values) {
      const until = performance.now() + patience;
      return withRetries(
        () => rows(text, values),
        pauses,
        (error) => isConnectionError(error) && performance.now() < until,
      );
    },
  };
}
