/** Drafts the sources of the shelf anew, and compares the drafts with the records that people made of them. */
import type { Draft } from "../src/drafts/draft.ts";
import { draftText } from "../src/drafts/draft-text.ts";
import { knownRecord } from "../src/drafts/known-records.ts";
import { collectEvidence } from "../src/shelf/evidence.ts";
import { foldName } from "../src/shelf/fold.ts";
import { type RecordKind, recordNames, recordRef } from "../src/shelf/kinds.ts";
import type { AnyRecord } from "../src/shelf/records.ts";
import type { Shelf } from "../src/shelf/shelf.ts";
import type { Source } from "../src/shelf/sources.ts";

/** The kinds of drafts from which each kind of record is made; nobody drafts facts, which are an editor’s choice. */
const DRAFTED_AS: Readonly<Partial<Record<RecordKind, readonly Draft["kind"][]>>> = {
  pledges: ["sum", "gift"],
  quotes: ["quotation"],
  terms: ["definition"],
  events: ["event"],
  people: ["person"],
  organizations: ["organization"],
};

/** Of one kind of record: how many the shelf has, which of them were not drafted, and how many drafts there are besides. */
export interface Comparison {
  readonly kind: RecordKind;
  readonly records: number;
  readonly missed: readonly string[];
  readonly besides: number;
}

/** Tells whether a draft is of a record: the same name, or a passage that meets one of the record’s. */
function isOf(draft: Draft, record: AnyRecord, source: Source, { spans }: Shelf): boolean {
  const name = draft.name ?? draft.term;
  if (name !== undefined) return recordNames(record).some((own) => foldName(own) === foldName(name));
  const places = collectEvidence(record).flatMap((evidence) => {
    const span = evidence.source === source.id ? spans.get(evidence) : undefined;
    return span ? [span] : [];
  });
  return draft.passages.some((passage) =>
    places.some(({ start, end }) => passage.start < end && start < passage.end),
  );
}

/** Compares the drafts of a source with the records that rest on it. */
export function compareWithRecords(source: Source, shelf: Shelf): Comparison[] {
  const { drafts, reading } = draftText(source.text, {
    published: source.published.date ?? undefined,
    language: source.language,
  });
  return Object.entries(DRAFTED_AS).map(([kind, kinds]): Comparison => {
    const records = [...shelf.records.values()].filter(
      (record) =>
        record.kind === kind && collectEvidence(record).some((evidence) => evidence.source === source.id),
    );
    const own = drafts.filter((draft) => kinds.includes(draft.kind) && (kind !== "pledges" || draft.gift));
    const matches = (record: AnyRecord) =>
      own.filter(
        (draft) =>
          isOf(draft, record, source, shelf) || knownRecord(draft, reading, shelf)?.ref === recordRef(record),
      );
    const found = new Set(records.flatMap(matches));
    return {
      kind: kind as RecordKind,
      records: records.length,
      missed: records.filter((record) => matches(record).length === 0).map(({ id }) => id),
      besides: own.length - found.size,
    };
  });
}

/** Writes a comparison as a row of the table in docs/drafts.md. */
export const comparisonRow = (source: Source, { kind, records, missed, besides }: Comparison): string =>
  `| ${source.publisher} | ${kind} | ${records - missed.length} of ${records} | ${missed.join(", ") || "–"} | ${besides} |`;
