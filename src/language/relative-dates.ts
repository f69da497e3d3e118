/** Finds dates that are given by the day on which they are written, and resolves them by it. */
import { type DateRange, isYearless, type WrittenDate } from "./dates.ts";
import { englishRelativeDates } from "./en/relative-dates.ts";
import { chineseRelativeDates } from "./zh/relative-dates.ts";

/** What a relative date counts from the day of the text: days, a weekday before it, months or years. */
export type RelativeOffset =
  | { readonly days: number }
  | { readonly weekday: number; readonly weeks?: number; readonly isNext?: true }
  | { readonly months: number }
  | { readonly years: number }
  /** A day of the month in which the text was written, or of the one beside it. */
  | { readonly monthDay: number }
  /** A time that no day says exactly. */
  | "vague";

/** One language's relative dates: forms with what they mean. */
export interface RelativeDateGrammar {
  readonly forms: readonly (readonly [form: RegExp, offset: (words: string) => RelativeOffset])[];
  /** Words of a clause that tell what is to come, and those that say of them that it was so before. */
  readonly coming: RegExp;
  readonly past: RegExp;
}

const GRAMMARS = [englishRelativeDates, chineseRelativeDates];
const FORMS = GRAMMARS.flatMap(({ forms }) => forms);

/** A relative date found in a text, with its offsets in UTF-16 units. */
export interface RelativeDate extends Pick<WrittenDate, "text" | "start" | "end"> {
  readonly offset: RelativeOffset;
}

/** Finds dates such as “on Monday” and “last year”, in the order of their forms and without overlaps. */
export function findRelativeDates(text: string): RelativeDate[] {
  const found: RelativeDate[] = [];
  for (const [form, offset] of FORMS)
    for (const { 0: words, index: start } of text.matchAll(form)) {
      const end = start + words.length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      found.push({ text: words, start, end, offset: offset(words) });
    }
  return found;
}

const CLAUSE_END = /[,;:，；：。]/u;
/** What stands before a date that begins its clause: nothing, or a short word such as “in”, but no verb of saying. */
const LEAD = /^\s*(?!said\s|says\s|told\s|\p{L}+ed\s)(?:\p{L}{1,7}\s+)?$/u;

/** Returns the words that say of a date whether it is to come: those before it in its clause; of one that leads, those behind. */
function wordsOf(text: string, { start, end }: Pick<WrittenDate, "start" | "end">): string {
  let from = start;
  while (from > 0 && !CLAUSE_END.test(text[from - 1]!)) from--;
  const before = text.slice(from, start);
  if (!LEAD.test(before)) return before;
  const next = (at: number): number => {
    const found = text.slice(at).search(CLAUSE_END);
    return found < 0 ? text.length : at + found;
  };
  const to = next(end);
  return text.slice(end, text.slice(end, to).trim() === "" ? next(to + 1) : to);
}

/** Tells whether a date of a text is of something that is to come, as the words of its clause say. */
export function isComing(text: string, date: Pick<WrittenDate, "start" | "end">): boolean {
  const words = wordsOf(text, date);
  return GRAMMARS.some(({ coming, past }) => coming.test(words) && !past.test(words));
}

const iso = (day: Date): string => day.toISOString().slice(0, 10);
const dayOf = (date: string): Date => new Date(`${date}T00:00:00Z`);

/**
 * Resolves a date of a text by the day of the text; nothing is guessed where that is not known.
 * @param isToCome whether it is of something that is to come, and so not before the text
 */
export function resolveDate(
  date: WrittenDate | RelativeDate,
  published: string | undefined,
  isToCome = false,
): Partial<DateRange> {
  if (!("offset" in date)) {
    if (isYearless(date.date)) return inYearOf(date, published, isToCome);
    return date.to === undefined ? { date: date.date } : { date: date.date, to: date.to };
  }
  const { offset } = date;
  if (published === undefined || offset === "vague") return {};
  if ("years" in offset) return { date: String(Number(published.slice(0, 4)) + offset.years) };
  if ("months" in offset)
    return published.length < 7
      ? {}
      : {
          date: iso(
            new Date(
              Date.UTC(Number(published.slice(0, 4)), Number(published.slice(5, 7)) - 1 + offset.months, 1),
            ),
          ).slice(0, 7),
        };
  if (published.length < 10) return {};
  const day = dayOf(published);
  if ("monthDay" in offset) return onDayOfMonth(offset.monthDay, published, isToCome);
  if ("days" in offset) {
    day.setUTCDate(day.getUTCDate() + offset.days);
    return { date: iso(day) };
  }
  const back = (day.getUTCDay() - offset.weekday + 7) % 7;
  const isAhead = offset.isNext || (isToCome && back > 0);
  day.setUTCDate(day.getUTCDate() + (isAhead ? 7 - back : -back - 7 * (offset.weeks ?? 0)));
  return { date: iso(day) };
}

/** Puts a day of a month into the last month in which it is not after the text, or the first in which not before it. */
function onDayOfMonth(of: number, published: string, isToCome: boolean): Partial<DateRange> {
  const [year, month, today] = published.split("-").map(Number) as [number, number, number];
  const months = isToCome ? (of < today ? 1 : 0) : of > today ? -1 : 0;
  const day = new Date(Date.UTC(year, month - 1 + months, of));
  return day.getUTCDate() === of ? { date: iso(day) } : {};
}

/** Puts a date without a year into the last year in which it is not after the text, or the first in which not before it. */
function inYearOf(
  { date, to }: WrittenDate,
  published: string | undefined,
  isToCome: boolean,
): Partial<DateRange> {
  if (published === undefined) return {};
  const year = Number(published.slice(0, 4));
  const dated = (own: string, of: number): string => `${of}${own.slice(1)}`;
  const isLater = dated(date, year) > published.padEnd(10, "~");
  const isEarlier = dated(date, year) < published.slice(0, date.length + 3);
  const own = isToCome ? (isEarlier ? year + 1 : year) : isLater ? year - 1 : year;
  return to === undefined
    ? { date: dated(date, own) }
    : { date: dated(date, own), to: isYearless(to) ? dated(to, own) : to };
}
