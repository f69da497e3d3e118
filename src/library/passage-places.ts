/** Tells where the passages of a shelf stand, with the paragraphs around them. */
import { collectEvidence } from "../shelf/evidence.ts";
import { type RecordRef, recordRef } from "../shelf/kinds.ts";
import type { AnyRecord, Evidence } from "../shelf/records.ts";
import type { Shelf } from "../shelf/shelf.ts";
import type { Source } from "../shelf/sources.ts";
import { pairOffsets } from "../support/code-points.ts";
import { memoizeByKey } from "../support/memoize.ts";
import { paragraphRanges } from "../support/paragraphs.ts";
import {
  MOST_GIVEN,
  type Page,
  type PassageContext,
  type PassageQuery,
  type SourcePassage,
} from "./library.ts";
import type { Citing } from "./referrers.ts";
import { infoOf } from "./shelf-summary.ts";

const pairsOf = memoizeByKey(({ text }: Source) => pairOffsets(text));

/** Where the paragraphs of a source begin and end. */
export const paragraphsOf = memoizeByKey(({ text }: Source) => {
  const ranges = paragraphRanges(text);
  return {
    starts: Uint32Array.from(ranges, ({ start }) => start),
    ends: Uint32Array.from(ranges, ({ end }) => end),
  };
});

/** Gathers what the passages of a source are placed by, which is otherwise gathered when it is first needed. */
export function prepareSource(source: Source): void {
  paragraphsOf(source);
  pairsOf(source);
  infoOf(source);
}

/** Returns how many of some items, which are in order, come before the first that does not. */
export function countBefore<Item>(items: ArrayLike<Item>, isBefore: (item: Item) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(items[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}

export interface PassagePlaces {
  /** @throws {Error} when the evidence does not belong to a record of this shelf */
  context(evidence: Evidence): PassageContext;
  passages(source: string, query: PassageQuery): Page<SourcePassage>;
}

/** Creates the places of a shelf. Those of a source are put in order when they are first asked for. */
export function createPassagePlaces(
  { sources, spans }: Pick<Shelf, "sources" | "spans">,
  citing: () => Citing,
): PassagePlaces {
  const ordered = new Map<string, readonly SourcePassage[]>();

  function passagesOf(source: string, records: Iterable<AnyRecord>): readonly SourcePassage[] {
    const found = new Map<string, SourcePassage & { readonly records: RecordRef[] }>();
    for (const record of records)
      for (const evidence of collectEvidence(record)) {
        const span = evidence.source === source ? spans.get(evidence) : undefined;
        if (!span) continue;
        const key = `${span.start}-${span.end}`;
        const ref = recordRef(record);
        const there = found.get(key);
        if (!there) found.set(key, { ...span, evidence, records: [ref] });
        else if (there.records.at(-1) !== ref) there.records.push(ref);
      }
    return [...found.values()].sort((a, b) => a.start - b.start || b.end - a.end);
  }

  return {
    context(evidence) {
      const source = sources.get(evidence.source);
      const span = spans.get(evidence);
      if (!source || !span) throw new Error(`No such evidence on this shelf: ${JSON.stringify(evidence)}`);
      const { start, end } = span;
      const { starts, ends } = paragraphsOf(source);
      const first = starts[countBefore(starts, (at) => at <= start) - 1] ?? start;
      const last = ends[countBefore(ends, (at) => at < end)] ?? end;
      return {
        source: infoOf(source),
        text: source.text.slice(start, end),
        ...{ start, end },
        pairsBefore: countBefore(pairsOf(source), (at) => at < start),
        before: source.text.slice(first, start),
        after: source.text.slice(end, last),
      };
    },
    passages(source, { near, from = 1, most = MOST_GIVEN }) {
      const all = ordered.get(source) ?? passagesOf(source, citing().get(source) ?? []);
      ordered.set(source, all);
      // Of those nearest to an offset, half are before it.
      const begin =
        near === undefined
          ? from - 1
          : Math.max(0, countBefore(all, ({ start }) => start < near) - Math.floor(most / 2));
      return { hits: all.slice(begin, begin + most), total: all.length };
    },
  };
}
