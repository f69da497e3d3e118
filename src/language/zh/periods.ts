/** Chinese forms of a period in a question, in both scripts. */
import type { PeriodGrammar } from "../periods.ts";

const MONTH = String.raw`(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,2}[日号號]?)?`;
const DATE = String.raw`\d{4}(?:年代|年(?:${MONTH})?)?`;
/** Two dates; the second may leave the year to the first. */
const RANGE = `(?:从|從|自)?(?<from>${DATE})(?:到|至|-|–|—|——|～|~)(?<to>${DATE}|${MONTH})(?:为止|為止|间|間|之间|之間|期间|期間)?`;
const SINCE = `(?:从|從|自)?(?<from>${DATE})(?:以来|以來|起|以后|以後|开始|開始|至今|到现在|到現在|迄今)`;
const UNTIL = `(?:到|截至|截止到?|直到)(?<to>${DATE})(?:为止|為止)?`;
const ENDING = `(?<to>${DATE})(?:为止|為止)`;
const AFTER = `(?:从|從|自)?(?<after>${DATE})(?:之后|之後|后|後)`;
const BEFORE = `(?<before>${DATE})(?:之前|以前|前)`;

export const chinesePeriods: PeriodGrammar = {
  forms: [RANGE, SINCE, AFTER, BEFORE, UNTIL, ENDING, `(?<both>${DATE})`].flatMap((period) => [
    `${period}的?(?<words>.*)`,
    `(?<words>.+?)[ ,，、]?${period}`,
  ]),
};
