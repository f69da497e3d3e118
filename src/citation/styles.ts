/** Lists the citation styles and finds them by name. */
import { STYLE_SUFFIX } from "../language/citation-words.ts";
import { apaStyle } from "./apa.ts";
import { bibtexStyle } from "./bibtex.ts";
import { chicagoAuthorDateStyle } from "./chicago-author-date.ts";
import { chicagoNotesStyle } from "./chicago-notes.ts";
import { cslJsonStyle } from "./csl-json.ts";
import { gbtStyle } from "./gbt.ts";
import { harvardStyle } from "./harvard.ts";
import { mlaStyle } from "./mla.ts";
import { risStyle } from "./ris.ts";
import type { CitationStyle } from "./style.ts";
import { vancouverStyle } from "./vancouver.ts";

/** All styles, in the order in which they are offered. */
export const CITATION_STYLES: readonly CitationStyle[] = [
  apaStyle,
  chicagoAuthorDateStyle,
  mlaStyle,
  gbtStyle,
  chicagoNotesStyle,
  harvardStyle,
  vancouverStyle,
  bibtexStyle,
  risStyle,
  cslJsonStyle,
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
