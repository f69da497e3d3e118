/** Contract of the installations, for SQLite and PostgreSQL. */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DATABASE_FILE } from "../../src/citation-log/dialect.ts";
import type { StoreLocation } from "../../src/config/store-location.ts";
import type { Installation, InstallationStore } from "../../src/installations/installation.ts";
import { createSealer } from "../../src/installations/seal.ts";
import { INSTALLATIONS_TABLE, openInstallations } from "../../src/installations/sql-installations.ts";
import { MISSING, type Postgres, programsOf, startPostgres } from "../citation-log/postgres.ts";
import { temporaryFolder } from "../shelves.ts";

const APP = "1000000001.1000000002";
const NOW = new Date("2026-11-22T12:00:00.000Z");
const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1_000);
const secret = () => randomBytes(32).toString("base64");

const installation = (owner: string, more: Partial<Installation> = {}): Installation => ({
  ...{ owner, organization: "", name: `The ${owner}`, scopes: ["commands", "chat:write"] },
  ...{ botId: "B1", botUser: "U1", installedAt: NOW, token: `xoxb-${randomBytes(8).toString("hex")}` },
  ...more,
});

/** An installation whose token is renewed. */
const rotating = (owner: string, endsIn: number): Installation =>
  installation(owner, { token: `xoxe.xoxb-${owner}`, refreshToken: `xoxe-${owner}`, endsAt: later(endsIn) });

/** Queries the database directly, as somebody would who has it and no key. */
async function rawQuery(place: StoreLocation, text: string): Promise<unknown[]> {
  if ("folder" in place) {
    const { default: Database } = await import("libsql");
    const database = new Database(join(place.folder, DATABASE_FILE));
    const statement = database.prepare(text);
    const rows = /^select/i.test(text) ? statement.all() : [statement.run()];
    database.close();
    return rows;
  }
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: place.url });
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  return rows;
}

const programs = programsOf();
if (programs === undefined) console.warn(MISSING);
let postgres: Postgres | undefined;

beforeAll(async () => {
  if (programs !== undefined) postgres = await startPostgres(programs);
});
afterAll(() => postgres?.close());

const places: readonly { name: string; make: () => Promise<StoreLocation>; skip: boolean }[] = [
  { name: "SQLite", make: async () => ({ folder: temporaryFolder() }), skip: false },
  {
    name: programs === undefined ? `PostgreSQL (${MISSING})` : "PostgreSQL",
    make: async () => ({ url: (await postgres?.database()) ?? "" }),
    skip: programs === undefined,
  },
];

for (const { name, make, skip } of places)
  describe.skipIf(skip)(name, () => {
    const key = secret();
    const opened: InstallationStore[] = [];
    let place: StoreLocation;
    let store: InstallationStore;
    let now = NOW;

    const open = async (keys: readonly [string, ...string[]] = [key], app = APP) => {
      const made = await openInstallations(place, app, createSealer(keys), () => now);
      opened.push(made);
      return made;
    };
    const tokenOf = async (owners: readonly string[], from = store): Promise<string | undefined> => {
      const found = await from.find(owners);
      return found?.type === "installed" ? found.installation.token : found?.reason;
    };

    beforeEach(async () => {
      now = NOW;
      place = await make();
      store = await open();
    });
    afterEach(async () => {
      for (const one of opened.splice(0)) await one.close();
    });

    it("gives back an installation as it was kept, also after a restart", async () => {
      const [plain, whole] = [installation("T1"), { ...rotating("E1", 60), organization: "E1" }];
      await store.save(plain);
      await store.save(whole);
      for (const from of [store, await open()]) {
        expect(await from.find(["T1"])).toEqual({ type: "installed", installation: plain });
        expect(await from.find(["E1"])).toEqual({ type: "installed", installation: whole });
        expect(await from.find(["T2"])).toBeUndefined();
        expect(await from.find([])).toBeUndefined();
      }
    });

    it("finds a workspace's own installation before its organization's", async () => {
      const [own, whole] = [installation("T1"), installation("E1", { organization: "E1" })];
      await store.save(whole);
      expect(await tokenOf(["T1", "E1"])).toBe(whole.token);
      await store.save(own);
      expect(await tokenOf(["T1", "E1"])).toBe(own.token);
      await store.end("T1", NOW);
      expect(await tokenOf(["T1", "E1"])).toBe(whole.token);
    });

    it("keeps the installation that was made last, and those of one app alone", async () => {
      const [first, second] = [installation("T1"), installation("T1", { installedAt: later(1) })];
      await store.save(first);
      await store.save(second);
      expect(await tokenOf(["T1"])).toBe(second.token);
      const other = await open([key], "2.2");
      expect(await other.find(["T1"])).toBeUndefined();
      expect(await other.list()).toEqual([]);
    });

    it("keeps no token that can be read without a key, and lists none", async () => {
      const kept = rotating("T1", 60);
      await store.save(kept);
      const rows = JSON.stringify(await rawQuery(place, `select * from ${INSTALLATIONS_TABLE}`));
      expect(rows).toContain("The T1");
      expect(rows).not.toMatch(/xox[a-z]/);
      expect(JSON.stringify(await store.list())).not.toMatch(/xox[a-z]|sealed/);
      expect(await store.list()).toEqual([
        {
          ...{ owner: "T1", organization: "", name: "The T1", scopes: ["commands", "chat:write"] },
          installedAt: NOW,
        },
      ]);
    });

    it("changes its key without a new installation: what the older one sealed is sealed anew", async () => {
      const kept = installation("T1");
      await store.save(kept);
      const next = secret();
      const both = await open([next, key]);
      expect(await tokenOf(["T1"], both)).toBe(kept.token);
      expect(await both.reseal()).toEqual({ resealed: 1, unreadable: [] });
      expect(await both.reseal()).toEqual({ resealed: 0, unreadable: [] });
      expect(await tokenOf(["T1"], await open([next]))).toBe(kept.token);
      expect(await tokenOf(["T1"])).toMatch("INSTALL_KEYS");
    });

    it.each([
      [
        "swapped",
        `update ${INSTALLATIONS_TABLE} set sealed = (select sealed from ${INSTALLATIONS_TABLE} where owner = 'T2') where owner = 'T1'`,
        "another workspace",
      ],
      [
        "cut",
        `update ${INSTALLATIONS_TABLE} set sealed = substr(sealed, 1, 30) where owner = 'T1'`,
        "was cut",
      ],
      [
        "moved to another organization",
        `update ${INSTALLATIONS_TABLE} set organization = 'E9' where owner = 'T1'`,
        "another workspace",
      ],
    ])("names the row whose token was %s, and serves the others", async (_, change, reason) => {
      const [first, second] = [installation("T1"), installation("T2")];
      await store.save(first);
      await store.save(second);
      await rawQuery(place, change);
      expect(await store.find(["T1"])).toEqual({
        ...{ type: "unreadable", owner: "T1" },
        reason: expect.stringContaining(reason),
      });
      expect(await tokenOf(["T2"])).toBe(second.token);
      expect((await store.list()).map(({ owner, fault }) => [owner, fault?.includes(reason)])).toEqual([
        ["T1", true],
        ["T2", undefined],
      ]);
      expect(await store.reseal()).toEqual({
        resealed: 0,
        unreadable: [{ owner: "T1", reason: expect.stringContaining(reason) }],
      });
      // Installed anew, it is served again.
      await store.save(first);
      expect(await tokenOf(["T1"])).toBe(first.token);
    });

    it("ends an installation at once, unless the app was installed anew since", async () => {
      await store.save(installation("T1", { installedAt: later(10) }));
      expect(await store.end("T1", later(9))).toBe(false);
      expect(await tokenOf(["T1"])).toMatch(/^xoxb/);
      expect(await store.end("T1", later(10))).toBe(true);
      expect(await store.end("T1", later(10))).toBe(false);
      expect(await store.find(["T1"])).toBeUndefined();
      expect(await store.list()).toMatchObject([{ owner: "T1", endedAt: NOW }]);
      const [row] = (await rawQuery(place, `select sealed from ${INSTALLATIONS_TABLE}`)) as [object];
      expect(row).toEqual({ sealed: "" });
      expect([await store.endedBefore(NOW), await store.endedBefore(later(1))]).toEqual([[], ["T1"]]);
      expect([await store.forget("T1"), await store.forget("T1")]).toEqual([true, false]);
      expect(await store.list()).toEqual([]);
    });

    it("gives the renewal of a token to one of many processes, and to the next once that is over", async () => {
      await store.save(rotating("T1", 60));
      await store.save(installation("T2"));
      expect(await store.endingBefore(later(61))).toEqual(["T1"]);
      expect(await store.endingBefore(later(60))).toEqual([]);
      const others = [store, await open(), await open()];
      const claims = await Promise.all(others.map((one) => one.claimRefresh("T1", later(15))));
      const [claim, ...more] = claims.filter((one) => one !== undefined);
      expect(more).toEqual([]);
      expect(claim?.installation.token).toBe("xoxe.xoxb-T1");
      await claim?.keep({ token: "xoxe.xoxb-next", refreshToken: "xoxe-next", endsAt: later(43_200) });
      for (const from of others) expect(await tokenOf(["T1"], from)).toBe("xoxe.xoxb-next");
      const second = await store.claimRefresh("T1", later(15));
      expect(second?.installation).toMatchObject({ token: "xoxe.xoxb-next", endsAt: later(43_200) });
      expect(await store.claimRefresh("T1", later(15))).toBeUndefined();
      await second?.leave();
      // A process that was killed has claimed until a time.
      expect(await store.claimRefresh("T1", later(15))).toBeDefined();
      now = later(16);
      expect(await store.claimRefresh("T1", later(30))).toBeDefined();
      expect(await store.claimRefresh("T2", later(30))).toBeUndefined();
      expect(await store.claimRefresh("T3", later(30))).toBeUndefined();
    });

    it("keeps a renewed token from an installation that was made or ended meanwhile", async () => {
      await store.save(rotating("T1", 60));
      const claim = await store.claimRefresh("T1", later(15));
      const anew = installation("T1");
      await store.save(anew);
      await claim?.keep({ token: "xoxe.xoxb-late" });
      expect(await tokenOf(["T1"])).toBe(anew.token);
      await store.save(rotating("T1", 60));
      const last = await store.claimRefresh("T1", later(15));
      await store.end("T1", later(60));
      await last?.keep({ token: "xoxe.xoxb-late" });
      expect(await store.find(["T1"])).toBeUndefined();
    });

    it("takes the state of an installation once, whichever process it comes to", async () => {
      const other = await open();
      const state = randomBytes(16).toString("hex");
      const taken = await Promise.all([store, other, store].map((one) => one.useState(state, later(600))));
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await other.useState(`${state}1`, later(600))).toBe(true);
    });
  });
