/** Writes APA reference-list entries: Publication Manual of the American Psychological Association, 7th edition. */

import type { CslPublication } from "../shelf/csl.ts";
import type { CslDate } from "../shelf/csl-dates.ts";
import type { CslName } from "../shelf/csl-names.ts";
import { headlineCase } from "./casing.ts";
import type { CslItem } from "./csl.ts";
import { formatMonthFirst, formatYearFirst } from "./dates.ts";
import { createInitials, filedName, joinNames } from "./names.ts";
import { citedAddress, joinKnown, pageRange } from "./parts.ts";
import { doubleQuotes, withFullStop } from "./quoting.ts";
import type { CitationStyle } from "./style.ts";

const short = createInitials({ mark: ".", between: " ", hyphen: "-" });

/** Lists up to twenty authors; of more, the first nineteen and the last (9.8). */
function authors(names: readonly CslName[]): string {
  const all = names.map((name) => filedName(name, { given: short }));
  return all.length > 20 ? `${all.slice(0, 19).join(", ")}, … ${all.at(-1)}` : joinNames(all, ", ", ", & ");
}

/** Writes “n.d.” for a work without a date (9.17); of a journal or a report, only the year (9.14). */
const dated = (date: CslDate | undefined, withMonth = true): string =>
  date ? formatYearFirst(date, { withMonth }) : "n.d.";

type Address = Pick<CslItem, "issued" | "accessed" | "URL" | "DOI">;

/** Adds the day of retrieval only when there is no date: it is for content that may change (9.16). */
function address(item: Address): string {
  const { issued, accessed, DOI: doi } = item;
  const at = citedAddress(item);
  if (at === undefined) return "";
  return !issued && accessed && doi === undefined
    ? `Retrieved ${formatMonthFirst(accessed)}, from ${at}`
    : at;
}

/** Notes a republication in parentheses after the entry, without a full stop (9.40). */
function again(republication: CslPublication): string {
  const parts = [republication["container-title"], dated(republication.issued), address(republication)];
  return `(Republished in ${joinKnown(parts, ", ")})`;
}

/** Says what the work is, where that is not plain: a report's number, a programme (9.21, 9.22). */
function described({ type, number, genre }: CslItem): string {
  const name = genre ?? (type === "broadcast" ? "Broadcast" : undefined);
  const numbered = number === undefined ? "" : `No. ${number}`;
  // A report's number follows what it calls itself, in one pair of parentheses.
  if (type === "report" && numbered && name) return `(${headlineCase(name)} ${numbered})`;
  return joinKnown(
    [
      (type === "report" || type === "broadcast") && numbered && `(${numbered})`,
      name !== undefined && `[${name.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())}]`,
    ],
    " ",
  );
}

/** Writes where the work was published: “Cake Weekly, 12(3), 10–14”. */
function published(item: CslItem): string {
  const { type, volume, issue, page, publisher } = item;
  const container = item["container-title"];
  if (type === "webpage" || type === "post-weblog") return joinKnown([container, publisher], "; ");
  if (type === "report" || type === "broadcast")
    return joinKnown([container && withFullStop(`In ${container}`), publisher], " ");
  const numbers = volume === undefined ? issue : `${volume}${issue === undefined ? "" : `(${issue})`}`;
  return joinKnown([container, numbers, page === undefined ? undefined : pageRange(page)], ", ");
}

/** Writes an entry. Without an author, the title comes first (9.12). */
function apa(item: CslItem): string {
  const { author, issued, type, custom } = item;
  const date = `(${dated(issued, type !== "article-journal" && type !== "report")}).`;
  const title = doubleQuotes(item.title);
  const what = described(item);
  const whole = withFullStop(what ? `${title} ${what}` : title);
  const where = published(item);
  return joinKnown(
    [
      ...(author ? [withFullStop(authors(author)), date, whole] : [whole, date]),
      where && withFullStop(where),
      address(item),
      custom?.republication && again(custom.republication),
    ],
    " ",
  );
}

/** The style as it is listed. */
export const apaStyle: CitationStyle = {
  id: "apa",
  name: "APA (7th edition)",
  aliases: ["apa7", "apa7th"],
  offered: "usual",
  write: apa,
};
