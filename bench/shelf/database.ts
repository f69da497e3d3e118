/**
 * `npm run bench:database`: publishes generated shelves in a PostgreSQL server of its own, and measures what a library over it
 * answers, and how much of what a shelf in memory finds.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Database, openDatabase } from "../../src/database/connection.ts";
import { changeFiles } from "../../src/library/database/change-files.ts";
import { createDatabaseLibrary } from "../../src/library/database/database-library.ts";
import { findLevenshtein } from "../../src/library/database/edition.ts";
import { currentVersion } from "../../src/library/database/versions.ts";
import { createLibrary } from "../../src/library/embedded-library.ts";
import type { Library } from "../../src/library/library.ts";
import { type RecordKind, recordRef } from "../../src/shelf/kinds.ts";
import type { AnyRecord } from "../../src/shelf/records.ts";
import { readShelf } from "../../src/shelf/shelf.ts";
import type { FileChange } from "../../src/shelf/shelf-store.ts";
import { programsOf, startPostgres } from "../../test/citation-log/postgres.ts";
import { median, quantile } from "../measure.ts";
import { type Chance, chanceFrom } from "./chance.ts";
import { type DatabaseMeasured, shownDatabase, writeDatabasePage } from "./database-page.ts";
import { makeShelf } from "./making.ts";
import { mistyped } from "./mistyped.ts";
import type { PublishErrand, PublishTook } from "./publishing.ts";
import { runErrand } from "./run-errand.ts";
import { tellable } from "./telling.ts";

const USAGE = "npm run bench:database -- [--write] [number of records …]";
const SIZES = [1_000, 10_000, 100_000];
const SUBJECTS: readonly RecordKind[] = ["terms", "events", "people", "organizations"];
const ROUNDS = { warmUp: 30, asks: 300, compared: 100, changes: 5 } as const;
/** How many records are changed at once. */
const CHANGED = 10;
/** Up to so many records, what is found is compared with a shelf in memory; of more, it would take more than most machines have. */
const COMPARED = 100_000;
/** How many records are asked for of a shelf that is not in memory. */
const SAMPLE = 5_000;
const SHOWN = { suggested: 25, hits: 30, first: 10 } as const;

/** Measures asks, each of which begins when the one before has been answered. */
async function timed(ask: () => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = -ROUNDS.warmUp; round < ROUNDS.asks; round++) {
    const since = performance.now();
    await ask();
    if (round >= 0) times.push(performance.now() - since);
  }
  return times;
}

const words = (chance: Chance, count: number): string =>
  Array.from({ length: count }, () => tellable(chance)).join(" ");

/** Returns which part of the first ten of one library another has among its own. */
async function sharedTen(count: number, given: Library, exact: Library): Promise<number> {
  const chance = chanceFrom(11);
  let [found, expected] = [0, 0];
  for (let search = 0; search < ROUNDS.compared; search++) {
    const query = words(chance, count);
    const ten = async (library: Library) =>
      (await library.search({ words: query, most: SHOWN.first })).hits.map(({ record }) => recordRef(record));
    const [own, all] = [new Set(await ten(given)), await ten(exact)];
    expected += all.length;
    found += all.filter((ref) => own.has(ref)).length;
  }
  return found / Math.max(1, expected);
}

/** Changes some records that say something, in a folder and as a person who reviews them would, and returns the changes. */
function changeSome(root: string, refs: readonly string[], chance: Chance): FileChange[] {
  return Array.from({ length: CHANGED }, () => {
    const file = `data/${chance.of(refs)}.json`;
    const before = readFileSync(join(root, file), "utf8");
    const record = JSON.parse(before) as { label: string; review: object };
    const review = { ...record.review, reviewedBy: "Mina Lee", reviewedOn: "2026-11-30" };
    const after = `${JSON.stringify({ ...record, label: `${record.label}, ${tellable(chance)}`, review }, null, 2)}\n`;
    writeFileSync(join(root, file), after);
    return { file, before, after };
  });
}

/** Measures how long changes of a few records take, in the database alone and by publishing their folder. */
async function measureChanges(
  database: Database,
  { url, root, refs }: PublishErrand & { readonly refs: readonly string[] },
): Promise<DatabaseMeasured["changes"]> {
  const chance = chanceFrom(13);
  changeSome(root, refs, chance);
  const published = runErrand<PublishErrand, PublishTook>("publishing", { url, root });
  const written: number[] = [];
  for (let round = 0; round < ROUNDS.changes; round++) {
    const changes = changeSome(root, refs, chance);
    const since = performance.now();
    await changeFiles(database, changes);
    written.push(performance.now() - since);
  }
  return { written: median(written), published };
}

/** Returns some records of every part of a shelf in a database. */
async function someRecords(database: Database): Promise<AnyRecord[]> {
  const rows = await database.rows<{ body: string }>(
    "select body from refdesk_shelf_records order by md5(place) limit $1",
    [SAMPLE],
  );
  return rows.map(({ body }) => JSON.parse(body) as AnyRecord);
}

async function measure(size: number, programs: string, folder: string): Promise<DatabaseMeasured> {
  const say = (what: string): void => void process.stderr.write(`${size.toLocaleString("en")}: ${what} …\n`);
  const root = mkdtempSync(join(folder, "shelf-"));
  say("making the shelf");
  makeShelf(root, size);
  const shelf = size <= COMPARED ? await readShelf(root) : undefined;
  const postgres = await startPostgres(programs);
  const url = await postgres.database();
  const database = await openDatabase(url, { most: 4 });
  try {
    say("publishing it");
    const published = runErrand<PublishErrand, PublishTook>("publishing", { url, root });
    await database.rows("vacuum analyze");
    const [held] = await database.rows<{ bytes: string }>(
      "select pg_database_size(current_database()) as bytes",
    );
    const version = (await currentVersion(database))!;
    let queries = 0;
    const library = createDatabaseLibrary(
      {
        rows(text, values) {
          queries++;
          return database.rows(text, values);
        },
      },
      version,
      await findLevenshtein(database),
    );
    say("asking again and again");
    const chance = chanceFrom(7);
    const records = shelf ? [...shelf.records.values()] : await someRecords(database);
    const known = records.filter(({ kind }) => SUBJECTS.includes(kind));
    const saying = records.filter(({ kind }) => !SUBJECTS.includes(kind));
    const label = (): string => chance.of(known).label;
    const before = queries;
    const three = await timed(() => library.search({ words: words(chance, 3), most: SHOWN.hits }));
    const queriesASearch = (queries - before) / (ROUNDS.warmUp + ROUNDS.asks);
    const asked = {
      three,
      ten: await timed(() => library.search({ words: words(chance, 10), most: SHOWN.hits })),
      name: await timed(() => library.find({ words: label(), kinds: SUBJECTS })),
      record: await timed(() => library.records([recordRef(chance.of(records))])),
      suggestion: await timed(() => {
        const name = label();
        return library.suggest(name.slice(0, chance.whole(1, name.length)), SUBJECTS, SHOWN.suggested);
      }),
      slip: await timed(() => library.find({ words: mistyped(label(), chance), kinds: SUBJECTS })),
    };
    if (shelf) say("comparing what is found with a shelf in memory");
    const memory = shelf && createLibrary(shelf, { largeFrom: Number.POSITIVE_INFINITY });
    return {
      ...{ size, published, megabytes: Number(held!.bytes) / 2 ** 20, queriesASearch },
      asked: Object.fromEntries(
        Object.entries(asked).map(([what, times]) => [
          what,
          { median: median(times), late: quantile(times, 0.99) },
        ]),
      ) as DatabaseMeasured["asked"],
      sharedThree: memory && (await sharedTen(3, library, memory)),
      sharedTen: memory && (await sharedTen(10, library, memory)),
      changes: await measureChanges(database, { url, root, refs: saying.map(recordRef) }),
    };
  } finally {
    await database.close();
    await postgres.close();
  }
}

async function bench(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { write: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const sizes = positionals.length > 0 ? positionals.map(Number) : SIZES;
  if (sizes.some((size) => !(size >= 100))) throw new Error(`At least 100 records: ${USAGE}`);
  const programs = programsOf();
  if (programs === undefined) throw new Error("PostgreSQL was not found: apt-get install postgresql");
  const folder = mkdtempSync(join(tmpdir(), "refdesk-database-"));
  try {
    const measured: DatabaseMeasured[] = [];
    for (const size of sizes) measured.push(await measure(size, programs, folder));
    if (values.write) await writeDatabasePage(measured);
    console.log(shownDatabase(measured));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

await bench(process.argv.slice(2));
