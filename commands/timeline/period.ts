/** Reads the period of a /timeline ask, from its options or from the words of the question. */

import {
  type DateRange,
  type DayRange,
  isYearless,
  type PartialDate,
  parseDate,
  toDayRange,
} from "../../src/language/dates.ts";
import { PERIOD_FORMS, stripArticle, stripLeadWords } from "../../src/language/periods.ts";
import { defined } from "../../src/support/defined.ts";

/** A period as partial ISO dates, both inclusive; a missing end is open. */
export interface TimePeriod {
  readonly from?: string;
  readonly to?: string;
}

/** Tells whether the day exists in the calendar. */
const isDay = (day: string): boolean => new Date(day).toISOString().startsWith(day);

/**
 * Reads a text that is only a date with its year, or a range of such dates.
 * @returns undefined when the text is anything else or the day does not exist
 */
export function parseWholeDate(text: string): DateRange | undefined {
  const dates = parseDate(stripArticle(text.normalize("NFKC")));
  const days = dates && toDayRange(dates);
  return days && isDay(days.first) && isDay(days.last) ? dates : undefined;
}

/** Reads the options `from` and `to`, or returns which of them is not a date. */
export function periodFromOptions(
  options: Readonly<Record<string, string>>,
): TimePeriod | { readonly wrong: "from" | "to" } {
  const [from, to] = [options.from, options.to].map((text) =>
    text === undefined ? null : parseWholeDate(text),
  );
  if (from === undefined) return { wrong: "from" };
  if (to === undefined) return { wrong: "to" };
  return { ...(from ? { from: from.date } : {}), ...(to ? { to: to.to ?? to.date } : {}) };
}

/** Tells whether a period has at least one end. */
export const isBounded = ({ from, to }: TimePeriod): boolean => from !== undefined || to !== undefined;

/** Returns the days of a period; open ends are given values that sort before and after every day. */
export const periodDays = ({ from, to }: TimePeriod): DayRange => ({
  first: (from && toDayRange({ date: from })?.first) ?? "",
  last: (to && toDayRange({ date: to })?.last) ?? "9999",
});

/** Reads a date that may have its year from another, as in “July to December 2021”. */
function parseBeside(text: string, beside: string | undefined): DateRange | undefined {
  const date = parseWholeDate(text);
  const year = beside && parseWholeDate(beside)?.date.slice(0, 4);
  const yearless = parseDate(text.normalize("NFKC"))?.date;
  if (date || !year || !yearless || !isYearless(yearless)) return date;
  return parseWholeDate(year + yearless.slice(1));
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Returns the date of the same kind right before or after another: a year's is a year, a day's is a day. */
function nextTo({ date, to }: DateRange, side: "before" | "after"): PartialDate {
  const { first = "", last = "" } = toDayRange({ date: side === "before" ? date : (to ?? date) }) ?? {};
  const day = new Date(side === "before" ? Date.parse(first) - DAY_MS : Date.parse(last) + DAY_MS);
  const iso = day.toISOString();
  return date.endsWith("s") ? `${iso.slice(0, 3)}0s` : iso.slice(0, date.length);
}

/** Reads the dates of a form's groups, or returns undefined where one of them is no date. */
function readPeriod(groups: Readonly<Record<string, string | undefined>>): TimePeriod | undefined {
  const { from, to, both, after, before } = groups;
  const range = {
    from: from && parseBeside(from, to),
    to: to && parseBeside(to, from),
    both: both && parseWholeDate(both),
    after: after && parseWholeDate(after),
    before: before && parseWholeDate(before),
  };
  if (Object.entries(range).some(([name, date]) => groups[name] && !date)) return undefined;
  const first = range.from || range.both || undefined;
  const last = range.to || range.both || undefined;
  return defined({
    from: range.after ? nextTo(range.after, "after") : first?.date,
    to: range.before ? nextTo(range.before, "before") : (last?.to ?? last?.date),
  });
}

/** Finds a period in a question. Returns it with the remaining words, or undefined when there is none. */
export function extractPeriod(
  words: string,
): { readonly words: string; readonly period: TimePeriod } | undefined {
  // The forms try each space with each other one: of spaces in a row they need only the first.
  const spaced = words.replace(/\s+/gu, " ").trim();
  for (const form of PERIOD_FORMS) {
    const found = form.exec(spaced)?.groups;
    if (!found) continue;
    const period = readPeriod(found);
    if (period) return { words: stripLeadWords(found.words ?? ""), period };
  }
  return undefined;
}
