/** Implements `Library` over a verified shelf in memory: names by `NameIndex`, full text by src/search. */

import { RECORD_KINDS, type RecordKind, recordNames } from "../shelf/kinds.ts";
import type { ReportProgress } from "../shelf/load-progress.ts";
import type { AnyRecord, RecordOf } from "../shelf/records.ts";
import type { Shelf } from "../shelf/shelf.ts";
import type { Source } from "../shelf/sources.ts";
import { codePointLength, pairOffsets } from "../support/code-points.ts";
import type { CacheLocation } from "../support/disk-cache.ts";
import { lazy } from "../support/lazy.ts";
import { memoizeByKey } from "../support/memoize.ts";
import { paragraphRanges } from "../support/paragraphs.ts";
import type {
  FindQuery,
  FindResult,
  Library,
  PassageContext,
  ShelfSummary,
  SourceInfo,
  Suggestion,
} from "./library.ts";
import { createNameIndex } from "./name-index.ts";
import { mostReferenced, recordsBySource, referrersByTarget } from "./referrers.ts";
import type { createTextIndex, TextIndex } from "./text-index.ts";
import type { TopicBridge } from "./topic-bridge.ts";

const infoOf = memoizeByKey(
  ({ text, ...info }: Source): SourceInfo => ({
    ...info,
    length: text.length,
    characters: codePointLength(text),
  }),
);

const pairsOf = memoizeByKey(({ text }: Source) => pairOffsets(text));

const paragraphsOf = memoizeByKey(({ text }: Source) => paragraphRanges(text));

function aboutOf(shelf: Shelf): ShelfSummary {
  const counts = Object.fromEntries(RECORD_KINDS.map((kind) => [kind, 0])) as Record<RecordKind, number>;
  for (const record of shelf.records.values()) counts[record.kind]++;
  const latest = (days: readonly (string | null)[]) =>
    days
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null;
  const sources = [...shelf.sources.values()];
  return {
    version: shelf.version,
    sources: sources.map(infoOf),
    counts,
    upTo: latest(sources.map(({ published }) => published.date)),
    lastChange: latest([...shelf.records.values()].map(({ review }) => review.reviewedOn ?? review.entered)),
  };
}

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

/** Creates a library over one shelf. Everything except the name index is built when first needed. */
export function createLibrary(
  shelf: Shelf,
  { location, eager: ahead = false, report, largeFrom: large = LARGE_SHELF }: LibraryOptions = {},
): Library {
  const records = [...shelf.records.values()];
  const names = createNameIndex(records);
  const referrers = lazy(() => referrersByTarget(records));
  const suggestedFirst = lazy(() => mostReferenced(records, referrers()));
  const about = lazy(() => aboutOf(shelf));
  const recordsOfSource = lazy(() => recordsBySource(records));
  const onSource = (source: string): ReadonlySet<AnyRecord> => recordsOfSource().get(source) ?? new Set();

  /** Tries the ways of matching a name from the surest to the least sure, and stops at the first with hits. */
  function resolve(words: string, kinds: readonly RecordKind[]): FindResult {
    const same = names.exact(words, kinds);
    if (same.length > 0) return { by: "name", hits: same };
    const whole = names.allWords(words, kinds);
    if (whole.length > 0) return { by: "words", hits: whole };
    const alike = names.fuzzy(words, kinds);
    return alike.length > 0 ? { by: "likeness", hits: alike } : { by: "name", hits: [] };
  }

  /** Loaded with the index, since only texts are looked for by topic. */
  const bridge = lazy(async () => {
    const { createTopicBridge } = await import("./topic-bridge.ts");
    return createTopicBridge(shelf.topics, records.flatMap(recordNames));
  });

  async function openTexts(): Promise<TextIndex> {
    const { bridgeQueries, createTextIndex } = await import("./text-index.ts");
    return bridgeQueries(await openIndex(await bridge(), createTextIndex), await bridge());
  }

  async function openIndex(topics: TopicBridge, create: typeof createTextIndex): Promise<TextIndex> {
    if (shelf.records.size < large) return create(shelf.records, topics);
    const { createThreadedTextIndex: indexTextInThread, textIndexEntry: placeOfText } = await import(
      "./threaded-text-index.ts"
    );
    const entry = location && placeOfText(location, shelf.hash);
    return indexTextInThread(shelf.records, {
      bridge: topics,
      ...(entry && { entry }),
      ...(report && { report }),
    });
  }

  /** The libraries that were made of this one. */
  const derived: Library[] = [];
  let areTextsOpen = false;
  /** Built only when needed, because most asks look records up by name. */
  const texts = lazy(() => {
    areTextsOpen = true;
    return openTexts();
  });

  const isEager = ahead && shelf.records.size >= large;
  const isStarting = async (): Promise<boolean> => isEager && (await texts()).starting();
  if (isEager) {
    // Ignored here because every search reports the same failure.
    void texts().catch(() => {});
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
    const found = await (await texts()).holding(words, kinds);
    const hits = found.map((ref) => shelf.records.get(ref)!);
    if (where === "text" || hits.length === 0) return { by: "text", hits };
    const [{ passagesHold }, topics] = [await import("./text-index.ts"), await bridge()];
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
      return search(sought, { records: shelf.records, names, referrers: referrers(), text: await texts() });
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

    without({ sources, records: hidden }) {
      const rest = createLibrary(
        {
          ...shelf,
          sources: new Map([...shelf.sources].filter(([id]) => !sources.has(id))),
          records: new Map([...shelf.records].filter(([ref]) => !hidden.has(ref))),
        },
        // Without a location: the cached index is that of the whole shelf.
        { eager: ahead, largeFrom: large },
      );
      derived.push(rest);
      return rest;
    },

    close() {
      for (const library of derived) library.close?.();
      if (!areTextsOpen) return;
      void texts().then(
        (index) => index.close(),
        () => {}, // What did not open has nothing to let go of.
      );
    },
  };
}
