/**
 * Folds passages and names so that they compare equal despite differences in typing: `foldText` for passages,
 * `foldName` for names that people type, `foldTitle` for copies of one title.
 */
import { spellOrdinals } from "../language/ordinals.ts";
import { foldLetters, visibleForm } from "../support/fold-letters.ts";

const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
const DOUBLE_QUOTES = /[\u201c\u201d\u201e\u201f]/g;
const SINGLE_QUOTES = /[\u2018\u2019\u201a\u201b]/g;
const DASHES = /[\u2010-\u2015\u2212]/g;
/** Fast path: most names are in ASCII or in plain Chinese characters, which no Unicode normalization changes. */
const PLAIN = /^[ -~\u4e00-\u9fff]*$/;

/**
 * Takes the visible form of a text and replaces typographic spaces, quotation marks and dashes by ASCII ones. Keeps case
 * and letters.
 */
export function foldText(text: string): string {
  return (PLAIN.test(text) ? text : visibleForm(text))
    .replace(SPACES, " ")
    .replace(DOUBLE_QUOTES, '"')
    .replace(SINGLE_QUOTES, "'")
    .replace(DASHES, "-");
}

/** A letter with its marks and the invisible characters after it, or a Korean syllable in parts. */
const CLUSTER =
  /[\u1100-\u115f][\u1160-\u11a7]+[\u11a8-\u11ff]*|[^\p{M}\p{Default_Ignorable_Code_Point}]?[\p{M}\p{Default_Ignorable_Code_Point}]*/gu;

/** A folded text, and where each of its characters stands in the text. */
export interface TextWithOffsets {
  readonly folded: string;
  /** Returns the offset in the text of the character at an index of the folded text; its length gives the end. */
  offsetAt(index: number): number;
}

/** Folds a text as `foldText` does, and keeps where its characters stand. Most texts keep their length. */
export function foldWithOffsets(text: string): TextWithOffsets {
  if (visibleForm(text) === text) return { folded: foldText(text), offsetAt: (index) => index };
  const offsets: number[] = [];
  let folded = "";
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const part = foldText(cluster);
    for (let at = 0; at < part.length; at++) offsets.push(index);
    folded += part;
  }
  return { folded, offsetAt: (index) => offsets[index] ?? text.length };
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

/** Every kind of quotation mark and apostrophe, in the scripts of the world and doubled as in old type. */
const QUOTATION_MARKS = /[\p{Quotation_Mark}'`\u00b4\u02bc\u05f3\u05f4\u2032\u2033]+/gu;
const ANY_DASHES = /\p{Dash}+/gu;

/**
 * Folds a title for comparison with another copy of it: no case, no spaces, one kind of quotation mark and of dash, and one
 * width of letters and digits.
 */
export const foldTitle = (title: string): string =>
  visibleForm(title)
    .normalize("NFKC")
    .toLowerCase()
    .replace(QUOTATION_MARKS, '"')
    .replace(ANY_DASHES, "-")
    .replace(/\s+/gu, "");
