/** CSL-JSON as it is pasted: a list of one, with a date on one line. */
import type { CslItem } from "./csl.ts";

export const cslJson = (item: CslItem): string =>
  JSON.stringify([item], null, 2).replace(
    /\[\n\s+\[\n\s+([\d,\s]+?)\n\s+\]\n\s+\]/g,
    (_, parts: string) => `[[${parts.replace(/\s+/g, " ")}]]`,
  );
