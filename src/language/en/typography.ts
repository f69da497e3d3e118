/** How English puts dates, lists and numbers of things. */

/** The months by their full names, January first. */
export const ENGLISH_MONTHS: readonly string[] = [
  ...["January", "February", "March", "April", "May", "June", "July"],
  ...["August", "September", "October", "November", "December"],
];

/** A partial ISO date as people read it: 17 August 2021, August 2021, 2021, 1990s. */
export function englishDate(iso: string): string {
  const [year, month, day] = iso.split("-");
  return [day && String(Number(day)), month && ENGLISH_MONTHS[Number(month) - 1], year]
    .filter(Boolean)
    .join(" ");
}

/** From one date to another, what they share said once: 26 to 28 September 2021, July to August 2021, 2016 to 2021. */
export function englishDateSpan(from: string, to: string | undefined): string {
  if (to === undefined || to === from) return englishDate(from);
  const [a, b] = [englishDate(from).split(" "), englishDate(to).split(" ")];
  if (a.length === b.length) while (a.length > 1 && a.at(-1) === b[a.length - 1]) a.pop();
  return `${a.join(" ")} to ${englishDate(to)}`;
}

/** “a, b and c”. */
export function englishList(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}

/** “1 record”, “3 records”. */
export const countNoun = (many: number, one: string, several = `${one}s`): string =>
  `${many} ${many === 1 ? one : several}`;

/** What a currency's sums are counted in: USD is “US dollars”. */
export const englishCurrency = (code: string): string => currencyName("en", code);

/** The same in any language that the machine knows. */
export const currencyName = (locale: string, code: string): string =>
  new Intl.NumberFormat(locale, { style: "currency", currency: code, currencyDisplay: "name" })
    .formatToParts(2)
    .find(({ type }) => type === "currency")?.value ?? code;
