/** Finds records whose passage lies inside another's, so that a librarian may have entered the same thing twice. */
import { type RecordRef, recordRef } from "./kinds.ts";
import type { AnyRecord, FactRecord, QuoteRecord } from "./records.ts";
import type { Shelf } from "./shelf.ts";

type SpokenRecord = QuoteRecord | FactRecord;

const isSpoken = (record: AnyRecord): record is SpokenRecord =>
  record.kind === "quotes" || record.kind === "facts";

/** A passage of one record that lies inside a passage of another. */
interface DoublePassage {
  readonly record: RecordRef;
  /** JSON Pointer of the passage in the record. */
  readonly pointer: string;
  readonly words: string;
  readonly other: RecordRef;
}

interface PlacedPassage extends Omit<DoublePassage, "other"> {
  readonly group: string;
  readonly start: number;
  readonly end: number;
}

/** Returns the passages that lie inside another record's of the same kind and speaker, of two equal ones the second. */
export function findDoubles({ records, spans }: Pick<Shelf, "records" | "spans">): DoublePassage[] {
  const placed = [...records.values()].filter(isSpoken).flatMap((record) =>
    record.passages.flatMap((evidence, index): PlacedPassage[] => {
      const span = spans.get(evidence);
      const group = [record.kind, record.speaker ?? "", evidence.source].join(" ");
      return span
        ? [
            {
              ...span,
              group,
              record: recordRef(record),
              pointer: `/passages/${index}`,
              words: evidence.exact,
            },
          ]
        : [];
    }),
  );
  placed.sort((a, b) =>
    a.group < b.group ? -1 : a.group > b.group ? 1 : a.start - b.start || b.end - a.end,
  );
  const found: DoublePassage[] = [];
  /** The passage of the group that reaches the farthest so far, and so holds the next one if any does. */
  let open: PlacedPassage | undefined;
  for (const passage of placed) {
    const { record, pointer, words } = passage;
    if (open?.group === passage.group && passage.end <= open.end) {
      if (open.record !== record) found.push({ record, pointer, words, other: open.record });
    } else open = passage;
  }
  return found;
}
