/** Writes Chicago notes, the first note on a source: The Chicago Manual of Style, 17th edition, chapter 14. */

import { type CslName, type CslPublication, displayName } from "../shelf/csl.ts";
import { headlineCase } from "./casing.ts";
import type { CslItem } from "./csl.ts";
import { formatMonthFirst } from "./dates.ts";
import { joinNames } from "./names.ts";
import { americanQuotes, withFullStop } from "./quoting.ts";
import type { CitationStyle } from "./style.ts";

/** Lists up to three authors; of more, the first (14.76). */
function authors(names: readonly CslName[]): string {
  const all = names.map(displayName);
  if (all.length > 3) return `${all[0]} et al.`;
  return joinNames(all, ", ", all.length === 2 ? " and " : ", and ");
}

/** Writes the date and the address. Without a date, uses the day of access (14.12) or “n.d.” (14.145). */
function whenAndWhere({
  issued,
  accessed,
  URL: url,
}: Pick<CslItem, "issued" | "accessed" | "URL">): string[] {
  const usesAccessDate = !issued && accessed && url !== undefined;
  return [
    issued ? formatMonthFirst(issued) : usesAccessDate ? `accessed ${formatMonthFirst(accessed)}` : "n.d.",
    ...(url === undefined ? [] : [url]),
  ];
}

/** Writes a republication after the original (“Article appearing in two publications”). */
const again = (republication: CslPublication): string[] => [
  `republished in ${republication["container-title"]}`,
  ...whenAndWhere(republication),
];

/** Writes a note. An unsigned article begins with its title. */
function chicagoNotes(item: CslItem): string {
  const { author, title, language, custom } = item;
  const quoted = americanQuotes(headlineCase(title, language), ",");
  const rest = [
    item["container-title"],
    ...whenAndWhere(item),
    ...(custom ? again(custom.republication) : []),
  ].join(", ");
  return withFullStop(`${author ? `${authors(author)}, ` : ""}${quoted} ${rest}`);
}

/** The style as it is listed. */
export const chicagoNotesStyle: CitationStyle = {
  id: "chicago-notes",
  name: "Chicago (notes)",
  aliases: [
    "chicagonote",
    "chicagofootnotes",
    "chicagofullnote",
    "footnote",
    "notes",
    "芝加哥脚注",
    "芝加哥腳註",
  ],
  numbered: (number) => `${number}. `,
  write: chicagoNotes,
};
