/** Finds partial dates in texts and compares date ranges. */
import { YEAR_FORM } from "./date-grammar.ts";
import { englishDates } from "./en/dates.ts";
import { chineseDates } from "./zh/dates.ts";

/**
 * An ISO date, possibly partial: `2021-08-17`, `2021-08`, `2021`, the decade `1990s`; without a year, `--08-17` or
 * `--08`.
 */
export type PartialDate = string;

/** A date, or a range of dates with both ends included. */
export interface DateRange {
  readonly date: PartialDate;
  readonly to?: PartialDate | undefined;
}

/** A date or range found in a text, with its offsets in UTF-16 units. */
export interface WrittenDate extends DateRange {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The first and the last day of a range, as ISO days, which sort as strings. */
export interface DayRange {
  readonly first: string;
  readonly last: string;
}

const GRAMMARS = [chineseDates, englishDates] as const;

const MONTHS = GRAMMARS.flatMap(({ months }) => months ?? []);
const NUMERALS = GRAMMARS.map(({ numerals = "" }) => numerals).join("");
const DECADE_SUFFIX = GRAMMARS.map(({ decadeSuffix }) => decadeSuffix).join("|");
const COUNTED_THINGS = GRAMMARS.map(({ countedThings }) => countedThings).join("|");

/** Numeric dates, in any language. */
const ISO_FORM = new RegExp(
  String.raw`(?<![\p{L}\d$.,-])${YEAR_FORM}(?<mark>[-/])(?<month>0?[1-9]|1[0-2])(?:\k<mark>(?<day>3[01]|[12]\d|0?[1-9]))?(?![\d/-])`,
  "u",
);
const DECADE_FORM = new RegExp(String.raw`(?<decade>(?:19|20)\d0)(?:${DECADE_SUFFIX})`, "u");
const YEAR_ALONE = new RegExp(
  String.raw`(?<![\d.,$€£¥-])${YEAR_FORM}(?![\d%]|[.,]\d|[-–]\d|\s*(?:${COUNTED_THINGS}))`,
  "i",
);

/** The first match wins, so longer forms come before shorter ones. */
const FORMS: readonly RegExp[] = [
  ISO_FORM,
  ...GRAMMARS.flatMap(({ decades }) => decades ?? []),
  DECADE_FORM,
  ...GRAMMARS.flatMap(({ forms }) => forms),
  YEAR_ALONE,
].map(({ source, flags }) => new RegExp(source, `${flags}g`));

const two = (number: string): string => number.padStart(2, "0");

/** Converts a month in digits or by name to two digits. */
const monthNumber = (month: string): string =>
  two(/^\d/.test(month) ? month : String((MONTHS.indexOf(month.slice(0, 3).toLowerCase()) % 12) + 1));

/** Builds a date from its parts; `-` stands for a missing year. */
function dateOf(year: string | undefined, month: string | undefined, day: string | undefined): PartialDate {
  const rest = [month && monthNumber(month), day && two(day)];
  return [year ?? "-", ...rest.filter((part) => part !== undefined)].join("-");
}

/** Reads the groups of a match. In a range within one month, the month may be next to either day. */
function datesOf({
  decade,
  decadeNumeral,
  shortYear,
  year,
  month,
  day,
  month2,
  day2,
}: Record<string, string | undefined>): DateRange {
  if (shortYear !== undefined) return { date: `20${shortYear}` };
  if (decadeNumeral !== undefined) return { date: `19${NUMERALS.indexOf(decadeNumeral)}0s` };
  if (decade !== undefined) return { date: `${decade.length === 2 ? "19" : ""}${decade}s` };
  const date = dateOf(year, month ?? month2, day);
  return day2 === undefined ? { date } : { date, to: dateOf(year, month2 ?? month, day2) };
}

const exists = (date: PartialDate): boolean => {
  const [, , month, day] = /^(\d{4}|-)(?:-(\d\d))?(?:-(\d\d))?$/.exec(date) ?? [];
  return day === undefined || Number(day) <= daysIn(2024, Number(month));
};

/** Finds the dates in a text, in order. Ambiguous text is not read as a date. */
export function findDates(text: string): WrittenDate[] {
  const found: WrittenDate[] = [];
  /** One for each character that is part of a date already. */
  const taken = new Uint8Array(text.length);
  for (const form of FORMS)
    for (const match of text.matchAll(form)) {
      const start = match.index;
      const end = start + match[0].length;
      if (taken.subarray(start, end).includes(1)) continue;
      taken.fill(1, start, end);
      found.push({ ...datesOf(match.groups ?? {}), text: match[0], start, end });
    }
  // A day that its month does not have makes the whole match no date.
  return found
    .filter(({ date, to }) => exists(date) && (to === undefined || exists(to)))
    .sort((a, b) => a.start - b.start);
}

/**
 * Reads a text that is exactly one date or range: `August 2021`, `2021年8月`, `1990s`.
 * @returns undefined when the text is anything else
 */
export function parseDate(text: string): DateRange | undefined {
  const typed = text.trim();
  const [first, ...others] = findDates(typed);
  if (!first || others.length > 0 || first.text !== typed) return undefined;
  return first.to === undefined ? { date: first.date } : { date: first.date, to: first.to };
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Tells whether a date lacks its year. */
export const isYearless = (date: PartialDate): boolean => date.startsWith("-");

/** Returns the days of a date or range, or undefined when a year is missing or the range ends before it begins. */
export function toDayRange({ date, to }: DateRange): DayRange | undefined {
  if (isYearless(date) || (to !== undefined && isYearless(to))) return undefined;
  const first = edge(date, "first");
  const last = edge(to ?? date, "last");
  return first <= last ? { first, last } : undefined;
}

function edge(date: PartialDate, side: keyof DayRange): string {
  if (date.endsWith("s"))
    return side === "first" ? `${date.slice(0, 4)}-01-01` : `${date.slice(0, 3)}9-12-31`;
  const [year = "", month, day] = date.split("-");
  if (side === "first") return [year, month ?? "01", day ?? "01"].join("-");
  const till = month ?? "12";
  return [year, till, day ?? two(String(daysIn(Number(year), Number(till))))].join("-");
}

/**
 * How one range relates to another: the `same` days; `inside` it; `around` it, and so less exact; `across` one of
 * its ends; `apart`.
 */
export type RangeRelation = "same" | "inside" | "around" | "across" | "apart";

/**
 * Relates `dates` to `others`. Dates without a year are taken to be in the year of the others.
 * @returns undefined when the days of either are unknown
 */
export function relateRanges(dates: DateRange, others: DateRange): RangeRelation | undefined {
  const theirs = toDayRange(others);
  const [year = "", until = year] = theirs ? [theirs.first.slice(0, 4), theirs.last.slice(0, 4)] : [];
  const dated = (date: PartialDate, in_: string) => (isYearless(date) ? in_ + date.slice(1) : date);
  const ours = toDayRange({
    date: dated(dates.date, year),
    ...(dates.to === undefined ? {} : { to: dated(dates.to, until) }),
  });
  if (!ours || !theirs) return undefined;
  if (ours.first === theirs.first && ours.last === theirs.last) return "same";
  if (ours.last < theirs.first || theirs.last < ours.first) return "apart";
  if (ours.first >= theirs.first && ours.last <= theirs.last) return "inside";
  return ours.first <= theirs.first && ours.last >= theirs.last ? "around" : "across";
}
