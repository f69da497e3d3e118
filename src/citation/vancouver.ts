/**
 * Vancouver: the ICMJE's recommendations, whose form is that of Citing Medicine, 2nd edition (National Library of
 * Medicine), chapter 8, newspaper articles. The number before an entry belongs to the paper that cites it.
 */
import type { CslName } from "../shelf/csl.ts";
import type { CslItem } from "./csl.ts";
import { formatMonthCode } from "./dates.ts";
import { createInitials, filedName } from "./names.ts";
import { withFullStop } from "./quoting.ts";

const short = createInitials({ mark: "", between: "", hyphen: "" });

/** Up to six authors; of more, the first six (the ICMJE’s samples of references). */
function authors(names: readonly CslName[]): string {
  const all = names.map((name) => filedName(name, short, " "));
  return [...all.slice(0, 6), ...(all.length > 6 ? ["et al"] : [])].join(", ");
}

type Paper = Pick<CslItem, "container-title" | "issued" | "accessed" | "URL">;

/** A newspaper with its date, or that there is none; on the Internet, with the day of access and the address. */
function published(paper: Paper): string {
  const { issued, accessed, URL: url } = paper;
  const name = `${paper["container-title"]}${url === undefined ? "" : " [Internet]"}`;
  const date = issued ? formatMonthCode(issued) : "[date unknown]";
  const cited = accessed && url !== undefined ? ` [cited ${formatMonthCode(accessed)}]` : "";
  const where = url === undefined ? "" : ` Available from: ${url}`;
  return `${withFullStop(name)} ${date}${cited}.${where}`;
}

/** An unsigned article begins with its title; where it came out again follows in MEDLINE’s words for that. */
export function vancouver(item: CslItem): string {
  const { author, title, custom } = item;
  return [
    ...(author ? [withFullStop(authors(author))] : []),
    withFullStop(title),
    published(item),
    ...(custom ? [`Republished in: ${published(custom.republication)}`] : []),
  ].join(" ");
}
