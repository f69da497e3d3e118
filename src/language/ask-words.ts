/** Collects the words of all languages that have a meaning in a typed ask. */
import { englishAskWords } from "./en/ask-words.ts";
import { chineseAskWords } from "./zh/ask-words.ts";

/** One language's words in asks. */
export interface AskWords {
  /** Values of a yes-or-no option, in lower case. */
  readonly yes: readonly string[];
  readonly no: readonly string[];
  /** Names of options that are also understood without a colon: “lu jun about NGOs”. */
  readonly plainOptions: readonly string[];
  /** Units after a number of days, as patterns. */
  readonly dayUnits: readonly string[];
  /** Other names of the help command. */
  readonly helpNames: readonly string[];
}

const ALL: readonly AskWords[] = [englishAskWords, chineseAskWords];

const YES = new Set(ALL.flatMap(({ yes }) => yes));
const NO = new Set(ALL.flatMap(({ no }) => no));

/** Reads the value of a yes-or-no option. Returns undefined when it is neither. */
export function parseSwitch(value: string): boolean | undefined {
  const word = value.toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}

/** Option names that are also understood as plain words, in all languages. */
export const PLAIN_OPTIONS: readonly string[] = ALL.flatMap(({ plainOptions }) => plainOptions);

/** Other names of the help command, in all languages. */
export const HELP_NAMES: readonly string[] = ALL.flatMap(({ helpNames }) => helpNames);

const DAYS = new RegExp(
  String.raw`^\d{1,4}(?=\s*(?:${ALL.flatMap(({ dayUnits }) => dayUnits).join("|")})?$)`,
  "i",
);

/**
 * Returns the digits of a number of days such as `7`, `30 days` or `30天`, or undefined when the text is anything
 * else.
 */
export const parseDays = (text: string): string | undefined => DAYS.exec(text)?.[0];
