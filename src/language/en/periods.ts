/** English forms of a period in a question. */
import type { PeriodGrammar } from "../periods.ts";

/** So many words, for a date that follows a subject of several words: the longest that is a date is taken. */
const WORDS = [String.raw`\S+ \S+ \S+`, String.raw`\S+ \S+`, String.raw`\S+`];

export const englishPeriods: PeriodGrammar = {
  forms: [
    `(?:(?<words>.+?) )?(?:from |between )?(?<from>.+) (?:to|until|till|through|and|[-–—]) (?<to>.+)`,
    ...WORDS.map((date) => `(?<words>.+) (?<from>${date}) (?:to|until|till|through|and|[-–—]) (?<to>.+)`),
    `(?:(?<words>.+?) )?(?:since|from) (?<from>.+)`,
    `(?:(?<words>.+?) )?after (?<after>.+)`,
    `(?:(?<words>.+?) )?before (?<before>.+)`,
    `(?:(?<words>.+?) )??(?:until|till|up to|to) (?<to>.+)`,
    `(?:(?<words>.+?) )?(?:in|during|of|on) (?<both>.+)`,
    `(?<both>.+)`,
    ...WORDS.map((date) => `(?<words>.+) (?<both>${date})`),
    String.raw`(?<both>\S+) (?<words>.+)`,
    String.raw`(?<both>\S+ \S+) (?<words>.+)`,
  ],
  article: "the ",
  leadWords: "(?:of|for|from|between|in|during|on|about|at)(?: |$)",
};
