/** The seam behind which records, passages and sources are found. */
import type { RecordKind, RecordRef } from "../shelf/kinds.ts";
import type { AnyRecord, Evidence, RecordOf } from "../shelf/records.ts";
import type { Source } from "../shelf/sources.ts";

/** What is sought. Members narrow each other; without `words` the finding is a list. */
export interface FindQuery {
  readonly words?: string;
  /** Where the words are sought: among the names of records (the default), or in all that a record says. */
  readonly in?: "names" | "text";
  readonly kinds?: readonly RecordKind[];
  /** Only records with evidence in this source. */
  readonly source?: string;
  /** Only records that concern this one: its pledges, its words, what is about it. */
  readonly concerning?: RecordRef;
}

/**
 * How the hits were found, the first of these that gave any: `name` an id, a label or an alias; `words`
 * all the words typed, whole, in one name; `likeness` a name a typing mistake away; `text` all the words
 * in what the record says; `list` no words were given.
 */
export type MatchKind = "name" | "words" | "likeness" | "text" | "list";

export interface FindResult {
  readonly by: MatchKind;
  /** Best first, and all equal in `by`. Empty when nothing was found. */
  readonly hits: readonly AnyRecord[];
}

/** What is sought in plain words: names in them narrow it, the other words rank. */
export interface SearchQuery {
  readonly words: string;
  readonly kinds?: readonly RecordKind[];
  /** The most hits to give; all of them without it. */
  readonly most?: number;
}

/** One record that was found by its words. */
export interface SearchHit {
  readonly record: AnyRecord;
  /** The passage of the record that holds most of the words. */
  readonly evidence: Evidence;
  /** Where in that passage, as it stands in its source, the words are: offsets in UTF-16 units, in order. */
  readonly marked: readonly { readonly start: number; readonly end: number }[];
}

/** What came of a search, and what was assumed on the way. */
export interface SearchResult {
  /** Best first. */
  readonly hits: readonly SearchHit[];
  /** The records whose names stand in the words, and by which the hits were narrowed. */
  readonly named: readonly AnyRecord[];
  /** Words that the shelf does not know, and those that were sought in their place. */
  readonly assumed: readonly { readonly typed: string; readonly taken: readonly string[] }[];
  /** Whether the shelf was searched: not while a large one is still being indexed, which finds nothing yet. */
  readonly ready: boolean;
}

/** A name to choose from: `value` is what an ask should carry, `label` what a person reads. */
export interface Suggestion {
  readonly label: string;
  readonly value: string;
}

/** A source without its text, and how long that is, in UTF-16 units. */
export type SourceInfo = Omit<Source, "text"> & { readonly length: number };

/** A passage as it stands in its source, with what surrounds it. */
export interface PassageContext {
  readonly source: SourceInfo;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

/** What the shelf is, as a whole. */
export interface ShelfSummary {
  readonly version: string;
  readonly sources: readonly SourceInfo[];
  readonly counts: Readonly<Record<RecordKind, number>>;
  /** The latest day on which a source on the shelf is known to have been published; null where none is known. */
  readonly upTo: string | null;
  /** The day of the last entry or review. */
  readonly lastChange: string | null;
}

/** Where records, passages and sources are found. */
export interface Library {
  get<K extends RecordKind>(kind: K, id: string): Promise<RecordOf<K> | undefined>;
  find(query: FindQuery): Promise<FindResult>;
  search(search: SearchQuery): Promise<SearchResult>;
  /**
   * Names of the given kinds that begin with, hold or resemble what was typed; the most useful ones for an empty box.
   * So many at most; without a number, as many as any place shows.
   */
  suggest(typed: string, kinds: readonly RecordKind[], most?: number): Promise<readonly Suggestion[]>;
  /** The records of the given kinds whose names stand in a text. */
  mentions(text: string, kinds: readonly RecordKind[]): Promise<readonly AnyRecord[]>;
  context(evidence: Evidence): Promise<PassageContext>;
  /** The stored text of a source, whole: who shows it minds its rights. */
  text(source: string): Promise<string | undefined>;
  about(): Promise<ShelfSummary>;
  /** `starting` while a large shelf is still being indexed: names are answered, and `search` finds nothing yet. */
  state(): Promise<"starting" | "ready">;
}
