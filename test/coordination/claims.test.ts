/** The contract of claims on deliveries, in memory and in PostgreSQL; and how an answer stands on them. */
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openCoordination } from "../../src/coordination/coordination.ts";
import { COORDINATION_SCHEMA } from "../../src/coordination/coordination-schema.ts";
import { claimsDespiteOutages, createDatabaseClaims } from "../../src/coordination/database-claims.ts";
import { type Database, openDatabase } from "../../src/database/connection.ts";
import { makeSteps } from "../../src/database/schema-steps.ts";
import {
  ANSWERED_MS,
  answerInTurn,
  answerOnce,
  CLAIM_MS,
  type DeliveryClaims,
} from "../../src/delivery/delivery-claims.ts";
import { createMemoryClaims } from "../../src/delivery/memory-claims.ts";
import { MISSING, type Postgres, programsOf, startPostgres } from "../citation-log/postgres.ts";
import { keptLog } from "../desks.ts";

const programs = programsOf();
if (programs === undefined) console.warn(MISSING);
let postgres: Postgres | undefined;
let database: Database;

beforeAll(async () => {
  if (programs === undefined) return;
  postgres = await startPostgres(programs);
  database = await openDatabase(await postgres.database());
  await makeSteps(database, COORDINATION_SCHEMA);
});

afterAll(async () => {
  await database?.close();
  await postgres?.close();
});

/** Claims as two processes see them, and a way to let time pass. */
interface Contender {
  readonly name: string;
  readonly skip?: boolean;
  make(): { readonly claims: readonly DeliveryClaims[]; pass(milliseconds: number): Promise<void> };
}

const contenders: readonly Contender[] = [
  {
    name: "memory",
    make() {
      let now = 0;
      const claims = createMemoryClaims(() => now);
      return {
        claims: [claims, claims],
        async pass(milliseconds) {
          now += milliseconds;
        },
      };
    },
  },
  {
    name: "PostgreSQL",
    skip: programs === undefined,
    make: () => ({
      claims: [createDatabaseClaims(database), createDatabaseClaims(database)],
      async pass(milliseconds) {
        await database.rows("update refdesk_claims set until = until - $1 * interval '1 millisecond'", [
          milliseconds,
        ]);
      },
    }),
  },
];

/** A busy machine may be late; what is late is another test's. */
const PATIENCE_MS = 60_000;

const delivery = (): string => `slack ${crypto.randomUUID()}`;

describe.each(contenders)("claims in $name", ({ make, skip = false }) => {
  it.skipIf(skip)("are one’s for some seconds, and then anyone’s, unless it was answered", async () => {
    const { claims, pass } = make();
    const [one, another] = [claims[0]!, claims[1]!];
    const [left, answered] = [delivery(), delivery()];
    for (const id of [left, answered]) expect(await one.claim(id)).toBe("ours");
    expect(await another.claim(left)).toBe("held");
    expect(await one.claim(left)).toBe("held");
    await one.finish(answered);
    expect(await another.claim(answered)).toBe("answered");
    await pass(CLAIM_MS + 1_000);
    expect(await another.claim(answered)).toBe("answered");
    expect(await another.claim(left)).toBe("ours");
    expect(await one.claim(left)).toBe("held");
    await pass(ANSWERED_MS);
    expect(await one.claim(answered)).toBe("ours");
  });

  it.skipIf(skip)("go to one of many who try at once", async () => {
    const { claims } = make();
    const id = delivery();
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, index) => claims[index % 2]!.claim(id)),
    );
    expect(outcomes.filter((outcome) => outcome === "ours")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "held")).toHaveLength(39);
  });

  it.skipIf(skip)("let one of many answer, and who waits learn that it is answered", async () => {
    const { claims } = make();
    const id = delivery();
    let answers = 0;
    const answer = async () => {
      await setTimeout(20);
      answers += 1;
    };
    await Promise.all(claims.map((own) => answerInTurn(own, id, answer, () => false)));
    expect(answers).toBe(1);
    expect(await answerOnce(claims[1]!, id, answer)).toBe("answered");
    expect(answers).toBe(1);
  });

  it.skipIf(skip)("are waited for no longer than the process goes on", async () => {
    const { claims } = make();
    const id = delivery();
    await claims[0]!.claim(id);
    let answers = 0;
    await answerInTurn(
      claims[1]!,
      id,
      async () => {
        answers += 1;
      },
      () => true,
    );
    expect(answers).toBe(0);
  });
});

describe.skipIf(programs === undefined)("claims in a database", () => {
  it("keep no id of a platform’s, and go once they have ended", async () => {
    const id = delivery();
    await createDatabaseClaims(database, -1).claim(id);
    const all = async () => JSON.stringify(await database.rows("select * from refdesk_claims"));
    expect(await all()).not.toContain(id.slice("slack ".length));
    await database.rows("update refdesk_claims set until = clock_timestamp() - interval '1 second'");
    await createDatabaseClaims(database).claim(delivery());
    await expect
      .poll(() => database.rows("select delivery from refdesk_claims where until < clock_timestamp()"))
      .toEqual([]);
  });

  it("go on in the process alone while the database is away, and the log says it once", async () => {
    const url = await postgres!.database();
    const log = keptLog();
    const coordination = await openCoordination(url, log, PATIENCE_MS);
    const [before, during] = [delivery(), delivery()];
    expect(await coordination.claims.claim(before)).toBe("ours");
    await coordination.claims.finish(before);
    await postgres!.kill();
    expect(await coordination.claims.claim(during)).toBe("ours");
    expect(await coordination.claims.claim(during)).toBe("held");
    expect(await coordination.claims.claim(before)).toBe("answered");
    await coordination.claims.finish(during);
    expect(log.lines.map(({ level, message }) => [level, message])).toEqual([
      ["warn", "the database is away: another process may answer what this one has answered"],
    ]);
    await postgres!.revive();
    expect(await coordination.claims.claim(during)).toBe("answered");
    expect(log.lines.at(-1)?.message).toBe("what was answered is shared with other processes again");
    await coordination.close();
  });
});

it("an answer waits no longer for claims than it must", async () => {
  const log = keptLog();
  const silent: DeliveryClaims = { claim: () => new Promise(() => {}), finish: () => new Promise(() => {}) };
  const claims = claimsDespiteOutages(silent, log, 10);
  const id = delivery();
  let answers = 0;
  const outcome = await answerOnce(claims, id, async () => {
    answers += 1;
  });
  expect([outcome, answers]).toEqual(["ours", 1]);
  expect(await claims.claim(id)).toBe("answered");
  expect(log.lines).toHaveLength(1);
});
