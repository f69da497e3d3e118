/** Capitals as English titles have them in some styles. */

/** Words that begin with no capital: articles, conjunctions, prepositions. The Chicago Manual of Style, 17th edition, 8.159. */
const SMALL = new Set(
  (
    "a an the and but for nor or so yet as at by in of off on out per to up via about above across after against along " +
    "amid among around before behind below beneath beside between beyond despite down during except from inside into like " +
    "near onto over past since than through throughout till toward towards under until upon versus vs with within without"
  ).split(" "),
);

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
      if (/\p{Lu}/u.test(word) || (SMALL.has(bare) && !isEdge)) return word;
      return word
        .split("-")
        .map((half, at) => (at > 0 && SMALL.has(half) ? half : capital(half)))
        .join("-");
    })
    .join(" ");
}
