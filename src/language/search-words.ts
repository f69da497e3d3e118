/** Collects the words that do not say what a text is about, in all languages. */
import { englishSearchWords } from "./en/search-words.ts";
import { chineseFunctionCharacters } from "./zh/search-words.ts";

/** One language's words, folded and in lower case. */
export interface SearchWords {
  /** Words that are never searched for. */
  readonly stopWords: readonly string[];
  /** Words that only phrase a question; searched for only when it has no others. */
  readonly questionWords: readonly string[];
}

/** Chinese has none, since it is indexed by pairs of characters. */
const ALL: readonly SearchWords[] = [englishSearchWords];

/** Stop words of all languages. */
export const STOP_WORDS: ReadonlySet<string> = new Set(ALL.flatMap(({ stopWords }) => stopWords));
/** Question words of all languages. */
export const QUESTION_WORDS: ReadonlySet<string> = new Set(ALL.flatMap(({ questionWords }) => questionWords));

/** Characters of languages without spaces that do not say what a text is about. */
export const FUNCTION_CHARACTERS = new RegExp(`[${chineseFunctionCharacters}]`, "gu");
