/**
 * Writes Vancouver entries: the ICMJE recommendations, after Citing Medicine, 2nd edition (National Library of
 * Medicine): journals (chapter 1), reports (4), newspapers (8), broadcasts and sites (20, 25). Numbers are left to the list.
 */

import type { CslName } from "../shelf/csl-names.ts";
import type { CslItem } from "./csl.ts";
import { formatYearMonthDay, upTo } from "./dates.ts";
import { createInitials, filedName } from "./names.ts";
import { joinKnown, leastDigits, pageRange, placedPublisher } from "./parts.ts";
import { withFullStop } from "./quoting.ts";
import type { CitationStyle } from "./style.ts";

const short = createInitials({ mark: "", between: "", hyphen: "" });

/** Lists up to six authors; of more, the first six (ICMJE sample references). */
function authors(names: readonly CslName[]): string {
  const all = names.map((name) => filedName(name, { given: short, between: " ", beforeSuffix: " " }));
  return [...all.slice(0, 6), ...(all.length > 6 ? ["et al"] : [])].join(", ");
}

type Publication = Pick<CslItem, "issued" | "accessed" | "URL">;

/** Writes the date or “date unknown”, and for an online text the day on which it was read. */
function dated({ issued, accessed, URL: url }: Publication, date = issued): string {
  const day = date ? formatYearMonthDay(date) : "[date unknown]";
  return accessed && url !== undefined ? `${day} [cited ${formatYearMonthDay(accessed)}]` : day;
}

/** Marks the title that is on the internet. */
const online = (title: string, { URL: url }: Publication): string =>
  withFullStop(`${title}${url === undefined ? "" : " [Internet]"}`);

const availableFrom = ({ URL: url }: Publication): string =>
  url === undefined ? "" : `Available from: ${url}`;

/** Writes a newspaper, magazine or journal with its date, numbers and pages: “2021 Aug 5;12(3):10–4”. */
function periodical(
  item: Publication & Pick<CslItem, "container-title" | "volume" | "issue" | "page">,
): string {
  const { volume, issue, page } = item;
  const numbers = joinKnown([volume, issue && `(${issue})`], "");
  const place = joinKnown([numbers, page && pageRange(page, leastDigits)], ":");
  const when = joinKnown([dated(item), place], ";");
  const name = item["container-title"];
  return joinKnown([name && online(name, item), withFullStop(when), availableFrom(item)], " ");
}

/** Writes the publisher, which ends with a semicolon, and the date as precisely as such works give it. */
function imprint(item: CslItem): string {
  const { type, issued } = item;
  const publisher = placedPublisher(item);
  const date = issued && upTo(type === "report" ? "month" : "year", issued);
  return withFullStop(joinKnown([publisher && `${publisher};`, dated(item, date)], " "));
}

/** Writes a work that stands alone or in a site, with its title where such a work has it. */
function separate(item: CslItem): string {
  const { type, title, number } = item;
  const container = item["container-title"];
  // A page is a part of its site, and follows it.
  if (type === "webpage" && container !== undefined)
    return joinKnown([online(container, item), imprint(item), withFullStop(title), availableFrom(item)], " ");
  return joinKnown(
    [
      online(title, item),
      container && withFullStop(container),
      imprint(item),
      type === "report" && number && `Report No.: ${number}.`,
      availableFrom(item),
    ],
    " ",
  );
}

/** Writes an entry. Without an author it begins with the title; a republication is noted in MEDLINE's words. */
function vancouver(item: CslItem): string {
  const { author, type, title, custom } = item;
  const isPeriodical = type.startsWith("article-");
  const republication = custom?.republication;
  return joinKnown(
    [
      author && withFullStop(authors(author)),
      isPeriodical && withFullStop(title),
      isPeriodical ? periodical(item) : separate(item),
      republication && `Republished in: ${periodical(republication)}`,
    ],
    " ",
  );
}

/** The style as it is listed. */
export const vancouverStyle: CitationStyle = {
  id: "vancouver",
  name: "Vancouver",
  aliases: ["icmje", "nlm", "温哥华", "溫哥華"],
  numbered: (number) => `${number}. `,
  accessForm: "[cited 2026 Nov 30]",
  write: vancouver,
};
