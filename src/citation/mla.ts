/** Writes MLA works-cited entries: MLA Handbook, 9th edition. */

import type { CslDate } from "../shelf/csl-dates.ts";
import { type CslName, displayName } from "../shelf/csl-names.ts";
import { headlineCase } from "./casing.ts";
import type { CslItem } from "./csl.ts";
import { formatDayFirst, upTo } from "./dates.ts";
import { filedName, joinNames } from "./names.ts";
import { citedAddress, joinKnown, labelledPages, lastTwoDigits } from "./parts.ts";
import { americanQuotes, doubleQuotes, withFullStop } from "./quoting.ts";
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

/** Formats a date as MLA does: “5 Aug. 2021”. */
const formatDay = (date: CslDate): string => formatDayFirst(date, { months: MONTHS });

type Container = Pick<CslItem, "issued" | "accessed" | "URL" | "DOI">;

/** Writes a container with its address. The day of access is added where the date is unknown. */
function contained(container: Container, parts: readonly (string | undefined)[]): string[] {
  const { issued, accessed, DOI: doi } = container;
  const at = citedAddress(container);
  return [
    joinKnown([...parts, at], ", "),
    ...(!issued && accessed && at !== undefined && doi === undefined
      ? [`Accessed ${formatDay(accessed)}`]
      : []),
  ];
}

/** Writes what contains the work: its numbers, publisher, date and pages. A journal has a month (5.77). */
function published(item: CslItem): (string | undefined)[] {
  const { type, issued, volume, issue, number, genre, page, publisher } = item;
  const isPeriodical = type.startsWith("article-");
  const date = issued && (type === "article-journal" ? upTo("month", issued) : issued);
  return [
    item["container-title"],
    volume && `vol. ${volume}`,
    issue && `no. ${issue}`,
    type === "report" ? genre : undefined,
    type === "report" || type === "broadcast" ? number : undefined,
    isPeriodical ? undefined : publisher,
    date && formatDay(date),
    page && (isPeriodical || type === "report") ? labelledPages(page, lastTwoDigits) : undefined,
  ];
}

/** Writes an entry. A work that nothing contains is not quoted. A republication is a second container. */
function mla(item: CslItem): string {
  const { author, language, custom } = item;
  const title = headlineCase(item.title, language);
  const republication = custom?.republication;
  return [
    ...(author ? [authors(author)] : []),
    item["container-title"] === undefined ? doubleQuotes(title) : americanQuotes(title, "."),
    ...contained(item, published(item)),
    ...(republication
      ? contained(republication, [
          republication["container-title"],
          republication.issued && formatDay(republication.issued),
        ])
      : []),
  ]
    .filter((part) => part !== "")
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
