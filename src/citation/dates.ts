/** Dates as styles write them. One that the source does not state stands in square brackets. */
import { ENGLISH_MONTHS } from "../language/en/typography.ts";
import { type CslDate, formatIsoDate } from "../shelf/csl.ts";

const partsOf = (date: CslDate): CslDate["date-parts"][0] => date["date-parts"][0];

const marked = (text: string, { circa }: CslDate): string => (circa ? `[${text}]` : text);

/** The year, or what the style says where there is none. */
export const formatYear = (date: CslDate | undefined, unknown: string): string =>
  date ? marked(String(partsOf(date)[0]), date) : unknown;

/** Whether more than the year is known. */
export const hasMonth = (date: CslDate | undefined): boolean =>
  date !== undefined && partsOf(date).length > 1;

const month = (number: number): string => ENGLISH_MONTHS[number - 1] ?? "";

/** “November 23, 2021”, “November 2021”, “2021”. */
export function formatMonthFirst(date: CslDate): string {
  const [of, which, day] = partsOf(date);
  if (which === undefined) return formatYear(date, "");
  return marked(day === undefined ? `${month(which)} ${of}` : `${month(which)} ${day}, ${of}`, date);
}

/** “2021, November 23”, “2021, November”, “2021”. */
export function formatYearFirst(date: CslDate): string {
  const [of, which, day] = partsOf(date);
  const rest = which === undefined ? "" : `, ${month(which)}${day === undefined ? "" : ` ${day}`}`;
  return marked(`${of}${rest}`, date);
}

/** “23 November 2021”; with names of months of one's own, or without the year. */
export function formatDayFirst(
  date: CslDate,
  {
    months = ENGLISH_MONTHS,
    withYear = true,
  }: { readonly months?: readonly string[]; readonly withYear?: boolean } = {},
): string {
  const [of, which, day] = partsOf(date);
  const parts = [day, which === undefined ? undefined : months[which - 1], withYear ? of : undefined];
  const text = parts.filter((part) => part !== undefined).join(" ");
  return text === "" ? "" : marked(text, date);
}

/** “2021 Nov 23”. */
export function formatMonthCode(date: CslDate): string {
  const [of, which, day] = partsOf(date);
  return marked(
    [of, which === undefined ? undefined : month(which).slice(0, 3), day]
      .filter((part) => part !== undefined)
      .join(" "),
    date,
  );
}

/** “2021-11-23”, marked where it is inferred. */
export const formatIsoMarked = (date: CslDate): string => marked(formatIsoDate(date), date);
