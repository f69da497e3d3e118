/** Contract of the citation log, for memory, SQLite and PostgreSQL. */
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type CitationLog, daysBefore, utcDay } from "../../src/citation-log/citation-log.ts";
import { conversationKey } from "../../src/citation-log/conversation-key.ts";
import { DATABASE_FILE } from "../../src/citation-log/dialect.ts";
import { createMemoryLog } from "../../src/citation-log/memory-log.ts";
import { openCitationLog } from "../../src/citation-log/open-log.ts";
import { createRecorder } from "../../src/citation-log/recorder.ts";
import { CITATIONS_TABLE } from "../../src/citation-log/sql-store.ts";
import type { StoreLocation } from "../../src/config/store-location.ts";
import { keptLog } from "../desks.ts";
import { temporaryFolder } from "../shelves.ts";
import { MISSING, type Postgres, programsOf, startPostgres } from "./postgres.ts";

const NOW = new Date("2026-11-22T12:00:00.000Z");
const now = () => NOW;
const ago = (days: number, hours = 0): Date => new Date(daysBefore(days, NOW).getTime() - hours * 3_600_000);

/** Opens the database directly, for changes that the log does not offer. */
async function rawDatabase(place: StoreLocation) {
  if ("folder" in place) {
    const { default: Database } = await import("libsql");
    const database = new Database(join(place.folder, DATABASE_FILE));
    return { db: async (text: string) => void database.exec(text), close: async () => void database.close() };
  }
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: place.url });
  await client.connect();
  return { db: (text: string) => client.query(text), close: () => client.end() };
}

interface Kept {
  readonly citationLog: CitationLog;
  /** Opens the same storage again, as after a restart. */
  reopened(): Promise<CitationLog>;
  close(): Promise<void>;
}

const programs = programsOf();
if (programs === undefined) console.warn(MISSING);
let postgres: Postgres | undefined;

async function kept(place: StoreLocation): Promise<Kept> {
  const open = async () => {
    const store = await openCitationLog(place, now);
    opened.push(store);
    return store;
  };
  const opened: { close(): Promise<void> }[] = [];
  return {
    citationLog: await open(),
    reopened: open,
    close: async () => {
      for (const store of opened) await store.close();
    },
  };
}

const contenders: readonly { name: string; make: () => Promise<Kept>; skip?: boolean }[] = [
  {
    name: "memory",
    async make() {
      const citationLog = createMemoryLog(now);
      return { citationLog, reopened: async () => citationLog, close: async () => {} };
    },
  },
  { name: "SQLite", make: async () => kept({ folder: temporaryFolder() }) },
  {
    name: programs === undefined ? `PostgreSQL (${MISSING})` : "PostgreSQL",
    make: async () => kept({ url: (await postgres?.database()) ?? "" }),
    skip: programs === undefined,
  },
];

beforeAll(async () => {
  if (programs !== undefined) postgres = await startPostgres(programs);
});

afterAll(() => postgres?.close());

for (const { name, make, skip = false } of contenders)
  describe.skipIf(skip)(name, () => {
    let here: Kept;
    const idsIn = async (
      conversation: string,
      since?: Date,
      citationLog = here.citationLog,
    ): Promise<string[]> => (await citationLog.citedIn(conversation, since)).map(({ source }) => source);

    afterEach(() => here.close());

    it("has nothing of a conversation in which nothing was cited", async () => {
      here = await make();
      await here.citationLog.record("here", ["a"], NOW);
      expect(await here.citationLog.citedIn("there")).toEqual([]);
    });

    it("gives each source once, the first cited first, each answer in its own order", async () => {
      here = await make();
      await here.citationLog.record("here", ["b", "a"], ago(2));
      await here.citationLog.record("here", ["c", "a", "c"], ago(1));
      await here.citationLog.record("here", ["a", "b"], NOW);
      expect(await here.citationLog.citedIn("here")).toEqual([
        { source: "b", first: ago(2) },
        { source: "a", first: new Date(ago(2).getTime() + 1) },
        { source: "c", first: ago(1) },
      ]);
    });

    it("keeps what was cited first, whatever comes in later", async () => {
      here = await make();
      await here.citationLog.record("here", ["new"], NOW);
      await here.citationLog.record("here", ["old"], ago(3));
      expect(await idsIn("here")).toEqual(["old", "new"]);
    });

    it("gives whole days: all of the day from which it is asked", async () => {
      here = await make();
      await here.citationLog.record("here", ["week"], ago(7, 11));
      await here.citationLog.record("here", ["before"], ago(8));
      await here.citationLog.record("here", ["week", "today"], NOW);
      expect(await idsIn("here", ago(7))).toEqual(["week", "today"]);
      expect(await idsIn("here", NOW)).toEqual(["week", "today"]);
      expect(await idsIn("here", ago(9))).toEqual(["before", "week", "today"]);
    });

    it("gives nothing from beyond a year, even when asked for it", async () => {
      here = await make();
      await here.citationLog.record("here", ["ancient"], ago(366));
      await here.citationLog.record("here", ["old"], ago(364));
      expect(await idsIn("here")).toEqual(["old"]);
      expect(await idsIn("here", ago(10_000))).toEqual(["old"]);
    });

    it("takes an answer that cites nothing", async () => {
      here = await make();
      await here.citationLog.record("here", [], NOW);
      expect(await here.citationLog.citedIn("here")).toEqual([]);
    });

    it("is as it was after a restart", async () => {
      here = await make();
      await here.citationLog.record("here", ["b", "a"], NOW);
      expect(await idsIn("here", undefined, await here.reopened())).toEqual(["b", "a"]);
    });

    it("takes the same from two processes at once", async () => {
      here = await make();
      const both = [here.citationLog, await here.reopened()];
      await Promise.all(
        Array.from({ length: 40 }, (_, index) => both[index % 2]!.record("here", [`s-${index % 7}`], NOW)),
      );
      expect((await idsIn("here")).sort()).toEqual(Array.from({ length: 7 }, (_, index) => `s-${index}`));
    });

    it("says the same as a plain list of what was cited when", async () => {
      const answer = fc.record({
        conversation: fc.constantFrom("one", "two"),
        sources: fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e'; drop table x; --", "\u{1f4da}"), {
          minLength: 1,
        }),
        days: fc.integer({ min: 0, max: 500 }),
      });
      await fc.assert(
        fc.asyncProperty(
          fc.array(answer, { maxLength: 12 }),
          fc.integer({ min: 0, max: 500 }),
          async (said, since) => {
            here = await make();
            for (const { conversation, sources, days } of said)
              await here.citationLog.record(conversation, sources, ago(days));
            for (const conversation of ["one", "two"]) {
              const expected = said
                .filter((one) => one.conversation === conversation && one.days <= Math.min(since, 365))
                .flatMap(({ sources }) => sources);
              expect((await idsIn(conversation, ago(since))).sort()).toEqual([...new Set(expected)].sort());
            }
            await here.close();
          },
        ),
        { numRuns: 15 },
      );
    });
  });

describe("the file", () => {
  it("stands in a folder that is made for it, which its owner alone can open", async () => {
    const folder = join(temporaryFolder(), "data", "deep");
    const store = await openCitationLog({ folder });
    await store.record("here", ["a"], new Date());
    await store.close();
    expect(existsSync(join(folder, DATABASE_FILE))).toBe(true);
    if (process.platform !== "win32") expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it("that cannot be made is said by who opens it", async () => {
    await expect(openCitationLog({ folder: "/dev/null/refdesk" })).rejects.toThrow();
  });
});

describe("a database in PostgreSQL that is away", () => {
  it("is said by who opens it", async () => {
    await expect(openCitationLog({ url: "postgresql://refdesk@127.0.0.1:1/refdesk" })).rejects.toThrow();
  });

  it.skipIf(programs === undefined)("does not end the process when it goes", async () => {
    const server = await startPostgres(programs!);
    const store = await openCitationLog({ url: await server.database() });
    await store.record("here", ["a"], new Date());
    await server.kill();
    await expect(store.record("here", ["b"], new Date())).rejects.toThrow();
    await store.close();
    await server.close();
  });
});

describe("what is kept", () => {
  const places: [string, () => Promise<StoreLocation>, boolean][] = [
    ["SQLite", async () => ({ folder: temporaryFolder() }), false],
    ["PostgreSQL", async () => ({ url: (await postgres?.database()) ?? "" }), programs === undefined],
  ];
  for (const [name, make, skip] of places)
    it.skipIf(skip)(`can be taken away with its table, and is made anew: ${name}`, async () => {
      const place = await make();
      const log = keptLog();
      const recorder = createRecorder(() => openCitationLog(place), log, { pauses: [5] });
      const sources = async () => (await recorder.citedIn("here")).map(({ source }) => source);
      recorder.record("here", ["a"]);
      expect(await sources()).toEqual(["a"]);
      const { db, close } = await rawDatabase(place);
      await db(`drop table ${CITATIONS_TABLE}`);
      await close();
      await expect(sources()).rejects.toThrow();
      expect(await sources()).toEqual([]);
      recorder.record("here", ["a"]);
      expect(await sources()).toEqual(["a"]);
      await recorder.close();
    });
});

describe("a conversation's name", () => {
  it("is the same for the same place, another for any other, and holds nothing of it", () => {
    const place = "1100000000000000102";
    const name = conversationKey("discord", place);
    expect(name).toBe(conversationKey("discord", place));
    expect(name).toMatch(/^[0-9a-f]{40}$/);
    expect(name).not.toContain(place);
    expect(
      new Set([name, conversationKey("slack", place), conversationKey("discord", `${place}1`)]).size,
    ).toBe(3);
  });
});

it("counts days in UTC", () => {
  expect(utcDay(new Date("2026-11-22T23:59:59.999-05:00"))).toBe("2026-11-23");
});
