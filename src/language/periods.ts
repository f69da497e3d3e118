/** Collects how a period is expressed in a question, in all languages. */
import { englishPeriods } from "./en/periods.ts";
import { chinesePeriods } from "./zh/periods.ts";

/**
 * One language's forms of a period. Each form is the source of a pattern for a whole question, with the groups
 * `words` (the rest of the question), `from` and `to`, or `both` for a single date; `after` and `before` for a date that is
 * not in the period. Of `from` and `to`, one may leave its year to the other.
 */
export interface PeriodGrammar {
  /** The first form that matches and contains valid dates is used. */
  readonly forms: readonly string[];
  /** Small words before the subject of a question, as a pattern. */
  readonly leadWords?: string;
  /** An article before a date, as a pattern. */
  readonly article?: string;
}

const ALL: readonly PeriodGrammar[] = [englishPeriods, chinesePeriods];

/** The forms of all languages, in the order in which they are tried. */
export const PERIOD_FORMS: readonly RegExp[] = ALL.flatMap(({ forms }) => forms).map(
  (form) => new RegExp(`^${form}$`, "iu"),
);

const ARTICLE = new RegExp(`^(?:${ALL.flatMap(({ article }) => article ?? []).join("|")})`, "i");

/** Removes the article before a date: “the 1990s” becomes “1990s”. */
export const stripArticle = (date: string): string => date.replace(ARTICLE, "");

const LEAD = new RegExp(`^(?:${ALL.flatMap(({ leadWords }) => leadWords ?? []).join("|")})+`, "i");

/** Removes small words before a subject: “of common prosperity” becomes “common prosperity”. */
export const stripLeadWords = (words: string): string => words.replace(LEAD, "").trim();
