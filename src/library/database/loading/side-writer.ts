/** Makes the rows of a shelf, or of its public part, from its records and sources part by part. */
import type { WordForms } from "../../../search/analysis.ts";
import { collectEvidence, type PassageSpans } from "../../../shelf/evidence.ts";
import { type RecordRef, recordRef } from "../../../shelf/kinds.ts";
import type { AnyRecord } from "../../../shelf/records.ts";
import type { Source } from "../../../shelf/sources.ts";
import type { Topic } from "../../../shelf/topics.ts";
import { infoOf } from "../../shelf-summary.ts";
import { documentOf } from "../../text-index.ts";
import { createTopicBridges } from "../../topic-bridge.ts";
import { markOf, placeOf } from "../places.ts";
import { linksOf, nameRows, recordRows } from "../record-rows.ts";
import { evidenceRows, paragraphRows, sourceRow } from "../source-rows.ts";
import type { Row } from "../table-rows.ts";
import { documentRows } from "../text-rows.ts";
import {
  addCounts,
  countRecords,
  createLoadCounts,
  NOTHING_COUNTED,
  type WholeCounts,
} from "./load-counts.ts";
import type { LOAD_TABLES } from "./load-tables.ts";
import type { RowBuffers } from "./row-buffers.ts";

/** What is known of the shelf whose rows are made. */
export interface SideSettings {
  readonly shelf: number;
  readonly topics: readonly Topic[];
  readonly hanNames: ReadonlySet<string>;
  /** Returns the names of a record that is there. */
  readonly namesOf: (ref: RecordRef) => readonly string[];
  readonly isThere: (ref: RecordRef) => boolean;
  readonly source: (id: string) => Source | undefined;
  readonly positionOf: (source: string) => number;
  /** Forms of words, kept between records. */
  readonly known: WordForms;
  readonly buffers: RowBuffers;
}

export interface SideWriter {
  records(records: readonly AnyRecord[], spans: PassageSpans): void;
  source(source: Source): void;
  /** Hands on what was counted by value, where that is much, or in any case. */
  flush(always: boolean): void;
  /** Returns what was counted since the last time. */
  takeCounts(): WholeCounts;
}

/** What refers to a record is counted once all are known. */
const NOT_TALLIED = { quotes: 0, reports: 0, counts: {}, total: 0 } as const;

/** Returns the places of a record's passages, each once, with the first piece of evidence that stands there. */
function* passagesOf(record: AnyRecord, spans: PassageSpans): Generator<Row> {
  const known = new Set<string>();
  for (const evidence of collectEvidence(record)) {
    const { start, end } = spans.get(evidence)!;
    const key = `${evidence.source} ${start} ${end}`;
    if (known.has(key)) continue;
    known.add(key);
    yield {
      ...{ source: evidence.source, begins: start, ends: end, evidence: JSON.stringify(evidence) },
      place: placeOf(recordRef(record)),
    };
  }
}

/** Rows with what tells them apart as a column, since the same may come with several records. */
function* withMarks(rows: Iterable<Row>): Generator<Row> {
  for (const row of rows) yield { mark: markOf(row), ...row };
}

/** Creates what makes the rows of one side. */
export function createSideWriter({
  shelf,
  topics,
  hanNames,
  namesOf,
  isThere,
  source: sourceOf,
  positionOf,
  known,
  buffers,
}: SideSettings): SideWriter {
  const longest = [...hanNames].reduce((most, { length }) => Math.max(most, length), 0);
  const bridge = createTopicBridges(topics)({ has: (name) => hanNames.has(name), longest });
  const byValue = createLoadCounts(shelf);
  let counts = NOTHING_COUNTED;
  function add(table: keyof typeof LOAD_TABLES, rows: Iterable<Row>): void {
    for (const row of rows) buffers.add(table, shelf, row);
  }
  return {
    records(records, spans) {
      add("records", recordRows(records, () => NOT_TALLIED).rows());
      add("names", nameRows(records, []).rows());
      for (const record of records) {
        for (const link of linksOf(record)) buffers.add("links", shelf, { ...link });
        add("passages", passagesOf(record, spans));
        byValue.addRecord(record, (ref) => isThere(ref as RecordRef));
      }
      const text = documentRows(records, (record) => documentOf(record, namesOf, bridge), bridge, known);
      add("documents", text.documents.rows());
      byValue.addTexts(text.counts());
      const evidence = evidenceRows({
        records: new Map(records.map((record) => [recordRef(record), record])),
        sources: { get: sourceOf },
        spans,
      });
      add("evidence", withMarks(evidence.rows()));
      counts = addCounts(counts, countRecords(records, text.counts().totals));
    },
    source(source) {
      const info = infoOf(source);
      const row = sourceRow(info, { position: positionOf(source.id), cited: 0, passages: 0 });
      add("sources", [row]);
      add("names", nameRows([], [source]).rows());
      add("paragraphs", paragraphRows([source]).rows());
      counts = addCounts(counts, {
        ...NOTHING_COUNTED,
        ...{ sources: 1, upTo: source.published.date, textLength: source.text.length },
      });
    },
    flush: (always) => byValue.flush(buffers, always),
    takeCounts() {
      const taken = counts;
      counts = NOTHING_COUNTED;
      return taken;
    },
  };
}
