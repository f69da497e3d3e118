/** Formats dates for citation styles. Inferred dates are in square brackets, but for APA's. */
import { ENGLISH_MONTHS } from "../language/en/typography.ts";
import { type CslDate, formatIsoDate } from "../shelf/csl-dates.ts";

const partsOf = (date: CslDate): CslDate["date-parts"][0] => date["date-parts"][0];

const marked = (text: string, { circa }: CslDate): string => (circa ? `[${text}]` : text);

/** Formats the year, or returns `unknown` without a date. */
export const formatYear = (date: CslDate | undefined, unknown: string): string =>
  date ? marked(String(partsOf(date)[0]), date) : unknown;

/** Tells whether at least the month is known. */
export const hasMonth = (date: CslDate | undefined): boolean =>
  date !== undefined && partsOf(date).length > 1;

const month = (number: number): string => ENGLISH_MONTHS[number - 1] ?? "";

/** Formats “November 23, 2021”, “November 2021”, “2021”. */
export function formatMonthFirst(date: CslDate): string {
  const [year, monthNumber, day] = partsOf(date);
  if (monthNumber === undefined) return formatYear(date, "");
  return marked(
    day === undefined ? `${month(monthNumber)} ${year}` : `${month(monthNumber)} ${day}, ${year}`,
    date,
  );
}

/** Formats “2021, November 23”, “2021, November”, “2021”; an inferred date is “ca. 2021”. */
export function formatYearFirst(date: CslDate, { withMonth = true } = {}): string {
  const [year, monthNumber, day] = partsOf(date);
  const rest =
    monthNumber === undefined || !withMonth
      ? ""
      : `, ${month(monthNumber)}${day === undefined ? "" : ` ${day}`}`;
  return `${date.circa ? "ca. " : ""}${year}${rest}`;
}

/** Returns a date without its day, or without its month and day. */
export function upTo(precision: "month" | "year", date: CslDate): CslDate {
  const [year, monthNumber] = partsOf(date);
  return {
    ...date,
    "date-parts": [precision === "year" || monthNumber === undefined ? [year] : [year, monthNumber]],
  };
}

/** Formats “November”, or returns an empty string when only the year is known. */
export const monthName = (date: CslDate): string => month(partsOf(date)[1] ?? 0);

/**
 * Formats “23 November 2021”, with other month names or without the year if given. Returns an empty string when
 * nothing is left.
 */
export function formatDayFirst(
  date: CslDate,
  {
    months = ENGLISH_MONTHS,
    withYear = true,
  }: { readonly months?: readonly string[]; readonly withYear?: boolean } = {},
): string {
  const [year, monthNumber, day] = partsOf(date);
  const parts = [
    day,
    monthNumber === undefined ? undefined : months[monthNumber - 1],
    withYear ? year : undefined,
  ];
  const text = parts.filter((part) => part !== undefined).join(" ");
  return text === "" ? "" : marked(text, date);
}

/** Formats “2021 Nov 23”. */
export function formatYearMonthDay(date: CslDate): string {
  const [year, monthNumber, day] = partsOf(date);
  return marked(
    [year, monthNumber === undefined ? undefined : month(monthNumber).slice(0, 3), day]
      .filter((part) => part !== undefined)
      .join(" "),
    date,
  );
}

/** Formats “2021-11-23”, as far as the date is known. */
export const formatMarkedIsoDate = (date: CslDate): string => marked(formatIsoDate(date), date);
