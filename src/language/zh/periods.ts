/** Chinese forms of a period in a question, in both scripts. */
import type { PeriodGrammar } from "../periods.ts";

const DATE = String.raw`\d{4}年(?:代|\d{1,2}月(?:\d{1,2}[日号號])?)?`;

export const chinesePeriods: PeriodGrammar = {
  forms: [
    `(?:从|從|自)?(?<from>${DATE})(?:到|至|-|–|—|～|~)(?<to>${DATE})(?:间|間|期间|期間)?的?(?<words>.*)`,
    `(?:从|從|自)?(?<from>${DATE})(?:以来|以來|起)的?(?<words>.*)`,
    `(?<both>${DATE})的?(?<words>.+)`,
    `(?<words>.+?)(?<from>${DATE})(?:以来|以來|起)`,
    `(?<words>.+?)(?<both>${DATE})`,
  ],
};
