/** Finds records by the words in what they say: all of them, or the most of them. */
import { tokensOf } from "../finding/analysis.ts";
import { createFinder, marksIn } from "../finding/finder.ts";
import { evidenceOf } from "./evidence.ts";
import { type Kind, type Ref, refOf } from "./kinds.ts";
import type { AnyRecord, Evidence } from "./records.ts";
import { concerns } from "./relations.ts";

/** A record that was found, and the words of the question that it holds, as the index has them. */
export interface Ranked {
  readonly ref: Ref;
  readonly terms: readonly string[];
}

/** What came of a question in plain words. */
export interface Ranking {
  /** Best first. */
  readonly hits: readonly Ranked[];
  /** Words that no record holds, and those that were sought in their place. */
  readonly assumed: readonly { readonly typed: string; readonly taken: readonly string[] }[];
}

export interface TextIndex {
  /** The records of these kinds that hold every word, best first. */
  holding(words: string, kinds: readonly Kind[]): Promise<Ref[]>;
  /** The records that hold the most of the words, of those in `among` where that is given. */
  ranked(words: string, among?: ReadonlySet<Ref>): Promise<Ranking>;
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
      : evidenceOf(record).map(({ evidence }) => evidence.exact);
  return [...said, ...topics, ...named].join("\n");
}

/** What names a record; a quotation's label is the desk's, and no word of it was said. */
const titleOf = ({ kind, label, aliases }: AnyRecord): string =>
  kind === "quotes" ? "" : [label, ...aliases].join("\n");

/** Indexes a shelf's records; a few milliseconds for a few hundred. */
export function indexText(records: ReadonlyMap<Ref, AnyRecord>): TextIndex {
  const finder = createFinder(
    [...records.values()].map((record) => ({
      id: refOf(record),
      title: titleOf(record),
      text: textOf(record, records),
    })),
  );
  return {
    async holding(words, kinds) {
      const among = (id: string) => kinds.includes(kindOf(id));
      const { hits, assumed, unknown } = finder.search(words, { all: true, among });
      // A word that is nowhere is in none of them, whatever is like it.
      return assumed.length + unknown.length > 0 ? [] : hits.map(({ id }) => id as Ref);
    },
    async ranked(words, among) {
      const { hits, assumed, unknown } = finder.search(
        words,
        among ? { among: (id) => among.has(id as Ref) } : {},
      );
      // One word that is a slip away is what was meant; several that are all like something are a coincidence.
      const sought = new Set([...tokensOf(words)].map(({ term }) => term)).size;
      if (sought > 1 && assumed.length + unknown.length >= sought) return { hits: [], assumed: [] };
      return { hits: hits.map(({ id, terms }) => ({ ref: id as Ref, terms })), assumed };
    },
  };
}

/** The passages by which a record is shown: its own, before what it says of where and when. */
function passagesOf(record: AnyRecord): Evidence[] {
  if (record.kind === "quotes") return [...record.passages, ...(record.within ? [record.within] : [])];
  return "passages" in record ? record.passages : evidenceOf(record).map(({ evidence }) => evidence);
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
