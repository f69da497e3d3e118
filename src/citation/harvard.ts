/** Writes Harvard reference-list entries: Cite Them Right, 12th edition (R. Pears and G. Shields, 2022). */

import type { CslName } from "../shelf/csl.ts";
import type { CslItem } from "./csl.ts";
import { formatDayFirst, formatYear } from "./dates.ts";
import { createInitials, filedName, joinNames } from "./names.ts";
import { britishQuotes } from "./quoting.ts";
import type { CitationStyle } from "./style.ts";

const short = createInitials({ mark: ".", between: "", hyphen: "-" });

/** Lists up to three authors; of more, the first. */
function authors(names: readonly CslName[]): string {
  const all = names.map((name) => filedName(name, short));
  return all.length > 3 ? `${all[0]} et al.` : joinNames(all, ", ", " and ");
}

/** Writes the address and the day of access. */
const available = ({ accessed, URL: url }: Pick<CslItem, "accessed" | "URL">): string[] =>
  url === undefined
    ? []
    : [`Available at: ${url}${accessed ? ` (Accessed: ${formatDayFirst(accessed)})` : ""}`];

/** Writes an entry. An unsigned article is listed under the newspaper; “no date” stands for a missing one. */
function harvard(item: CslItem): string {
  const { author, title, issued, custom } = item;
  const container = item["container-title"];
  const day = issued ? formatDayFirst(issued, { withYear: false }) : "";
  const where = [...(author ? [container] : []), ...(day === "" ? [] : [day])];
  const republication = custom?.republication;
  const parts = [
    [
      `${author ? authors(author) : container} (${formatYear(issued, "no date")}) ${britishQuotes(title)}`,
      ...where,
    ].join(", "),
    ...available(item),
    ...(republication
      ? [
          `Republished in ${republication["container-title"]}, ${republication.issued ? formatDayFirst(republication.issued) : "no date"}`,
          ...available(republication),
        ]
      : []),
  ];
  return parts.map((part) => `${part}.`).join(" ");
}

/** The style as it is listed. */
export const harvardStyle: CitationStyle = {
  id: "harvard",
  name: "Harvard (Cite Them Right)",
  aliases: ["citethemright", "哈佛"],
  write: harvard,
};
