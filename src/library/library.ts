/** Defines `Library`, the interface through which all other code reads records, passages and sources. */
import type { RecordKind, RecordRef } from "../shelf/kinds.ts";
import type { AnyRecord, Evidence, RecordOf } from "../shelf/records.ts";
import type { Source } from "../shelf/sources.ts";

/** What to find. All members must match; without `words`, `find` lists the matching records. */
export interface FindQuery {
  readonly words?: string;
  /**
   * Where to look for the words: in names of records (the default); in their full text, which has topics and names
   * besides passages; or in their passages alone, so that what is found is what the sources say.
   */
  readonly in?: "names" | "text" | "passages";
  readonly kinds?: readonly RecordKind[];
  /** Only records with evidence in this source. */
  readonly source?: string;
  /** Only records that refer to this one, such as its pledges, its quotations or facts about it. */
  readonly concerning?: RecordRef;
}

/**
 * How the hits were found; the first of these that has any: `name`: id, label or alias is equal; `words`: one name
 * contains all the words; `likeness`: a name within a few typing errors; `text`: the record's text contains all the
 * words; `list`: no words were given.
 */
export type MatchKind = "name" | "words" | "likeness" | "text" | "list";

/** The records that `find` returns. */
export interface FindResult {
  readonly by: MatchKind;
  /** Best first, all found in the same way. Empty when nothing was found. */
  readonly hits: readonly AnyRecord[];
}

/**
 * A search in plain words. Names of people, organizations and events in them filter the records; the words rank
 * them.
 */
export interface SearchQuery {
  readonly words: string;
  readonly kinds?: readonly RecordKind[];
  /** Maximum number of hits; unlimited when undefined. */
  readonly most?: number;
}

/** A record found by `search`. */
export interface SearchHit {
  readonly record: AnyRecord;
  /** The passage of the record with most of the words. */
  readonly evidence: Evidence;
  /** Ranges of the words in `evidence.exact`, in UTF-16 code units, in order. */
  readonly marked: readonly { readonly start: number; readonly end: number }[];
}

/** The result of a search, with the assumptions made. */
export interface SearchResult {
  /** Best first. */
  readonly hits: readonly SearchHit[];
  /** The records named in the words, by which the hits were filtered. */
  readonly named: readonly AnyRecord[];
  /** Words that no record contains, with the words searched for in their place. */
  readonly assumed: readonly { readonly typed: string; readonly taken: readonly string[] }[];
  /** False while a large shelf is still being indexed; nothing is found until then. */
  readonly ready: boolean;
}

/** A name to choose from: `value` goes into the ask, `label` is shown. */
export interface Suggestion {
  readonly label: string;
  readonly value: string;
}

/** A source without its text; `length` is that of the text in UTF-16 code units, `characters` in code points. */
export type SourceInfo = Omit<Source, "text"> & { readonly length: number; readonly characters: number };

/**
 * A passage as its source has it, with the rest of its paragraph. `start` and `end` are offsets in the source's
 * text, in UTF-16 code units.
 */
export interface PassageContext {
  readonly source: SourceInfo;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** How many surrogate pairs are before it in the source's text: by so much its offset in code points is less. */
  readonly pairsBefore: number;
  readonly before: string;
  readonly after: string;
}

/** Summary of the whole shelf. */
export interface ShelfSummary {
  readonly version: string;
  readonly sources: readonly SourceInfo[];
  readonly counts: Readonly<Record<RecordKind, number>>;
  /** The latest known publication date of any source, or null. */
  readonly upTo: string | null;
  /** The day of the latest entry or review, or null. */
  readonly lastChange: string | null;
}

/**
 * Gives access to records, passages and sources. All methods are asynchronous so that a database can implement them.
 *
 * A contract of values: each call may give the same record, source or evidence as a new object. Callers compare records
 * by their references (`isSameRecord`); a passage is found by the words and the source of its evidence.
 *
 * @example
 * ```ts
 * const { hits } = await library.find({ words: "alibaba", kinds: ["organizations"] });
 * for (const evidence of hits.flatMap(collectEvidence)) {
 *   const { source, text } = await library.context(evidence);
 *   console.log(`“${text}” (${source.publisher})`);
 * }
 * ```
 */
export interface Library {
  /** Returns a record, or undefined when there is none of this kind and id. */
  get<K extends RecordKind>(kind: K, id: string): Promise<RecordOf<K> | undefined>;
  /** Finds records by name or by full text, or lists them. */
  find(query: FindQuery): Promise<FindResult>;
  /** Ranks records by how well their text matches the words. */
  search(search: SearchQuery): Promise<SearchResult>;
  /**
   * Suggests names of the given kinds that begin with, contain or resemble what was typed; for empty input, those of
   * the records most referred to. Returns at most `most` of them, by default as many as any platform shows.
   */
  suggest(typed: string, kinds: readonly RecordKind[], most?: number): Promise<readonly Suggestion[]>;
  /** Returns the records of the given kinds that are named in a text. */
  mentions(text: string, kinds: readonly RecordKind[]): Promise<readonly AnyRecord[]>;
  /**
   * Returns the passage of a piece of evidence with its paragraph.
   * @throws {Error} when the evidence does not belong to a record of this shelf
   */
  context(evidence: Evidence): Promise<PassageContext>;
  /** Returns the full text of a source, or undefined for an unknown id. Callers must respect the source's rights. */
  text(source: string): Promise<string | undefined>;
  /** Summarizes the shelf. */
  about(): Promise<ShelfSummary>;
  /** Returns `starting` while a large shelf is being indexed: lookups by name work, `search` finds nothing yet. */
  state(): Promise<"starting" | "ready">;
  /** Returns a library over the same shelf without these sources and records, all of its indexes included. */
  without?(content: HiddenContent): Library;
  /** Lets go of what it runs beside its caller, such as a thread, once work that has begun asks nothing more of it. */
  close?(): void;
}

/** The sources and records that are hidden from a reader. */
export interface HiddenContent {
  readonly sources: ReadonlySet<string>;
  readonly records: ReadonlySet<RecordRef>;
}

/** A library with the version of the shelf that it reads. */
export interface LibraryEdition {
  readonly library: Library;
  readonly version: string;
}

/**
 * Gives the library to read now. It may be another one later, so an ask, a page or a preview takes it once, when it
 * begins, and whatever is cached is cached under the version.
 */
export interface LibraryHolder {
  current(): LibraryEdition;
}
