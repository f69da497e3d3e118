/**
 * Writes Vancouver entries: the ICMJE recommendations, after Citing Medicine, 2nd edition (National Library of
 * Medicine), chapter 8, newspaper articles. Numbers are left to the list.
 */

import type { CslName } from "../shelf/csl.ts";
import type { CslItem } from "./csl.ts";
import { formatYearMonthDay } from "./dates.ts";
import { createInitials, filedName } from "./names.ts";
import { withFullStop } from "./quoting.ts";
import type { CitationStyle } from "./style.ts";

const short = createInitials({ mark: "", between: "", hyphen: "" });

/** Lists up to six authors; of more, the first six (ICMJE sample references). */
function authors(names: readonly CslName[]): string {
  const all = names.map((name) => filedName(name, short, " "));
  return [...all.slice(0, 6), ...(all.length > 6 ? ["et al"] : [])].join(", ");
}

type Paper = Pick<CslItem, "container-title" | "issued" | "accessed" | "URL">;

/** Writes the newspaper and its date or “date unknown”; for an online text also the day of access and the address. */
function published(paper: Paper): string {
  const { issued, accessed, URL: url } = paper;
  const name = `${paper["container-title"]}${url === undefined ? "" : " [Internet]"}`;
  const date = issued ? formatYearMonthDay(issued) : "[date unknown]";
  const cited = accessed && url !== undefined ? ` [cited ${formatYearMonthDay(accessed)}]` : "";
  const where = url === undefined ? "" : ` Available from: ${url}`;
  return `${withFullStop(name)} ${date}${cited}.${where}`;
}

/** Writes an entry. Without an author it begins with the title; a republication is noted in MEDLINE's words. */
function vancouver(item: CslItem): string {
  const { author, title, custom } = item;
  return [
    ...(author ? [withFullStop(authors(author))] : []),
    withFullStop(title),
    published(item),
    ...(custom ? [`Republished in: ${published(custom.republication)}`] : []),
  ].join(" ");
}

/** The style as it is listed. */
export const vancouverStyle: CitationStyle = {
  id: "vancouver",
  name: "Vancouver",
  aliases: ["icmje", "nlm", "温哥华", "溫哥華"],
  numbered: (number) => `${number}. `,
  write: vancouver,
};
