/** Writes Chicago notes, the first note on a source: The Chicago Manual of Style, 17th edition, chapter 14. */

import type { CslPublication } from "../shelf/csl.ts";
import { type CslName, displayName } from "../shelf/csl-names.ts";
import { headlineCase } from "./casing.ts";
import type { CslItem } from "./csl.ts";
import { formatMonthFirst } from "./dates.ts";
import { joinNames } from "./names.ts";
import { chicagoLastPage, citedAddress, joinKnown, pageRange, placedPublisher } from "./parts.ts";
import { americanQuotes, withFullStop } from "./quoting.ts";
import type { CitationStyle } from "./style.ts";

/** Lists up to three authors; of more, the first (14.76). */
function authors(names: readonly CslName[]): string {
  const all = names.map(displayName);
  if (all.length > 3) return `${all[0]} et al.`;
  return joinNames(all, ", ", all.length === 2 ? " and " : ", and ");
}

type Address = Pick<CslItem, "issued" | "accessed" | "URL" | "DOI">;

/** Returns the day of access, which is given only where there is no date (14.12). */
const accessedOn = ({ issued, accessed, URL: url, DOI: doi }: Address): string | undefined =>
  !issued && accessed && url !== undefined && doi === undefined
    ? `accessed ${formatMonthFirst(accessed)}`
    : undefined;

/** Writes the date; without one, the day of access (14.12) or “n.d.” (14.145). */
const dated = (item: Address): string =>
  item.issued ? formatMonthFirst(item.issued) : (accessedOn(item) ?? "n.d.");

/** Writes a republication after the original (“Article appearing in two publications”). */
const again = (republication: CslPublication): (string | undefined)[] => [
  `republished in ${republication["container-title"]}`,
  dated(republication),
  citedAddress(republication),
];

/** Writes “Journal of Cake 12, no. 3 (August 5, 2021): 10–14” (14.171). */
function journal(item: CslItem): string {
  const { volume, issue, page, "container-title": name = "" } = item;
  const numbers = joinKnown(
    [volume === undefined ? name : `${name} ${volume}`, issue && `no. ${issue}`],
    ", ",
  );
  const isNumbered = volume !== undefined || issue !== undefined;
  const when = isNumbered ? ` (${item.issued ? formatMonthFirst(item.issued) : "n.d."})` : `, ${dated(item)}`;
  const pages = page === undefined ? "" : `${isNumbered ? ":" : ","} ${pageRange(page, chicagoLastPage)}`;
  return numbers + when + pages;
}

/** Writes what follows the title: where and when it was published. A publisher stands in parentheses with the date. */
function published(item: CslItem): string {
  const { type, section, genre } = item;
  if (type === "article-journal") return journal(item);
  const container =
    item["container-title"] && item["container-title"] + (type === "post-weblog" ? " (blog)" : "");
  const name = joinKnown([genre, container], ", ");
  const publisher =
    type === "article-newspaper" || type === "article-magazine" ? undefined : placedPublisher(item);
  if (publisher === undefined)
    return joinKnown([name, dated(item), type === "article-newspaper" && section && `sec. ${section}`], ", ");
  const imprint = `(${joinKnown([publisher, item.issued && formatMonthFirst(item.issued)], ", ")})`;
  return joinKnown([joinKnown([name, imprint], " "), accessedOn(item)], ", ");
}

/** Writes a note. An unsigned article begins with its title. */
function chicagoNotes(item: CslItem): string {
  const { author, title, language, custom } = item;
  const where = published(item);
  const headline = headlineCase(title, language);
  // What stands in parentheses follows without a comma, which would be the title's own.
  const quoted = where.startsWith("(") ? americanQuotes(headline, "") : americanQuotes(headline, ",");
  const rest = joinKnown(
    [where, citedAddress(item), ...(custom?.republication ? again(custom.republication) : [])],
    ", ",
  );
  return withFullStop(`${author ? `${authors(author)}, ` : ""}${quoted} ${rest}`);
}

/** The style as it is listed. */
export const chicagoNotesStyle: CitationStyle = {
  id: "chicago-notes",
  name: "Chicago (notes)",
  aliases: [
    "chicagonote",
    "chicagofootnotes",
    "chicagofullnote",
    "footnote",
    "notes",
    "芝加哥脚注",
    "芝加哥腳註",
  ],
  numbered: (number) => `${number}. `,
  write: chicagoNotes,
};
