/** Finds the sums of money in a sentence, with the words that bound them. */
import { CLAIM_GRAMMARS, claimPattern } from "../language/claim-grammar.ts";
import { findNumbers } from "../search/numbers.ts";
import type { ClaimToken } from "./tokens.ts";

const OVER = new RegExp(String.raw`${claimPattern(({ sums }) => sums.over)}\s*$`, "i");
const UNDER = new RegExp(String.raw`${claimPattern(({ sums }) => sums.under)}\s*$`, "i");
const ABOUT = new RegExp(String.raw`${claimPattern(({ sums }) => sums.about)}\s*$`, "i");
const OVER_AFTER = new RegExp(`^${claimPattern(({ sums }) => sums.overAfter)}`);

const RANGE_WORDS = `(?:-|–|—|${claimPattern(({ sums }) => sums.rangeWords)})`;
const RANGE_OPENING = claimPattern(({ sums }) => sums.rangeOpening);
const RANGE_AFTER = new RegExp(String.raw`^\s*${RANGE_WORDS}\s*[$€£¥]?\d`);
const RANGE_BEFORE = new RegExp(String.raw`(?:${RANGE_OPENING}|\d\s*\p{L}*\s*${RANGE_WORDS})\s*$`, "iu");

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

/** Returns the sums in a text, except ends of ranges, numbers without a known currency, and irregular groupings. */
export function locateSums(text: string): ClaimToken[] {
  return findNumbers(text).flatMap(({ value, unit: written, ...figures }): ClaimToken[] => {
    const unit = written ?? ambiguousUnitAt(text, figures.start, figures.end);
    if (unit === undefined || unit.name === "percent" || !(value > 0)) return [];
    const start = Math.min(figures.start, unit.start);
    const end = Math.max(figures.end, unit.end);
    const [before, after] = [text.slice(0, start), text.slice(end)];
    const isRise = AFTER_FROM.test(before) || AFTER_FROM_TO.test(before);
    const isRange = RANGE_AFTER.test(after) || RANGE_BEFORE.test(before);
    if ((isRange && !isRise) || /^,\d/.test(after)) return [];
    const bounds = [OVER, UNDER, ABOUT].map((form) => form.exec(before)?.[0] ?? "");
    const [over, under, about] = bounds;
    const bound = over || OVER_AFTER.test(after) ? "over" : under ? "under" : about ? "about" : "none";
    const sum = { text: text.slice(start, end), value, currency: unit.name, bound } as const;
    const said = `${bounds.find(Boolean) ?? ""}${sum.text}`;
    return [{ kind: "sum", text: sum.text, start, end, sum: { ...sum, said } }];
  });
}
