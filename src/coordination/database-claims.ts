/** Claims deliveries among several processes, in their database. */
import { hash } from "node:crypto";
import type { Queries } from "../database/connection.ts";
import {
  ANSWERED_MS,
  CLAIM_MS,
  type ClaimOutcome,
  type DeliveryClaims,
} from "../delivery/delivery-claims.ts";
import { createMemoryClaims } from "../delivery/memory-claims.ts";
import type { Log } from "../support/log.ts";
import { withTimeout } from "../support/timeout.ts";

/** How often claims that have ended are removed, in milliseconds. */
const SWEEP_MS = 600_000;

/** What is kept of a delivery: a platform's ids stay with the platform. */
const keyOf = (delivery: string): string => hash("sha256", delivery, "hex").slice(0, 40);

/**
 * Creates claims in a database, by its clock. @param claimMs how long a claim holds; less in tests
 * Both functions reject while the database is away.
 */
export function createDatabaseClaims({ rows }: Queries, claimMs = CLAIM_MS): DeliveryClaims {
  let sweptAt = Number.NEGATIVE_INFINITY;
  function sweep(): void {
    if (performance.now() - sweptAt < SWEEP_MS) return;
    sweptAt = performance.now();
    rows("delete from refdesk_claims where until < clock_timestamp()").catch(() => {});
  }
  const until = "clock_timestamp() + $2 * interval '1 millisecond'";
  return {
    async claim(delivery) {
      const key = keyOf(delivery);
      const [taken] = await rows(
        `insert into refdesk_claims as claim (delivery, until) values ($1, ${until})
         on conflict (delivery) do update set until = excluded.until, is_answered = false
           where claim.until < clock_timestamp()
         returning delivery`,
        [key, claimMs],
      );
      sweep();
      if (taken) return "ours";
      const [there] = await rows<{ answered: boolean }>(
        "select is_answered as answered from refdesk_claims where delivery = $1",
        [key],
      );
      return there?.answered ? "answered" : "held";
    },
    async finish(delivery) {
      await rows(
        `insert into refdesk_claims (delivery, until, is_answered) values ($1, ${until}, true)
         on conflict (delivery) do update set until = excluded.until, is_answered = true`,
        [keyOf(delivery), ANSWERED_MS],
      );
    },
  };
}

/** How long an answer waits for the database, in milliseconds: then it goes without. */
const PATIENCE_MS = 1_000;

/**
 * Returns claims that go on in this process alone while those that are shared are away: an answer that comes twice is better
 * than none. The log says once that they are away, and once that they are back. Never rejects.
 */
export function claimsDespiteOutages(
  shared: DeliveryClaims,
  log: Log,
  patienceMs = PATIENCE_MS,
): DeliveryClaims {
  const own = createMemoryClaims();
  let isAway = false;

  async function sharedly<Value>(work: () => Promise<Value>): Promise<{ readonly value: Value } | undefined> {
    const why = await withTimeout(work(), patienceMs).catch((error: unknown) => ({ error }));
    if (typeof why === "object" && "value" in why) {
      if (isAway) log.info({}, "what was answered is shared with other processes again");
      isAway = false;
      return why;
    }
    if (!isAway)
      log.warn(
        { err: why === "late" ? new Error(`nothing within ${patienceMs} ms`) : why.error },
        "the database is away: another process may answer what this one has answered",
      );
    isAway = true;
    return undefined;
  }

  return {
    async claim(delivery): Promise<ClaimOutcome> {
      const there = await sharedly(() => shared.claim(delivery));
      return there === undefined || there.value === "ours" ? own.claim(delivery) : there.value;
    },
    async finish(delivery) {
      await own.finish(delivery);
      await sharedly(() => shared.finish(delivery));
    },
  };
}
