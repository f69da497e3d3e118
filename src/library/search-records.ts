/** Searches in plain words: names in the words filter the records, then the words rank them. */
import { collectEvidence } from "../shelf/evidence.ts";
import type { RecordKind, RecordRef } from "../shelf/kinds.ts";
import { RECORD_KINDS, recordRef } from "../shelf/kinds.ts";
import { isNamedIn } from "../shelf/named-in.ts";
import type { AnyRecord } from "../shelf/records.ts";
import type { SearchHit, SearchQuery, SearchResult } from "./library.ts";
import { bestPassage, type RankedRecord, type RecordRanking, type TextQueries } from "./text-index.ts";

/** The kinds whose names filter. Terms do not, because their names also occur in records that are not about them. */
const NARROWING: readonly RecordKind[] = ["people", "organizations", "events"];

/** What a search reads. */
export interface SearchIndexes {
  /** Returns the records of these references, each in the place of its own. */
  records(refs: readonly RecordRef[]): Promise<readonly (AnyRecord | undefined)[]>;
  /** Returns the records of the given kinds that are named in a text, in its order. */
  mentionedIn(
    text: string,
    kinds: readonly RecordKind[],
  ): readonly AnyRecord[] | Promise<readonly AnyRecord[]>;
  /** Returns for each of these records those that refer to it. */
  referrers(refs: readonly RecordRef[]): Promise<readonly (readonly RecordRef[])[]>;
  readonly text: TextQueries;
}

type Found = Omit<RecordRanking, "hits"> & { readonly hits: readonly SearchHit[] };

/** The most records whose passages are read for names that they do not refer to. */
const MOST_READ = 500;

/** Tells whether a passage of a record has a name of another. */
const namesOther = (record: AnyRecord, other: AnyRecord): boolean =>
  collectEvidence(record).some(({ exact }) => isNamedIn(other, exact));

/**
 * Returns the named records and those that refer to all of them or name them in a passage, or those that refer to any
 * when none has all. Undefined when nothing is named.
 */
async function speakingOf(
  named: readonly AnyRecord[],
  { referrers, records }: SearchIndexes,
): Promise<ReadonlySet<RecordRef> | undefined> {
  if (named.length === 0) return undefined;
  const refs = named.map(recordRef);
  const each = (await referrers(refs)).map((some, index) => new Set([refs[index]!, ...some]));
  const any = [...new Set(each.flatMap((set) => [...set]))];
  const read = any.length <= MOST_READ && named.length > 1 ? await records(any) : [];
  const has = (at: number, index: number): boolean => {
    const record = read[at];
    return each[index]!.has(any[at]!) || (record !== undefined && namesOther(record, named[index]!));
  };
  const all = any.filter((_, at) => named.every((_, index) => has(at, index)));
  return new Set(all.length > 0 ? all : any);
}

/** Searches the records. Finds nothing for words that no record contains; never throws because of the words. */
export async function searchRecords(
  { words, kinds = RECORD_KINDS, most }: SearchQuery,
  stock: SearchIndexes,
): Promise<SearchResult> {
  const { records, mentionedIn, text } = stock;
  async function hitsOf(ranked: readonly RankedRecord[]): Promise<SearchHit[]> {
    const found = await records(ranked.map(({ ref }) => ref));
    return ranked.flatMap(({ terms }, index) => {
      const record = found[index]!;
      const passage = bestPassage(record, new Set(terms));
      return passage ? [{ record, ...passage }] : [];
    });
  }

  /** Records without a passage are not shown, so more may have to be ranked than are wanted. */
  async function found(among: ReadonlySet<RecordRef> | undefined, sought = most): Promise<Found> {
    const ranking = await text.ranked(words, {
      kinds,
      ...(among && { among }),
      ...(sought !== undefined && { most: sought }),
    });
    const hits = await hitsOf(ranking.hits);
    return most === undefined || hits.length >= most || ranking.hits.length < sought!
      ? { ...ranking, hits: hits.slice(0, most) }
      : found(among, sought! * 2);
  }

  const named = await mentionedIn(words, NARROWING);
  const among = await speakingOf(named, stock);
  const narrowed = among && (await found(among));
  const { hits, assumed } = narrowed?.any ? narrowed : await found(undefined);
  return { hits, named: narrowed?.any ? named : [], assumed, ready: true };
}
