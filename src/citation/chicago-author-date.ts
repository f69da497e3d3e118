/** Writes Chicago author-date reference-list entries: The Chicago Manual of Style, 17th edition, chapter 15. */

import type { CslPublication } from "../shelf/csl.ts";
import { type CslName, displayName } from "../shelf/csl-names.ts";
import { headlineCase } from "./casing.ts";
import type { CslItem } from "./csl.ts";
import { formatMonthFirst, formatYear, hasMonth, monthName } from "./dates.ts";
import { filedName, joinNames } from "./names.ts";
import { chicagoLastPage, citedAddress, joinKnown, pageRange, placedPublisher } from "./parts.ts";
import { americanQuotes, withFullStop } from "./quoting.ts";
import type { CitationStyle } from "./style.ts";

/** Lists up to ten authors; of more, the first seven (14.76). */
function authors(names: readonly CslName[]): string {
  const all = names.map((name, index) =>
    index === 0 ? filedName(name, { demotesParticle: true }) : displayName(name),
  );
  return all.length > 10 ? `${all.slice(0, 7).join(", ")}, et al.` : joinNames(all, ", ", ", and ");
}

type Address = Pick<CslItem, "issued" | "accessed" | "URL" | "DOI">;

/** Adds the day of access only when there is no date (14.12). */
function reached(item: Address): string[] {
  const { issued, accessed, DOI: doi } = item;
  const at = citedAddress(item);
  if (at === undefined) return [];
  return [
    ...(!issued && accessed && doi === undefined ? [`Accessed ${formatMonthFirst(accessed)}`] : []),
    at,
  ];
}

/** Writes a republication after the original (“Article appearing in two publications”). */
function again(republication: CslPublication): string[] {
  const { issued } = republication;
  const when = issued ? formatMonthFirst(issued) : "n.d.";
  return [`Republished in ${republication["container-title"]}, ${when}`, ...reached(republication)];
}

/** Writes “Journal of Cake 12 (3): 10–14”; the month stands where the volume or the issue is not known (15.47). */
function journal({ volume, issue, page, issued, "container-title": name = "" }: CslItem): string {
  const month = issued ? monthName(issued) : "";
  const numbers =
    volume === undefined
      ? issue === undefined
        ? ""
        : `, no. ${issue}`
      : ` ${volume}${issue ? ` (${issue})` : ""}`;
  const isNumbered = numbers !== "";
  const dated = month === "" || (volume && issue) ? "" : isNumbered ? ` (${month})` : `, ${month}`;
  const pages = page === undefined ? "" : `${isNumbered ? ":" : ","} ${pageRange(page, chicagoLastPage)}`;
  return name + numbers + dated + pages;
}

/** Tells whether an item without an author is listed under what contains it: a newspaper or a magazine (15.49). */
const isListedByContainer = ({ type, author, "container-title": container }: CslItem): boolean =>
  !author && container !== undefined && (type === "article-newspaper" || type === "article-magazine");

/** Writes where the work was published, as sentences. A day is given in full, a year alone is not repeated. */
function published(item: CslItem): string[] {
  const { type, issued, section, genre, number, publisher, "container-title": container } = item;
  const day = issued && hasMonth(issued) ? formatMonthFirst(issued) : undefined;
  if (type === "article-journal") return [journal(item)];
  if (type === "webpage") return [container ?? "", publisher ?? "", day ?? ""];
  if (type === "post-weblog")
    return [genre ?? "", container === undefined ? "" : `${container} (blog)`, publisher ?? "", day ?? ""];
  if (type === "report" || type === "broadcast")
    return [
      joinKnown([genre, type === "report" && number], " "),
      container ?? "",
      placedPublisher(item) ?? "",
    ];
  const name = isListedByContainer(item) ? undefined : container;
  return [joinKnown([name, day, section && `sec. ${section}`], ", ")];
}

/**
 * Writes an entry. An unsigned article is listed under the newspaper, which is then not repeated (15.49), and any other work
 * under its title; “n.d.” stands for no date (15.44).
 */
function chicagoAuthorDate(item: CslItem): string {
  const { author, title, issued, language, custom } = item;
  const year = formatYear(issued, "n.d.");
  const quoted = americanQuotes(headlineCase(title, language), ".");
  const name = author ? authors(author) : isListedByContainer(item) ? item["container-title"]! : undefined;
  return [
    ...(name === undefined ? [quoted, year] : [name, year, quoted]),
    ...published(item),
    ...reached(item),
    ...(custom?.republication ? again(custom.republication) : []),
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
