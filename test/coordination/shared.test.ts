/** What processes of one desk agree on in PostgreSQL: a secret, who registers, who holds a lease, and its sessions. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openCoordination } from "../../src/coordination/coordination.ts";
import { COORDINATION_SCHEMA } from "../../src/coordination/coordination-schema.ts";
import { createLease, type LeaseTimes } from "../../src/coordination/lease.ts";
import { compareVersions, registrationRecord } from "../../src/coordination/registration-record.ts";
import { type Database, openDatabase, type Queries } from "../../src/database/connection.ts";
import { makeSteps, NewerSchemaError } from "../../src/database/schema-steps.ts";
import { createLinkSigner } from "../../src/platforms/web/link-signer.ts";
import { MISSING, type Postgres, programsOf, startPostgres } from "../citation-log/postgres.ts";
import { keptLog } from "../desks.ts";
import { holdWork } from "../held-work.ts";

const programs = programsOf();
if (programs === undefined) console.warn(MISSING);

it.each([
  ["1.2.3", "1.2.3", 0],
  ["1.10.0", "1.9.2", 1],
  ["0.2.0", "1.0.0", -1],
  ["2.0.0", "2.0.0-rc.1", 1],
  ["2.0.0-rc.1", "2.0.0-rc.2", 0],
])("version %s beside %s", (a, b, sign) => {
  expect(Math.sign(compareVersions(a, b))).toBe(sign);
  expect(Math.sign(compareVersions(b, a))).toBe(sign === 0 ? 0 : -sign);
});

describe.skipIf(programs === undefined)("what processes share", () => {
  let postgres: Postgres;
  let url: string;
  let database: Database;
  beforeAll(async () => {
    postgres = await startPostgres(programs!);
  });
  afterAll(() => postgres?.close());
  beforeEach(async () => {
    url = await postgres.database();
    database = await openDatabase(url);
  });
  afterEach(() => database.close());

  it("has its tables made once, whoever comes first", async () => {
    await Promise.all(Array.from({ length: 20 }, () => makeSteps(database, COORDINATION_SCHEMA)));
    expect(await database.rows("select step from refdesk_coordination_steps")).toEqual([
      { step: 1 },
      { step: 2 },
    ]);
  });

  it("is not touched by a program that is older than its tables", async () => {
    await makeSteps(database, COORDINATION_SCHEMA);
    await database.rows("insert into refdesk_coordination_steps (step) values (99)");
    await expect(openCoordination(url, keptLog())).rejects.toThrow(NewerSchemaError);
    await expect(openCoordination(url, keptLog())).rejects.toThrow(
      "The tables that processes share in the database are at step 99, and this version of Refdesk knows 2: start the version that made them, or a newer one",
    );
  });

  it("has its tables made once the database is there", async () => {
    await postgres.kill();
    const log = keptLog();
    const coordination = await openCoordination(url, log);
    expect(log.lines.map(({ message }) => message)).toEqual([
      "the database that processes share is away: it is tried again",
    ]);
    await postgres.revive();
    expect(await coordination.secret("links")).toMatch(/^[\w-]{43}$/);
    await coordination.close();
  });

  it("has one secret, by which a link opens at every process", async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => openCoordination(url, keptLog())));
    const signers = await Promise.all(all.map(async ({ secret }) => createLinkSigner(await secret("links"))));
    const link = signers[0]!.sign("/sources/a", new Date(Date.now() + 60_000));
    const [path = "", query] = link.split("?");
    for (const signer of signers)
      expect(signer.opensUntil(path, new URLSearchParams(query))).toBeInstanceOf(Date);
    expect(await all[0]!.secret("others")).not.toBe(await all[0]!.secret("links"));
    for (const coordination of all) await coordination.close();
  });

  describe("a registration", () => {
    beforeEach(() => makeSteps(database, COORDINATION_SCHEMA));
    const list = (hash: string) => ({ hash });

    it("is made by one of many that start at once", async () => {
      let made = 0;
      const processes = Array.from({ length: 20 }, () => registrationRecord(database, "1.2.0"));
      const came = await Promise.all(
        processes.map((register) =>
          register("app", list("a"), async () => {
            made += 1;
          }),
        ),
      );
      expect(made).toBe(1);
      expect(new Set(came.map(({ newer }) => newer))).toEqual(new Set([undefined]));
    });

    it("never puts an older list over a newer", async () => {
      const registered: string[] = [];
      const from = (version: string, hash: string) =>
        registrationRecord(database, version)("app", list(hash), async () => {
          registered.push(version);
        });
      expect(await from("1.9.0", "a")).toEqual({ newer: undefined });
      expect(await from("1.10.0", "b")).toEqual({ newer: undefined });
      expect(await from("1.9.0", "a")).toEqual({ newer: "1.10.0" });
      expect(await from("1.10.0", "c")).toEqual({ newer: undefined });
      expect(registered).toEqual(["1.9.0", "1.10.0", "1.10.0"]);
    });

    it("that fails is noted as none", async () => {
      const register = registrationRecord(database, "1.2.0");
      const failed = new Error("503");
      await expect(
        register("app", list("a"), async () => {
          throw failed;
        }),
      ).rejects.toBe(failed);
      expect(await database.rows("select * from refdesk_registrations")).toEqual([]);
    });

    it("is looked at again after a minute", async () => {
      let made = 0;
      const register = async () => {
        made += 1;
      };
      await registrationRecord(database, "1.2.0")("app", list("a"), register);
      await database.rows("update refdesk_registrations set at = at - interval '61 seconds'");
      await registrationRecord(database, "1.2.0")("app", list("a"), register);
      expect(made).toBe(2);
    });
  });

  describe("a lease", () => {
    const times: LeaseTimes = { holds: 400, renewed: 50, looked: 20 };
    const ending = () => new AbortController();
    const lease = (log = keptLog()) => createLease(database, "gateway", log, times);
    beforeEach(() => makeSteps(database, COORDINATION_SCHEMA));

    it("is one process’s until it gives it back", async () => {
      let waits = 0;
      const signal = ending().signal;
      const first = (await lease().begin(() => {}, signal))!;
      const second = lease().begin(() => {
        waits += 1;
      }, signal);
      await expect.poll(() => waits).toBe(1);
      await first.release();
      const held = (await second)!;
      expect(waits).toBe(1);
      const [row] = await database.rows<{ count: number }>(
        "select count(*)::int as count from refdesk_leases",
      );
      expect(row!.count).toBe(1);
      await held.release();
      expect(await database.rows("select * from refdesk_leases")).toEqual([]);
    });

    it("goes to another process once who has it is not heard of, who then learns of it", async () => {
      const away = holdWork();
      let isAway = false;
      const rows: Queries["rows"] = async (...query) => {
        if (isAway) await away.work();
        return database.rows(...query);
      };
      const first = (await createLease({ rows }, "gateway", keptLog(), times).begin(
        () => {},
        ending().signal,
      ))!;
      // As if the first were not running for a while.
      isAway = true;
      await away.begun;
      await database.rows("update refdesk_leases set until = clock_timestamp() - interval '1 second'");
      const second = await lease().begin(() => {}, ending().signal);
      away.end();
      await first.over;
      await first.release();
      expect(await database.rows("select * from refdesk_leases")).toHaveLength(1);
      await second?.release();
    });

    it("is waited for no longer than the process goes on", async () => {
      const first = (await lease().begin(() => {}, ending().signal))!;
      const end = ending();
      const second = lease().begin(() => end.abort(), end.signal);
      expect(await second).toBeUndefined();
      await first.release();
    });

    it("goes on while the database is away, and who would begin is told that nothing is known", async () => {
      const log = keptLog();
      const first = (await lease(log).begin(() => {}, ending().signal))!;
      await postgres.kill();
      await expect
        .poll(() => log.lines.map(({ message }) => message))
        .toEqual(["a lease could not be renewed"]);
      const told: (Error | undefined)[] = [];
      const end = ending();
      const second = lease().begin((error) => {
        told.push(error);
        end.abort();
      }, end.signal);
      expect(await second).toBeUndefined();
      expect(told).toEqual([expect.any(Error)]);
      await postgres.revive();
      const isRenewed = "select 1 from refdesk_leases where until > clock_timestamp()";
      await expect.poll(() => database.rows(isRenewed).catch(() => [])).toHaveLength(1);
      await first.release();
    });
  });

  it("keeps a gateway’s sessions, for one process that takes them", async () => {
    const session = {
      ...{ shardId: 0, shardCount: 1, sessionId: crypto.randomUUID(), sequence: 7 },
      resumeURL: "wss://gateway.example.org/",
    };
    const owner = { token: crypto.randomUUID(), intents: 512 };
    const all = await Promise.all([openCoordination(url, keptLog()), openCoordination(url, keptLog())]);
    const [one, another] = all.map(({ sessions }) => sessions(owner));
    expect(await one!.claim()).toEqual([]);
    await one!.keep([session]);
    await one!.keep([{ ...session, sequence: 8 }]);
    const rows = JSON.stringify(await database.rows("select * from refdesk_sessions"));
    expect(rows).not.toContain(owner.token);
    const taken = await Promise.all([one!.claim(), another!.claim()]);
    expect(taken.flat()).toEqual([{ ...session, sequence: 8 }]);
    await another!.keep([session]);
    expect(await all[0]!.sessions({ ...owner, intents: 0 }).claim()).toEqual([]);
    await another!.claim();
    await another!.keep([session]);
    await database.rows("update refdesk_sessions set saved_at = saved_at - interval '61 seconds'");
    expect(await one!.claim()).toEqual([]);
    for (const coordination of all) await coordination.close();
  });
});
