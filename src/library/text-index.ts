/** Finds records by the words in what they say: all of them, or the most of them. */
import { tokensOf } from "../search/analysis.ts";
import { createFinderSlowly, type Document, type Finder, marksIn } from "../search/engine.ts";
import { evidenceIn } from "../shelf/evidence.ts";
import { KINDS, type Kind, type Ref, refOf } from "../shelf/kinds.ts";
import type { AnyRecord, Evidence } from "../shelf/records.ts";
import { concerns } from "./referrers.ts";

/** A record that was found, and the words of the question that it holds, as the index has them. */
export interface Ranked {
  readonly ref: Ref;
  readonly terms: readonly string[];
}

/** What came of a question in plain words. */
export interface Ranking {
  /** Best first, of the kinds that were wanted, and no more than were wanted. */
  readonly hits: readonly Ranked[];
  /** Whether anything was found at all, of whatever kind. */
  readonly any: boolean;
  /** Words that no record holds, and those that were sought in their place. */
  readonly assumed: readonly { readonly typed: string; readonly taken: readonly string[] }[];
}

/** Which of the records are wanted. */
export interface Wanted {
  /** Only these are looked among. */
  readonly among?: ReadonlySet<Ref>;
  /** Of what is found, only these kinds are given, and so many at most. */
  readonly kinds?: readonly Kind[];
  readonly most?: number;
}

export interface TextIndex {
  /** The records of these kinds that hold every word, best first. */
  holding(words: string, kinds: readonly Kind[]): Promise<Ref[]>;
  /** The records that hold the most of the words. */
  ranked(words: string, wanted?: Wanted): Promise<Ranking>;
  /** Whether it is being made somewhere else and is not there yet, so that an answer would be long in coming. */
  starting(): boolean;
}

/** The kind in a reference. */
const kindOf = (ref: string): Kind => ref.slice(0, ref.indexOf("/")) as Kind;

/** Everything by which a record may be looked for: its passages, its topics, the names of what it is about. */
function textOf(record: AnyRecord, records: ReadonlyMap<Ref, AnyRecord>): string {
  const topics = "topics" in record ? record.topics : [];
  const speaker = "speaker" in record ? record.speaker : undefined;
  const named = concerns(record)
    .filter((ref) => ref !== speaker)
    .map((ref) => records.get(ref))
    .flatMap((other) => (other ? [other.label, ...other.aliases] : []));
  // Who stands in a passage is found by name; the passage itself belongs to what it tells of.
  const said =
    "roles" in record
      ? record.roles.map(({ stated = "" }) => stated)
      : evidenceIn(record).map(({ exact }) => exact);
  return [...said, ...topics, ...named].join("\n");
}

/** What names a record; a quotation's label is the desk's, and no word of it was said. */
const titleOf = ({ kind, label, aliases }: AnyRecord): string =>
  kind === "quotes" ? "" : [label, ...aliases].join("\n");

/** The records as an index takes them, each made when it is its turn. */
export function* documentsOf(records: ReadonlyMap<Ref, AnyRecord>): Generator<Document> {
  for (const record of records.values())
    yield { id: refOf(record), title: titleOf(record), text: textOf(record, records) };
}

/** What is asked of an index of such documents, wherever that is. */
export const asking = {
  holding(finder: Finder, words: string, kinds: readonly Kind[]): Ref[] {
    const among = (id: string) => kinds.includes(kindOf(id));
    const { hits, assumed, unknown } = finder.search(words, { all: true, among });
    // A word that is nowhere is in none of them, whatever is like it.
    return assumed.length + unknown.length > 0 ? [] : hits.map(({ id }) => id as Ref);
  },

  ranked(finder: Finder, words: string, { among, kinds = KINDS, most }: Wanted = {}): Ranking {
    const ofAll = KINDS.every((kind) => kinds.includes(kind));
    const { hits, assumed, unknown } = finder.search(words, {
      ...(among && { among: (id) => among.has(id as Ref) }),
      ...(ofAll && most !== undefined && { limit: most }),
    });
    // One word that is a slip away is what was meant; several that are all like something are a coincidence.
    const sought = new Set([...tokensOf(words)].map(({ term }) => term)).size;
    if (sought > 1 && assumed.length + unknown.length >= sought) return { hits: [], any: false, assumed: [] };
    const wanted = hits.filter(({ id }) => kinds.includes(kindOf(id))).slice(0, most);
    return {
      hits: wanted.map(({ id, terms }) => ({ ref: id as Ref, terms })),
      any: hits.length > 0,
      assumed,
    };
  },
};

/** Indexes a shelf's records in this thread: a few milliseconds for a few hundred, and in slices for more. */
export function indexText(records: ReadonlyMap<Ref, AnyRecord>): TextIndex {
  const finder = createFinderSlowly(documentsOf(records));
  return {
    holding: async (words, kinds) => asking.holding(await finder, words, kinds),
    ranked: async (words, wanted) => asking.ranked(await finder, words, wanted),
    starting: () => false,
  };
}

/** The passages by which a record is shown: its own, before what it says of where and when. */
function passagesOf(record: AnyRecord): Evidence[] {
  if (record.kind === "quotes") return [...record.passages, ...(record.within ? [record.within] : [])];
  return "passages" in record ? record.passages : evidenceIn(record);
}

/** The passage of a record that holds the most of these words, and where it holds them; a term may stand on none. */
export function bestPassage(
  record: AnyRecord,
  terms: ReadonlySet<string>,
): { evidence: Evidence; marked: { start: number; end: number }[] } | undefined {
  const [first, ...others] = passagesOf(record).map((evidence) => {
    const marked = marksIn(evidence.exact, terms);
    const held = new Set(marked.map(({ start, end }) => evidence.exact.slice(start, end).toLowerCase()));
    return { evidence, marked, held: held.size };
  });
  if (!first) return undefined;
  const { evidence, marked } = others.reduce((best, one) => (one.held > best.held ? one : best), first);
  return { evidence, marked };
}
