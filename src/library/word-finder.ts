/** Finds records by words: in their names, in their text, in their passages alone, or in the roles stated of them. */
import { RECORD_KINDS, type RecordKind } from "../shelf/kinds.ts";
import { containsHan } from "../support/han.ts";
import type { FindQuery, MatchKind } from "./library.ts";

/** How many records that hold some words are looked through for those whose passages hold them. */
const MOST_LOOKED_THROUGH = 1_000;

/** What is there at once, or later. */
type Eventually<Value> = Value | Promise<Value>;

/** Finds records by their names. `NameIndex` says what each way finds. */
export interface NameFinder<Item> {
  exact(typed: string, kinds: readonly RecordKind[]): Eventually<readonly Item[]>;
  allWords(typed: string, kinds: readonly RecordKind[]): Eventually<readonly Item[]>;
  fuzzy(typed: string, kinds: readonly RecordKind[]): Eventually<readonly Item[]>;
  mentionedIn(text: string, kinds: readonly RecordKind[]): Eventually<readonly Item[]>;
}

/** Where words are looked for. A library has its own form for what is found. */
export interface WordPlaces<Item> {
  readonly names: NameFinder<Item>;
  /** Returns the records of which a stated role has all the words. */
  byRole(words: string): Eventually<readonly Item[]>;
  /** Returns the records that hold every word, best first. */
  holding(words: string, kinds: readonly RecordKind[]): Promise<readonly Item[]>;
  /** Returns those of some records whose passages hold every word. */
  inPassages(found: readonly Item[], words: string): Promise<readonly Item[]>;
  /** Tells whether any source, or its card, has a word or a phrase. */
  isInSources(word: string): Eventually<boolean>;
}

/** The records that some words find, the best first, and how. */
interface FoundByWords<Item> {
  readonly by: MatchKind;
  readonly found: readonly Item[];
}

export interface WordFinder<Item> {
  /** Finds records by the words of a query; undefined where it has none. */
  find(query: FindQuery): Promise<FoundByWords<Item> | undefined>;
  /** Tells where a word or a phrase stands: in a source, in a record alone, or nowhere. */
  use(word: string): Promise<"source" | "record" | undefined>;
}

/** Creates what finds records by words. */
export function createWordFinder<Item>(places: WordPlaces<Item>): WordFinder<Item> {
  const { names } = places;

  /** Tries the ways of matching a name from the surest to the least sure, and stops at the first with hits. */
  async function byName(
    words: string,
    kinds: readonly RecordKind[],
    only?: FindQuery["by"],
  ): Promise<FoundByWords<Item>> {
    const same = only === "words" ? [] : await names.exact(words, kinds);
    if (same.length > 0 || only === "name") return { by: "name", found: same };
    const whole = await names.allWords(words, kinds);
    if (whole.length > 0 || only === "words") return { by: "words", found: whole };
    const alike = await names.fuzzy(words, kinds);
    return alike.length > 0 ? { by: "likeness", found: alike } : { by: "name", found: [] };
  }

  /** Tells whether any record has a word, as a name or in its text. */
  async function isOnRecord(word: string): Promise<boolean> {
    const { by, found } = await byName(word, RECORD_KINDS);
    if (by !== "likeness" && found.length > 0) return true;
    if (containsHan(word) && (await names.mentionedIn(word, RECORD_KINDS)).length > 0) return true;
    return (await places.holding(word, RECORD_KINDS)).length > 0;
  }

  return {
    async find({ words = "", in: where = "names", by, kinds = RECORD_KINDS }) {
      if (words === "") return undefined;
      if (where === "names") return byName(words, kinds, by);
      if (where === "roles") return { by: "text", found: await places.byRole(words) };
      const found = await places.holding(words, kinds);
      if (where === "text" || found.length === 0) return { by: "text", found };
      return { by: "text", found: await places.inPassages(found.slice(0, MOST_LOOKED_THROUGH), words) };
    },
    async use(word) {
      if (await places.isInSources(word)) return "source";
      return (await isOnRecord(word)) ? "record" : undefined;
    },
  };
}
