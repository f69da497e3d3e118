/** Writes CSL-JSON as reference managers import it. */

import type { CslItem } from "./csl.ts";
import type { CitationStyle } from "./style.ts";

/** Writes an item as an array of one, with each date on one line. */
export const cslJson = (item: CslItem): string =>
  JSON.stringify([item], null, 2).replace(
    /\[\n\s+\[\n\s+([\d,\s]+?)\n\s+\]\n\s+\]/g,
    (_, parts: string) => `[[${parts.replace(/\s+/g, " ")}]]`,
  );

/** The style as it is listed. */
export const cslJsonStyle: CitationStyle = {
  id: "csl",
  name: "CSL-JSON",
  aliases: ["csljson", "json"],
  offered: "data",
  extension: "json",
  write: cslJson,
};
