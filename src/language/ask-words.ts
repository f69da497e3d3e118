/** The words of every language that are understood in a typed ask. */
import { englishAskWords } from "./en/ask-words.ts";
import { chineseAskWords } from "./zh/ask-words.ts";

/** What one language adds to the grammar of asks. */
export interface AskWords {
  /** Values of an option that is on or off, in lower case. */
  readonly yes: readonly string[];
  readonly no: readonly string[];
  /** Names of options that people also write as plain words: “lu jun about NGOs”. */
  readonly plainOptions: readonly string[];
  /** What may follow a number of days, as patterns. */
  readonly dayUnits: readonly string[];
  /** What else asks for help. */
  readonly helpNames: readonly string[];
}

const ALL: readonly AskWords[] = [englishAskWords, chineseAskWords];

const YES = new Set(ALL.flatMap(({ yes }) => yes));
const NO = new Set(ALL.flatMap(({ no }) => no));

/** Reads an option that is on or off; undefined where the value is neither. */
export function parseSwitch(value: string): boolean | undefined {
  const word = value.toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}

export const PLAIN_OPTIONS: readonly string[] = ALL.flatMap(({ plainOptions }) => plainOptions);

export const HELP_NAMES: readonly string[] = ALL.flatMap(({ helpNames }) => helpNames);

const DAYS = new RegExp(
  String.raw`^\d{1,4}(?=\s*(?:${ALL.flatMap(({ dayUnits }) => dayUnits).join("|")})?$)`,
  "i",
);

/** The figures of a number of days such as `7`, `30 days` or `30天`; undefined where the text is no such number. */
export const parseDays = (text: string): string | undefined => DAYS.exec(text)?.[0];
