/** Finds records by the words in what they say: all of them, or the most of them. */
import { markTerms, tokenizeText } from "../search/analysis.ts";
import type { SearchDocument } from "../search/corpus.ts";
import { createEngineEditions, type DocumentChanges } from "../search/editions.ts";
import {
  createSearchEngineInSlices,
  type EngineOptions,
  type EngineResult,
  type SearchEngine,
} from "../search/engine.ts";
import { collectEvidence } from "../shelf/evidence.ts";
import {
  NAMED_KINDS,
  RECORD_KINDS,
  type RecordKind,
  type RecordRef,
  recordNames,
  recordRef,
} from "../shelf/kinds.ts";
import type { AnyRecord, Evidence } from "../shelf/records.ts";
import { referencesOf } from "../shelf/references.ts";
import { labelsByLanguage } from "../shelf/translations.ts";
import { defined } from "../support/defined.ts";
import { createEditionedIndex, type IndexHost } from "./editioned-index.ts";
import type { TopicBridge } from "./topic-bridge.ts";

/** A record that was found, and the words of the question that it holds, as the index has them. */
export interface RankedRecord {
  readonly ref: RecordRef;
  readonly terms: readonly string[];
}

/** What came of a question in plain words. */
export interface RecordRanking {
  /** Best first, of the kinds that were wanted, and no more than were wanted. */
  readonly hits: readonly RankedRecord[];
  /** Whether anything was found at all, of whatever kind. */
  readonly any: boolean;
  /** Words that no record holds, and those that were sought in their place. */
  readonly assumed: readonly { readonly typed: string; readonly taken: readonly string[] }[];
}

/** Which of the records are wanted. */
export interface RankingOptions {
  /** Only these are looked among. */
  readonly among?: ReadonlySet<RecordRef>;
  /** Of what is found, only these kinds are given, and so many at most. */
  readonly kinds?: readonly RecordKind[];
  readonly most?: number;
}

/** What is indexed: the records of a shelf, extended by their topics. */
export interface IndexContent {
  readonly records: ReadonlyMap<RecordRef, AnyRecord>;
  readonly bridge?: TopicBridge | undefined;
}

/** Queries to an index of records. */
export interface TextQueries {
  /** The records of these kinds that hold every word, best first. */
  holding(words: string, kinds: readonly RecordKind[]): Promise<RecordRef[]>;
  /** The records that hold the most of the words. */
  ranked(words: string, wanted?: RankingOptions): Promise<RecordRanking>;
  /** At most so many records that share any word with a text, those that share the most first, however common it is. */
  sharing(text: string, most: number): Promise<RecordRef[]>;
  /** Whether it is being made somewhere else and is not there yet, so that an answer would be long in coming. */
  starting(): boolean;
  /** Lets go of what it runs beside its caller once nothing more is asked of it. */
  close(): void;
}

/** An index of records that can be changed. */
export interface TextIndex extends TextQueries {
  /**
   * Returns an index of other records, which takes only the changes for it; this one finds what it found before. Only the
   * newest index can be changed.
   */
  changed(content: IndexContent, changes: DocumentChanges): TextIndex;
}

/** The kind in a reference. */
const kindOf = (ref: string): RecordKind => ref.slice(0, ref.indexOf("/")) as RecordKind;

const isNamed = ({ kind }: AnyRecord): boolean => NAMED_KINDS.includes(kind);

/** A quotation's label is the desk's, and no word of it was said. */
const hasTitle = ({ kind }: AnyRecord): boolean => kind !== "quotes";

/**
 * Everything by which a record may be looked for: its passages, its topics, the names of what it is about, and what the
 * desk calls it in other languages.
 */
function textOf(record: AnyRecord, namesOf: (ref: RecordRef) => readonly string[]): string {
  const topics = "topics" in record ? record.topics : [];
  const speaker = "speaker" in record ? record.speaker : undefined;
  const named = referencesOf(record)
    .filter((ref) => ref !== speaker)
    .flatMap(namesOf);
  // Who stands in a passage is found by name; the passage itself belongs to what it tells of.
  const said =
    "roles" in record
      ? record.roles.map(({ stated = "" }) => stated)
      : collectEvidence(record).map(({ exact }) => exact);
  const described = hasTitle(record) && !isNamed(record) ? Object.values(labelsByLanguage(record)) : [];
  return [...said, ...topics, ...named, ...described.filter((label) => label !== record.label)].join("\n");
}

/** What names a record; a description stands there in English, so that it weighs the same in however many languages. */
const titleOf = (record: AnyRecord): string =>
  hasTitle(record)
    ? recordNames(isNamed(record) ? record : { ...record, translations: undefined }).join("\n")
    : "";

/** A record as an index takes it. @param namesOf returns the names of the records to which it refers */
export function documentOf(
  record: AnyRecord,
  namesOf: (ref: RecordRef) => readonly string[],
  bridge: TopicBridge | undefined,
): SearchDocument {
  const text = textOf(record, namesOf);
  return { id: recordRef(record), title: titleOf(record), text: bridge?.extend(text) ?? text };
}

/** A record of a shelf as an index takes it. */
export function recordDocument(record: AnyRecord, { records, bridge }: IndexContent): SearchDocument {
  const namesOf = (ref: RecordRef): readonly string[] => {
    const other = records.get(ref);
    return other ? recordNames(other) : [];
  };
  return documentOf(record, namesOf, bridge);
}

/** The records as an index takes them, each made when it is its turn. */
export function* recordDocuments(content: IndexContent): Generator<SearchDocument> {
  for (const record of content.records.values()) yield recordDocument(record, content);
}

/** The options by which an engine finds what holds every word. */
export const holdingOptions = (kinds: readonly RecordKind[]): EngineOptions => ({
  all: true,
  among: (id) => kinds.includes(kindOf(id)),
});

/** Reads what an engine found by `holdingOptions`: a word that is nowhere is in none of them, whatever is like it. */
export const holdersIn = ({ hits, assumed, unknown }: EngineResult): RecordRef[] =>
  assumed.length + unknown.length > 0 ? [] : hits.map(({ id }) => id as RecordRef);

/** The options by which an engine ranks. */
export function rankedOptions({ among, kinds = RECORD_KINDS, most }: RankingOptions): EngineOptions {
  const ofAll = RECORD_KINDS.every((kind) => kinds.includes(kind));
  return defined({
    among: among && ((id: string) => among.has(id as RecordRef)),
    only: ofAll ? undefined : (id: string) => kinds.includes(kindOf(id)),
    limit: most,
  });
}

/** Reads what an engine found for some words by `rankedOptions`. */
export function rankingIn(words: string, { hits, any, assumed, unknown }: EngineResult): RecordRanking {
  // One word that is a slip away is what was meant; several that are all like something are a coincidence.
  const sought = new Set([...tokenizeText(words)].map(({ term }) => term)).size;
  if (sought > 1 && assumed.length + unknown.length >= sought) return { hits: [], any: false, assumed: [] };
  return { hits: hits.map(({ id, terms }) => ({ ref: id as RecordRef, terms })), any, assumed };
}

/** What is asked of an index of such documents, wherever that is. */
const textQueries = {
  holding: (engine: SearchEngine, words: string, kinds: readonly RecordKind[]): RecordRef[] =>
    holdersIn(engine.search(words, holdingOptions(kinds))),

  ranked: (engine: SearchEngine, words: string, options: RankingOptions = {}): RecordRanking =>
    rankingIn(words, engine.search(words, rankedOptions(options))),

  sharing: (engine: SearchEngine, text: string, most: number): RecordRef[] =>
    engine.sharing(text, most) as RecordRef[],
};

type Queries = typeof textQueries;
/** The parameters of a query without the engine. */
type Rest<Query> = Query extends (engine: SearchEngine, ...rest: infer Given) => unknown ? Given : never;

/** One query as a value, to be sent to where the engine is. */
export type TextQuery = {
  readonly [Way in keyof Queries]: { readonly way: Way; readonly given: Rest<Queries[Way]> };
}[keyof Queries];

/** Answers a query. */
export const runTextQuery = (engine: SearchEngine, { way, given }: TextQuery): unknown =>
  // `way` and `given` belong together by TextQuery, which TypeScript cannot infer here.
  (textQueries[way] as (engine: SearchEngine, ...given: unknown[]) => unknown)(engine, ...given);

/** Indexes a shelf's records in this thread: a few milliseconds for a few hundred, and in slices for more. */
export const createTextIndex = (content: IndexContent, idleMs?: number): TextIndex =>
  createEditionedIndex(hostHere, content, idleMs);

function hostHere(content: IndexContent): IndexHost {
  const made = createSearchEngineInSlices(recordDocuments(content)).then((engine) =>
    createEngineEditions(engine),
  );
  const ignore = () => {}; // Every query reports the same failure.
  return {
    ask: async (edition, query) => runTextQuery((await made).at(edition), query),
    take: (edition, changes) => void made.then((editions) => editions.take(edition, changes), ignore),
    forgetBefore: (edition) => void made.then((editions) => editions.forgetBefore(edition), ignore),
    isStarting: () => false,
    end: () => true,
  };
}

/** Tells whether the passages of a record hold every word, wherever else the record has them. */
export function passagesHold(record: AnyRecord, words: string, bridge: TopicBridge): boolean {
  const said = bridge.extend(
    collectEvidence(record)
      .map(({ exact }) => exact)
      .join("\n"),
  );
  const held = new Set([...tokenizeText(said)].map(({ term }) => term));
  return [...tokenizeText(bridge.bridge(words).words)].every(({ term }) => held.has(term));
}

/** Puts queries to an index of documents that a bridge extended; what is found is told in the words that were typed. */
export function bridgeQueries(index: TextQueries, bridge: TopicBridge): TextQueries {
  return {
    holding: (words, kinds) => index.holding(bridge.bridge(words).words, kinds),
    async ranked(words, wanted) {
      const query = bridge.bridge(words);
      const { hits, any, assumed } = await index.ranked(query.words, wanted);
      return {
        any,
        hits: hits.map(({ ref, terms }) => ({
          ref,
          terms: [...new Set(terms.flatMap((term) => [term, ...bridge.termsOf(term)]))],
        })),
        assumed: assumed.map(({ typed, taken }) => ({ typed: query.typed.get(typed) ?? typed, taken })),
      };
    },
    sharing: (text, most) => index.sharing(text, most),
    starting: () => index.starting(),
    close: () => index.close(),
  };
}

/** The passages by which a record is shown: its own, before what it says of where and when. */
function passagesOf(record: AnyRecord): Evidence[] {
  if (record.kind === "quotes") return [...record.passages, ...(record.within ? [record.within] : [])];
  return "passages" in record ? record.passages : collectEvidence(record);
}

/** The passage of a record that holds the most of these words, and where it holds them; a term may stand on none. */
export function bestPassage(
  record: AnyRecord,
  terms: ReadonlySet<string>,
): { evidence: Evidence; marked: { start: number; end: number }[] } | undefined {
  const [first, ...others] = passagesOf(record).map((evidence) => {
    const marked = markTerms(evidence.exact, terms);
    const held = new Set(marked.map(({ start, end }) => evidence.exact.slice(start, end).toLowerCase()));
    return { evidence, marked, held: held.size };
  });
  if (!first) return undefined;
  const { evidence, marked } = others.reduce((best, one) => (one.held > best.held ? one : best), first);
  return { evidence, marked };
}
