/** One analysis for what is stored and what is asked: a text as the terms by which it is found. */
import stem from "wink-porter2-stemmer";
import { STOP_WORDS } from "../language/search-words.ts";
import { foldLetters } from "../support/fold-letters.ts";
import { findNumbers, parseUnit, type WrittenNumber } from "./numbers.ts";

/** One term of a text, and where it stands there, in UTF-16 units of the text as it was given. */
export interface SearchToken {
  readonly term: string;
  readonly start: number;
  readonly end: number;
  /** A word as it was written, folded but not stemmed. Only words can be mistyped, or be begun. */
  readonly word?: string;
  /** Where the run of Chinese begins whose pair this is: pairs of one run belong together. */
  readonly run?: number;
}

const HAN = String.raw`\p{Script=Han}`;
const LETTER = String.raw`(?:(?!${HAN})[\p{L}\p{M}])`;
/** Runs of Chinese; abbreviations with their points; words with their apostrophes; figures that are no number. */
const PARTS = new RegExp(
  String.raw`(${HAN}+)|((?<![\p{L}\p{M}.])(?:[A-Za-z]\.)+[A-Za-z](?![\p{L}\p{M}])\.?)|(${LETTER}+(?:['\u2018\u2019]${LETTER}+)*)|(\p{N}+)`,
  "gu",
);
const POSSESSIVE = /['\u2018\u2019][sS]$/;
const APOSTROPHES = /['\u2018\u2019]/g;
const NOT_LETTERS = /[^\p{L}\p{N}]+/gu;

/** No English word is longer; to stem a word, or to find its like, takes the square of its length. */
export const MAX_WORD_LENGTH = 40;

/** A copy of its own: a part of a text, as the engine cuts it, would keep the whole text in memory. */
const apart = (part: string): string =>
  part.length < 13 ? part : Buffer.from(part, "utf16le").toString("utf16le");

/** What a word is found by, and how much of it as written is the word. */
interface Form {
  readonly word: string;
  readonly term: string;
  readonly length: number;
}

/** Words as they were written, and what they are found by: who reads many texts keeps them from one to the next. */
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

/** The pairs of neighbours in a run of Chinese; one character alone is itself, a currency its code. */
function* pairsOf(run: string, start: number): Generator<SearchToken> {
  const unit = parseUnit(run);
  if (unit && run.length > 1) {
    yield { term: unit.toLowerCase(), start, end: start + run.length };
    return;
  }
  const letters = [...run];
  let at = start;
  for (const [index, letter] of letters.entries()) {
    const next = letters[index + 1];
    const end = at + letter.length + (next?.length ?? 0);
    if (next !== undefined || letters.length === 1)
      yield { term: foldLetters(letter + (next ?? "")), start: at, end, run: start };
    at += letter.length;
  }
}

function* partsOf(text: string, from: number, to: number, known: WordForms): Generator<SearchToken> {
  for (const found of text.slice(from, to).matchAll(PARTS)) {
    const [whole, han, points, letters] = found;
    const start = from + found.index;
    if (han !== undefined) yield* pairsOf(han, start);
    else if (letters !== undefined || points !== undefined) {
      const { term, word, length } = formOf(letters ?? whole.replaceAll(".", ""), known);
      const end = start + (letters === undefined ? whole.length : length);
      if (term !== "") yield { term, word, start, end };
    } else {
      const term = apart(foldLetters(whole).replace(NOT_LETTERS, ""));
      if (term !== "") yield { term, start, end: start + whole.length };
    }
  }
}

/** Figures longer than a number can hold are themselves. */
const figuresOf = (text: string, { value, start, end }: WrittenNumber): string =>
  Math.abs(value) <= Number.MAX_SAFE_INTEGER ? String(value) : apart(foldLetters(text.slice(start, end)));

/**
 * The terms of a text in their order. What the text says is never changed: a term is only what it is found by.
 * Words are without case, accents and possessives, and by their stem; stop words are none. A number is what it
 * comes to, with its unit as a term beside it.
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

/** Stretches of a text to mark: in their order, never overlapping. */
export interface MarkedSpan {
  readonly start: number;
  readonly end: number;
}

/** Where in a text the words stand that are found by these terms. */
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
