/** Reads the period of a /timeline ask, from its options or from the words of the question. */

import { type DateRange, type DayRange, parseDate, toDayRange } from "../../src/language/dates.ts";
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

/** Finds a period in a question. Returns it with the remaining words, or undefined when there is none. */
export function extractPeriod(
  words: string,
): { readonly words: string; readonly period: TimePeriod } | undefined {
  // The forms try each space with each other one: of spaces in a row they need only the first.
  const spaced = words.replace(/\s+/gu, " ").trim();
  for (const form of PERIOD_FORMS) {
    const found = form.exec(spaced)?.groups;
    if (!found) continue;
    const [from, to, both] = [found.from, found.to, found.both].map((text) => text && parseWholeDate(text));
    if ((found.from && !from) || (found.to && !to) || (found.both && !both)) continue;
    const first = (from || both || undefined)?.date;
    const last = to || both || undefined;
    return {
      words: stripLeadWords(found.words ?? ""),
      period: {
        ...defined({ from: first }),
        ...(last === undefined ? {} : { to: last.to ?? last.date }),
      },
    };
  }
  return undefined;
}
