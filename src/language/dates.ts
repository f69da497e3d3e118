/** Finds dates in texts, as far as they are known, and relates one range of days to another. */
import { YEAR_FORM } from "./date-grammar.ts";
import { englishDates } from "./en/dates.ts";
import { chineseDates } from "./zh/dates.ts";

/**
 * A date as far as it is known: `2021-08-17`, `2021-08`, `2021`, `1990s`; without its year, `--08-17` or `--08`.
 */
export type PartialDate = string;

/** From one date to another, or one alone. */
export interface DateRange {
  readonly date: PartialDate;
  readonly to?: PartialDate | undefined;
}

/** Dates in a text, with where they stand. */
export interface WrittenDate extends DateRange {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The first and the last day of a stretch of time, as ISO days, which sort as strings. */
export interface DayRange {
  readonly first: string;
  readonly last: string;
}

const GRAMMARS = [chineseDates, englishDates] as const;

const MONTHS = GRAMMARS.flatMap(({ months }) => months ?? []);
const DECADE_SUFFIX = GRAMMARS.map(({ decadeSuffix }) => decadeSuffix).join("|");
const COUNTED_THINGS = GRAMMARS.map(({ countedThings }) => countedThings).join("|");

/** Dates of any language: year, month and day in figures. */
const ISO_FORM = new RegExp(
  String.raw`(?<![\p{L}\d$.,-])${YEAR_FORM}(?<mark>[-/])(?<month>0?[1-9]|1[0-2])(?:\k<mark>(?<day>3[01]|[12]\d|0?[1-9]))?(?![\d/-])`,
  "u",
);
const DECADE_FORM = new RegExp(String.raw`(?<decade>(?:19|20)\d0)(?:${DECADE_SUFFIX})`, "u");
const YEAR_ALONE = new RegExp(
  String.raw`(?<![\d.,$€£¥-])${YEAR_FORM}(?![\d%]|[.,]\d|[-–]\d|\s*(?:${COUNTED_THINGS}))`,
  "i",
);

/** The fuller form stands before the shorter, and the first that fits is taken. */
const FORMS: readonly RegExp[] = [
  ISO_FORM,
  ...GRAMMARS.flatMap(({ decades }) => decades ?? []),
  DECADE_FORM,
  ...GRAMMARS.flatMap(({ forms }) => forms),
  YEAR_ALONE,
].map(({ source, flags }) => new RegExp(source, `${flags}g`));

const two = (number: string): string => number.padStart(2, "0");

/** The number of a month that is written in figures or by its name. */
const monthNumber = (month: string): string =>
  two(/^\d/.test(month) ? month : String((MONTHS.indexOf(month.slice(0, 3).toLowerCase()) % 12) + 1));

/** A date from its parts; without a year where none was written. */
function dateOf(year: string | undefined, month: string | undefined, day: string | undefined): PartialDate {
  const rest = [month && monthNumber(month), day && two(day)];
  return [year ?? "-", ...rest.filter((part) => part !== undefined)].join("-");
}

/** The dates that a form's groups hold; of two days in one month, the month may stand beside either. */
function datesOf({ decade, year, month, day, month2, day2 }: Record<string, string | undefined>): DateRange {
  if (decade !== undefined) return { date: `${decade.length === 2 ? "19" : ""}${decade}s` };
  const date = dateOf(year, month ?? month2, day);
  return day2 === undefined ? { date } : { date, to: dateOf(year, month2 ?? month, day2) };
}

const exists = (date: PartialDate): boolean => {
  const [, , month, day] = /^(\d{4}|-)(?:-(\d\d))?(?:-(\d\d))?$/.exec(date) ?? [];
  return day === undefined || Number(day) <= daysIn(2024, Number(month));
};

/** The dates in a text, in their order. What only may be a date is none. */
export function findDates(text: string): WrittenDate[] {
  const found: WrittenDate[] = [];
  for (const form of FORMS)
    for (const match of text.matchAll(form)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      found.push({ ...datesOf(match.groups ?? {}), text: match[0], start, end });
    }
  // A day that no month has is no date, and its month is none either.
  return found
    .filter(({ date, to }) => exists(date) && (to === undefined || exists(to)))
    .sort((a, b) => a.start - b.start);
}

/** The date that a text is, if it is one and nothing else: `August 2021`, `2021年8月`, `1990s`. */
export function parseDate(text: string): DateRange | undefined {
  const typed = text.trim();
  const [first, ...others] = findDates(typed);
  if (!first || others.length > 0 || first.text !== typed) return undefined;
  return first.to === undefined ? { date: first.date } : { date: first.date, to: first.to };
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Whether a date was written without its year. */
export const isYearless = (date: PartialDate): boolean => date.startsWith("-");

/** The days that dates take up; nothing for one without its year. */
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
 * How dates lie to others: `same` days; `inside` them; `around` them, and so less exact; `across` one of
 * their ends; `apart`.
 */
export type RangeRelation = "same" | "inside" | "around" | "across" | "apart";

/** How `dates` lie to `others`. Those without a year are taken in the year of the others. */
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
