/** Implements `Library` over a verified shelf in memory: names by `NameIndex`, full text by src/search. */

import { RECORD_KINDS, type RecordKind, recordRef } from "../shelf/kinds.ts";
import type { ReportProgress } from "../shelf/load-progress.ts";
import type { AnyRecord, RecordOf } from "../shelf/records.ts";
import type { Shelf } from "../shelf/shelf.ts";
import type { Source } from "../shelf/sources.ts";
import { pairOffsets } from "../support/code-points.ts";
import type { CacheLocation } from "../support/disk-cache.ts";
import { lazy } from "../support/lazy.ts";
import { memoizeByKey } from "../support/memoize.ts";
import { paragraphRanges } from "../support/paragraphs.ts";
import { yieldTurn } from "../support/time-slices.ts";
import type { FindQuery, FindResult, HiddenContent, Library, PassageContext, Suggestion } from "./library.ts";
import { createNameIndex, type NameIndex } from "./name-index.ts";
import {
  type Citing,
  mostReferenced,
  type Referrers,
  recordsBySource,
  referrersByTarget,
  relateInSlices,
} from "./referrers.ts";
import { shelfDifference } from "./shelf-difference.ts";
import { infoOf, summarizeShelf } from "./shelf-summary.ts";
import { createShelfTexts, type ShelfTexts } from "./shelf-texts.ts";

const pairsOf = memoizeByKey(({ text }: Source) => pairOffsets(text));

const paragraphsOf = memoizeByKey(({ text }: Source) => paragraphRanges(text));

/** The most suggestions that any platform shows. */
const MAX_SUGGESTIONS = 100;

/** Number of records from which the full text is indexed and searched in a worker thread; fewer take a few ms. */
const LARGE_SHELF = 2_000;

/** Options of `createLibrary`. */
export interface LibraryOptions {
  /** Where the index of a large shelf is cached between starts; without it, the index is rebuilt at every start. */
  readonly location?: CacheLocation;
  /**
   * Whether to index a large shelf right away, as a server does; until it is done, `search` returns `ready: false`.
   * Otherwise the shelf is indexed at the first search, which waits for it.
   */
  readonly eager?: boolean;
  readonly report?: ReportProgress;
  /** Overrides the number of records from which a shelf is large. */
  readonly largeFrom?: number;
}

/** A library over a shelf in memory, of which another edition can be made with what has changed. */
export interface EmbeddedLibrary extends Library {
  /**
   * Returns a library over another edition of the shelf, on which a record that has not changed is the same object. This
   * one answers as before. Works in slices; resolves once the other answers as fast as this one does.
   */
  changed(next: Shelf): Promise<EmbeddedLibrary>;
  without(content: HiddenContent): EmbeddedLibrary;
}

/** The indexes of a library. */
interface LibraryIndexes {
  readonly names: NameIndex;
  readonly referrers: () => Referrers;
  readonly citing: () => Citing;
  readonly texts: ShelfTexts;
}

/** A library from which some content is left out. */
interface PartialLibrary {
  readonly hidden: HiddenContent;
  readonly library: EmbeddedLibrary;
}

/** Returns a shelf without some of its sources and records. */
const shelfWithout = (shelf: Shelf, { sources, records }: HiddenContent): Shelf => ({
  ...shelf,
  sources: new Map([...shelf.sources].filter(([id]) => !sources.has(id))),
  records: new Map([...shelf.records].filter(([ref]) => !records.has(ref))),
});

const isSameSet = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((value) => other.has(value));

const textOptions = ({ location, report, largeFrom = LARGE_SHELF }: LibraryOptions) => ({
  ...{ location, report, largeFrom },
});

/** Stands here so that the function it returns keeps nothing alive but the value: no library that another came after. */
const constantly =
  <Value>(value: Value) =>
  () =>
    value;

/** Creates a library over one shelf. Everything except the name index is built when first needed. */
export function createLibrary(shelf: Shelf, options: LibraryOptions = {}): EmbeddedLibrary {
  const records = [...shelf.records.values()];
  const referrers = lazy(() => referrersByTarget(records));
  return libraryOver(shelf, options, {
    names: createNameIndex(records),
    referrers,
    citing: lazy(() => recordsBySource(records)),
    texts: createShelfTexts({ shelf, referrers }, textOptions(options)),
  });
}

/** @param prepared the part of the library that is likely to be asked for */
function libraryOver(
  shelf: Shelf,
  options: LibraryOptions,
  { names, referrers, citing, texts }: LibraryIndexes,
  prepared?: PartialLibrary,
): EmbeddedLibrary {
  const { eager: ahead = false, largeFrom: large = LARGE_SHELF } = options;
  const records = [...shelf.records.values()];
  const suggestedFirst = lazy(() => mostReferenced(records, referrers()));
  const about = lazy(() => summarizeShelf(shelf));
  const onSource = (source: string): ReadonlySet<AnyRecord> => citing().get(source) ?? new Set();

  /** Tries the ways of matching a name from the surest to the least sure, and stops at the first with hits. */
  function resolve(words: string, kinds: readonly RecordKind[]): FindResult {
    const same = names.exact(words, kinds);
    if (same.length > 0) return { by: "name", hits: same };
    const whole = names.allWords(words, kinds);
    if (whole.length > 0) return { by: "words", hits: whole };
    const alike = names.fuzzy(words, kinds);
    return alike.length > 0 ? { by: "likeness", hits: alike } : { by: "name", hits: [] };
  }

  /** The libraries that were made of this one, by leaving out some of it. */
  const parts: PartialLibrary[] = [];

  const isEager = ahead && shelf.records.size >= large;
  const isStarting = async (): Promise<boolean> => isEager && (await texts.index()).starting();
  if (isEager) {
    // Ignored here because every search reports the same failure.
    void texts.index().catch(() => {});
    setImmediate(() => {
      names.warmUp();
      suggestedFirst();
    });
  }

  async function findHits({
    words,
    in: where = "names",
    kinds = RECORD_KINDS,
    concerning,
    source,
  }: FindQuery): Promise<FindResult> {
    if (words === undefined || words === "") {
      const listed =
        concerning !== undefined
          ? [...(referrers().get(concerning) ?? [])]
          : source !== undefined
            ? [...onSource(source)]
            : records;
      return { by: "list", hits: listed.filter(({ kind }) => kinds.includes(kind)) };
    }
    if (where === "names") return resolve(words, kinds);
    const found = await (await texts.index()).holding(words, kinds);
    const hits = found.map((ref) => shelf.records.get(ref)!);
    if (where === "text" || hits.length === 0) return { by: "text", hits };
    const [{ passagesHold }, topics] = [await import("./text-index.ts"), await texts.bridge()];
    return { by: "text", hits: hits.filter((record) => passagesHold(record, words, topics)) };
  }

  return {
    async get<K extends RecordKind>(kind: K, id: string) {
      // The map holds each record under its own kind, so `kind/id` yields a record of that kind.
      return shelf.records.get(`${kind}/${id}`) as RecordOf<K> | undefined;
    },

    async find(query) {
      const { by, hits } = await findHits(query);
      const { concerning, source } = query;
      if (concerning === undefined && source === undefined) return { by, hits };
      const among = concerning === undefined ? undefined : referrers().get(concerning);
      const there = source === undefined ? undefined : onSource(source);
      return {
        by,
        hits: hits.filter(
          (record) =>
            (concerning === undefined || among?.has(record)) && (there === undefined || there.has(record)),
        ),
      };
    },

    async search(sought) {
      if (await isStarting()) return { hits: [], named: [], assumed: [], ready: false };
      const { searchRecords: search } = await import("./search-records.ts");
      return search(sought, {
        records: shelf.records,
        names,
        referrers: referrers(),
        text: await texts.index(),
      });
    },

    async suggest(typed, kinds, most = MAX_SUGGESTIONS) {
      const found = typed.trim() === "" ? suggestedFirst()(kinds, most) : names.suggest(typed, kinds, most);
      return found.map(({ id, label }): Suggestion => ({ label, value: id }));
    },

    async mentions(words, kinds) {
      return names.mentionedIn(words, kinds);
    },

    async context(evidence): Promise<PassageContext> {
      const source = shelf.sources.get(evidence.source);
      const span = shelf.spans.get(evidence);
      if (!source || !span) throw new Error(`No such evidence on this shelf: ${JSON.stringify(evidence)}`);
      const { start, end } = span;
      const paragraphs = paragraphsOf(source);
      const from = paragraphs.findLast((paragraph) => paragraph.start <= start)?.start ?? start;
      const to = paragraphs.find((paragraph) => paragraph.end >= end)?.end ?? end;
      return {
        source: infoOf(source),
        text: source.text.slice(start, end),
        start,
        end,
        pairsBefore: pairsOf(source).filter((at) => at < start).length,
        before: source.text.slice(from, start),
        after: source.text.slice(end, to),
      };
    },

    async text(source) {
      return shelf.sources.get(source)?.text;
    },

    async about() {
      return about();
    },

    async state() {
      return (await isStarting()) ? "starting" : "ready";
    },

    without(hidden) {
      const isPrepared =
        prepared !== undefined &&
        isSameSet(prepared.hidden.sources, hidden.sources) &&
        isSameSet(prepared.hidden.records, hidden.records);
      const library = isPrepared
        ? prepared.library
        : // Without a location: the cached index is that of the whole shelf.
          createLibrary(shelfWithout(shelf, hidden), { eager: ahead, largeFrom: large });
      parts.push({ hidden, library });
      return library;
    },

    async changed(next) {
      const difference = shelfDifference(shelf.records, next.records);
      const nextNames = await names.changed(new Set(difference.gone), difference.come);
      await yieldTurn();
      const related = await relateInSlices(next.records.values());
      const nextReferrers = constantly(related.referrers);
      await yieldTurn();
      const nextTexts = await texts.changed({ shelf: next, referrers: nextReferrers }, difference);
      // Of the parts, that which most is left out of is everyone's.
      const part = [...parts].sort((a, b) => b.hidden.sources.size - a.hidden.sources.size)[0] ?? prepared;
      const nextPart = part && (await changedPart(part, next, related.citing));
      const nextIndexes = { names: nextNames, referrers: nextReferrers, citing: constantly(related.citing) };
      // Its index is not that of any start.
      const { location: _, ...nextOptions } = options;
      return libraryOver(next, nextOptions, { ...nextIndexes, texts: nextTexts }, nextPart);
    },

    close() {
      for (const { library } of parts) library.close?.();
      prepared?.library.close?.();
      texts.close();
    },
  };
}

/** Returns the part of another edition from which the same sources are left out. */
async function changedPart(
  { hidden, library }: PartialLibrary,
  next: Shelf,
  citing: Citing,
): Promise<PartialLibrary> {
  const sources = new Set([...hidden.sources].filter((id) => next.sources.has(id)));
  const records = new Set([...sources].flatMap((id) => [...(citing.get(id) ?? [])].map(recordRef)));
  const nextHidden = { sources, records };
  return { hidden: nextHidden, library: await library.changed(shelfWithout(next, nextHidden)) };
}
