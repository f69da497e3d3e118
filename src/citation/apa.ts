/** Writes APA reference-list entries: Publication Manual of the American Psychological Association, 7th edition. */

import type { CslDate, CslName, CslPublication } from "../shelf/csl.ts";
import type { CslItem } from "./csl.ts";
import { formatMonthFirst, formatYearFirst } from "./dates.ts";
import { createInitials, filedName, joinNames } from "./names.ts";
import { withFullStop } from "./quoting.ts";
import type { CitationStyle } from "./style.ts";

const short = createInitials({ mark: ".", between: " ", hyphen: "-" });

/** Lists up to twenty authors; of more, the first nineteen and the last (9.8). */
function authors(names: readonly CslName[]): string {
  const all = names.map((name) => filedName(name, short));
  return all.length > 20 ? `${all.slice(0, 19).join(", ")}, … ${all.at(-1)}` : joinNames(all, ", ", ", & ");
}

/** Writes “n.d.” for a work without a date (9.17). */
const dated = (date: CslDate | undefined): string => (date ? formatYearFirst(date) : "n.d.");

/** Adds the day of retrieval only when there is no date: it is for content that may change (9.16). */
function address({ issued, accessed, URL: url }: Pick<CslItem, "issued" | "accessed" | "URL">): string {
  if (url === undefined) return "";
  return !issued && accessed ? `Retrieved ${formatMonthFirst(accessed)}, from ${url}` : url;
}

/** Notes a republication in parentheses after the entry, without a full stop (9.40). */
function again(republication: CslPublication): string {
  const parts = [republication["container-title"], dated(republication.issued), address(republication)];
  return `(Republished in ${parts.filter((part) => part !== "").join(", ")})`;
}

/** Writes an entry. Without an author, the title comes first (9.12). */
function apa(item: CslItem): string {
  const { author, title, issued, custom } = item;
  const date = `(${dated(issued)}).`;
  return [
    ...(author ? [withFullStop(authors(author)), date, withFullStop(title)] : [withFullStop(title), date]),
    withFullStop(item["container-title"]),
    address(item),
    ...(custom ? [again(custom.republication)] : []),
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** The style as it is listed. */
export const apaStyle: CitationStyle = {
  id: "apa",
  name: "APA (7th edition)",
  aliases: ["apa7", "apa7th"],
  offered: "usual",
  write: apa,
};
