/** Writes GB/T 7714-2015 entries in the numeric system (顺序编码制). Numbers are left to the list. */

import { type CitationWords, citationWords } from "../language/citation-words.ts";
import { type CslName, formatIsoDate } from "../shelf/csl.ts";
import type { CslItem } from "./csl.ts";
import { formatMarkedIsoDate } from "./dates.ts";
import { createInitials, filedName } from "./names.ts";
import type { CitationStyle } from "./style.ts";

const short = createInitials({ mark: "", between: " ", hyphen: " " });

/** Writes a person as the family name in capitals with initials (8.1.1), an institution as it is (8.1.4). */
const author = (name: CslName): string =>
  "literal" in name ? name.literal : filedName({ ...name, family: name.family.toUpperCase() }, short, " ");

/** Lists up to three authors; of more, the first three and “others” in the source's language (8.1.2). */
function authors(names: readonly CslName[], { otherAuthors }: CitationWords): string {
  const others = names.length > 3 ? [otherAuthors] : [];
  return [...names.slice(0, 3).map(author), ...others].join(", ");
}

type Paper = Pick<CslItem, "container-title" | "issued" | "accessed" | "URL">;

/**
 * Writes the newspaper, its date, the day of access and the address (4.4.2). Inferred dates are in brackets
 * (8.4.3).
 */
function published(paper: Paper): string {
  const { issued, accessed, URL: url } = paper;
  const date = issued ? `, ${formatMarkedIsoDate(issued)}` : "";
  const cited = accessed && url !== undefined ? `[${formatIsoDate(accessed)}]` : "";
  return `${paper["container-title"]}${date}${cited}.${url === undefined ? "" : ` ${url}.`}`;
}

/**
 * Writes an entry. Without an author it begins with the title (8.1.3); online sources are marked /OL (annex B). The
 * standard has no rule for republications, so a phrase in the source's language is used.
 */
function gbt(item: CslItem): string {
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

/** The style as it is listed. */
export const gbtStyle: CitationStyle = {
  id: "gbt",
  name: "GB/T 7714-2015",
  aliases: ["gb", "gbt7714", "gbt77142015", "gb7714", "gb77142015", "7714", "国标", "國標"],
  offered: "usual",
  numbered: (number) => `[${number}] `,
  write: gbt,
};
