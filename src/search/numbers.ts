/** Finds numbers that are written in figures: with commas, a scale in words, a currency or a sign for per cent. */
import {
  LONG_SCALES,
  NUMBER_SCALES,
  type NumberUnit,
  SHORT_SCALES,
  UNIT_FORMS,
  UNITS_AFTER,
  UNITS_BEFORE,
} from "../language/numbers.ts";

/** One number of a text. Offsets are UTF-16 units of the text as it was given. */
export interface WrittenNumber {
  /** What it comes to, its scale included: “15.5bn” is 15500000000. */
  readonly value: number;
  /** The figures with their scale. */
  readonly start: number;
  readonly end: number;
  /** What it counts, where that stands beside it: ISO 4217, or per cent. */
  readonly unit?: { readonly name: NumberUnit; readonly start: number; readonly end: number };
}

/** Figures in groups by commas, or in one run; a comma between two whole numbers joins nothing. */
const FIGURES = String.raw`(?<![\d.,])(\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)|\d+)(\.\d+)?`;
/** Blanks and a hyphen; a few, for a text may hold any number of blanks. */
const GAP = String.raw`\s{0,3}[-\u2010\u2011]?\s{0,3}`;
const BEFORE = String.raw`(?<![a-z])(${UNITS_BEFORE})\s{0,3}`;
/** A letter alone is a scale where it touches the figures, or a currency stands before: “5 m” are metres. */
const NUMBER = new RegExp(
  `${BEFORE}${FIGURES}(?:${GAP}(${LONG_SCALES}|${SHORT_SCALES}))?|${FIGURES}(?:(${SHORT_SCALES})|${GAP}(${LONG_SCALES}))?(?:${GAP}(${UNITS_AFTER}))?`,
  "gdu",
);

/** A copy of equal length whose full-width figures and marks are plain, and whose letters are small. */
const plain = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** The unit that a word or a sign names, as it stands beside a number. */
export const parseUnit = (sign: string): NumberUnit | undefined =>
  UNIT_FORMS.find(([form]) => form.test(sign))?.[1];

/** Whether a word only says how large the number before it is. */
export const isScaleWord = (word: string): boolean => Object.hasOwn(NUMBER_SCALES, word.replace(/s$/, ""));

/** The numbers in a text, in their order, none within another. */
export function findNumbers(text: string): WrittenNumber[] {
  if (!/[\d\uff10-\uff19]/.test(text)) return [];
  return [...plain(text).matchAll(NUMBER)].map((found): WrittenNumber => {
    const at = found.indices!;
    const [, before, whole1, part1 = "", scale1, whole2, part2 = "", short, long, after] = found;
    const scale = scale1 ?? short ?? long;
    const figures = `${whole1 ?? whole2}${whole1 === undefined ? part2 : part1}`.replaceAll(",", "");
    const times = scale === undefined ? 1 : NUMBER_SCALES[scale.replace(/s$/, "")]!;
    // Rounded to a hundredth: 15.5 times a thousand million is not exact in every language of numbers.
    const value = times === 1 ? Number(figures) : Math.round(Number(figures) * times * 100) / 100;
    const [start] = at[2] ?? at[5]!;
    const [, end] = at[4] ?? at[7] ?? at[8] ?? at[3] ?? at[6] ?? at[2] ?? at[5]!;
    const sign = before ?? after;
    const name = sign === undefined ? undefined : parseUnit(sign.replace(/\s/g, " "));
    const place = at[1] ?? at[9];
    return name && place
      ? { value, start, end, unit: { name, start: place[0], end: place[1] } }
      : { value, start, end };
  });
}
