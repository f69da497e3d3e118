/** Formats dates, lists and counts in English. */

/** The full names of the months, January first. */
export const ENGLISH_MONTHS: readonly string[] = [
  ...["January", "February", "March", "April", "May", "June", "July"],
  ...["August", "September", "October", "November", "December"],
];

/** Formats a partial ISO date: 17 August 2021, August 2021, 2021, 1990s. */
export function englishDate(iso: string): string {
  const [year, month, day] = iso.split("-");
  return [day && String(Number(day)), month && ENGLISH_MONTHS[Number(month) - 1], year]
    .filter(Boolean)
    .join(" ");
}

/** Formats a partial ISO date in a few letters: 17 Aug 2021, Aug 2021, 2021, 1990s. */
export const englishShortDate = (iso: string): string =>
  englishDate(iso).replace(/\p{L}{4,}/u, (month) => month.slice(0, 3));

/** Formats a range, with shared parts written once: 26 to 28 September 2021, July to August 2021, 2016 to 2021. */
export function englishDateSpan(from: string, to: string | undefined): string {
  if (to === undefined || to === from) return englishDate(from);
  const [a, b] = [englishDate(from).split(" "), englishDate(to).split(" ")];
  if (a.length === b.length) while (a.length > 1 && a.at(-1) === b[a.length - 1]) a.pop();
  return `${a.join(" ")} to ${englishDate(to)}`;
}

/** Joins a list: “a, b and c”. */
export function englishList(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}

/** Formats a count with its noun: “1 record”, “3 records”. */
export const countNoun = (many: number, one: string, several = `${one}s`): string =>
  `${many} ${many === 1 ? one : several}`;

/** Returns the English plural name of a currency: USD is “US dollars”. */
export const englishCurrency = (code: string): string => currencyName("en", code);

/** Returns a currency's name as `Intl` has it for a locale, or the code when it has none. */
export const currencyName = (locale: string, code: string): string =>
  new Intl.NumberFormat(locale, { style: "currency", currency: code, currencyDisplay: "name" })
    .formatToParts(2)
    .find(({ type }) => type === "currency")?.value ?? code;
