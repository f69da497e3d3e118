/** Tells which words no source has, so that an answer may say so and is right. */
import { isGenericWord } from "../language/name-forms.ts";
import { FUNCTION_CHARACTERS, QUESTION_WORDS, STOP_WORDS } from "../language/search-words.ts";
import type { Library } from "../library/library.ts";
import { foldName } from "../shelf/fold.ts";
import { RECORD_KINDS } from "../shelf/kinds.ts";
import { containsHan } from "../support/han.ts";
import { memoizeByKey } from "../support/memoize.ts";

/** How much text is looked through for a word, in UTF-16 units; on a larger shelf only names and records are. */
const MOST_TEXT = 5_000_000;

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

/** Returns everything that the sources say and are called, folded, or undefined where that is too much to look through. */
const foldedTexts = memoizeByKey(
  async (library: Library): Promise<{ readonly texts?: readonly string[] }> => {
    const { sources } = await library.about();
    if (sources.reduce((sum, { length }) => sum + length, 0) > MOST_TEXT) return {};
    const texts = await Promise.all(
      sources.map(async ({ id, title, publisher, section = "", authors }) => {
        const text = (await library.text(id)) ?? "";
        return ` ${foldName([text, title.text, publisher, section, ...(authors ?? [])].join("\n"))} `;
      }),
    );
    return { texts };
  },
);

/** Tells whether a folded text between spaces has a word, in the singular or plural. */
function hasWord(text: string, word: string): boolean {
  if (containsHan(word)) return text.includes(word);
  const forms = new Set([word, `${word}s`, `${word}es`, word.replace(/e?s$/, ""), word.replace(/s$/, "")]);
  return [...forms].some((form) => form !== "" && text.includes(` ${form} `));
}

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
  const { texts } = await foldedTexts(library);
  const whole = foldName(text);
  const isUsed = whole !== "" && (texts?.some((one) => hasWord(one, whole)) ?? false);
  const unnamed: string[] = [];
  for (const word of words) {
    const folded = foldName(word);
    if (texts?.some((one) => folded.split(" ").every((part) => hasWord(one, part)))) continue;
    const { by, hits } = await library.find({ words: word });
    if (by !== "likeness" && hits.length > 0) continue;
    if (containsHan(word) && (await library.mentions(word, RECORD_KINDS)).length > 0) continue;
    const used = await library.find({ words: word, in: "text", kinds: RECORD_KINDS });
    if (used.hits.length === 0) unnamed.push(word);
  }
  return { words, unnamed, isUsed };
}

/** Returns a name as it stands in a sentence: one typed without capitals is given them. */
export const writtenName = (typed: string): string =>
  /^[\p{Ll}\p{M} '’-]+$/u.test(typed)
    ? typed.replace(/(?<![\p{L}'’])\p{Ll}/gu, (letter) => letter.toUpperCase())
    : typed;
