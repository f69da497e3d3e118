/**
 * Two ways to look past how a thing is typed, and never at what it says.
 *
 * `foldText` is for passages: one character in, one character out, so that an offset in the folded text
 * is the same offset in the stored one. `foldName` is for names that people type.
 */
import { foldLetters } from "../support/fold-letters.ts";

const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
const DOUBLE_QUOTES = /[\u201c\u201d\u201e\u201f]/g;
const SINGLE_QUOTES = /[\u2018\u2019\u201a\u201b]/g;
const DASHES = /[\u2010-\u2015\u2212]/g;
/** Most names have no letter but these, and are spared what the others need. */
const PLAIN = /^[ -~]*$/;

/** Makes spaces, quotation marks and dashes plain. The length never changes; case and letters stay. */
export function foldText(text: string): string {
  return text
    .replace(SPACES, " ")
    .replace(DOUBLE_QUOTES, '"')
    .replace(SINGLE_QUOTES, "'")
    .replace(DASHES, "-");
}

/**
 * The form in which two spellings of a name are the same: no case, no accents, hyphens and other marks
 * as single spaces. Chinese, and any other script, stays as it is. Folding twice changes nothing.
 */
export function foldName(name: string): string {
  return (PLAIN.test(name) ? name.toLowerCase() : foldLetters(name))
    .replace(/['\u2018\u2019]s\b/gu, "")
    .replace(/['\u2018\u2019]/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The words of a folded name without the article that it begins with; an article alone has none. */
export const nameWords = (folded: string): string[] =>
  folded
    .replace(/^(?:the|an?)(?: |$)/, "")
    .split(" ")
    .filter(Boolean);

/** The form in which a name is the same however it is spaced, with its article or without; an article alone is itself. */
export function compactName(name: string): string {
  const folded = foldName(name);
  return nameWords(folded).join("") || folded;
}
