/** How a time stands among the other words of a question, in every language. */
import { englishPeriods } from "./en/periods.ts";
import { chinesePeriods } from "./zh/periods.ts";

/**
 * What one language adds to the times that are found in questions. Forms are sources of patterns for the whole text;
 * their groups are `words` (what the question is about), `from` and `to`, or `both` for a time without ends of its own.
 */
export interface PeriodGrammar {
  /** The first form that fits and holds dates is taken. */
  readonly forms: readonly string[];
  /** Small words that lead to the words of a question, as a pattern. */
  readonly leadWords?: string;
  /** What may stand before a date and adds nothing to it, as a pattern. */
  readonly article?: string;
}

const ALL: readonly PeriodGrammar[] = [englishPeriods, chinesePeriods];

export const PERIOD_FORMS: readonly RegExp[] = ALL.flatMap(({ forms }) => forms).map(
  (form) => new RegExp(`^${form}$`, "iu"),
);

const ARTICLE = new RegExp(`^(?:${ALL.flatMap(({ article }) => article ?? []).join("|")})`, "i");

/** Drops the article before a date: “the 1990s” is 1990s. */
export const stripArticle = (date: string): string => date.replace(ARTICLE, "");

const LEAD = new RegExp(`^(?:${ALL.flatMap(({ leadWords }) => leadWords ?? []).join("|")})+`, "i");

/** Drops the small words before a subject: “of common prosperity” is common prosperity. */
export const stripLeadWords = (words: string): string => words.replace(LEAD, "").trim();
