/** Defines what a language contributes to finding dates in texts. */

/** Matches a year in digits, from 1800 to 2099, as the group `year`. */
export const YEAR_FORM = String.raw`(?<year>(?:1[89]|20)\d\d)`;

/**
 * One language's forms of dates. Groups: `year`, `month` and `day`; `month2` and `day2` for the end of a range; `decade`
 * for a decade in four digits, or in two for the twentieth century, and `decadeNumeral` for one in `numerals`; `shortYear`
 * for the last two digits of a year of the twenty-first.
 */
export interface DateGrammar {
  /** The first match wins, so longer forms come first. */
  readonly forms: readonly RegExp[];
  /** Decades whose century is written in words; tried before all other forms. */
  readonly decades?: readonly RegExp[];
  /** The signs for the digits from 0 to 9, for languages that write decades with them. */
  readonly numerals?: string;
  /** Follows the digits of a decade, as a pattern. */
  readonly decadeSuffix: string;
  /** The first three letters of each month's name in lower case, for languages that name the months. */
  readonly months?: readonly string[];
  /** Follows four digits that count something and are no year, as a pattern. */
  readonly countedThings: string;
}
