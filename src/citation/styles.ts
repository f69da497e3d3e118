/** Lists the citation styles and finds them by name. */
import { STYLE_SUFFIX } from "../language/citation-words.ts";
import { apa } from "./apa.ts";
import { bibtex } from "./bibtex.ts";
import { chicagoAuthorDate } from "./chicago-author-date.ts";
import { chicagoNotes } from "./chicago-notes.ts";
import type { CslItem } from "./csl.ts";
import { cslJson } from "./csl-json.ts";
import { gbt } from "./gbt.ts";
import { harvard } from "./harvard.ts";
import { mla } from "./mla.ts";
import { ris } from "./ris.ts";
import { vancouver } from "./vancouver.ts";

/** The ids of the citation styles. */
export const STYLE_IDS = [
  ...(["apa", "chicago", "mla", "gbt", "chicago-notes", "harvard", "vancouver"] as const),
  ...(["bibtex", "ris", "csl"] as const),
] as const;
/** The id of a citation style. */
export type StyleId = (typeof STYLE_IDS)[number];

/** A citation style: its names, and how it writes a source. */
export interface CitationStyle {
  readonly id: StyleId;
  /** Other names, in lower case and without anything but letters and digits. */
  readonly aliases: readonly string[];
  readonly write: (item: CslItem) => string;
}

/** All styles, in the order in which they are offered. */
export const CITATION_STYLES: readonly CitationStyle[] = [
  { id: "apa", aliases: ["apa7", "apa7th"], write: apa },
  {
    id: "chicago",
    aliases: ["chicagoauthordate", "authordate", "chicago17", "cmos", "turabian", "芝加哥"],
    write: chicagoAuthorDate,
  },
  { id: "mla", aliases: ["mla9", "mla9th"], write: mla },
  {
    id: "gbt",
    aliases: ["gb", "gbt7714", "gbt77142015", "gb7714", "gb77142015", "7714", "国标", "國標"],
    write: gbt,
  },
  {
    id: "chicago-notes",
    aliases: [
      "chicagonote",
      "chicagofootnotes",
      "chicagofullnote",
      "footnote",
      "notes",
      "芝加哥脚注",
      "芝加哥腳註",
    ],
    write: chicagoNotes,
  },
  { id: "harvard", aliases: ["citethemright", "哈佛"], write: harvard },
  { id: "vancouver", aliases: ["icmje", "nlm", "温哥华", "溫哥華"], write: vancouver },
  { id: "bibtex", aliases: ["bib", "biblatex", "latex"], write: bibtex },
  { id: "ris", aliases: ["endnote", "zotero", "mendeley"], write: ris },
  { id: "csl", aliases: ["csljson", "json"], write: cslJson },
];

const bare = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

/**
 * Finds a style by one of its names, ignoring case, spaces and punctuation: “GB/T 7714”, “Chicago notes”, “APA
 * style”.
 */
export function findStyle(typed: string): CitationStyle | undefined {
  const name = bare(typed).replace(STYLE_SUFFIX, "");
  return CITATION_STYLES.find(({ id, aliases }) => bare(id) === name || aliases.includes(name));
}
