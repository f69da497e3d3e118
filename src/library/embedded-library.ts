/** Implements `Library` over a verified shelf in memory: names by `NameIndex`, full text by src/search. */

import { recordRef } from "../shelf/kinds.ts";
import type { ReportProgress } from "../shelf/load-progress.ts";
import type { Shelf } from "../shelf/shelf.ts";
import type { CacheLocation } from "../support/disk-cache.ts";
import { lazy } from "../support/lazy.ts";
import { runInSlices, yieldTurn } from "../support/time-slices.ts";
import type { Library, RecordSuggestion } from "./library.ts";
import { createNameIndex, type NameIndex } from "./name-index.ts";
import { shelfWithout } from "./partial-shelf.ts";
import { createPassagePlaces, prepareSource } from "./passage-places.ts";
import { createRecordLists } from "./record-lists.ts";
import { type Citing, createRelations, type Relations } from "./referrers.ts";
import { shelfDifference } from "./shelf-difference.ts";
import { infoOf, summarizeShelf } from "./shelf-summary.ts";
import { createShelfTexts, type ShelfTexts } from "./shelf-texts.ts";
import { createWordFinder } from "./word-finder.ts";
import { createWordPlaces } from "./word-places.ts";

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

/** What searches in full text, which most asks do without. */
const loadSearch = lazy(() => import("./search-records.ts"));

/** A library over a shelf in memory, of which another edition can be made with what has changed. */
export interface EmbeddedLibrary extends Library {
  /**
   * Returns a library over another edition of the shelf, on which a record that has not changed is the same object. This
   * one answers as before. Works in slices; resolves once the other answers as fast as this one does.
   */
  changed(next: Shelf): Promise<EmbeddedLibrary>;
  without(sources: ReadonlySet<string>): EmbeddedLibrary;
}

/** The indexes of a library. */
interface LibraryIndexes {
  readonly names: NameIndex;
  readonly relations: Relations;
  readonly texts: ShelfTexts;
}

/** A library from which some sources are left out, and what stands on them. */
interface PartialLibrary {
  readonly sources: ReadonlySet<string>;
  readonly library: EmbeddedLibrary;
}

const isSameSet = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((value) => other.has(value));

const textOptions = ({ location, report, largeFrom = LARGE_SHELF }: LibraryOptions) => ({
  location,
  report,
  largeFrom,
});

/** Creates a library over one shelf. Everything except the name index is built when first needed. */
export function createLibrary(shelf: Shelf, options: LibraryOptions = {}): EmbeddedLibrary {
  const records = [...shelf.records.values()];
  const relations = createRelations(records);
  return libraryOver(shelf, options, {
    names: createNameIndex(records),
    relations,
    texts: createShelfTexts({ shelf, referrers: relations.referrers }, textOptions(options)),
  });
}

/** @param prepared the part of the library that is likely to be asked for */
function libraryOver(
  shelf: Shelf,
  options: LibraryOptions,
  { names, relations, texts }: LibraryIndexes,
  prepared?: PartialLibrary,
): EmbeddedLibrary {
  const { eager: ahead = false, largeFrom: large = LARGE_SHELF } = options;
  const records = [...shelf.records.values()];
  const { referrers, citing } = relations;
  const about = lazy(() => summarizeShelf(shelf));
  const lists = createRecordLists({ records, referrers, citing });
  const places = createPassagePlaces(shelf, citing);
  const wordPlaces = createWordPlaces(shelf, names, texts);
  const words = createWordFinder(wordPlaces);
  // Most asks look records up by name: what else finds something is loaded when it is first asked for.
  const sourceFinder = lazy(async () =>
    (await import("./source-finder.ts")).createSourceFinder(
      () => [...shelf.sources.values()].map(infoOf),
      (name) => names.exact(name, ["organizations", "people"]),
    ),
  );
  const closestPassages = lazy(async () =>
    (await import("./closest-passages.ts")).createClosestPassages(async (text, most) =>
      shelf.records.size <= most
        ? [...shelf.records.values()]
        : (await (await texts.index()).sharing(text, most)).map((ref) => shelf.records.get(ref)!),
    ),
  );

  /** The libraries that were made of this one, by leaving out some of it. */
  const parts: PartialLibrary[] = [];

  const isEager = ahead && shelf.records.size >= large;
  const isStarting = async (): Promise<boolean> => isEager && (await texts.index()).starting();
  if (isEager) {
    // Ignored here because every search reports the same failure.
    void texts.index().catch(() => {});
    setImmediate(() => void prepare());
  }

  /** Gathers what is otherwise gathered when it is first needed, in slices, so that no ask has to wait for it. */
  async function prepare(): Promise<void> {
    const take = (step: () => unknown) => void step();
    await runInSlices(names.warmUp, take);
    await relations.prepare();
    await runInSlices(shelf.sources.values(), prepareSource);
    const findSources = await sourceFinder();
    await runInSlices(
      [about, () => findSources({ most: 0 }), ...lists.warmUp, () => wordPlaces.byRole("president")],
      take,
    );
  }

  return {
    async records(refs) {
      return refs.map((ref) => shelf.records.get(ref));
    },

    async find(query) {
      const found = await words.find(query);
      return { by: found?.by ?? "list", ...lists.list(query, found?.found) };
    },

    async search(sought) {
      if (await isStarting()) return { hits: [], named: [], assumed: [], ready: false };
      return (await loadSearch()).searchRecords(sought, {
        records: async (refs) => refs.map((ref) => shelf.records.get(ref)),
        mentionedIn: names.mentionedIn,
        referrers: async (refs) => refs.map((ref) => [...(referrers().get(ref) ?? [])].map(recordRef)),
        text: await texts.index(),
      });
    },

    async suggest(typed, kinds, most = MAX_SUGGESTIONS) {
      const found =
        typed.trim() === ""
          ? lists.list({ kinds, most, order: "references" }).hits
          : names.suggest(typed, kinds, most);
      return found.map(({ kind, id, label }): RecordSuggestion => ({ label, value: id, kind }));
    },

    async mentions(all, kinds) {
      return all.map((text) => names.mentionedIn(text, kinds));
    },

    async closest(text, most) {
      return (await closestPassages())(text, most);
    },

    uses: (all) => Promise.all(all.map(words.use)),

    async tallies(refs) {
      return refs.map(lists.tally);
    },

    async dates(begun, most) {
      return lists.dates(begun, most);
    },

    async contexts(evidence) {
      return evidence.map(places.context);
    },

    async sources(ids) {
      return ids.map((id) => {
        const source = shelf.sources.get(id);
        return source && infoOf(source);
      });
    },

    async recordCounts(ids) {
      return ids.map((id) => citing().get(id)?.size ?? 0);
    },

    async findSources(query) {
      return (await sourceFinder())(query);
    },

    async passages(source, query = {}) {
      return places.passages(source, query);
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

    without(sources) {
      const library =
        prepared !== undefined && isSameSet(prepared.sources, sources)
          ? prepared.library
          : // Without a location: the cached index is that of the whole shelf.
            createLibrary(shelfWithout(shelf, sources, citing()), { eager: ahead, largeFrom: large });
      parts.push({ sources, library });
      return library;
    },

    async changed(next) {
      const difference = shelfDifference(shelf.records, next.records);
      const nextNames = await names.changed(new Set(difference.gone), difference.come);
      await yieldTurn();
      const nextRelations = createRelations([...next.records.values()]);
      await nextRelations.prepare();
      await yieldTurn();
      const nextTexts = await texts.changed({ shelf: next, referrers: nextRelations.referrers }, difference);
      // Of the parts, that which most is left out of is everyone's.
      const part = [...parts].sort((a, b) => b.sources.size - a.sources.size)[0] ?? prepared;
      const nextPart = part && (await changedPart(part, next, nextRelations.citing()));
      const nextIndexes = { names: nextNames, relations: nextRelations, texts: nextTexts };
      // Its index is not that of any start.
      const { location: _, ...nextOptions } = options;
      return libraryOver(next, nextOptions, nextIndexes, nextPart);
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
  { sources: before, library }: PartialLibrary,
  next: Shelf,
  citing: Citing,
): Promise<PartialLibrary> {
  const sources = new Set([...before].filter((id) => next.sources.has(id)));
  return { sources, library: await library.changed(shelfWithout(next, sources, citing)) };
}
