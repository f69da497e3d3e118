/** Writes Chicago author-date reference-list entries: The Chicago Manual of Style, 17th edition, chapter 15. */

import { type CslName, type CslPublication, displayName } from "../shelf/csl.ts";
import { headlineCase } from "./casing.ts";
import type { CslItem } from "./csl.ts";
import { formatMonthFirst, formatYear, hasMonth } from "./dates.ts";
import { filedName, joinNames } from "./names.ts";
import { americanQuotes, withFullStop } from "./quoting.ts";
import type { CitationStyle } from "./style.ts";

/** Lists up to ten authors; of more, the first seven (14.76). */
function authors(names: readonly CslName[]): string {
  const all = names.map((name, index) => (index === 0 ? filedName(name) : displayName(name)));
  return all.length > 10 ? `${all.slice(0, 7).join(", ")}, et al.` : joinNames(all, ", ", ", and ");
}

/** Adds the day of access only when there is no date (14.12). */
const reached = ({ issued, accessed, URL: url }: Pick<CslItem, "issued" | "accessed" | "URL">): string[] =>
  url === undefined ? [] : [...(!issued && accessed ? [`Accessed ${formatMonthFirst(accessed)}`] : []), url];

/** Writes a republication after the original (“Article appearing in two publications”). */
function again(republication: CslPublication): string[] {
  const { issued } = republication;
  const when = issued ? formatMonthFirst(issued) : "n.d.";
  return [`Republished in ${republication["container-title"]}, ${when}`, ...reached(republication)];
}

/**
 * Writes an entry. An unsigned article is listed under the newspaper, which is then not repeated (15.49). A day is
 * given in full after the newspaper, a year alone is not repeated; “n.d.” stands for no date (15.44).
 */
function chicagoAuthorDate(item: CslItem): string {
  const { author, title, issued, language, custom } = item;
  const container = item["container-title"];
  const day = issued && hasMonth(issued) ? [formatMonthFirst(issued)] : [];
  return [
    author ? authors(author) : container,
    formatYear(issued, "n.d."),
    americanQuotes(headlineCase(title, language), "."),
    [...(author ? [container] : []), ...day].join(", "),
    ...reached(item),
    ...(custom ? again(custom.republication) : []),
  ]
    .filter((part) => part !== "")
    .map(withFullStop)
    .join(" ");
}

/** The style as it is listed. */
export const chicagoAuthorDateStyle: CitationStyle = {
  id: "chicago",
  name: "Chicago (author-date)",
  aliases: ["chicagoauthordate", "authordate", "chicago17", "cmos", "turabian", "芝加哥"],
  offered: "usual",
  write: chicagoAuthorDate,
};
