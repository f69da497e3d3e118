/** What a language adds to the dates that are found in texts. */

/** A year in figures, as the group `year`. */
export const YEAR_FORM = String.raw`(?<year>(?:1[89]|20)\d\d)`;

/**
 * The dates of one language. A form's groups are `year`, `month` and `day`, with `month2` and `day2` where it may
 * go on to a later day, or `decade`: all four figures, or the last two of the twentieth century.
 */
export interface DateGrammar {
  /** The first form that fits is taken, so a fuller form stands before a shorter one. */
  readonly forms: readonly RegExp[];
  /** Decades whose century is said in words: they stand before all other forms. */
  readonly decades?: readonly RegExp[];
  /** What follows the figures of a decade, as a pattern. */
  readonly decadeSuffix: string;
  /** The first three letters of each month's name, in lower case, where months have names. */
  readonly months?: readonly string[];
  /** What follows four figures that are a number of things and no year, as a pattern. */
  readonly countedThings: string;
}
