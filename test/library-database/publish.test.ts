/** Tests publishing a shelf in a database: versions, what they share, and what is left when a publish is interrupted. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../../src/database/connection.ts";
import { patientQueries } from "../../src/database/patient-queries.ts";
import { openDatabaseStore } from "../../src/library/database/database-store.ts";
import { publishFolder } from "../../src/library/database/publish-folder.ts";
import { prepareSchema } from "../../src/library/database/schema.ts";
import {
  dropVersion,
  findVersion,
  listVersions,
  OPEN,
  useVersion,
  VERSIONED_TABLES,
} from "../../src/library/database/versions.ts";
import { recordAt } from "../../src/library/lookups.ts";
import { ShelfError } from "../../src/shelf/faults.ts";
import { recordRef } from "../../src/shelf/kinds.ts";
import { readShelf, type Shelf } from "../../src/shelf/shelf.ts";
import { contentIn } from "../../src/shelf/shelf-store.ts";
import { MISSING, type Postgres, programsOf, startPostgres } from "../citation-log/postgres.ts";
import { PROJECT } from "../desks.ts";
import { change, faultsOf, setting, shelfWith } from "../shelves.ts";
import { currentLibrary, madeShelf, publishIn } from "./published.ts";

const programs = programsOf();
if (programs === undefined) console.warn(MISSING);

describe.skipIf(programs === undefined)("publishing in PostgreSQL", () => {
  let postgres: Postgres;
  let url: string;
  let database: Database;
  let first: Shelf & { readonly root: string };
  let second: Shelf & { readonly root: string };
  beforeAll(async () => {
    postgres = await startPostgres(programs!);
    const read = async (root: string) => ({ ...(await readShelf(root)), root });
    first = await read(PROJECT);
    second = await read(shelfWith({ "data/people/lu-jun.json": setting("/aliases", ["Lu of the NGOs"]) }));
  });
  afterAll(() => postgres?.close());
  beforeEach(async () => {
    url = await postgres.database();
    database = await openDatabase(url, { most: 6 });
  });
  afterEach(() => database.close());

  const version = async (named: string) => findVersion(await listVersions(database), named)!;
  const aliasesOfLu = async () =>
    (await recordAt("people", "lu-jun", await currentLibrary(database)))!.aliases;

  /** Everything that is kept of versions, table by table, sorted. */
  async function everything(): Promise<Record<string, unknown[]>> {
    const tables = await Promise.all(
      VERSIONED_TABLES.map(async (table) => {
        const rows = await database.rows<object>(
          `select shelf, since, until, mark from ${table} order by mark, since, shelf`,
        );
        return [table, rows] as const;
      }),
    );
    return Object.fromEntries(tables);
  }

  it("reads the new version at once, and shares with it what has not changed", async () => {
    const one = await publishFolder(database, first.root);
    expect(one).toMatchObject({ number: 1, isNew: true, gone: 0 });
    const two = await publishFolder(database, second.root);
    expect(two).toMatchObject({ number: 2, isNew: true });
    expect(two.come).toBeLessThan(one.come / 10);
    expect(await aliasesOfLu()).toEqual(["Lu of the NGOs"]);
    const library = await currentLibrary(database);
    const named = async (words: string) => (await library.find({ words, by: "name" })).hits.map(recordRef);
    expect(await named("Lu of the NGOs")).toEqual(["people/lu-jun"]);
    expect(await named("Jun Lu")).toEqual([]);
    const everyone = (await library.find({ kinds: ["people"] })).hits.map(recordRef);
    expect(everyone).toEqual([...new Set(everyone)]);
    const versions = await listVersions(database);
    expect(versions.map(({ number, isCurrent, hash }) => ({ number, isCurrent, hash }))).toEqual([
      { number: 2, isCurrent: true, hash: second.hash },
      { number: 1, isCurrent: false, hash: first.hash },
    ]);
  });

  it("writes nothing for files that were published before", async () => {
    await publishFolder(database, first.root);
    await publishFolder(database, second.root);
    const before = await everything();
    expect(await publishFolder(database, first.root)).toMatchObject({
      number: 1,
      isNew: false,
      come: 0,
      gone: 0,
    });
    expect(await everything()).toEqual(before);
    expect(await aliasesOfLu()).toEqual([...first.records.get("people/lu-jun")!.aliases]);
  });

  it("goes back in one step, and on again; what began with a version ends with it", async () => {
    await publishFolder(database, first.root);
    const began = await currentLibrary(database);
    await publishFolder(database, second.root);
    expect((await recordAt("people", "lu-jun", began))!.aliases).toEqual([
      ...first.records.get("people/lu-jun")!.aliases,
    ]);
    expect(await useVersion(database, await version(first.hash.slice(0, 12)))).toBe(true);
    expect(await aliasesOfLu()).toEqual([...first.records.get("people/lu-jun")!.aliases]);
    expect(await useVersion(database, await version("2"))).toBe(true);
    expect(await aliasesOfLu()).toEqual(["Lu of the NGOs"]);
  });

  it("drops a version with what no other has, and never the one that is read", async () => {
    await publishFolder(database, first.root);
    const whole = await everything();
    await publishFolder(database, second.root);
    const current = await version("2");
    expect(await dropVersion(database, current, () => {})).toBe(false);
    await database.rows(
      "update refdesk_shelf_versions set left_at = now() - interval '1 hour' where number = 1",
    );
    expect(await dropVersion(database, await version("1"), () => {})).toBe(true);
    const after = await everything();
    for (const table of VERSIONED_TABLES) {
      expect(after[table]!.every((row) => (row as { until: number }).until === OPEN)).toBe(true);
      expect(after[table]!.length).toBeGreaterThan(0);
    }
    // The newest that is dropped takes back what it had ended.
    await publishFolder(database, first.root);
    await publishFolder(database, second.root);
    await useVersion(database, await version("3"));
    await database.rows(
      "update refdesk_shelf_versions set left_at = now() - interval '1 hour' where number = 2",
    );
    expect(await dropVersion(database, await version("2"), () => {})).toBe(true);
    const marks = (rows: unknown[]) => rows.map((row) => (row as { mark: string }).mark);
    const last = await everything();
    for (const table of VERSIONED_TABLES) expect(marks(last[table]!), table).toEqual(marks(whole[table]!));
  });

  it("does not take back what was accepted since, also where the version before that is dropped", async () => {
    await publishFolder(database, first.root);
    const [store, file] = [await openDatabaseStore(url), "data/people/lu-jun.json"];
    const before = (await contentIn(store, file))!;
    const after = setting("/aliases", ["Lu as accepted"])(before);
    await store.whileAlone((write) => write([{ file, before, after }]));
    await store.close();
    await database.rows(
      "update refdesk_shelf_versions set left_at = now() - interval '1 hour' where number = 1",
    );
    expect(await dropVersion(database, await version("1"), () => {})).toBe(true);
    await expect(publishFolder(database, second.root)).rejects.toThrow(file);
    expect(await aliasesOfLu()).toEqual(["Lu as accepted"]);
    await publishFolder(database, second.root, { replaces: true });
    expect(await aliasesOfLu()).toEqual(["Lu of the NGOs"]);
  });

  it("tells how long answers may still read a version before it is dropped", async () => {
    await publishFolder(database, first.root);
    await publishFolder(database, second.root);
    await database.rows(
      "update refdesk_shelf_versions set left_at = now() - interval '55 seconds' where number = 1",
    );
    const told: number[] = [];
    expect(await dropVersion(database, await version("1"), (ms) => void told.push(ms))).toBe(true);
    expect(told).toHaveLength(1);
    expect(told[0]).toBeLessThanOrEqual(5_000);
  });

  it("leaves everything as it was wherever it is interrupted", async () => {
    await publishFolder(database, first.root);
    const root = shelfWith({});
    const all = { manyFiles: 0, records: 20 };
    const partings = fc.constantFrom({}, all, { ...all, threads: 2 });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(20), partings, async (reports, parting) => {
        change(root, { "data/people/lu-jun.json": setting("/aliases", [`Lu of round ${++round}`]) });
        const [before, aliases] = [await everything(), await aliasesOfLu()];
        let left = reports;
        const interrupted = publishFolder(database, root, {
          parting,
          report() {
            if (left-- === 0) throw new Error("interrupted");
          },
        });
        const done = await interrupted.catch(
          ({ message }: Error) => void expect(message).toBe("interrupted"),
        );
        expect(await aliasesOfLu()).toEqual(done ? [`Lu of round ${round}`] : aliases);
        if (!done) expect(await everything()).toEqual(before);
      }),
      {
        numRuns: 10,
        examples: [
          [0, {}],
          [3, {}],
          [3, all],
          [11, all],
          [7, { ...all, threads: 2 }],
        ],
      },
    );
  });

  it("is as it was when the server is killed meanwhile, and publishes then", async () => {
    const server = await startPostgres(programs!);
    const { database: other } = await publishIn(await server.database(), first.root);
    let killed: Promise<void> | undefined;
    // The server may be slower to die than a publish is to end: what comes after the signal waits for its death.
    const dying: Database = {
      ...other,
      transaction: (work) =>
        other.transaction(async ({ rows, count, copy }) => {
          const value = await work({
            async rows(...query) {
              await killed;
              return rows(...query);
            },
            async count(...query) {
              await killed;
              return count(...query);
            },
            async copy(...sent) {
              await killed;
              return copy(...sent);
            },
          });
          await killed;
          return value;
        }),
    };
    const interrupted = publishFolder(dying, second.root, {
      report() {
        killed ??= server.kill();
      },
    });
    await expect(interrupted).rejects.toThrow();
    await server.revive();
    const patient = { ...other, ...patientQueries(other) };
    const names = async () => (await recordAt("people", "lu-jun", await currentLibrary(patient)))!.aliases;
    expect(await names()).toEqual([...first.records.get("people/lu-jun")!.aliases]);
    await publishFolder(other, second.root);
    expect(await names()).toEqual(["Lu of the NGOs"]);
    await other.close();
    await server.close();
  });

  it("names what is wrong wherever in a folder it is, and publishes nothing", async () => {
    const root = madeShelf(300);
    const files = readdirSync(join(root, "data/facts")).map((name) => `data/facts/${name}`);
    change(root, {
      [files[1]!]: setting("/passages/0/exact", "Nobody wrote this, of all things"),
      [files.at(-2)!]: setting("/label", undefined),
      "seeds/unpaired.txt": "A text without a card\n",
    });
    const expected = (await faultsOf(root)).join("\n");
    expect(expected).toContain(files[1]!);
    expect(expected).toContain(files.at(-2)!);
    for (const parting of [{ records: 7 }, { records: 7, threads: 2 }])
      await expect(publishFolder(database, root, { parting })).rejects.toThrow(expected);
    expect(await listVersions(database)).toEqual([]);
    const everywhere = Object.values(await everything()).flat();
    expect(everywhere).toEqual([]);
  });

  it("says how many more faults there are than anyone reads", async () => {
    const root = madeShelf(1_600);
    const files = readdirSync(join(root, "data/facts")).map((name) => `data/facts/${name}`);
    const quotes = readdirSync(join(root, "data/quotes")).map((name) => `data/quotes/${name}`);
    const pledges = readdirSync(join(root, "data/pledges")).map((name) => `data/pledges/${name}`);
    const broken = [...files, ...quotes, ...pledges];
    expect(broken.length).toBeGreaterThan(1_001);
    change(root, Object.fromEntries(broken.map((file) => [file, "{}"])));
    const error = await publishFolder(database, root).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ShelfError);
    const { faults, message } = error as ShelfError;
    expect(faults).toHaveLength(1_000);
    expect(message.split("\n").at(-1)).toMatch(/^… and [\d,]+ more faults$/);
    expect(await listVersions(database)).toEqual([]);
  });

  it("has one of two wait, and say so", async () => {
    let waited = 0;
    const waiting = () => void waited++;
    const published = await Promise.all(
      [first, second, first].map(({ root }) => publishFolder(database, root, { waiting })),
    );
    expect(waited).toBeGreaterThan(0);
    expect(published.filter(({ isNew }) => isNew)).toHaveLength(2);
    expect((await listVersions(database)).map(({ number }) => number)).toEqual([2, 1]);
  });

  it("makes each step of the schema once, however many begin at once", async () => {
    await Promise.all(Array.from({ length: 20 }, () => prepareSchema(database)));
    const steps = await database.rows("select step from refdesk_shelf_steps order by step");
    expect(steps).toEqual([{ step: 1 }, { step: 2 }]);
  });

  it("says when the tables were made by a newer version of the program", async () => {
    await prepareSchema(database);
    await database.rows("insert into refdesk_shelf_steps (step) values (99)");
    await expect(prepareSchema(database)).rejects.toThrow(/at step 99.*knows 2/);
  });
});
