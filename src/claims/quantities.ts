/** Finds the quantities in a text: counts, multiples, and sums that something rose from or to. */
import {
  CLAIM_GRAMMARS,
  claimPattern,
  SPACED_GRAMMARS,
  UNSPACED_GRAMMARS,
} from "../language/claim-grammar.ts";
import { findDates } from "../language/dates.ts";
import { NUMBER_SCALES } from "../language/numbers.ts";
import { isContentWord, splitWords } from "./alignment.ts";
import { stemWord } from "./stems.ts";
import { findWholeNumbers, isWhole, joinGroups } from "./whole-figures.ts";

/** A number of something, as written. */
export interface Quantity {
  readonly text: string;
  /** The number as a string, with the currency if it is a sum. */
  readonly value: string;
  /** Stems of what is counted, or the preposition before a sum. */
  readonly of: readonly string[];
  /** Whether what is counted follows it, as in “120,000 homes”. */
  readonly isCount?: true;
  readonly start: number;
  readonly end: number;
}

/** The `of` of every multiple, whatever the language. */
const MULTIPLE_STEM = "fold";
const MULTIPLE = new RegExp(
  claimPattern(({ counts }) => counts.multiple),
  "gi",
);
const MULTIPLE_NUMERALS: ReadonlyMap<string, number> = new Map(
  CLAIM_GRAMMARS.flatMap(({ counts }) => Object.entries(counts.multipleNumerals ?? {})),
);

const SPACED_SCALE = claimPattern(({ counts }) => counts.scales, SPACED_GRAMMARS);
const UNSPACED_SCALE = claimPattern(({ counts }) => counts.scales, UNSPACED_GRAMMARS);
const NOT_COUNTED = claimPattern(({ counts }) => counts.notCounted);
const COUNT = new RegExp(
  String.raw`(?<![\p{L}\d.,$€£¥-])(?<figures>\d+(?:,\d{3})*(?:\.\d+)?)(?:\s+(?<spaced>${SPACED_SCALE})|(?<unspaced>${UNSPACED_SCALE}))?(?![\d%]|-\p{L}|${NOT_COUNTED})`,
  "giu",
);
const SCALE_WORD = new RegExp(`^${SPACED_SCALE}$`);

const RISE_SIDE = new RegExp(
  String.raw`\b(${claimPattern(({ sums }) => sums.riseFrom)}|${claimPattern(({ sums }) => sums.riseTo)})\s+$`,
  "i",
);

/** Up to four words after a number. `PHRASE_END` removes those that belong to something else. */
const PHRASE = /^\s*((?:[\p{L}’'-]+\s*){1,4})/u;
const PHRASE_END = new RegExp(String.raw`\b${claimPattern(({ counts }) => counts.phraseEnd)}\b.*$`, "i");

const overlaps = (start: number, end: number, others: readonly { start: number; end: number }[]): boolean =>
  others.some((other) => start < other.end && other.start < end);

/** Returns the stems of a text's content words, in order. */
export const contentStems = (text: string): string[] =>
  splitWords(text)
    .filter(isContentWord)
    .map(({ word }) => stemWord(word));

/** Tells whether a stem is a number or a scale word such as “million”. */
export const isNumeric = (stem: string): boolean => /^\d/.test(stem) || SCALE_WORD.test(stem);

const wordsAfter = (text: string, end: number): string =>
  (PHRASE.exec(text.slice(end))?.[1] ?? "").replace(PHRASE_END, "");

function countedStems(text: string, start: number, end: number): string[] {
  const after = wordsAfter(text, end);
  const before = /(\p{L}+)\s+$/u.exec(text.slice(0, start))?.[1] ?? "";
  return contentStems(`${after} ${before}`);
}

/** Finds all sums in a text, and those among them that something rose from or to. */
function findSums(text: string): { readonly all: readonly Quantity[]; readonly rises: readonly Quantity[] } {
  const all: Quantity[] = [];
  for (const { value, unit, ...figures } of findWholeNumbers(text)) {
    if (unit === undefined || unit.name === "percent" || !(value > 0)) continue;
    const currency = unit.name;
    const start = Math.min(figures.start, unit.start);
    const end = Math.max(figures.end, unit.end);
    const written = text.slice(start, end);
    const side = RISE_SIDE.exec(text.slice(0, start))?.[1];
    const of = side === undefined ? [] : [side.toLowerCase()];
    all.push({ text: written, value: `${value} ${currency}`, of, start, end });
  }
  return { all, rises: all.filter(({ of }) => of.length > 0) };
}

function findMultiples(text: string): Quantity[] {
  return [...text.matchAll(MULTIPLE)].map((match) => {
    const { 0: written, index } = match;
    const number = (match.slice(1).find((group) => group !== undefined) ?? "").toLowerCase();
    const value = String(MULTIPLE_NUMERALS.get(number) ?? Number(number));
    return { text: written, value, of: [MULTIPLE_STEM], start: index, end: index + written.length };
  });
}

/** Returns the quantities in a text; they never overlap. */
export function findQuantities(text: string): Quantity[] {
  const sums = findSums(text);
  const found = [...sums.rises, ...findMultiples(text)];
  const dates = findDates(text);
  const joined = joinGroups(text);
  for (const { 0: written, index: start, groups } of joined.matchAll(COUNT)) {
    const end = start + written.length;
    if (!isWhole(joined, { start, end })) continue;
    // A number after a name is part of it, as in “Qihoo 360”.
    const isName =
      /\p{Lu}[\p{L}]*\s$/u.test(text.slice(0, start)) && !/^\p{L}+\s$/u.test(text.slice(0, start));
    if (isName || overlaps(start, end, [...dates, ...sums.all, ...found])) continue;
    const scale = NUMBER_SCALES[(groups?.spaced ?? groups?.unspaced ?? "").toLowerCase()] ?? 1;
    const value = Number(groups!.figures!.replaceAll(",", "")) * scale;
    found.push({
      text: text.slice(start, end),
      value: String(value),
      of: countedStems(text, start, end),
      ...(contentStems(wordsAfter(text, end)).length > 0 ? { isCount: true } : {}),
      start,
      end,
    });
  }
  return found;
}
