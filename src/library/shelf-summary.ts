/** Summarizes a shelf and its sources. */
import { RECORD_KINDS, type RecordKind } from "../shelf/kinds.ts";
import type { Shelf } from "../shelf/shelf.ts";
import type { Source } from "../shelf/sources.ts";
import { codePointLength } from "../support/code-points.ts";
import { memoizeByKey } from "../support/memoize.ts";
import type { ShelfSummary, SourceInfo } from "./library.ts";

/** Returns a source without its text. */
export const infoOf = memoizeByKey(
  ({ text, ...info }: Source): SourceInfo => ({
    ...info,
    length: text.length,
    characters: codePointLength(text),
  }),
);

/** Returns what a library says about its shelf. */
export function summarizeShelf(shelf: Shelf): ShelfSummary {
  const counts = Object.fromEntries(RECORD_KINDS.map((kind) => [kind, 0])) as Record<RecordKind, number>;
  for (const record of shelf.records.values()) counts[record.kind]++;
  const later = (one: string | null, other: string | null) =>
    one === null || (other !== null && other > one) ? other : one;
  const sources = [...shelf.sources.values()];
  return {
    version: shelf.version,
    sources: sources.length,
    counts,
    upTo: sources.map(({ published }) => published.date).reduce(later, null),
    lastChange: [...shelf.records.values()]
      .map(({ review }) => review.reviewedOn ?? review.entered)
      .reduce(later, null),
  };
}
