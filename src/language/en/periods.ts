/** English forms of a period in a question. */
import type { PeriodGrammar } from "../periods.ts";

export const englishPeriods: PeriodGrammar = {
  forms: [
    `(?:(?<words>.+?) )?(?:from |between )?(?<from>.+) (?:to|until|till|through|and|[-–—]) (?<to>.+)`,
    `(?:(?<words>.+?) )?(?:since|from) (?<from>.+)`,
    `(?:(?<words>.+?) )??(?:until|till|up to|to) (?<to>.+)`,
    `(?:(?<words>.+?) )?(?:in|during|of|on) (?<both>.+)`,
    `(?<both>.+)`,
    String.raw`(?<words>.+) (?<both>\S+ \S+ \S+)`,
    String.raw`(?<words>.+) (?<both>\S+ \S+)`,
    String.raw`(?<words>.+) (?<both>\S+)`,
    String.raw`(?<both>\S+) (?<words>.+)`,
    String.raw`(?<both>\S+ \S+) (?<words>.+)`,
  ],
  article: "the ",
  leadWords: "(?:of|for|from|between|in|during|on|about|at)(?: |$)",
};
