/** English numbers in words, written in figures. */
import type { FigureGrammar } from "../figures.ts";
import { englishNumerals, englishTens } from "./numerals.ts";

const SMALL = Object.keys(englishNumerals(1, 19)).join("|");
const DIGITS = Object.keys(englishNumerals(1, 9)).join("|");
const VALUES: Readonly<Record<string, number>> = { ...englishNumerals(1, 90), a: 1 };
const BELOW_HUNDRED = `(?:(?:${englishTens.join("|")})(?:[- ](?:${DIGITS}))?|${SMALL})`;
const BELOW_THOUSAND = `(?:(?:${BELOW_HUNDRED}|an?) hundred(?:(?: and)? ${BELOW_HUNDRED})?|${BELOW_HUNDRED})`;

/** A number in words: “twenty-two”, “a hundred and twenty thousand”, “fifteen and a half”; not what goes on from figures. */
const IN_WORDS = new RegExp(
  String.raw`(?<![\p{L}\d$€£¥-]|\d |point |(?:\d|thousand|[mb]illion) and )${BELOW_THOUSAND}(?: thousand(?:(?: and)? ${BELOW_THOUSAND})?)?(?: and a half)?(?![\p{L}-])`,
  "giu",
);
const SCALE_FOLLOWS = /^ (?:million|billion|trillion)\b/i;

/** Returns the value of number words in order, below a million. */
function figureOf(words: readonly string[]): number {
  let [total, below] = [0, 0];
  for (const word of words)
    if (word === "hundred") below *= 100;
    else if (word === "thousand") [total, below] = [total + below * 1000, 0];
    else below += VALUES[word] ?? 0;
  return total + below;
}

export const englishFigures: FigureGrammar = {
  write: (text) =>
    text.replace(IN_WORDS, (written: string, offset: number, whole: string) => {
      const hasHalf = / and a half$/i.test(written);
      const words = written
        .toLowerCase()
        .replace(/ and a half$/, "")
        .split(/[- ]/)
        .filter((word) => word !== "and");
      const isLong = words.length > 1 || hasHalf || SCALE_FOLLOWS.test(whole.slice(offset + written.length));
      return isLong ? `${figureOf(words) + (hasHalf ? 0.5 : 0)}` : written;
    }),
};
