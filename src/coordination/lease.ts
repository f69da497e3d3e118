/** Lets one of several processes do what only one may, until it ends or is not heard of. */
import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { Queries } from "../database/connection.ts";
import type { Log } from "../support/log.ts";
import type { HeldTerm, TermOffice } from "../support/term-office.ts";

/** How long a lease holds, how often it is renewed, and how often others look whether it has ended, in milliseconds. */
export interface LeaseTimes {
  readonly holds: number;
  readonly renewed: number;
  readonly looked: number;
}

/** Another process has it after eighteen seconds at most. */
const TIMES: LeaseTimes = { holds: 15_000, renewed: 4_000, looked: 1_000 };

/**
 * Creates a lease by its name, counted by the database's clock. While the database is away, who holds it goes on: nobody
 * else can get it.
 */
export function createLease(
  { rows }: Queries,
  name: string,
  log: Log,
  { holds, renewed, looked }: LeaseTimes = TIMES,
): TermOffice {
  const holder = randomUUID();

  /** Takes the lease or renews it. Resolves to whether this process holds it. */
  async function take(): Promise<boolean> {
    const taken = await rows(
      `insert into refdesk_leases as lease (name, holder, until)
       values ($1, $2, clock_timestamp() + $3 * interval '1 millisecond')
       on conflict (name) do update set holder = excluded.holder, until = excluded.until
         where lease.holder = excluded.holder or lease.until < clock_timestamp()
       returning name`,
      [name, holder, holds],
    );
    return taken.length > 0;
  }

  /** Renews the lease until it is another's or is given back. */
  function hold(): HeldTerm {
    const ending = new AbortController();
    const over = (async () => {
      let isAway = false;
      while (!ending.signal.aborted) {
        await setTimeout(renewed, undefined, { ref: false, signal: ending.signal }).catch(() => {});
        if (ending.signal.aborted) return;
        try {
          if (!(await take())) return;
          isAway = false;
        } catch (error) {
          if (!isAway) log.warn({ err: error, lease: name }, "a lease could not be renewed");
          isAway = true;
        }
      }
    })();
    return {
      over,
      async release() {
        ending.abort();
        await over;
        await rows("delete from refdesk_leases where name = $1 and holder = $2", [name, holder]).catch(
          (error: unknown) => log.warn({ err: error, lease: name }, "a lease could not be given back"),
        );
      },
    };
  }

  return {
    async begin(waiting, signal) {
      let told: "taken" | "unknown" | undefined;
      while (!signal.aborted) {
        try {
          if (await take()) return hold();
          if (told !== "taken") waiting();
          told = "taken";
        } catch (error) {
          if (told !== "unknown") waiting(error as Error);
          told = "unknown";
        }
        await setTimeout(looked, undefined, { ref: false, signal }).catch(() => {});
      }
      return undefined;
    },
  };
}
