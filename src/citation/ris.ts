/** Writes RIS records: RIS Format Specifications (Research Information Systems, 2011). */

import { type CslDate, type CslName, formatIsoDate } from "../shelf/csl.ts";
import type { CslItem } from "./csl.ts";
import type { CitationStyle } from "./style.ts";

/** Writes a name. Commas separate the parts of a person's name, so they are removed from an institution's. */
const author = (name: CslName): string =>
  "literal" in name
    ? name.literal.replace(/,\s*/g, " ").trim()
    : [name.family, name.given].filter((part) => part !== undefined).join(", ");

/** Formats YYYY/MM/DD/ with unknown parts empty; the text after the last slash is not used. */
function dated(date: CslDate): string {
  const parts = formatIsoDate(date, "/").split("/");
  return `${[...parts, "", ""].slice(0, 3).join("/")}/`;
}

/** Writes a record. Each note is an N1 of its own: where the text was read, then remarks and passages. */
export function ris(item: CslItem): string {
  const { id, author: names = [], issued, accessed, URL: url, note, annote } = item;
  const tag = (name: string, text: string | undefined): string[] =>
    text === undefined || text === "" ? [] : [`${name}  - ${text}`];
  return [
    ...tag("TY", "NEWS"),
    ...tag("ID", id),
    ...names.flatMap((name) => tag("AU", author(name))),
    ...tag("TI", item.title),
    ...tag("T2", item["container-title"]),
    ...tag("PY", issued && String(issued["date-parts"][0][0])),
    ...tag("DA", issued && dated(issued)),
    ...tag("LA", item.language),
    ...tag("UR", url),
    ...tag("Y2", accessed && dated(accessed)),
    ...[note, ...(annote ?? "").split("\n")].flatMap((text) => tag("N1", text)),
    "ER  - ",
  ].join("\n");
}

/** The style as it is listed. */
export const risStyle: CitationStyle = {
  id: "ris",
  name: "RIS",
  aliases: ["endnote", "zotero", "mendeley"],
  offered: "data",
  extension: "ris",
  write: ris,
};
