/** The one order of dates that are known only in part, and whether two stretches of time meet. */
import type { DayRange } from "../../src/language/dates.ts";

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Earliest first; of what begins on the same day the longest first: a decade, then its first year, then its January. */
export const compareRanges = (a: DayRange, b: DayRange): number =>
  order(a.first, b.first) || order(b.last, a.last);

/** Whether they have a day in common: what is known only by its year may lie in any month of it. */
export const rangesOverlap = (a: DayRange, b: DayRange): boolean => a.first <= b.last && b.first <= a.last;
