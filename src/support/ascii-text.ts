/** Writes text in ASCII, for terminals whose encoding is not UTF-8. */

/** ASCII for marks and letters that have no compatibility decomposition, by the characters that it replaces. */
const REPLACEMENTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '"': "“”„‟«»″",
    "'": "‘’‚‛′",
    "-": "‐‑‒–—―−·",
    "...": "…",
    "*": "•●",
    o: "○øØ",
    "|": "│┬┘┤├┴┐└┌",
    "#": "█▏▎▍▌▋▊▉■",
    "->": "→",
    "<-": "←",
    "<=": "≤",
    ">=": "≥",
    x: "×",
    "/": "⁄",
    ss: "ß",
    ae: "æ",
    AE: "Æ",
    l: "ł",
    L: "Ł",
    d: "đ",
    EUR: "€",
    GBP: "£",
  }).flatMap(([ascii, characters]) => [...characters].map((character) => [character, ascii])),
);

/** Stands for a character that has no form in ASCII. */
const UNKNOWN = "?";

function asciiOf(character: string): string {
  const decomposed = character.normalize("NFKD").replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, "");
  return [...decomposed]
    .map((part) =>
      part <= "\u007f" ? part : (REPLACEMENTS.get(part) ?? (/\p{Z}/u.test(part) ? " " : UNKNOWN)),
    )
    .join("");
}

/**
 * Returns the text in ASCII: marks by their plain form, letters without accents, and a question mark for what has neither.
 * @param onLost called when a question mark had to stand in
 */
export function asciiText(text: string, onLost?: () => void): string {
  return text.replace(/[^\0-\u007f]/gu, (character) => {
    const ascii = REPLACEMENTS.get(character) ?? asciiOf(character);
    if (ascii.includes(UNKNOWN) && !/[?？﹖⁇⁈⁉]/u.test(character)) onLost?.();
    return ascii;
  });
}
