/** Numbers as people write them, in figures: with commas, with a scale in English or in Chinese, of a currency, of a hundred. */

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

export type CurrencyCode = "USD" | "EUR" | "GBP" | "CNY" | "HKD";
export type NumberUnit = CurrencyCode | "percent";

const SCALES: Readonly<Record<string, number>> = {
  ...{ thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 },
  ...{ k: 1e3, m: 1e6, mn: 1e6, b: 1e9, bn: 1e9, tn: 1e12 },
  ...{ 万: 1e4, 萬: 1e4, 百万: 1e6, 百萬: 1e6, 千万: 1e7, 千萬: 1e7 },
  ...{ 亿: 1e8, 億: 1e8, 万亿: 1e12, 萬億: 1e12 },
};

const UNITS: readonly (readonly [RegExp, NumberUnit])[] = [
  [/^(us\$|\$|usd|(us )?dollars?|美元|美金)$/, "USD"],
  [/^(€|eur|euros?|欧元|歐元)$/, "EUR"],
  [/^(£|gbp|pounds?|英镑|英鎊)$/, "GBP"],
  [/^(rmb|cny|yuan|renminbi|元人民[币幣]|人民[币幣]|元)$/, "CNY"],
  [/^(hk\$|hkd|港元|港[币幣])$/, "HKD"],
  [/^(%|per ?cent)$/, "percent"],
];

/** Figures in groups by commas, or in one run; a comma between two whole numbers joins nothing. */
const FIGURES = String.raw`(?<![\d.,])(\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)|\d+)(\.\d+)?`;
/** Blanks and a hyphen; a few, for a text may hold any number of blanks. */
const GAP = String.raw`\s{0,3}[-\u2010\u2011]?\s{0,3}`;
const LONG = `(?:(?:thousand|million|billion|trillion)s?|bn|mn|tn)(?![a-z])|[万萬][亿億]|百[万萬]|千[万萬]|[亿億万萬]`;
const SHORT = String.raw`[kmb](?![a-z\d])`;
const BEFORE = String.raw`(?<![a-z])(us\$|hk\$|\$|€|£|usd|eur|gbp|rmb|cny|hkd)\s{0,3}`;
const AFTER = `${GAP}((?:(?:us )?dollars?|euros?|pounds?|yuan|renminbi|usd|eur|gbp|rmb|cny|hkd|per ?cent)(?![a-z])|%|美元|美金|[欧歐]元|英[镑鎊]|港元|港[币幣]|元?人民[币幣]|元(?![旦素宵首老]))`;
/** A letter alone is a scale where it touches the figures, or a currency stands before: “5 m” are metres. */
const NUMBER = new RegExp(
  `${BEFORE}${FIGURES}(?:${GAP}(${LONG}|${SHORT}))?|${FIGURES}(?:(${SHORT})|${GAP}(${LONG}))?(?:${AFTER})?`,
  "gdu",
);

/** A copy of equal length whose full-width figures and marks are plain, and whose letters are small. */
const plain = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** The unit that a word or a sign names, as it stands beside a number. */
export const parseUnit = (sign: string): NumberUnit | undefined =>
  UNITS.find(([form]) => form.test(sign))?.[1];

/** Whether a word only says how large the number before it is. */
export const isScaleWord = (word: string): boolean => Object.hasOwn(SCALES, word.replace(/s$/, ""));

/** The numbers in a text, in their order, none within another. */
export function findNumbers(text: string): WrittenNumber[] {
  if (!/[\d\uff10-\uff19]/.test(text)) return [];
  return [...plain(text).matchAll(NUMBER)].map((found): WrittenNumber => {
    const at = found.indices!;
    const [, before, whole1, part1 = "", scale1, whole2, part2 = "", short, long, after] = found;
    const scale = scale1 ?? short ?? long;
    const figures = `${whole1 ?? whole2}${whole1 === undefined ? part2 : part1}`.replaceAll(",", "");
    const times = scale === undefined ? 1 : SCALES[scale.replace(/s$/, "")]!;
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
