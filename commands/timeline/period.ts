/** A time inside the words of a question: “xi since 2020”, “August 2021”, 2008年的地震. */

import { type DateRange, type DayRange, parseDate, toDayRange } from "../../src/language/dates.ts";
import { PERIOD_FORMS, stripArticle, stripLeadWords } from "../../src/language/periods.ts";
import { defined } from "../../src/support/defined.ts";

/** From when and up to when, as partial ISO dates; open where one is not there. */
export interface TimePeriod {
  readonly from?: string;
  readonly to?: string;
}

/** Whether there is such a day. */
const isDay = (day: string): boolean => new Date(day).toISOString().startsWith(day);

/** A date, or from one to another, with its year; nothing where the text is anything else, or there is no such day. */
export function parseExactDates(text: string): DateRange | undefined {
  const dates = parseDate(stripArticle(text.normalize("NFKC")));
  const days = dates && toDayRange(dates);
  return days && isDay(days.first) && isDay(days.last) ? dates : undefined;
}

/** The period that options give, or which of them is no date. */
export function periodFromOptions(
  options: Readonly<Record<string, string>>,
): TimePeriod | { readonly wrong: "from" | "to" } {
  const [from, to] = [options.from, options.to].map((text) =>
    text === undefined ? null : parseExactDates(text),
  );
  if (from === undefined) return { wrong: "from" };
  if (to === undefined) return { wrong: "to" };
  return { ...(from ? { from: from.date } : {}), ...(to ? { to: to.to ?? to.date } : {}) };
}

export const isBounded = ({ from, to }: TimePeriod): boolean => from !== undefined || to !== undefined;

/** The days of a period; an open end has none. */
export const periodRange = ({ from, to }: TimePeriod): DayRange => ({
  first: (from && toDayRange({ date: from })?.first) ?? "",
  last: (to && toDayRange({ date: to })?.last) ?? "9999",
});

/** The time that a question names, and its other words; nothing where it names none. */
export function extractPeriod(
  words: string,
): { readonly words: string; readonly period: TimePeriod } | undefined {
  for (const form of PERIOD_FORMS) {
    const found = form.exec(words)?.groups;
    if (!found) continue;
    const [from, to, both] = [found.from, found.to, found.both].map((text) => text && parseExactDates(text));
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
