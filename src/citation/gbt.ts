/** GB/T 7714-2015, 顺序编码制. The number before an entry belongs to the paper that cites it. */
import { type CitationWords, citationWords } from "../language/citation-words.ts";
import { type CslName, formatIsoDate } from "../shelf/csl.ts";
import type { CslItem } from "./csl.ts";
import { formatIsoMarked } from "./dates.ts";
import { createInitials, filedName } from "./names.ts";

const short = createInitials({ mark: "", between: " ", hyphen: " " });

/** A person's family name is in capitals, given names are first letters (8.1.1). An institution is written as it is (8.1.4). */
const author = (name: CslName): string =>
  "literal" in name ? name.literal : filedName({ ...name, family: name.family.toUpperCase() }, short, " ");

/** Three authors, and of more the first three, with what the source's own language says for the others (8.1.2). */
function authors(names: readonly CslName[], { otherAuthors }: CitationWords): string {
  const others = names.length > 3 ? [otherAuthors] : [];
  return [...names.slice(0, 3).map(author), ...others].join(", ");
}

type Paper = Pick<CslItem, "container-title" | "issued" | "accessed" | "URL">;

/** A newspaper with its date, the day of access and the address (4.4.2). A date that is inferred stands in brackets (8.4.3). */
function published(paper: Paper): string {
  const { issued, accessed, URL: url } = paper;
  const date = issued ? `, ${formatIsoMarked(issued)}` : "";
  const cited = accessed && url !== undefined ? `[${formatIsoDate(accessed)}]` : "";
  return `${paper["container-title"]}${date}${cited}.${url === undefined ? "" : ` ${url}.`}`;
}

/**
 * An unsigned source begins with its title, as the numbered system allows (8.1.3). What is read over the net
 * is marked /OL (annex B). The standard has no rule for a republication: it is said in the source's language.
 */
export function gbt(item: CslItem): string {
  const { title, language, custom } = item;
  const words = citationWords(language);
  const isOnline = item.URL !== undefined || custom?.republication.URL !== undefined;
  return [
    ...(item.author ? [`${authors(item.author, words)}.`] : []),
    `${title}[${isOnline ? "N/OL" : "N"}].`,
    published(item),
    ...(custom ? [`${words.republishedIn}: ${published(custom.republication)}`] : []),
  ].join(" ");
}
