/** Capitalizes English titles. */
import { TITLE_MINOR_WORDS } from "../language/en/citation-words.ts";

const capital = (word: string): string =>
  word.replace(/^([^\p{L}\p{N}]*)(\p{Ll})/u, (_, before, letter) => before + letter.toUpperCase());

/**
 * Capitalizes the first and the last word, words after a colon, and all others but minor words. Words that contain
 * a capital stay as they are, and so do titles that are not in English.
 */
export function headlineCase(title: string, language = "en"): string {
  if (!/^en\b/.test(language)) return title;
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
