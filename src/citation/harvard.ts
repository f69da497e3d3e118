/** Harvard as in Cite Them Right, 12th edition (R. Pears and G. Shields, 2022), an entry of the reference list. */
import type { CslName } from "../shelf/csl.ts";
import type { CslItem } from "./csl.ts";
import { dayFirst, year } from "./dates.ts";
import { filed, initials, listed } from "./names.ts";
import { british } from "./quoting.ts";

const short = initials({ mark: ".", between: "", hyphen: "-" });

/** Up to three authors; of more, the first. */
function authors(names: readonly CslName[]): string {
  const all = names.map((name) => filed(name, short));
  return all.length > 3 ? `${all[0]} et al.` : listed(all, ", ", " and ");
}

/** Where it can be read, and when it was. */
const available = ({ accessed, URL: url }: Pick<CslItem, "accessed" | "URL">): string[] =>
  url === undefined ? [] : [`Available at: ${url}${accessed ? ` (Accessed: ${dayFirst(accessed)})` : ""}`];

/** An unsigned article is under the paper's name; what has no date says so. */
export function harvard(item: CslItem): string {
  const { author, title, issued, custom } = item;
  const container = item["container-title"];
  const day = issued ? dayFirst(issued, { withYear: false }) : "";
  const where = [...(author ? [container] : []), ...(day === "" ? [] : [day])];
  const again = custom?.republication;
  const parts = [
    [`${author ? authors(author) : container} (${year(issued, "no date")}) ${british(title)}`, ...where].join(
      ", ",
    ),
    ...available(item),
    ...(again
      ? [
          `Republished in ${again["container-title"]}, ${again.issued ? dayFirst(again.issued) : "no date"}`,
          ...available(again),
        ]
      : []),
  ];
  return parts.map((part) => `${part}.`).join(" ");
}
