/** Search in plain words: the names in a question narrow it, and its other words rank what is left. */
import type { RecordKind, RecordRef } from "../shelf/kinds.ts";
import { RECORD_KINDS, recordRef } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import type { SearchHit, SearchQuery, SearchResult } from "./library.ts";
import type { NameIndex } from "./name-index.ts";
import { bestPassage, type RankedRecord, type RecordRanking, type TextIndex } from "./text-index.ts";

/** Whose names narrow a question. What a term is called is also said by those who do not speak of it. */
const NARROWING: readonly RecordKind[] = ["people", "organizations", "events"];

/** What search looks things up in. */
export interface SearchIndexes {
  readonly records: ReadonlyMap<RecordRef, AnyRecord>;
  readonly names: NameIndex;
  readonly text: TextIndex;
  /** The records that speak of each. */
  readonly referrers: ReadonlyMap<RecordRef, ReadonlySet<AnyRecord>>;
}

type Found = Omit<RecordRanking, "hits"> & { readonly hits: readonly SearchHit[] };

/** The records that are, or speak of, everything that is named; of any of it, where nothing speaks of all. */
function speakingOf(
  named: readonly AnyRecord[],
  { referrers }: SearchIndexes,
): ReadonlySet<RecordRef> | undefined {
  if (named.length === 0) return undefined;
  const each = named.map(
    (record) => new Set([recordRef(record), ...[...(referrers.get(recordRef(record)) ?? [])].map(recordRef)]),
  );
  const [first = new Set<RecordRef>(), ...others] = each;
  const all = [...first].filter((ref) => others.every((set) => set.has(ref)));
  return all.length > 0 ? new Set(all) : new Set(each.flatMap((set) => [...set]));
}

/** Never throws for any words; words of no record find nothing. */
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

  /** What stands on no passage is not shown, so that more may have to be sought than are wanted. */
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
