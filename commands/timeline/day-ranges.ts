/** Compares day ranges: their order, and whether they overlap. */
import type { DayRange } from "../../src/language/dates.ts";

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Orders by first day, then the longest first: a decade, then its first year, then that year's January. */
export const compareRanges = (a: DayRange, b: DayRange): number =>
  order(a.first, b.first) || order(b.last, a.last);

/** Tells whether two ranges share a day. A date known only by its year covers the whole year. */
export const rangesOverlap = (a: DayRange, b: DayRange): boolean => a.first <= b.last && b.first <= a.last;
