/** Tokenizes documents and queries alike into search terms. */
import stem from "wink-porter2-stemmer";
import { STOP_WORDS } from "../language/search-words.ts";
import { foldLetters } from "../support/fold-letters.ts";
import { findNumbers, parseUnit, type WrittenNumber } from "./numbers.ts";

/** A term of a text. Offsets are UTF-16 code units in the original text. */
export interface SearchToken {
  readonly term: string;
  readonly start: number;
  readonly end: number;
  /** The word, folded but not stemmed. Only set for words, as only they are corrected or completed. */
  readonly word?: string;
  /** For a Chinese character pair, the offset of its run; pairs of one run belong together. */
  readonly run?: number;
}

const HAN = String.raw`\p{Script=Han}`;
/** Invisible characters belong to the word in which they stand; folding drops them. */
const HIDDEN = String.raw`\p{Default_Ignorable_Code_Point}`;
const LETTER = String.raw`(?:(?!${HAN})(?:[\p{L}\p{M}]|(?<=[\p{L}\p{M}])${HIDDEN}+(?=[\p{L}\p{M}])))`;
/** Chinese runs, dotted abbreviations, words with apostrophes, and digits that were not parsed as a number. */
const PARTS = new RegExp(
  String.raw`(${HAN}+(?:${HIDDEN}+${HAN}+)*)|((?<![\p{L}\p{M}.])(?:[A-Za-z]\.)+[A-Za-z](?![\p{L}\p{M}])\.?)|(${LETTER}+(?:['\u2018\u2019]${LETTER}+)*)|(\p{N}+)`,
  "gu",
);
const POSSESSIVE = /['\u2018\u2019][sS]$/;
const APOSTROPHES = /['\u2018\u2019]/g;
const NOT_LETTERS = /[^\p{L}\p{N}]+/gu;

/** Longer words are neither stemmed nor corrected, which takes quadratic time. No English word is longer. */
export const MAX_WORD_LENGTH = 40;

/** Copies a substring: V8 represents one of 13 or more characters as a slice that keeps the whole text in memory. */
const apart = (part: string): string =>
  part.length < 13 ? part : Buffer.from(part, "utf16le").toString("utf16le");

/** The search form of a written word; `length` excludes a possessive ending. */
interface Form {
  readonly word: string;
  readonly term: string;
  readonly length: number;
}

/** Cache of search forms by written word, to be shared when tokenizing many texts. */
export type WordForms = Map<string, Form>;

function formOf(written: string, known: WordForms): Form {
  const before = known.get(written);
  if (before) return before;
  const own = written.replace(POSSESSIVE, "");
  const word = apart(foldLetters(own.replace(APOSTROPHES, "")).replace(NOT_LETTERS, ""));
  const unit = parseUnit(word);
  const stemmed = () => (word.length > MAX_WORD_LENGTH ? word : apart(stem(word)));
  const term = STOP_WORDS.has(word) ? "" : unit ? unit.toLowerCase() : stemmed();
  const form = { word, term, length: own.length };
  known.set(apart(written), form);
  return form;
}

/** Yields the overlapping character pairs of a Chinese run, a lone character as itself, and a currency as its code. */
function* pairsOf(run: string, start: number): Generator<SearchToken> {
  const unit = parseUnit(run);
  if (unit && run.length > 1) {
    yield { term: unit.toLowerCase(), start, end: start + run.length };
    return;
  }
  const letters = [...run.matchAll(/\p{Script=Han}/gu)].map(({ 0: letter, index }) => ({
    letter,
    at: start + index,
  }));
  for (const [index, { letter, at }] of letters.entries()) {
    const next = letters[index + 1];
    const last = next ?? { letter, at };
    if (next !== undefined || letters.length === 1)
      yield {
        term: foldLetters(letter + (next?.letter ?? "")),
        start: at,
        end: last.at + last.letter.length,
        run: start,
      };
  }
}

function* partsOf(text: string, from: number, to: number, known: WordForms): Generator<SearchToken> {
  for (const found of text.slice(from, to).matchAll(PARTS)) {
    const [match, han, points, letters] = found;
    const start = from + found.index;
    if (han !== undefined) yield* pairsOf(han, start);
    else if (letters !== undefined || points !== undefined) {
      const { term, word, length } = formOf(letters ?? match.replaceAll(".", ""), known);
      const end = start + (letters === undefined ? match.length : length);
      if (term !== "") yield { term, word, start, end };
    } else {
      const term = apart(foldLetters(match).replace(NOT_LETTERS, ""));
      if (term !== "") yield { term, start, end: start + match.length };
    }
  }
}

/** Returns a number's term: its value, or its digits as written if it exceeds the safe integers. */
const figuresOf = (text: string, { value, start, end }: WrittenNumber): string =>
  Math.abs(value) <= Number.MAX_SAFE_INTEGER ? String(value) : apart(foldLetters(text.slice(start, end)));

/**
 * Yields the terms of a text in order. Words are folded (case, accents, possessives) and stemmed; stop words are
 * skipped. A number becomes its value, with its unit as a separate term.
 * @param known cache to share when tokenizing many texts
 */
export function* tokenizeText(text: string, known: WordForms = new Map()): Generator<SearchToken> {
  let at = 0;
  for (const number of findNumbers(text)) {
    const { start, end, unit } = number;
    const from = Math.min(start, unit?.start ?? start);
    if (from < at) continue;
    yield* partsOf(text, at, from, known);
    const figures = { term: figuresOf(text, number), start, end };
    const counted = unit && { term: unit.name.toLowerCase(), start: unit.start, end: unit.end };
    if (counted && counted.start < start) yield counted;
    yield figures;
    if (counted && counted.start > start) yield counted;
    at = Math.max(end, unit?.end ?? end);
    const plural = /^['\u2018\u2019]s(?![\p{L}\p{N}])/u.exec(text.slice(at, at + 3));
    at += plural?.[0].length ?? 0;
  }
  yield* partsOf(text, at, text.length, known);
}

/** A range of a text to highlight, in UTF-16 code units. */
export interface MarkedSpan {
  readonly start: number;
  readonly end: number;
}

/** Returns the ranges of a text that match any of the terms, in order and without overlaps. */
export function markTerms(text: string, terms: ReadonlySet<string>): MarkedSpan[] {
  const marks: { start: number; end: number }[] = [];
  for (const { term, start, end } of tokenizeText(text)) {
    if (!terms.has(term)) continue;
    const last = marks.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else marks.push({ start, end });
  }
  return marks;
}
