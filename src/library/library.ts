/** Defines `Library`, the interface through which all other code reads records, passages and sources. */
import type { DayRange } from "../language/dates.ts";
import type { RecordKind, RecordRef } from "../shelf/kinds.ts";
import type { AnyRecord, Evidence } from "../shelf/records.ts";
import type { Source } from "../shelf/sources.ts";

/** Which part of all that was found is given: `most` from the number `from` on, which counts from 1. */
export interface PageOf {
  readonly from?: number;
  /** By default as many as `MOST_GIVEN`; none with 0, where only the counts are wanted. */
  readonly most?: number;
}

/** As many records or sources as one call gives where its caller does not say how many. */
export const MOST_GIVEN = 200;

/** A part of what was found, and how much that is in all. */
export interface Page<Item> {
  readonly hits: readonly Item[];
  readonly total: number;
}

/**
 * An order of records: `references`, those to which most others refer first; `words`, those with the most quotations
 * first, then with the most reports; `date`, the earliest first and what is undated last; `newest`, the latest first and
 * what is undated last; `changed`, what was last entered or reviewed first. Of equals, the first on the shelf.
 */
export type FindOrder = "references" | "words" | "date" | "newest" | "changed";

/** What to find. All members must match; without `words`, `find` lists the matching records. */
export interface FindQuery extends PageOf {
  readonly words?: string;
  /**
   * Where to look for the words: in names of records (the default); in their full text, which has topics and names
   * besides passages; in their passages alone, so that what is found is what the sources say; or in the roles that sources
   * state of people and organizations, where a role is found by any word for it.
   */
  readonly in?: "names" | "text" | "passages" | "roles";
  /** Names are found in this way alone, even where a surer way has hits. */
  readonly by?: "name" | "words";
  readonly kinds?: readonly RecordKind[];
  /** Only records with evidence in this source. */
  readonly source?: string;
  /** Only records that refer to this one, or to any of these, such as its pledges, its quotations or facts about it. */
  readonly concerning?: RecordRef | readonly RecordRef[];
  /** Only what this record says, word for word or as reported. */
  readonly speaker?: RecordRef;
  /** Only records that others name as a donor, an occasion of giving or a speaker. */
  readonly appearing?: "donor" | "occasion" | "speaker";
  /** Only records with a date of which any day is among these; all dated ones where neither end is given. */
  readonly days?: Partial<DayRange>;
  /** Only pledges of which an account states exactly this sum. */
  readonly sum?: { readonly value: number; readonly currency: string };
  /** Only pledges whose donors a source calls by words of its own. */
  readonly donorsStated?: true;
  /** Without it, what was found by words has the best first, and lists are in the order of the shelf. */
  readonly order?: FindOrder;
}

/**
 * How the hits were found; the first of these that has any: `name`: id, label or alias is equal; `words`: one name
 * contains all the words; `likeness`: a name within a few typing errors; `text`: the record's text, or a role, contains all
 * the words; `list`: no words were given.
 */
export type MatchKind = "name" | "words" | "likeness" | "text" | "list";

/** The records that `find` returns: those of the page that was asked for, all found in the same way. */
export interface FindResult extends Page<AnyRecord> {
  readonly by: MatchKind;
  /** How many there are of each kind; a kind of which there are none is left out. */
  readonly counts: Readonly<Partial<Record<RecordKind, number>>>;
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

/** A record to choose: `value` is its id, `label` its label. */
export interface RecordSuggestion extends Suggestion {
  readonly kind: RecordKind;
}

/** How many records refer to a record: of each kind, in all, and as their speaker. */
export interface RecordTally {
  readonly counts: Readonly<Partial<Record<RecordKind, number>>>;
  readonly total: number;
  /** Quotations of it, and reports of what it said. */
  readonly quotes: number;
  readonly reports: number;
}

/** Recorded text that shares words with others: all passages of a quotation together, or one of another record. */
export interface ClosePassage {
  readonly record: AnyRecord;
  readonly evidence: readonly Evidence[];
  readonly isQuotation: boolean;
}

/** A source without its text; `length` is that of the text in UTF-16 code units, `characters` in code points. */
export type SourceInfo = Omit<Source, "text"> & { readonly length: number; readonly characters: number };

/** Which sources to find. All members must match; without any, all are listed in the order of the shelf. */
export interface SourceQuery extends PageOf {
  /** Typed text that means a source: its id, its title, its publisher or its author, in any language on record. */
  readonly words?: string;
  /** Only those that somebody with one of these names published or wrote. */
  readonly makers?: readonly string[];
  /** Only those whose id begins so, or whose title or publisher contains it: for while someone types. */
  readonly typed?: string;
  readonly visibility?: Source["visibility"];
}

/**
 * The sources that were found. `likeness`: of a name within a few typing errors, where it is sure which is meant; `near`:
 * of such names where it is not.
 */
export interface FoundSources extends Page<SourceInfo> {
  readonly by: "name" | "words" | "likeness" | "near" | "list";
}

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

/** A recorded passage of a source, with the records that cite it. */
export interface SourcePassage {
  readonly start: number;
  readonly end: number;
  /** Evidence of the first of these records, with which the passage can be looked up. */
  readonly evidence: Evidence;
  readonly records: readonly RecordRef[];
}

/** Which recorded passages of a source are given: those of a page, or those nearest to an offset. */
export interface PassageQuery extends PageOf {
  readonly near?: number;
}

/** Summary of the whole shelf. */
export interface ShelfSummary {
  readonly version: string;
  readonly sources: number;
  readonly counts: Readonly<Record<RecordKind, number>>;
  /** The latest known publication date of any source, or null. */
  readonly upTo: string | null;
  /** The day of the latest entry or review, or null. */
  readonly lastChange: string | null;
}

/**
 * Gives access to records, passages and sources. All methods are asynchronous so that a database can implement them, and
 * whatever is looked up by a key takes several keys at once, so that no answer needs a call for each of its parts: an
 * answer reads through `createAnswerLibrary`, which gathers what it asks for.
 *
 * A contract of values: each call may give the same record, source or evidence as a new object. Callers compare records
 * by their references (`isSameRecord`); a passage is found by the words and the source of its evidence.
 *
 * @example
 * ```ts
 * const { hits, total } = await library.find({ words: "alibaba", kinds: ["organizations"], most: 10 });
 * for (const { source, text } of await library.contexts(hits.flatMap(collectEvidence)))
 *   console.log(`“${text}” (${source.publisher})`);
 * ```
 */
export interface Library {
  /** Returns the records of these references, each in the place of its own; undefined where there is none. */
  records(refs: readonly RecordRef[]): Promise<readonly (AnyRecord | undefined)[]>;
  /** Finds records by name, by full text or by role, or lists them. */
  find(query: FindQuery): Promise<FindResult>;
  /** Ranks records by how well their text matches the words. */
  search(search: SearchQuery): Promise<SearchResult>;
  /**
   * Suggests names of the given kinds that begin with, contain or resemble what was typed; for empty input, those of
   * the records most referred to. Returns at most `most` of them, by default as many as any platform shows.
   */
  suggest(typed: string, kinds: readonly RecordKind[], most?: number): Promise<readonly RecordSuggestion[]>;
  /** Returns for each text the records of the given kinds that are named in it. */
  mentions(
    texts: readonly string[],
    kinds: readonly RecordKind[],
  ): Promise<readonly (readonly AnyRecord[])[]>;
  /** Returns the recorded passages that share the most words with a text, best first; words without content do not count. */
  closest(text: string, most: number): Promise<readonly ClosePassage[]>;
  /** Tells for each word or phrase where it stands: in a source or on its card, in a record alone, or nowhere. */
  uses(words: readonly string[]): Promise<readonly ("source" | "record" | undefined)[]>;
  /** Counts for each of these records those that refer to it. */
  tallies(refs: readonly RecordRef[]): Promise<readonly RecordTally[]>;
  /** Returns the dates of records that begin so, earliest first: years for what is no longer than a year. */
  dates(begun: string, most: number): Promise<readonly string[]>;
  /**
   * Returns for each piece of evidence its passage with its paragraph.
   * @throws {Error} when any of it does not belong to a record of this shelf
   */
  contexts(evidence: readonly Evidence[]): Promise<readonly PassageContext[]>;
  /** Returns what is known of these sources, each in the place of its id; undefined where there is none. */
  sources(ids: readonly string[]): Promise<readonly (SourceInfo | undefined)[]>;
  /** Returns how many records have a passage in each of these sources. */
  recordCounts(sources: readonly string[]): Promise<readonly number[]>;
  /** Finds sources, or lists them. */
  findSources(query: SourceQuery): Promise<FoundSources>;
  /** Returns the recorded passages of a source in text order; of those with the same start, the longest first. */
  passages(source: string, query?: PassageQuery): Promise<Page<SourcePassage>>;
  /** Returns the full text of a source, or undefined for an unknown id. Callers must respect the source's rights. */
  text(source: string): Promise<string | undefined>;
  /** Summarizes the shelf. */
  about(): Promise<ShelfSummary>;
  /**
   * Returns `starting` while a large shelf is being indexed, when lookups by name work and `search` finds nothing yet; and
   * while the database that holds it is away.
   */
  state(): Promise<"starting" | "ready">;
  /** Returns a library over the same shelf without these sources and all records that stand on them, in all of its indexes. */
  without(sources: ReadonlySet<string>): Library;
  /** Lets go of what it runs beside its caller, such as a thread, once work that has begun asks nothing more of it. */
  close?(): void;
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
