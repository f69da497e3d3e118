/** Finds records by words: in their names, in their text, in their passages alone, or in the roles stated of them. */
import { RECORD_KINDS, type RecordKind } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import type { Shelf } from "../shelf/shelf.ts";
import { containsHan } from "../support/han.ts";
import { lazy } from "../support/lazy.ts";
import type { FindQuery, MatchKind } from "./library.ts";
import type { NameIndex } from "./name-index.ts";
import { createRoleFinder } from "./role-finder.ts";
import type { ShelfTexts } from "./shelf-texts.ts";
import { createSourceWords } from "./word-uses.ts";

/** How many records that hold some words are looked through for those whose passages hold them. */
const MOST_LOOKED_THROUGH = 1_000;

/** The records that some words find, the best first, and how. */
interface FoundByWords {
  readonly by: MatchKind;
  readonly found: readonly AnyRecord[];
}

const loadTextIndex = lazy(() => import("./text-index.ts"));

/** What words are looked for in. */
export interface WordIndexes {
  readonly shelf: Shelf;
  readonly names: NameIndex;
  readonly texts: ShelfTexts;
}

export interface WordFinder {
  /** Finds records by the words of a query; undefined where it has none. */
  find(query: FindQuery): Promise<FoundByWords | undefined>;
  /** Tells where a word or a phrase stands: in a source, in a record alone, or nowhere. */
  use(word: string): Promise<"source" | "record" | undefined>;
  /** Gathers what is otherwise gathered when it is first needed. */
  warmUp(): void;
}

/** Creates what finds records by words. Texts and roles are gathered when they are first needed. */
export function createWordFinder({ shelf, names, texts }: WordIndexes): WordFinder {
  const byRole = createRoleFinder(() => [...shelf.records.values()]);
  const inSources = lazy(() => createSourceWords([...shelf.sources.values()]));

  /** Tries the ways of matching a name from the surest to the least sure, and stops at the first with hits. */
  function byName(words: string, kinds: readonly RecordKind[], only?: FindQuery["by"]): FoundByWords {
    const same = only === "words" ? [] : names.exact(words, kinds);
    if (same.length > 0 || only === "name") return { by: "name", found: same };
    const whole = names.allWords(words, kinds);
    if (whole.length > 0 || only === "words") return { by: "words", found: whole };
    const alike = names.fuzzy(words, kinds);
    return alike.length > 0 ? { by: "likeness", found: alike } : { by: "name", found: [] };
  }

  /** Tells whether any record has a word, as a name or in its text. */
  async function isOnRecord(word: string): Promise<boolean> {
    const { by, found } = byName(word, RECORD_KINDS);
    if (by !== "likeness" && found.length > 0) return true;
    if (containsHan(word) && names.mentionedIn(word, RECORD_KINDS).length > 0) return true;
    return (await (await texts.index()).holding(word, RECORD_KINDS)).length > 0;
  }

  return {
    async find({ words = "", in: where = "names", by, kinds = RECORD_KINDS }) {
      if (words === "") return undefined;
      if (where === "names") return byName(words, kinds, by);
      if (where === "roles") return { by: "text", found: byRole(words) };
      const refs = await (await texts.index()).holding(words, kinds);
      const found = refs.map((ref) => shelf.records.get(ref)!);
      if (where === "text" || found.length === 0) return { by: "text", found };
      const [{ passagesHold }, topics] = [await loadTextIndex(), await texts.bridge()];
      const looked = found.slice(0, MOST_LOOKED_THROUGH);
      return { by: "text", found: looked.filter((record) => passagesHold(record, words, topics)) };
    },
    async use(word) {
      if (inSources()(word)) return "source";
      return (await isOnRecord(word)) ? "record" : undefined;
    },
    warmUp: () => void byRole("president"),
  };
}
