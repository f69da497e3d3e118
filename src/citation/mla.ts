/** Writes MLA works-cited entries: MLA Handbook, 9th edition. */

import { type CslName, displayName } from "../shelf/csl.ts";
import { headlineCase } from "./casing.ts";
import type { CslItem } from "./csl.ts";
import { formatDayFirst } from "./dates.ts";
import { filedName, joinNames } from "./names.ts";
import { americanQuotes, withFullStop } from "./quoting.ts";
import type { CitationStyle } from "./style.ts";

/** Months longer than four letters are abbreviated (appendix 1). */
const MONTHS = [
  ...["Jan.", "Feb.", "Mar.", "Apr.", "May", "June"],
  ...["July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."],
];

/** Lists up to two authors; of more, the first (5.7, 5.8). */
function authors(names: readonly CslName[]): string {
  const all = names.map((name, index) => (index === 0 ? filedName(name) : displayName(name)));
  return all.length > 2 ? `${all[0]}, et al.` : joinNames(all, ", ", ", and ");
}

type Container = Pick<CslItem, "container-title" | "issued" | "accessed" | "URL">;

/** Writes a container with its date and address. An unknown date is left out, and the day of access added. */
function contained(container: Container): string[] {
  const { issued, accessed, URL: url } = container;
  const day = (date: NonNullable<typeof issued>) => formatDayFirst(date, { months: MONTHS });
  const parts = [container["container-title"], issued && day(issued), url];
  return [
    parts.filter((part) => part !== undefined).join(", "),
    ...(!issued && accessed && url !== undefined ? [`Accessed ${day(accessed)}`] : []),
  ];
}

/** Writes an entry. A republication is a second container. */
function mla(item: CslItem): string {
  const { author, title, language, custom } = item;
  return [
    ...(author ? [authors(author)] : []),
    americanQuotes(headlineCase(title, language), "."),
    ...contained(item),
    ...(custom ? contained(custom.republication) : []),
  ]
    .map(withFullStop)
    .join(" ");
}

/** The style as it is listed. */
export const mlaStyle: CitationStyle = {
  id: "mla",
  name: "MLA (9th edition)",
  aliases: ["mla9", "mla9th"],
  offered: "usual",
  write: mla,
};
