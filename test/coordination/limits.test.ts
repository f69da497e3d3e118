/** The contract of limits, in memory and in PostgreSQL; and what happens to them while the database is away. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openCoordination } from "../../src/coordination/coordination.ts";
import { COORDINATION_SCHEMA } from "../../src/coordination/coordination-schema.ts";
import { createDatabaseLimits } from "../../src/coordination/database-limits.ts";
import { type Database, openDatabase } from "../../src/database/connection.ts";
import { makeSteps } from "../../src/database/schema-steps.ts";
import { createMemoryLimit, type MakeLimit } from "../../src/delivery/ask-limit.ts";
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

/** A busy machine may be late; what is late is another test's. */
const PATIENT = { patience: 20_000, alone: 5_000 };

const person = (): string => `discord ${crypto.randomUUID()}`;

describe.each<[string, boolean, () => MakeLimit]>([
  ["memory", false, () => createMemoryLimit],
  ["PostgreSQL", programs === undefined, () => createDatabaseLimits(database, keptLog(), PATIENT)],
])("limits in %s", (_, skip, make) => {
  it.skipIf(skip)("let each have so many in a minute, and tell the seconds that are left", async () => {
    const limit = make()("ask", 3);
    const [ann, bob] = [person(), person()];
    for (let turn = 0; turn < 3; turn++) expect(await limit(ann)).toBeUndefined();
    for (let turn = 0; turn < 2; turn++) {
      const seconds = (await limit(ann))!;
      expect(seconds).toBeGreaterThan(40);
      expect(seconds).toBeLessThanOrEqual(60);
    }
    expect(await limit(bob)).toBeUndefined();
  });

  it.skipIf(skip)("count each kind apart", async () => {
    const limits = make();
    const ann = person();
    const [asks, sent, whole] = [limits("ask", 1), limits("send", 1), limits("workspace", 1)];
    for (const limit of [asks, sent, whole]) expect(await limit(ann)).toBeUndefined();
    for (const limit of [asks, sent, whole]) expect(await limit(ann)).toBeGreaterThan(0);
  });

  it.skipIf(skip)("let as many through as there are, of many at once", async () => {
    const limit = make()("ask", 10);
    const ann = person();
    const all = await Promise.all(Array.from({ length: 40 }, () => limit(ann)));
    expect(all.filter((seconds) => seconds === undefined)).toHaveLength(10);
  });

  it.skipIf(skip)("are none where they are lifted", async () => {
    const limit = make()("ask", 0);
    const ann = person();
    for (let turn = 0; turn < 200; turn++) expect(await limit(ann)).toBeUndefined();
  });
});

it("a minute later somebody has all of it again", async () => {
  vi.useFakeTimers();
  try {
    const limit = createMemoryLimit("ask", 1);
    expect([await limit("a"), await limit("a")]).toEqual([undefined, 60]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await limit("a")).toBeUndefined();
  } finally {
    vi.useRealTimers();
  }
});

describe.skipIf(programs === undefined)("limits in a database", () => {
  it("are counted over all processes, and keep no id of a platform's", async () => {
    const [one, other] = [1, 2].map(() => createDatabaseLimits(database, keptLog(), PATIENT)("ask", 4));
    const ann = person();
    for (const limit of [one!, other!, one!, other!]) expect(await limit(ann)).toBeUndefined();
    expect(await one!(ann)).toBeGreaterThan(0);
    expect(await other!(ann)).toBeGreaterThan(0);
    const kept = JSON.stringify(await database.rows("select * from refdesk_limits"));
    expect(kept).not.toContain(ann.slice("discord ".length));
  });

  it("go once their minute is over", async () => {
    const ann = person();
    await createDatabaseLimits(database, keptLog(), PATIENT)("ask", 1)(ann);
    await database.rows("update refdesk_limits set expire = 1");
    // Who begins anew removes what is over, of others too.
    const again = createDatabaseLimits(database, keptLog(), PATIENT)("ask", 1);
    expect(await again(ann)).toBeUndefined();
    await expect.poll(() => database.rows("select key from refdesk_limits where expire = 1")).toEqual([]);
  });

  it("are each process's own while the database is away, and the log says it once", async () => {
    const log = keptLog();
    const coordination = await openCoordination(await postgres!.database(), log);
    const limit = coordination.makeLimit("ask", 2);
    const ann = person();
    await postgres!.kill();
    expect([await limit(ann), await limit(ann)]).toEqual([undefined, undefined]);
    expect(await limit(ann)).toBeGreaterThan(0);
    expect(log.lines.map(({ level, message }) => [level, message])).toEqual([
      ["warn", "the database is away: each process counts by itself what is asked"],
    ]);
    await postgres!.revive();
    await coordination.close();
  });

  it("are those of all again once it is back", async () => {
    const log = keptLog();
    let isAway = true;
    const rows: Database["rows"] = async (...query) => {
      if (isAway) throw new Error("away");
      return database.rows(...query);
    };
    const limit = createDatabaseLimits({ rows }, log, { ...PATIENT, alone: 0 })("ask", 5);
    await limit(person());
    isAway = false;
    await limit(person());
    expect(log.lines.map(({ level }) => level)).toEqual(["warn", "info"]);
  });
});

it("an answer waits for them no longer than it must, and others not at all for a while", async () => {
  const log = keptLog();
  let asked = 0;
  const rows = () => {
    asked += 1;
    return new Promise<never>(() => {});
  };
  const limit = createDatabaseLimits({ rows }, log, { patience: 10, alone: 60_000 })("ask", 1);
  expect(await limit("a")).toBeUndefined();
  expect(await limit("a")).toBeGreaterThan(0);
  expect(await limit("b")).toBeUndefined();
  expect([asked, log.lines.length]).toEqual([1, 1]);
});
