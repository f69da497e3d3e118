/** Writes RIS records: RIS Format Specifications (Research Information Systems, 2011). */

import { type CslDate, formatIsoDate } from "../shelf/csl-dates.ts";
import { type CslName, particlesOf, withParticle } from "../shelf/csl-names.ts";
import { type CslItem, singleLine } from "./csl.ts";
import type { CitationStyle } from "./style.ts";

/** Writes a name as “particles family, given, suffix”; an institution's is as it is, with its commas. */
function author(name: CslName): string {
  if ("literal" in name) return name.literal;
  const family = withParticle(particlesOf(name), name.family);
  return [family, name.given, name.suffix].filter((part) => part !== undefined).join(", ");
}

/** Formats YYYY/MM/DD/ with unknown parts empty; the text after the last slash is not used. */
function dated(date: CslDate): string {
  const parts = formatIsoDate(date, "/").split("/");
  return `${[...parts, "", ""].slice(0, 3).join("/")}/`;
}

const TYPES: Readonly<Record<CslItem["type"], string>> = {
  "article-newspaper": "NEWS",
  "article-magazine": "MGZN",
  "article-journal": "JOUR",
  "post-weblog": "BLOG",
  webpage: "ELEC",
  report: "RPRT",
  broadcast: "MPCT",
};

const LINE_END = /[\n\r\u2028\u2029]+/u;

/** Writes a record. Each line of a note is an N1 of its own: where the text was read, then remarks and passages. */
export function ris(item: CslItem): string {
  const { id, type, author: names, editor, translator, issued, accessed, URL: url, note, annote } = item;
  const tag = (name: string, text: string | undefined): string[] =>
    text === undefined || text === "" ? [] : [`${name}  - ${text}`];
  const people = (name: string, all: readonly CslName[] = []) => all.flatMap((one) => tag(name, author(one)));
  const lines = (name: string, text = "") =>
    text.split(LINE_END).flatMap((line) => tag(name, singleLine(line)));
  const [first, last] = item.page?.split(/\s*[-–—]+\s*/u) ?? [];
  return [
    ...tag("TY", TYPES[type]),
    ...tag("ID", id),
    ...people("AU", names),
    ...people("ED", editor),
    ...people("A4", translator),
    ...tag("TI", item.title),
    ...tag("T2", item["container-title"]),
    ...tag("PB", item.publisher),
    ...tag("CY", item["publisher-place"]),
    ...tag("VL", item.volume),
    ...tag("IS", item.issue ?? (type === "report" ? undefined : item.number)),
    ...tag("SP", first),
    ...tag("EP", last),
    ...tag("M3", item.genre),
    ...tag("PY", issued && String(issued["date-parts"][0][0])),
    ...tag("DA", issued && dated(issued)),
    ...tag("LA", item.language),
    ...tag("SN", item.ISSN ?? (type === "report" ? item.number : undefined)),
    ...tag("DO", item.DOI),
    ...tag("UR", url),
    ...tag("Y2", accessed && dated(accessed)),
    ...lines("N1", note),
    ...lines("N1", annote),
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
