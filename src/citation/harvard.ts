/** Writes Harvard reference-list entries: Cite Them Right, 12th edition (R. Pears and G. Shields, 2022). */

import type { CslPublication } from "../shelf/csl.ts";
import type { CslName } from "../shelf/csl-names.ts";
import type { CslItem } from "./csl.ts";
import { formatDayFirst, formatYear } from "./dates.ts";
import { createInitials, filedName, joinNames } from "./names.ts";
import { citedAddress, joinKnown, labelledPages, placedPublisher } from "./parts.ts";
import { britishQuotes, doubleQuotes } from "./quoting.ts";
import type { CitationStyle } from "./style.ts";

const short = createInitials({ mark: ".", between: "", hyphen: "-" });

/** Lists up to three authors; of more, the first. */
function authors(names: readonly CslName[]): string {
  const all = names.map((name) => filedName(name, { given: short }));
  return all.length > 3 ? `${all[0]} et al.` : joinNames(all, ", ", " and ");
}

type Address = Pick<CslItem, "accessed" | "URL" | "DOI">;

/** Writes the address and the day of access, which a DOI goes without. */
function available(item: Address): string[] {
  const { accessed, DOI: doi } = item;
  const at = citedAddress(item);
  if (at === undefined) return [];
  const day = accessed && doi === undefined ? ` (Accessed: ${formatDayFirst(accessed)})` : "";
  return [`Available at: ${at}${day}`];
}

/** Works whose titles are in italics, which plain text has not; those of all others are in quotation marks. */
const ITALIC: ReadonlySet<CslItem["type"]> = new Set(["webpage", "report"]);

/** Works that are dated by a day after what contains them. */
const DAILY: ReadonlySet<CslItem["type"]> = new Set(["article-newspaper", "article-magazine", "post-weblog"]);

/** Writes what contains the work: “The Daily Post, 5 August, p. 4”, “Journal of Cake, 12(3), pp. 10–14”. */
function contained(item: CslItem, name: string | undefined): string {
  const { type, issued, volume, issue, page } = item;
  const pages = page === undefined ? undefined : labelledPages(page);
  if (DAILY.has(type)) {
    const day = issued && formatDayFirst(issued, { withYear: false });
    return joinKnown([name, day, type !== "post-weblog" && pages], ", ");
  }
  if (type !== "article-journal") return name ?? "";
  return joinKnown([name, joinKnown([volume, issue && `(${issue})`], ""), pages], ", ");
}

/** Writes who published the work, as sentences: “White paper 12”, “London: Ministry of Cake”. */
function published(item: CslItem): string[] {
  const { type, genre, number, page } = item;
  if (type.startsWith("article-") || type === "post-weblog") return [];
  const pages = type === "report" && page !== undefined ? labelledPages(page) : undefined;
  return [
    ...(type === "report" ? [joinKnown([genre, number], " ")] : []),
    joinKnown([placedPublisher(item), pages], ", "),
  ].filter((part) => part !== "");
}

/** Says where and when the work was published again, and where it stands. */
const again = (republication: CslPublication): string[] => [
  `Republished in ${republication["container-title"]}, ${republication.issued ? formatDayFirst(republication.issued) : "no date"}`,
  ...available(republication),
];

/**
 * Writes an entry. An unsigned article is listed under the newspaper or magazine, any other unsigned work under its title;
 * “no date” stands for a missing one.
 */
function harvard(item: CslItem): string {
  const { author, type, issued, custom } = item;
  const container = item["container-title"];
  const title = ITALIC.has(type) ? doubleQuotes(item.title) : britishQuotes(item.title);
  const year = `(${formatYear(issued, "no date")})`;
  const isListedByContainer =
    !author && container !== undefined && (type === "article-newspaper" || type === "article-magazine");
  const filed = author ? authors(author) : isListedByContainer ? container : undefined;
  const where = contained(item, isListedByContainer ? undefined : container);
  const head =
    filed === undefined
      ? joinKnown([`${title} ${year}`, where], " ")
      : joinKnown([`${filed} ${year} ${title}`, where], ", ");
  const parts = [
    head,
    ...published(item),
    ...available(item),
    ...(custom?.republication ? again(custom.republication) : []),
  ];
  return parts.map((part) => (/[.?!]$/.test(part) ? part : `${part}.`)).join(" ");
}

/** The style as it is listed. */
export const harvardStyle: CitationStyle = {
  id: "harvard",
  name: "Harvard (Cite Them Right)",
  aliases: ["citethemright", "哈佛"],
  accessForm: "(Accessed: 30 November 2026)",
  write: harvard,
};
