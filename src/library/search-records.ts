/** Search in plain words: the names in a question narrow it, and its other words rank what is left. */
import type { Kind, Ref } from "../shelf/kinds.ts";
import { KINDS, refOf } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import type { Hit, Search, Searched } from "./library.ts";
import type { Names } from "./name-index.ts";
import { bestPassage, type Ranked, type Ranking, type TextIndex } from "./text-index.ts";

/** Whose names narrow a question. What a term is called is also said by those who do not speak of it. */
const NARROWING: readonly Kind[] = ["people", "organizations", "events"];

/** What search looks things up in. */
export interface Stock {
  readonly records: ReadonlyMap<Ref, AnyRecord>;
  readonly names: Names;
  readonly text: TextIndex;
  /** The records that speak of each. */
  readonly concerned: ReadonlyMap<Ref, ReadonlySet<AnyRecord>>;
}

type Found = Omit<Ranking, "hits"> & { readonly hits: readonly Hit[] };

/** The records that are, or speak of, everything that is named; of any of it, where nothing speaks of all. */
function speakingOf(named: readonly AnyRecord[], { concerned }: Stock): ReadonlySet<Ref> | undefined {
  if (named.length === 0) return undefined;
  const each = named.map(
    (record) => new Set([refOf(record), ...[...(concerned.get(refOf(record)) ?? [])].map(refOf)]),
  );
  const [first = new Set<Ref>(), ...others] = each;
  const all = [...first].filter((ref) => others.every((set) => set.has(ref)));
  return all.length > 0 ? new Set(all) : new Set(each.flatMap((set) => [...set]));
}

/** Never throws for any words; words of no record find nothing. */
export async function search({ words, kinds = KINDS, most }: Search, stock: Stock): Promise<Searched> {
  const { records, names, text } = stock;
  const hitsOf = ({ ref, terms }: Ranked): Hit[] => {
    const record = records.get(ref)!;
    const passage = bestPassage(record, new Set(terms));
    return passage ? [{ record, ...passage }] : [];
  };

  /** What stands on no passage is not shown, so that more may have to be sought than are wanted. */
  async function found(among: ReadonlySet<Ref> | undefined, sought = most): Promise<Found> {
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

  const named = names.within(words, NARROWING);
  const among = speakingOf(named, stock);
  const narrowed = among && (await found(among));
  const { hits, assumed } = narrowed?.any ? narrowed : await found(undefined);
  return { hits, named: narrowed?.any ? named : [], assumed, ready: true };
}
