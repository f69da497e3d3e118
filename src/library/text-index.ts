/** Finds records by the words in their text: those that contain all of them, or those that match best. */
import { markTerms, tokenizeText } from "../search/analysis.ts";
import type { SearchDocument } from "../search/corpus.ts";
import { createSearchEngineInSlices, type SearchEngine } from "../search/engine.ts";
import { collectEvidence } from "../shelf/evidence.ts";
import { RECORD_KINDS, type RecordKind, type RecordRef, recordRef } from "../shelf/kinds.ts";
import type { AnyRecord, Evidence } from "../shelf/records.ts";
import { referencesOf } from "../shelf/references.ts";

/** A found record, with the terms of the query that it contains, as the search engine tokenizes them. */
export interface RankedRecord {
  readonly ref: RecordRef;
  readonly terms: readonly string[];
}

/** The records that match a query, best first. */
export interface RecordRanking {
  /** Best first, of the wanted kinds, at most `most`. */
  readonly hits: readonly RankedRecord[];
  /** Whether records of any kind matched. */
  readonly any: boolean;
  /** Words that no record contains, with the words searched for in their place. */
  readonly assumed: readonly { readonly typed: string; readonly taken: readonly string[] }[];
}

/** Restricts which records a query returns. */
export interface RankingOptions {
  /** Only these records are searched. */
  readonly among?: ReadonlySet<RecordRef>;
  /** Filters the matches by kind, then returns at most `most` of them. */
  readonly kinds?: readonly RecordKind[];
  readonly most?: number;
}

/** A full-text index of all records on a shelf. */
export interface TextIndex {
  /** Finds records of the given kinds that contain every word, best first. */
  holding(words: string, kinds: readonly RecordKind[]): Promise<RecordRef[]>;
  /** Ranks records by how well they match the words. */
  ranked(words: string, wanted?: RankingOptions): Promise<RecordRanking>;
  /** Tells whether the index is still being built in a worker thread, so that a query would have to wait. */
  starting(): boolean;
}

/** Returns the kind in a reference. */
const kindOf = (ref: string): RecordKind => ref.slice(0, ref.indexOf("/")) as RecordKind;

/** Returns the text by which a record is found: passages, topics, and the names of the records it refers to. */
function textOf(record: AnyRecord, records: ReadonlyMap<RecordRef, AnyRecord>): string {
  const topics = "topics" in record ? record.topics : [];
  const speaker = "speaker" in record ? record.speaker : undefined;
  const named = referencesOf(record)
    .filter((ref) => ref !== speaker)
    .map((ref) => records.get(ref))
    .flatMap((other) => (other ? [other.label, ...other.aliases] : []));
  // People and organizations are found by name; their passages belong to the records of what they report.
  const said =
    "roles" in record
      ? record.roles.map(({ stated = "" }) => stated)
      : collectEvidence(record).map(({ exact }) => exact);
  return [...said, ...topics, ...named].join("\n");
}

/** Returns the names of a record. Quotations have none, because their labels are not the speaker's words. */
const titleOf = ({ kind, label, aliases }: AnyRecord): string =>
  kind === "quotes" ? "" : [label, ...aliases].join("\n");

/** Yields the records as search documents, each built only when it is needed. */
export function* recordDocuments(records: ReadonlyMap<RecordRef, AnyRecord>): Generator<SearchDocument> {
  for (const record of records.values())
    yield { id: recordRef(record), title: titleOf(record), text: textOf(record, records) };
}

/** The queries of a text index over an engine, shared by this thread and the worker. */
export const textQueries = {
  holding(engine: SearchEngine, words: string, kinds: readonly RecordKind[]): RecordRef[] {
    const among = (id: string) => kinds.includes(kindOf(id));
    const { hits, assumed, unknown } = engine.search(words, { all: true, among });
    // A record cannot contain every word when one of them occurs nowhere, even if a similar one does.
    return assumed.length + unknown.length > 0 ? [] : hits.map(({ id }) => id as RecordRef);
  },

  ranked(
    engine: SearchEngine,
    words: string,
    { among, kinds = RECORD_KINDS, most }: RankingOptions = {},
  ): RecordRanking {
    const ofAll = RECORD_KINDS.every((kind) => kinds.includes(kind));
    const { hits, assumed, unknown } = engine.search(words, {
      ...(among && { among: (id) => among.has(id as RecordRef) }),
      ...(ofAll && most !== undefined && { limit: most }),
    });
    // A single unknown word is probably misspelled; when all of several words are unknown, similar words are a
    // coincidence.
    const sought = new Set([...tokenizeText(words)].map(({ term }) => term)).size;
    if (sought > 1 && assumed.length + unknown.length >= sought) return { hits: [], any: false, assumed: [] };
    const wanted = hits.filter(({ id }) => kinds.includes(kindOf(id))).slice(0, most);
    return {
      hits: wanted.map(({ id, terms }) => ({ ref: id as RecordRef, terms })),
      any: hits.length > 0,
      assumed,
    };
  },
};

/** Indexes the records in this thread: a few milliseconds for several hundred records, in time slices for more. */
export function createTextIndex(records: ReadonlyMap<RecordRef, AnyRecord>): TextIndex {
  const finder = createSearchEngineInSlices(recordDocuments(records));
  return {
    holding: async (words, kinds) => textQueries.holding(await finder, words, kinds),
    ranked: async (words, wanted) => textQueries.ranked(await finder, words, wanted),
    starting: () => false,
  };
}

/** Returns the passages to show for a record: its own, or else all its evidence. */
function passagesOf(record: AnyRecord): Evidence[] {
  if (record.kind === "quotes") return [...record.passages, ...(record.within ? [record.within] : [])];
  return "passages" in record ? record.passages : collectEvidence(record);
}

/**
 * Returns the passage of a record with most of the given terms, and where they occur in it. Undefined for a term
 * record without passages.
 */
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
