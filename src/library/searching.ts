/** Search in plain words: the names in a question narrow it, and its other words rank what is left. */
import type { Kind, Ref } from "./kinds.ts";
import { KINDS, refOf } from "./kinds.ts";
import type { Hit, Search, Searched } from "./library.ts";
import type { Names } from "./names.ts";
import type { AnyRecord } from "./records.ts";
import { bestPassage, type Ranked, type TextIndex } from "./text.ts";

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
  const named = names.within(words, NARROWING);
  const among = speakingOf(named, stock);
  const narrowed = await text.ranked(words, among);
  const isNarrow = among !== undefined && narrowed.hits.length > 0;
  const { hits, assumed } = isNarrow ? narrowed : await text.ranked(words);
  const hitsOf = ({ ref, terms }: Ranked): Hit[] => {
    const record = records.get(ref)!;
    const passage = bestPassage(record, new Set(terms));
    return passage ? [{ record, ...passage }] : [];
  };
  return {
    hits: hits
      .filter(({ ref }) => kinds.includes(records.get(ref)!.kind))
      .flatMap(hitsOf)
      .slice(0, most),
    named: isNarrow ? named : [],
    assumed,
  };
}
