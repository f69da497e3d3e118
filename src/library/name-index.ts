/**
 * Resolves what people type to names on the shelf: exact, all words in one name, prefix, or within a few typing
 * errors.
 */
import { RECORD_KINDS, type RecordKind } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { runInSlices } from "../support/time-slices.ts";
import { findMentions } from "./mentions.ts";
import {
  bitsOf,
  createSegmentBuilder,
  joinedOf,
  type NameSegment,
  type SegmentQueries,
  wordsOf,
} from "./name-segment.ts";

/**
 * An index of all names on a shelf. Results hold every record once, in shelf order unless a method says otherwise.
 * Lookups take a few milliseconds at most among several hundred thousand names.
 */
export interface NameIndex {
  /** Finds names that are equal after folding and without spaces. */
  exact(typed: string, kinds: readonly RecordKind[]): AnyRecord[];
  /** Finds names that contain all the words typed, in any order, or the Chinese characters typed. */
  allWords(typed: string, kinds: readonly RecordKind[]): AnyRecord[];
  /** Finds the names nearest to what was typed, within a few typing errors. */
  fuzzy(typed: string, kinds: readonly RecordKind[]): AnyRecord[];
  /** Finds names that begin with what was typed, then, for a single word, names with any word that begins so. */
  prefix(typed: string, kinds: readonly RecordKind[]): AnyRecord[];
  /** Returns at most `most` records that may be meant by an incomplete name, the surest first. */
  suggest(typed: string, kinds: readonly RecordKind[], most: number): AnyRecord[];
  /** Returns the records whose names occur in a text, in text order; of overlapping names, the longest wins. */
  mentionedIn(text: string, kinds: readonly RecordKind[]): AnyRecord[];
  /** Builds what is otherwise built when first needed, step by step: half a second for several hundred thousand names. */
  readonly warmUp: readonly (() => unknown)[];
  /**
   * Returns an index without some of the records and with others; this one finds what it found before. Takes time for what
   * has come, until that is a part of the whole that makes another index worth its time: then for all, in slices.
   */
  changed(gone: ReadonlySet<AnyRecord>, come: readonly AnyRecord[]): Promise<NameIndex>;
}

/** Compares records by their places on a shelf, which is sorted by kind and by file name. */
export function compareOnShelf(one: AnyRecord, other: AnyRecord): number {
  if (one.kind !== other.kind) return RECORD_KINDS.indexOf(one.kind) - RECORD_KINDS.indexOf(other.kind);
  return `${one.id}.json` < `${other.id}.json` ? -1 : 1;
}

/** A segment without what is gone from it, and what is left of it. */
interface Layer {
  readonly segment: NameSegment;
  readonly records: readonly AnyRecord[];
  readonly gone: ReadonlySet<AnyRecord>;
}

/** How many records may have come until all are indexed anew: a share of the others, and so many at least. */
const COME = { share: 0.1, least: 500 } as const;

/** Merges what two layers found, each in the order of the shelf. */
function merged(lists: readonly (readonly AnyRecord[])[], most?: number): readonly AnyRecord[] {
  const [first = [], ...others] = lists.filter((list) => list.length > 0);
  return others.length === 0 ? first : [first, ...others].flat().sort(compareOnShelf).slice(0, most);
}

function indexOver(layers: readonly Layer[]): NameIndex {
  const queries: readonly SegmentQueries[] = layers.map(({ segment, gone }) => segment.without(gone));
  const ofAll = (find: (one: SegmentQueries) => AnyRecord[], most?: number) =>
    merged(queries.map(find), most);

  /** The ways of matching, from the surest to the least sure. Each returns at most `most` records. */
  const ways = {
    same: (typed: string, kinds: number, most?: number) =>
      ofAll((one) => one.same(joinedOf(typed), kinds, most), most),
    beginning(typed: string, kinds: number, most?: number) {
      const words = wordsOf(typed);
      if (words.length === 0) return [];
      const begun = ofAll((one) => one.opening(words.join(""), kinds, most), most);
      return words.length > 1
        ? begun
        : [...begun, ...ofAll((one) => one.begun(words[0]!, kinds, most), most)];
    },
    words: (typed: string, kinds: number, most?: number) =>
      ofAll((one) => one.wording(wordsOf(typed), kinds, most), most),
    alike(typed: string, kinds: number, most?: number) {
      const found = queries.map((one) => one.nearest(typed, kinds, most));
      const least = Math.min(...found.map(({ far }) => far));
      return merged(
        found.filter(({ far }) => far === least).map(({ records }) => records),
        most,
      );
    },
  };

  const distinct = (found: Iterable<AnyRecord>): AnyRecord[] => [...new Set(found)];

  return {
    exact: (typed, kinds) => distinct(ways.same(typed, bitsOf(kinds))),
    allWords: (typed, kinds) => distinct(ways.words(typed, bitsOf(kinds))),
    fuzzy: (typed, kinds) => distinct(ways.alike(typed, bitsOf(kinds))),
    prefix: (typed, kinds) => distinct(ways.beginning(typed, bitsOf(kinds))),
    suggest(typed, kinds, most) {
      const found = new Set<AnyRecord>();
      for (const way of [ways.same, ways.beginning, ways.words, ways.alike]) {
        for (const record of way(typed, bitsOf(kinds), most)) found.add(record);
        if (found.size >= most) break;
      }
      return [...found].slice(0, most);
    },
    mentionedIn(text, kinds) {
      const wanted = bitsOf(kinds);
      const named = (joined: string): readonly AnyRecord[] =>
        joined.length < 2 ? [] : ofAll((one) => one.same(joined, wanted));
      return distinct(findMentions(text, named));
    },
    warmUp: layers.flatMap(({ segment }) => segment.warmUp),
    async changed(gone, come) {
      const [base, ...later] = layers;
      const isLeft = (record: AnyRecord) => !gone.has(record);
      const left = later.flatMap(({ records }) => records).filter(isLeft);
      const added = [...left, ...come].sort(compareOnShelf);
      const goneFromBase = new Set([...base!.gone, ...[...gone].filter(base!.segment.has)]);
      if (added.length > Math.max(COME.least, base!.segment.size * COME.share)) {
        const all = base!.records.filter((record) => !goneFromBase.has(record));
        return createNameIndexInSlices([...all, ...added].sort(compareOnShelf));
      }
      const layer = { ...base!, gone: goneFromBase };
      return indexOver(added.length === 0 ? [layer] : [layer, layerOf(added)]);
    },
  };
}

function layerOf(records: readonly AnyRecord[]): Layer {
  const builder = createSegmentBuilder();
  for (const record of records) builder.add(record);
  return { segment: builder.segment(), records, gone: new Set() };
}

/** Indexes the ids and names of all records. */
export const createNameIndex = (all: Iterable<AnyRecord>): NameIndex => indexOver([layerOf([...all])]);

/** Does the same in slices, with all that is otherwise built when first needed. */
async function createNameIndexInSlices(records: readonly AnyRecord[]): Promise<NameIndex> {
  const builder = createSegmentBuilder();
  await runInSlices(records, builder.add);
  const segment = builder.segment();
  await runInSlices(segment.warmUp, (step) => step());
  return indexOver([{ segment, records, gone: new Set() }]);
}
