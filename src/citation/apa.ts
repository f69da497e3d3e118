/** APA: the Publication Manual of the American Psychological Association, 7th edition, an entry of the reference list. */
import type { CslDate, CslName, CslPublication } from "../shelf/csl.ts";
import type { CslItem } from "./csl.ts";
import { formatMonthFirst, formatYearFirst } from "./dates.ts";
import { createInitials, filedName, joinNames } from "./names.ts";
import { withFullStop } from "./quoting.ts";

const short = createInitials({ mark: ".", between: " ", hyphen: "-" });

/** Up to twenty authors; of more, the first nineteen and the last (9.8). */
function authors(names: readonly CslName[]): string {
  const all = names.map((name) => filedName(name, short));
  return all.length > 20 ? `${all.slice(0, 19).join(", ")}, … ${all.at(-1)}` : joinNames(all, ", ", ", & ");
}

/** 9.17: a work without a date has “n.d.”. */
const dated = (date: CslDate | undefined): string => (date ? formatYearFirst(date) : "n.d.");

/** 9.16: the day of retrieval belongs where the content may change; here, where it has no date. */
function address({ issued, accessed, URL: url }: Pick<CslItem, "issued" | "accessed" | "URL">): string {
  if (url === undefined) return "";
  return !issued && accessed ? `Retrieved ${formatMonthFirst(accessed)}, from ${url}` : url;
}

/** 9.40: what else became of a work is said in parentheses after the entry, with no full stop after them. */
function again(republication: CslPublication): string {
  const parts = [republication["container-title"], dated(republication.issued), address(republication)];
  return `(Republished in ${parts.filter((part) => part !== "").join(", ")})`;
}

/** Without an author, the title moves to the author's place (9.12). */
export function apa(item: CslItem): string {
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
