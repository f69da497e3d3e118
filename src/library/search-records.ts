/** Searches in plain words: names in the words filter the records, then the words rank them. */
import { collectEvidence } from "../shelf/evidence.ts";
import type { RecordKind, RecordRef } from "../shelf/kinds.ts";
import { RECORD_KINDS, recordRef } from "../shelf/kinds.ts";
import { isNamedIn } from "../shelf/named-in.ts";
import type { AnyRecord } from "../shelf/records.ts";
import type { SearchHit, SearchQuery, SearchResult } from "./library.ts";
import type { NameIndex } from "./name-index.ts";
import { bestPassage, type RankedRecord, type RecordRanking, type TextQueries } from "./text-index.ts";

/** The kinds whose names filter. Terms do not, because their names also occur in records that are not about them. */
const NARROWING: readonly RecordKind[] = ["people", "organizations", "events"];

/** The indexes that a search uses. */
export interface SearchIndexes {
  readonly records: ReadonlyMap<RecordRef, AnyRecord>;
  readonly names: NameIndex;
  readonly text: TextQueries;
  /** By record, the records that refer to it. */
  readonly referrers: ReadonlyMap<RecordRef, ReadonlySet<AnyRecord>>;
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
function speakingOf(
  named: readonly AnyRecord[],
  { referrers, records }: SearchIndexes,
): ReadonlySet<RecordRef> | undefined {
  if (named.length === 0) return undefined;
  const each = named.map(
    (record) => new Set([recordRef(record), ...[...(referrers.get(recordRef(record)) ?? [])].map(recordRef)]),
  );
  const any = new Set(each.flatMap((set) => [...set]));
  const has = (ref: RecordRef, index: number): boolean => {
    const record = records.get(ref);
    return (
      each[index]!.has(ref) ||
      (any.size <= MOST_READ && record !== undefined && namesOther(record, named[index]!))
    );
  };
  const all = [...any].filter((ref) => named.every((_, index) => has(ref, index)));
  return all.length > 0 ? new Set(all) : any;
}

/** Searches the records. Finds nothing for words that no record contains; never throws because of the words. */
export async function searchRecords(
  { words, kinds = RECORD_KINDS, most }: SearchQuery,
  stock: SearchIndexes,
): Promise<SearchResult> {
  const { records, names, text } = stock;
  const hitsOf = ({ ref, terms }: RankedRecord): SearchHit[] => {
    const record = records.get(ref)!;
    const passage = bestPassage(record, new Set(terms));
    return passage ? [{ record, ...passage }] : [];
  };

  /** Records without a passage are not shown, so more may have to be ranked than are wanted. */
  async function found(among: ReadonlySet<RecordRef> | undefined, sought = most): Promise<Found> {
    const ranking = await text.ranked(words, {
      kinds,
      ...(among && { among }),
      ...(sought !== undefined && { most: sought }),
    });
    const hits = ranking.hits.flatMap(hitsOf);
    return most === undefined || hits.length >= most || ranking.hits.length < sought!
      ? { ...ranking, hits: hits.slice(0, most) }
      : found(among, sought! * 2);
  }

  const named = names.mentionedIn(words, NARROWING);
  const among = speakingOf(named, stock);
  const narrowed = among && (await found(among));
  const { hits, assumed } = narrowed?.any ? narrowed : await found(undefined);
  return { hits, named: narrowed?.any ? named : [], assumed, ready: true };
}
