/** Tells which words no source has, so that an answer may say so and is right. */
import { isGenericWord } from "../language/name-forms.ts";
import { FUNCTION_CHARACTERS, QUESTION_WORDS, STOP_WORDS } from "../language/search-words.ts";
import type { Library } from "../library/library.ts";
import { foldName } from "../shelf/fold.ts";
import { containsHan } from "../support/han.ts";

/** The most words of a text that are looked up. */
const MOST_WORDS = 20;

/** The most characters of a Chinese name, and of one with such as also join words; a longer run is a clause. */
const MOST_HAN = { plain: 6, any: 3 } as const;

/** Tells whether a run with Chinese characters may be a name. */
const mayBeName = (word: string): boolean =>
  !containsHan(word) ||
  word.length <= MOST_HAN.any ||
  (word.length <= MOST_HAN.plain && word.replace(FUNCTION_CHARACTERS, "") === word);

/** The words of a text that may be names, as typed: the first of them. */
const contentWords = (text: string): string[] =>
  text
    .split(/[^\p{L}\p{N}\p{M}'’.&-]+/u)
    .map((word) => word.replace(/^[-'’.&]+|[-'’.&]+$|['’]s$/gu, ""))
    .filter((word) => {
      const folded = foldName(word);
      return (
        folded !== "" &&
        !STOP_WORDS.has(folded) &&
        !QUESTION_WORDS.has(folded) &&
        !isGenericWord(folded) &&
        mayBeName(word)
      );
    })
    .slice(0, MOST_WORDS);

/** What is known of the words in a text. */
export interface WordUse {
  /** The words that may be names. */
  readonly words: readonly string[];
  /** Those of them that no source and no record has. */
  readonly unnamed: readonly string[];
  /** Whether a source has the whole text, word after word. */
  readonly isUsed: boolean;
}

/** Looks the words of a text up in all sources, and in the names and texts of all records. */
export async function lookUpWords(text: string, library: Library): Promise<WordUse> {
  const words = contentWords(text);
  const [whole, ...uses] = await library.uses([text, ...words]);
  return {
    words,
    unnamed: words.filter((_, index) => uses[index] === undefined),
    isUsed: whole === "source",
  };
}

/** What ends a question or a sentence, which a name inside another sentence does not end with. */
const END_MARKS = /(?<=[^?？.。…])[?？.。…]+$/u;

/** Returns a name as it stands in a sentence: without a mark at its end, and one typed without capitals is given them. */
export const writtenName = (typed: string): string =>
  /^[\p{Ll}\p{M} '’-]+$/u.test(typed)
    ? typed.replace(/(?<![\p{L}'’])\p{Ll}/gu, (letter) => letter.toUpperCase())
    : typed.replace(END_MARKS, "");
