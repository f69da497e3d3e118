/** Capitals as English titles have them in some styles. */
import { TITLE_MINOR_WORDS } from "../language/en/citation-words.ts";

const capital = (word: string): string =>
  word.replace(/^([^\p{L}\p{N}]*)(\p{Ll})/u, (_, before, letter) => before + letter.toUpperCase());

/**
 * Every word but small ones begins with a capital, and so do the first, the last and what follows a colon. A
 * word that has a capital anywhere stays as it is. Only English has such titles.
 */
export function headlineCase(title: string, language: string): string {
  if (!language.startsWith("en")) return title;
  const words = title.split(" ");
  return words
    .map((word, index) => {
      const bare = word.replace(/[^\p{L}\p{N}-]/gu, "");
      const isEdge = index === 0 || index === words.length - 1 || /[:?!—]$/u.test(words[index - 1]!);
      if (/\p{Lu}/u.test(word) || (TITLE_MINOR_WORDS.has(bare) && !isEdge)) return word;
      return word
        .split("-")
        .map((half, at) => (at > 0 && TITLE_MINOR_WORDS.has(half) ? half : capital(half)))
        .join("-");
    })
    .join(" ");
}
