/**
 * Folds passages and names so that they compare equal despite differences in typing.
 *
 * `foldText` is for passages. It maps one character to one character, so offsets in the folded text are valid
 * in the stored text. `foldName` is for names that people type.
 */
import { spellOrdinals } from "../language/ordinals.ts";
import { foldLetters } from "../support/fold-letters.ts";

const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
const DOUBLE_QUOTES = /[\u201c\u201d\u201e\u201f]/g;
const SINGLE_QUOTES = /[\u2018\u2019\u201a\u201b]/g;
const DASHES = /[\u2010-\u2015\u2212]/g;
/** Fast path: most names are ASCII and need no Unicode normalization. */
const PLAIN = /^[ -~]*$/;

/** Replaces typographic spaces, quotation marks and dashes by ASCII ones. Keeps length, case and letters. */
export function foldText(text: string): string {
  return text
    .replace(SPACES, " ")
    .replace(DOUBLE_QUOTES, '"')
    .replace(SINGLE_QUOTES, "'")
    .replace(DASHES, "-");
}

/**
 * Folds a name for comparison: lower case, no accents, possessive endings dropped, punctuation as single
 * spaces, ordinals as words. Leaves other scripts, such as Chinese, unchanged. Idempotent.
 */
export function foldName(name: string): string {
  return spellOrdinals(
    (PLAIN.test(name) ? name.toLowerCase() : foldLetters(name))
      .replace(/['\u2018\u2019]s\b/gu, "")
      .replace(/['\u2018\u2019]/gu, "")
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim(),
  );
}

/** Splits a folded name into words, without a leading English article. Returns no words for an article alone. */
export const nameWords = (folded: string): string[] =>
  folded
    .replace(/^(?:the|an?)(?: |$)/, "")
    .split(" ")
    .filter(Boolean);

/** Folds a name and removes its spaces and leading article. Keeps a name that is only an article. */
export function compactName(name: string): string {
  const folded = foldName(name);
  return nameWords(folded).join("") || folded;
}
