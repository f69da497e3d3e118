/**
 * Vancouver: the ICMJE's recommendations, whose form is that of Citing Medicine, 2nd edition (National Library of
 * Medicine), chapters 8 and 23. The number before an entry is the paper's that cites it.
 */
import type { CslItem } from "./csl.ts";
import { numbered } from "./dates.ts";
import { type CslName, filed, initials } from "./names.ts";
import { stopped } from "./quoting.ts";

const short = initials({ mark: "", between: "", hyphen: "" });

/** Six authors, and of more the first six (ICMJE). */
function authors(names: readonly CslName[]): string {
  const all = names.map((name) => filed(name, short, " "));
  return [...all.slice(0, 6), ...(all.length > 6 ? ["et al"] : [])].join(", ");
}

type Paper = Pick<CslItem, "container-title" | "issued" | "accessed" | "URL">;

/** A newspaper with its date, or that there is none; on the Internet, with the day of access and the address. */
function published(paper: Paper): string {
  const { issued, accessed, URL: url } = paper;
  const name = `${paper["container-title"]}${url === undefined ? "" : " [Internet]"}`;
  const date = issued ? numbered(issued) : "[date unknown]";
  const cited = accessed && url !== undefined ? ` [cited ${numbered(accessed)}]` : "";
  const where = url === undefined ? "" : ` Available from: ${url}`;
  return `${stopped(name)} ${date}${cited}.${where}`;
}

/** An unsigned article begins with its title; where it came out again is a note after it (chapter 1, article in two places). */
export function vancouver(item: CslItem): string {
  const { author, title, custom } = item;
  return [
    ...(author ? [stopped(authors(author))] : []),
    stopped(title),
    published(item),
    ...(custom ? [`Republished in: ${published(custom.republication)}`] : []),
  ].join(" ");
}
