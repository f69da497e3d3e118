/** Finds the sums of money in a sentence, with the words that bound them. */
import { CLAIM_GRAMMARS, claimPattern } from "../language/claim-grammar.ts";
import { OPEN_AFTER, OPEN_BEFORE, SCALE_INFIX, TWO_SCALES, UNITS_AFTER } from "../language/numbers.ts";
import { parseUnit } from "../search/numbers.ts";
import { type BoundedSum, type ClaimToken, SUM_BOUNDS, type SumBound } from "./tokens.ts";
import { findWholeNumbers } from "./whole-figures.ts";

/** The bounds before a sum; those that contain another, such as “no more than”, come first. */
const BOUNDS = SUM_BOUNDS.map((bound) => ({
  bound,
  form: new RegExp(String.raw`(?<!\p{Script=Latin})${claimPattern(({ sums }) => sums[bound])}\s*$`, "iu"),
}));
const OVER_AFTER = new RegExp(`^${claimPattern(({ sums }) => sums.overAfter)}`, "iu");
const UP_TO_AFTER = new RegExp(`^${claimPattern(({ sums }) => sums.upToAfter)}`, "iu");
const SCALE_INFIXES = new RegExp(`\\d(?:${SCALE_INFIX})`);

const RATES = new RegExp(
  claimPattern(({ sums }) => sums.rates),
  "iu",
);
const RATE_BEFORE = new RegExp(`${claimPattern(({ sums }) => sums.rateBefore)}$`, "iu");
const RATE_AFTER = new RegExp(
  String.raw`^${claimPattern(({ sums }) => sums.rateAfter)}(?!\p{Script=Latin})`,
  "iu",
);

/** Characters before a sum among which its bound or rate is sought. */
const REACH = 60;

/** Returns the words beside a sum that make it a rate, such as one a year, and not a whole. */
const rateOf = (text: string, start: number, end: number): string | undefined =>
  RATE_AFTER.exec(text.slice(end, end + REACH))?.[0].trim() ??
  RATE_BEFORE.exec(text.slice(Math.max(0, start - REACH), start))?.[0].trim();

/** The bound of a sum, the words before it that state it, and the length of those after it. */
interface FoundBound {
  readonly bound: SumBound;
  readonly words: string;
  readonly wordsAfter: number;
}

function boundOf(before: string, sum: string, after: string): FoundBound {
  for (const { bound, form } of BOUNDS) {
    const words = form.exec(before)?.[0];
    if (words) return { bound, words, wordsAfter: 0 };
  }
  const over = OVER_AFTER.exec(after)?.[0];
  if (over !== undefined || SCALE_INFIXES.test(sum))
    return { bound: "over", words: "", wordsAfter: over?.length ?? 0 };
  const upTo = UP_TO_AFTER.exec(after)?.[0];
  return upTo === undefined
    ? { bound: "none", words: "", wordsAfter: 0 }
    : { bound: "upTo", words: "", wordsAfter: upTo.length };
}

/** The name of another currency, or of a country whose dollars are meant, beside a sum. */
const OTHER_UNIT = new RegExp(String.raw`^\s?[(（]?(?:${UNITS_AFTER})`, "iu");
const UNKNOWN_CODE = /^\s?[(（]?[A-Z]{3}(?![\p{L}\p{N}])/u;
const UNKNOWN_COIN = new RegExp(String.raw`${claimPattern(({ sums }) => sums.coins)}\s*$`, "u");

const TRAILING = new RegExp(`^${claimPattern(({ sums }) => sums.trailingUnit)}`);

/** Returns the length of the words after a sum that repeat its currency, or undefined if they may name another. */
function repeatedUnit(unit: string, after: string): number | undefined {
  const trailing = TRAILING.exec(after)?.[0].length;
  if (trailing !== undefined) return trailing;
  const beside = OTHER_UNIT.exec(after)?.[0];
  if (beside === undefined) return UNKNOWN_CODE.test(after) ? undefined : 0;
  if (parseUnit(beside.replace(/^\s?[(（]?/, "").toLowerCase()) !== unit) return undefined;
  return /[(（]/.test(beside) ? 0 : beside.length;
}

const RANGE_WORDS = `(?:-|–|—|${claimPattern(({ sums }) => sums.rangeWords)})`;
const RANGE_OPENING = claimPattern(({ sums }) => sums.rangeOpening);
const RANGE_AFTER = new RegExp(String.raw`^\s*${RANGE_WORDS}\s*[$€£¥]?\d`);
const RISING = claimPattern(({ sums }) => sums.rising);
const RANGE_BEFORE = new RegExp(
  String.raw`(?:${RANGE_OPENING}|\d\s*(?:(?!${RISING})\p{L})*\s*${RANGE_WORDS})\s*$`,
  "iu",
);

/** Either sum of a rise, “from … to …”, was stated as such; the ends of a range were not. */
const RISE_FROM = claimPattern(({ sums }) => sums.riseFrom);
const RISE_TO = claimPattern(({ sums }) => sums.riseTo);
const AFTER_FROM = new RegExp(String.raw`${RISE_FROM}\s+$`, "i");
const AFTER_FROM_TO = new RegExp(String.raw`${RISE_FROM}\s+[$€£¥]?[\d.,]+\s*\p{L}*\s+${RISE_TO}\s+$`, "iu");

const AMBIGUOUS_UNITS = CLAIM_GRAMMARS.flatMap(({ sums: { ambiguousUnit } }) =>
  ambiguousUnit
    ? [
        {
          currency: ambiguousUnit.currency,
          sign: new RegExp(`^(?:${ambiguousUnit.sign})`),
          afterScale: new RegExp(`(?:${ambiguousUnit.afterScale})$`),
        },
      ]
    : [],
);

/** Finds a currency sign that other words may begin with. The number parser skips it; after a scale it is certain. */
function ambiguousUnitAt(text: string, start: number, end: number) {
  for (const { currency, sign, afterScale } of AMBIGUOUS_UNITS) {
    const found = sign.exec(text.slice(end));
    if (found && afterScale.test(text.slice(start, end)))
      return { name: currency, start: end, end: end + found[0].length };
  }
  return undefined;
}

/** The sign or name of money that several countries have, beside a figure. */
const OPEN_SIGN = new RegExp(`(?<![\\p{L}])(?:${OPEN_BEFORE})\\s?$`, "iu");
const OPEN_NAME = new RegExp(`^\\s?(?:${OPEN_AFTER})`, "iu");

function openUnitAt(text: string, start: number, end: number) {
  const sign = OPEN_SIGN.exec(text.slice(Math.max(0, start - 4), start))?.[0];
  if (sign !== undefined) return { name: undefined, start: start - sign.length, end: start };
  const name = OPEN_NAME.exec(text.slice(end, end + REACH))?.[0];
  return name === undefined ? undefined : { name: undefined, start: end, end: end + name.length };
}

/** A sum as a text states it, with the words beside it that say how it is meant. */
export interface StatedSum {
  /** Without a currency where several countries have money of that name or sign. */
  readonly sum: Omit<BoundedSum, "currency"> & { readonly currency?: BoundedSum["currency"] | undefined };
  /** The sign or name of the currency as written. */
  readonly sign: string;
  readonly start: number;
  /** The end of the sum with its currency; `end` is that of the words that bound it. */
  readonly sumEnd: number;
  readonly end: number;
  /** The words that bound it, and those that make it a rate. */
  readonly qualifier: string;
  readonly rate?: string | undefined;
  /** Whether it is an end of a range. */
  readonly isRange: boolean;
}

/** Returns the sums in a text, except numbers without a currency and figures not read whole. */
export function readSums(text: string): StatedSum[] {
  return findWholeNumbers(text).flatMap(({ value, unit: written, ...figures }): StatedSum[] => {
    const unit =
      written ??
      ambiguousUnitAt(text, figures.start, figures.end) ??
      openUnitAt(text, figures.start, figures.end);
    if (unit === undefined || unit.name === "percent" || !(value > 0)) return [];
    const start = Math.min(figures.start, unit.start);
    const to = Math.max(figures.end, unit.end);
    const repeated = unit.name === undefined ? 0 : repeatedUnit(unit.name, text.slice(to, to + REACH));
    const before = text.slice(Math.max(0, start - REACH), start);
    if (repeated === undefined || UNKNOWN_COIN.test(before)) return [];
    const after = text.slice(to + repeated, to + repeated + REACH);
    const isRise = AFTER_FROM.test(before) || AFTER_FROM_TO.test(before);
    const isRange = !isRise && (RANGE_AFTER.test(after) || RANGE_BEFORE.test(before));
    const { bound, words, wordsAfter } = boundOf(before, text.slice(start, to), after);
    const sumEnd = to + repeated;
    const end = sumEnd + wordsAfter;
    const sum = { text: text.slice(start, end), value, currency: unit.name, bound } as const;
    return [
      {
        sign: text.slice(unit.start, unit.end).trim(),
        sum: { ...sum, said: `${words}${sum.text}` },
        start,
        sumEnd,
        end,
        qualifier: (words || text.slice(sumEnd, end)).trim(),
        rate: rateOf(text, start, sumEnd),
        isRange,
      },
    ];
  });
}

/** Returns the sums in a sentence that stand for themselves: no ends of ranges, no figures of two scales, and nothing of so much a year. */
export const locateSums = (text: string): ClaimToken[] =>
  RATES.test(text)
    ? []
    : readSums(text).flatMap(({ sum: { currency, ...sum }, start, end, isRange, rate }): ClaimToken[] =>
        isRange || rate !== undefined || currency === undefined || TWO_SCALES.test(sum.text)
          ? []
          : [{ kind: "sum", text: sum.text, start, end, sum: { ...sum, currency } }],
      );
