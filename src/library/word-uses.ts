/** Tells which words the sources and the records of a shelf have. */
import { foldName } from "../shelf/fold.ts";
import type { Source } from "../shelf/sources.ts";
import { containsHan } from "../support/han.ts";

/** How much text is looked through for a word, in UTF-16 units; on a larger shelf only names and records are. */
export const MOST_SEARCHED_TEXT = 5_000_000;

/** Tells whether a folded text between spaces has a word, in the singular or plural. */
function hasWord(text: string, word: string): boolean {
  if (containsHan(word)) return text.includes(word);
  const forms = new Set([word, `${word}s`, `${word}es`, word.replace(/e?s$/, ""), word.replace(/s$/, "")]);
  return [...forms].some((form) => form !== "" && text.includes(` ${form} `));
}

/** What of a source has words. */
type WordedSource = Pick<Source, "text" | "title" | "publisher" | "section" | "authors">;

/** Returns what tells whether any source, or its card, has a word or a phrase; nothing is said of too much text. */
export function createSourceWords(sources: readonly WordedSource[]): (words: string) => boolean {
  if (sources.reduce((sum, { text }) => sum + text.length, 0) > MOST_SEARCHED_TEXT) return () => false;
  const texts = sources.map(
    ({ text, title, publisher, section = "", authors }) =>
      ` ${foldName([text, title.text, publisher, section, ...(authors ?? [])].join("\n"))} `,
  );
  return (words) => {
    const folded = foldName(words);
    return folded !== "" && texts.some((text) => hasWord(text, folded));
  };
}
