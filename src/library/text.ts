/** Finds records by the words in what they say. All the words must be there; word forms meet by their stem. */
import MiniSearch from "minisearch";
import { evidenceOf } from "./evidence.ts";
import { foldName } from "./fold.ts";
import { type Kind, type Ref, refOf } from "./kinds.ts";
import type { AnyRecord } from "./records.ts";
import { concerns } from "./relations.ts";

export interface TextIndex {
  /** The records of these kinds that hold every word, best first. */
  search(words: string, kinds: readonly Kind[]): Ref[];
}

const STOP = new Set([
  "a",
  "an",
  "and",
  "as",
  "at",
  "by",
  "for",
  "from",
  "in",
  "of",
  "on",
  "or",
  "the",
  "to",
  "with",
]);

/** Words as the index keeps them; a run of Chinese becomes its overlapping pairs of characters. */
function analyse(text: string): string[] {
  return foldName(text)
    .split(" ")
    .flatMap((word) => {
      if (!/\p{Script=Han}/u.test(word)) return STOP.has(word) ? [] : [word.replace(/(?<=[^s]{3})s$/, "")];
      const letters = [...word];
      return letters.length < 2 ? letters : letters.slice(1).map((letter, index) => letters[index] + letter);
    })
    .filter(Boolean);
}

/** Everything by which a record may be looked for: its label, its passages, its topics, the names of what it is about. */
function textOf(record: AnyRecord, records: ReadonlyMap<Ref, AnyRecord>): string {
  const topics = "topics" in record ? record.topics : [];
  const speaker = "speaker" in record ? record.speaker : undefined;
  const named = concerns(record)
    .filter((ref) => ref !== speaker)
    .map((ref) => records.get(ref))
    .flatMap((other) => (other ? [other.label, ...other.aliases] : []));
  const passages = evidenceOf(record).map(({ evidence }) => evidence.exact);
  const own = record.kind === "quotes" ? [] : [record.label, ...record.aliases];
  return [...own, ...passages, ...topics, ...named].join("\n");
}

/** Indexes a shelf's records; a few milliseconds for a few hundred. */
export function indexText(records: ReadonlyMap<Ref, AnyRecord>): TextIndex {
  const index = new MiniSearch<{ id: Ref; text: string }>({
    fields: ["text"],
    tokenize: analyse,
    processTerm: (term) => term,
  });
  index.addAll([...records.values()].map((record) => ({ id: refOf(record), text: textOf(record, records) })));
  return {
    search(words, kinds) {
      if (analyse(words).length === 0) return [];
      return index
        .search(words, { combineWith: "AND" })
        .map((hit): Ref => hit.id)
        .filter((ref) => kinds.includes(records.get(ref)!.kind));
    },
  };
}
