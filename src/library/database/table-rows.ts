/** What the tables of a shelf hold, as rows that a publish compares with those that are there. */
import { recordNames } from "../../shelf/kinds.ts";
import type { Shelf } from "../../shelf/shelf.ts";
import { createPassagePlaces } from "../passage-places.ts";
import { createRecordLists } from "../record-lists.ts";
import { createRelations } from "../referrers.ts";
import { createTopicBridge } from "../topic-bridge.ts";
import {
  appearancesIn,
  countHolders,
  createDatesOf,
  DATES,
  HAN_NAMES,
  hanNamesOf,
  heldRows,
  linkRows,
  linksOf,
  nameRows,
  recordRows,
} from "./record-rows.ts";
import { evidenceRows, paragraphRows, passageRows, sourceRows } from "./source-rows.ts";
import { createTextRows, type TextTotals, termRows, wordRows } from "./text-rows.ts";

/** One row, by column. Texts that may hold anything are JSON, which PostgreSQL stores whatever they hold. */
export type Row = Readonly<Record<string, unknown>>;

/** The rows of one table. */
export interface TableRows {
  readonly table: string;
  /** The type of each column. */
  readonly columns: Readonly<Record<string, string>>;
  /** Each row once, made when it is its turn. */
  rows(): Iterable<Row>;
}

/** The rows of a whole shelf, to be taken table by table, in this order. */
export interface ShelfRows {
  readonly tables: readonly TableRows[];
  /** Known once all rows have been taken. */
  totals(): TextTotals;
}

/** Prepares the rows of a shelf. */
export function shelfRows(shelf: Shelf): ShelfRows {
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
