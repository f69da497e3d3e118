/** Finds numbers written in digits, with their scale words, currencies and per cent signs. */
import {
  LONG_SCALES,
  NUMBER_SCALES,
  type NumberUnit,
  SCALE_INFIX,
  SHORT_SCALES,
  UNIT_FORMS,
  UNITS_AFTER,
  UNITS_BEFORE,
} from "../language/numbers.ts";

/** A number in a text. Offsets are UTF-16 code units in the original text. */
export interface WrittenNumber {
  /** The value with its scale: “15.5bn” is 15500000000. */
  readonly value: number;
  /** Start of the digits; `end` is the end of the scale, if there is one. */
  readonly start: number;
  readonly end: number;
  /** An adjacent currency (ISO 4217 code) or per cent sign. */
  readonly unit?: { readonly name: NumberUnit; readonly start: number; readonly end: number };
}

/**
 * Digits in one run or in groups with commas. Before a scale word, a comma and one or two digits are a decimal fraction;
 * a comma in any other place separates two numbers.
 */
const FIGURES = String.raw`(?<![\d.,])(\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)|\d+)(\.\d+|,\d{1,2}(?=\s?(?:${LONG_SCALES})))?`;
/** White space and a hyphen. The limit keeps matching fast on texts with long runs of spaces. */
const GAP = String.raw`\s{0,3}[-\u2010\u2011]?\s{0,3}`;
const BEFORE = String.raw`(?<![a-z])(${UNITS_BEFORE})\s{0,3}`;
/** A single letter is a scale only right after the digits or with a currency before them: “5 m” is metres. */
const NUMBER = new RegExp(
  `${BEFORE}${FIGURES}(?:${GAP}(?:${SCALE_INFIX})?(${LONG_SCALES}|${SHORT_SCALES}))?|${FIGURES}(?:(${SHORT_SCALES})|${GAP}(?:${SCALE_INFIX})?(${LONG_SCALES}))?(?:${GAP}(${UNITS_AFTER}))?`,
  "gdu",
);

/** Converts full-width characters to ASCII and ASCII letters to lower case; the length stays the same. */
const plain = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** Returns the currency or per cent that a word or sign means, or undefined for any other. */
export const parseUnit = (sign: string): NumberUnit | undefined =>
  UNIT_FORMS.find(([form]) => form.test(sign))?.[1];

/** Tells whether a word is a scale, such as “million”. */
export const isScaleWord = (word: string): boolean => Object.hasOwn(NUMBER_SCALES, word.replace(/s$/, ""));

/** Returns the numbers in a text, in order and without overlaps. */
export function findNumbers(text: string): WrittenNumber[] {
  if (!/[\d\uff10-\uff19]/.test(text)) return [];
  return [...plain(text).matchAll(NUMBER)].map((found): WrittenNumber => {
    const at = found.indices!;
    const [, before, whole1, part1 = "", scale1, whole2, part2 = "", short, long, after] = found;
    const scale = scale1 ?? short ?? long;
    const [whole = "", part] = whole1 === undefined ? [whole2, part2] : [whole1, part1];
    const figures = `${whole.replaceAll(",", "")}${part.replace(",", ".")}`;
    const times = scale === undefined ? 1 : NUMBER_SCALES[scale.replace(/s$/, "")]!;
    // Rounded to hundredths, as multiplying a decimal fraction by its scale is not exact.
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
