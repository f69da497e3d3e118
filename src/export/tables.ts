/** Exports the shelf as tables: one for each kind of record, one of sources and one of passages. */
import { evidenceWithPointers, type TextSpan } from "../shelf/evidence.ts";
import { RECORD_KINDS, type RecordKind, recordRef } from "../shelf/kinds.ts";
import type { AnyRecord, Evidence } from "../shelf/records.ts";
import type { Shelf } from "../shelf/shelf.ts";
import type { Source } from "../shelf/sources.ts";
import { labelsByLanguage } from "../shelf/translations.ts";
import { codePointLength, toCodePoints } from "../support/code-points.ts";
import { type CsvRow, collectColumns, csvLines, joinCell } from "./csv.ts";

const isText = (value: unknown): value is string => typeof value === "string";

/**
 * Flattens a value into columns: `said.date` for nested fields, `accounts.1.verb` for lists, counted from 1, and
 * one cell for a list of texts. A null is an empty cell.
 */
function flattenValue(value: unknown, path = ""): CsvRow {
  if (value === undefined) return {};
  if (value === null) return { [path]: "" };
  if (typeof value !== "object") return { [path]: String(value) };
  if (Array.isArray(value) && value.every(isText)) return { [path]: joinCell(value) };
  const inner = Array.isArray(value)
    ? value.map((item, index) => [index + 1, item] as const)
    : Object.entries(value);
  return Object.assign(
    {},
    ...inner.map(([key, child]) => flattenValue(child, path === "" ? `${key}` : `${path}.${key}`)),
  );
}

/** Flattens a record; its labels by language are columns, its notes are one cell of texts, and those that are cautions another. */
const recordRow = ({ id, kind: _, notes, translations, ...record }: AnyRecord): CsvRow => ({
  id,
  ...flattenValue({
    ...record,
    labels: labelsByLanguage({ translations }),
    notes: notes.map((note) => (isText(note) ? note : note.text)),
    cautions: notes.flatMap((note) => (isText(note) ? [] : [note.text])),
  }),
});

/** Flattens a source without its card, which repeats the same data and is part of the linked data. */
function sourceRow({ text, order: _order, card: _card, translations: _, id, ...said }: Source): CsvRow {
  return { id, ...flattenValue(said), length: String(codePointLength(text)) };
}

/** A passage as it stands in its source, with the context by which the record locates it. */
export interface ExportedPassage {
  readonly evidence: Evidence;
  /** A JSON Pointer into the record. */
  readonly pointer: string;
  readonly record: AnyRecord;
  readonly source: Source;
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
  /** Offsets into the stored text in Unicode code points. */
  readonly start: number;
  readonly end: number;
}

function passageOf(
  record: AnyRecord,
  pointer: string,
  evidence: Evidence,
  span: TextSpan,
  source: Source,
): ExportedPassage {
  const { text } = source;
  const { start, end } = span;
  return {
    evidence,
    pointer,
    record,
    source,
    exact: text.slice(start, end),
    ...(evidence.prefix === undefined ? {} : { prefix: text.slice(start - evidence.prefix.length, start) }),
    ...(evidence.suffix === undefined ? {} : { suffix: text.slice(end, end + evidence.suffix.length) }),
    ...toCodePoints(text, span),
  };
}

/** Yields the passages of all records, in the order of the shelf. */
export function* exportedPassages({ records, sources, spans }: Shelf): Generator<ExportedPassage> {
  for (const record of records.values())
    for (const { pointer, evidence } of evidenceWithPointers(record))
      yield passageOf(record, pointer, evidence, spans.get(evidence)!, sources.get(evidence.source)!);
}

const passageRow = ({ record, pointer, source, ...passage }: ExportedPassage): CsvRow => ({
  record: recordRef(record),
  at: pointer,
  source: source.id,
  exact: passage.exact,
  prefix: passage.prefix ?? "",
  suffix: passage.suffix ?? "",
  start: String(passage.start),
  end: String(passage.end),
  note: passage.evidence.note ?? "",
});

function* mapped<Item, Value>(items: Iterable<Item>, map: (item: Item) => Value): Generator<Value> {
  for (const item of items) yield map(item);
}

function* ofKind({ records }: Shelf, kind: RecordKind): Generator<AnyRecord> {
  for (const record of records.values()) if (record.kind === kind) yield record;
}

/**
 * Yields the lines of a table.
 * @param rows gives the rows anew at each call: they are gone through for their columns first
 */
const tableOf = (rows: () => Iterable<CsvRow>, first: readonly string[]): Iterable<string> =>
  csvLines(rows(), collectColumns(rows(), first));

/** Returns the tables by file name, each as what gives its lines. */
export const exportTables = (shelf: Shelf): Map<string, () => Iterable<string>> =>
  new Map([
    ["sources.csv", () => tableOf(() => mapped(shelf.sources.values(), sourceRow), ["id"])],
    ...RECORD_KINDS.map((kind): [string, () => Iterable<string>] => [
      `${kind}.csv`,
      () => tableOf(() => mapped(ofKind(shelf, kind), recordRow), ["id", "label"]),
    ]),
    ["passages.csv", () => tableOf(() => mapped(exportedPassages(shelf), passageRow), [])],
  ]);
