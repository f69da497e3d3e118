/** English dates that are given by the day of the text. */
import type { RelativeDateGrammar } from "../relative-dates.ts";

const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const DAY = "(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day";
const weekdayIn = (words: string): number => DAYS.findIndex((day) => words.toLowerCase().includes(day));

export const englishRelativeDates: RelativeDateGrammar = {
  forms: [
    [new RegExp(String.raw`\bnext ${DAY}\b`, "gi"), (words) => ({ weekday: weekdayIn(words), isNext: true })],
    [
      new RegExp(
        String.raw`\b(?:last|on|this|early|late|by|since|until) ${DAY}(?: (?:morning|afternoon|evening|night))?\b`,
        "gi",
      ),
      (words) => ({ weekday: weekdayIn(words) }),
    ],
    [
      new RegExp(
        String.raw`(?<=\p{L} )${DAY}(?: (?:morning|afternoon|evening|night))?(?![\p{L}]| \p{Lu}\p{Ll})`,
        "gu",
      ),
      (words) => ({ weekday: weekdayIn(words) }),
    ],
    [/\btomorrow\b/gi, () => ({ days: 1 })],
    [/\bnext month\b/gi, () => ({ months: 1 })],
    [/\bnext year\b/gi, () => ({ years: 1 })],
    [/\byesterday\b|\blast night\b/gi, () => ({ days: -1 })],
    [/\b(?:today|tonight|this (?:morning|afternoon|evening))\b/gi, () => ({ days: 0 })],
    [/\blast month\b/gi, () => ({ months: -1 })],
    [/\b(?:earlier |later )?this month\b/gi, () => ({ months: 0 })],
    [/\blast year\b/gi, () => ({ years: -1 })],
    [/\b(?:earlier |later )?this year\b/gi, () => ({ years: 0 })],
    [/\b(?:last|this) (?:week|weekend|spring|summer|autumn|winter|fall)\b/gi, () => "vague"],
    [
      /\b(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|\d+) (?:days?|weeks?|months?|years?|decades?) (?:ago|earlier)\b/gi,
      () => "vague",
    ],
  ],
  coming:
    /\b(?:will|won['’]t|shall|would|is to|are to|going to|set to|due|scheduled|expect(?:s|ed)?|plan(?:s|ned)?|hopes?|intends?|aims?|deadline|closing date)\b/iu,
  past: /\b(?:was|were|had)(?: not)?(?: been)? (?:to|going|set|due|scheduled|expected|planned|hoped)\b/iu,
};
