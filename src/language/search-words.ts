/** Words that do not say what a text is about, in every language. */
import { englishSearchWords } from "./en/search-words.ts";

/** Folded words in lower case, as one language has them. */
export interface SearchWords {
  /** Words that are never searched. */
  readonly stopWords: readonly string[];
  /** Words by which a question is put, searched only where nothing else is asked. */
  readonly questionWords: readonly string[];
}

/** Chinese is searched by pairs of characters, and has no words to leave out. */
const ALL: readonly SearchWords[] = [englishSearchWords];

export const STOP_WORDS: ReadonlySet<string> = new Set(ALL.flatMap(({ stopWords }) => stopWords));
export const QUESTION_WORDS: ReadonlySet<string> = new Set(ALL.flatMap(({ questionWords }) => questionWords));
