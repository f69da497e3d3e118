/** Counts what people and workspaces do over all processes, in their database. */
import { hash } from "node:crypto";
import { createRequire } from "node:module";
import type { Queries } from "../database/connection.ts";
import {
  consumeOne,
  createMemoryLimit,
  LIMIT_SECONDS,
  type MakeLimit,
  noLimit,
} from "../delivery/ask-limit.ts";
import type { Log } from "../support/log.ts";
import { withTimeout } from "../support/timeout.ts";

/** Loaded by its file: the package's entry loads the clients of a dozen databases. */
const RateLimiterPostgres: typeof import("rate-limiter-flexible").RateLimiterPostgres = createRequire(
  import.meta.url,
)("rate-limiter-flexible/lib/RateLimiterPostgres.js");

const TABLE = "refdesk_limits";

/** How long an answer waits for the database, and how long nobody waits for it after that, in milliseconds. */
const TIMES = { patience: 250, alone: 5_000 } as const;

/** How often counts that have ended are removed, in milliseconds. */
const SWEEP_MS = 60_000;

/** What is kept of somebody: a platform's ids stay with the platform. */
const keyOf = (who: string): string => hash("sha256", who, "hex").slice(0, 40);

/**
 * Creates what makes limits in a database, each with one in memory as its insurance. While the database is away, or is late
 * once, each process counts by itself; the log says so once, and once that it is back.
 */
export function createDatabaseLimits(
  { rows }: Queries,
  log: Log,
  { patience, alone }: { readonly patience: number; readonly alone: number } = TIMES,
): MakeLimit {
  let aloneUntil = Number.NEGATIVE_INFINITY;
  let isAway = false;
  let sweptAt = Number.NEGATIVE_INFINITY;
  function sweep(): void {
    if (performance.now() - sweptAt < SWEEP_MS) return;
    sweptAt = performance.now();
    rows(`delete from ${TABLE} where expire < $1`, [Date.now()]).catch(() => {});
  }
  // Statements have no names: a pooler in transaction mode would not know them.
  const storeClient = {
    query: async ({ text, values }: { readonly text: string; readonly values: readonly unknown[] }) => ({
      rows: await rows(text, values),
    }),
  };

  return (counted, perMinute) => {
    if (perMinute === 0) return noLimit;
    const own = createMemoryLimit(counted, perMinute);
    const shared = new RateLimiterPostgres({
      storeClient,
      storeType: "pool",
      tableName: TABLE,
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: counted,
      points: perMinute,
      duration: LIMIT_SECONDS,
      // Who has used all of it is refused from memory.
      inMemoryBlockOnConsumed: perMinute,
    });
    return async (who) => {
      if (performance.now() < aloneUntil) return own(who);
      try {
        const counting = consumeOne(shared, keyOf(who));
        const given = await withTimeout(counting, patience);
        if (given === "late") {
          counting.catch(() => {});
          throw new Error(`nothing within ${patience} ms`);
        }
        if (isAway) log.info({}, "what is asked is counted over all processes again");
        isAway = false;
        sweep();
        return given.value;
      } catch (error) {
        if (!isAway)
          log.warn({ err: error }, "the database is away: each process counts by itself what is asked");
        isAway = true;
        aloneUntil = performance.now() + alone;
        return own(who);
      }
    };
  };
}
