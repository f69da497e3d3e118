/** The rows of a whole shelf as they follow from all of it in memory, with which those in a database are compared. */
import { isDeepStrictEqual } from "node:util";
import type { Database } from "../../src/database/connection.ts";
import { linkTo, markOf, placeOf } from "../../src/library/database/places.ts";
import {
  countHolders,
  createDatesOf,
  DATES,
  HAN_NAMES,
  hanNamesOf,
  heldRows,
  type Link,
  linkRows,
  linksOf,
  namedAs,
  nameRows,
  ROLES,
  recordRows,
} from "../../src/library/database/record-rows.ts";
import { digestOf } from "../../src/library/database/shelf-files.ts";
import {
  evidenceRows,
  paragraphRows,
  passageRows,
  sourceRow,
  sourceTable,
} from "../../src/library/database/source-rows.ts";
import type { TableRows } from "../../src/library/database/table-rows.ts";
import { createTextRows, termRows, wordRows } from "../../src/library/database/text-rows.ts";
import {
  currentVersion,
  VERSIONED_TABLES,
  type VersionSummary,
} from "../../src/library/database/versions.ts";
import { shelfWithout } from "../../src/library/partial-shelf.ts";
import { createPassagePlaces, type PassagePlaces } from "../../src/library/passage-places.ts";
import { createRecordLists } from "../../src/library/record-lists.ts";
import { type Citing, createRelations } from "../../src/library/referrers.ts";
import { infoOf, summarizeShelf } from "../../src/library/shelf-summary.ts";
import { createTopicBridge } from "../../src/library/topic-bridge.ts";
import { readShelfFiles } from "../../src/shelf/files.ts";
import { recordNames, recordRef } from "../../src/shelf/kinds.ts";
import type { AnyRecord } from "../../src/shelf/records.ts";
import { readShelf, type Shelf } from "../../src/shelf/shelf.ts";
import type { Source } from "../../src/shelf/sources.ts";

/** Returns under what the records of a shelf that others name in a part are looked up. */
function appearancesIn(records: readonly AnyRecord[]): Link[] {
  const there = new Set(records.map(recordRef));
  return ROLES.flatMap((role) => {
    const named = new Set(records.flatMap((record) => namedAs(role, record)));
    return [...named]
      .filter((ref) => there.has(ref))
      .map((ref) => ({ target: linkTo.appearing(role), place: placeOf(ref) }));
  });
}

/** The sources of a shelf without their texts. */
const sourceRows = (sources: readonly Source[], citing: () => Citing, places: PassagePlaces): TableRows =>
  sourceTable(function* () {
    for (const [position, source] of sources.entries())
      yield sourceRow(infoOf(source), {
        position,
        cited: citing().get(source.id)?.size ?? 0,
        passages: places.passages(source.id, { most: 0 }).total,
      });
  });

/** Returns the rows of a shelf, to be taken table by table, and what is counted once all have been. */
function shelfRows(shelf: Shelf) {
  const records = [...shelf.records.values()];
  const { referrers, citing } = createRelations(records);
  const bridge = createTopicBridge(shelf.topics, records.flatMap(recordNames));
  const text = createTextRows(records, { records: shelf.records, bridge });
  const sources = [...shelf.sources.values()];
  const places = createPassagePlaces(shelf, citing);
  const lists = createRecordLists({ records, referrers, citing });
  return {
    tables: [
      recordRows(records, lists.tally),
      nameRows(records, sources),
      heldRows(HAN_NAMES, () => countHolders(records, hanNamesOf)),
      linkRows(function* () {
        for (const record of records) yield* linksOf(record);
        yield* appearancesIn(records);
      }),
      heldRows(DATES, () => countHolders(records, createDatesOf())),
      text.documents,
      termRows(() => text.counts().terms),
      wordRows(() => text.counts().words),
      sourceRows(sources, citing, places),
      paragraphRows(sources),
      evidenceRows(shelf),
      passageRows(sources, places),
    ],
    totals: () => text.counts().totals,
  };
}

/** Returns what is known of a shelf as a whole. */
function summaryOf(
  shelf: Shelf,
  hidden: readonly string[],
  totals: VersionSummary["totals"],
): VersionSummary {
  const names = [...shelf.records.values()].flatMap(hanNamesOf);
  return {
    about: summarizeShelf(shelf),
    totals,
    topics: shelf.topics,
    hidden,
    longestHanName: Math.max(0, ...names.map(({ length }) => length)),
    textLength: [...shelf.sources.values()].reduce((sum, { text }) => sum + text.length, 0),
  };
}

/** Rows as they are told apart: by table and side, each with what it is a mark of. */
type Marks = Map<string, Map<string, object>>;

function marksOf(shelf: Shelf, side: string, marks: Marks): VersionSummary["totals"] {
  const { tables, totals } = shelfRows(shelf);
  for (const { table, rows } of tables)
    marks.set(`${table} ${side}`, new Map([...rows()].map((row) => [markOf(row), row])));
  return totals();
}

/** Returns what the version that is read in a database lacks of a folder, and has besides: a few rows by table, and what is known of it. */
export async function differenceTo(database: Database, root: string): Promise<Record<string, unknown>> {
  const shelf = await readShelf(root);
  const marks: Marks = new Map();
  const hidden = [...shelf.sources.values()]
    .filter(({ visibility }) => visibility === "desk")
    .map(({ id }) => id);
  let summary = summaryOf(shelf, hidden, marksOf(shelf, "whole", marks));
  if (hidden.length > 0) {
    const { citing } = createRelations([...shelf.records.values()]);
    const open = shelfWithout(shelf, new Set(hidden), citing());
    summary = { ...summary, open: summaryOf(open, [], marksOf(open, "open", marks)) };
  }
  const files = await readShelfFiles(root);
  marks.set(
    "refdesk_shelf_files whole",
    new Map(
      files.names.map((path) => {
        const row = { path, digest: digestOf(Buffer.from(files.text(path)!)) };
        return [markOf(row), row];
      }),
    ),
  );
  const version = (await currentVersion(database))!;
  const found: Record<string, unknown> = {};
  for (const table of VERSIONED_TABLES) {
    const rows = await database.rows<{ side: string; mark: string; row: object }>(
      `select case when shelf > 0 then 'whole' else 'open' end as side, replace(mark::text, '-', '') as mark,
         to_jsonb(t) - 'content' as row from ${table} t where since <= $1 and until > $1`,
      [version.number],
    );
    for (const side of hidden.length > 0 ? ["whole", "open"] : ["whole"]) {
      const expected = new Map(marks.get(`${table} ${side}`) ?? []);
      const others = rows.filter((row) => row.side === side && !expected.delete(row.mark));
      if (others.length > 0) found[`${table} ${side} has`] = others.slice(0, 3).map(({ row }) => row);
      if (expected.size > 0) found[`${table} ${side} lacks`] = [...expected.values()].slice(0, 3);
    }
  }
  if (version.hash !== shelf.hash) found.hash = version.hash;
  if (!isDeepStrictEqual(version.summary, JSON.parse(JSON.stringify(summary))))
    found.summary = { given: version.summary, expected: summary };
  return found;
}
