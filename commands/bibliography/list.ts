/** Formats sources as a bibliography: sorted, numbered where the style needs it, and as a file. */
import { type CslItem, toCslItem } from "../../src/citation/csl.ts";
import type { CitationStyle, StyleId } from "../../src/citation/styles.ts";
import type { TextFile } from "../../src/desk/answer.ts";
import type { SourceInfo } from "../../src/library/library.ts";

/** Numbers before the entries, for the styles that count them in the order of citation. */
const NUMBERED: { readonly [id in StyleId]?: (number: number) => string } = {
  vancouver: (number) => `${number}. `,
  gbt: (number) => `[${number}] `,
  "chicago-notes": (number) => `${number}. `,
};

/** File extensions of the styles that are data for other programs. */
const READ: { readonly [id in StyleId]?: string } = { bibtex: "bib", ris: "ris", csl: "json" };

/** Tells whether a style is data for other programs rather than text for readers. */
export const isDataStyle = ({ id }: CitationStyle): boolean => READ[id] !== undefined;

/** The longest list, in entries, that is shown without a file to download. */
const LONG = 10;

const letters = new Intl.Collator(["en", "zh"], {
  sensitivity: "base",
  ignorePunctuation: true,
  numeric: true,
});

/** Returns the text by which an entry is sorted: without leading punctuation and a leading English article. */
const filedUnder = (entry: string): string => entry.replace(/^[\p{P}\s]*(?:(?:the|an?)\s+)?/iu, "");

/**
 * Writes the entries of a list. Numbered styles and data styles keep the order of `sources`; all others are sorted
 * alphabetically.
 */
export function listEntries(sources: readonly SourceInfo[], style: CitationStyle): string[] {
  const entries = sources.map((source) => style.write(toCslItem(source)));
  const number = NUMBERED[style.id];
  if (number) return entries.map((entry, index) => number(index + 1) + entry);
  return isDataStyle(style) ? entries : entries.sort((a, b) => letters.compare(filedUnder(a), filedUnder(b)));
}

/** Writes all items as one array, since the CSL-JSON style writes an array for each. */
const asJson = (items: readonly CslItem[]): string => `${JSON.stringify(items, null, 2)}\n`;

/** Returns the list as a file when it is long or meant for other programs, otherwise undefined. */
export function listFile(
  sources: readonly SourceInfo[],
  style: CitationStyle,
  entries: readonly string[],
  title: string,
): TextFile | undefined {
  if (entries.length <= LONG && !isDataStyle(style)) return undefined;
  const text =
    style.id === "csl"
      ? asJson(sources.map((source) => toCslItem(source)))
      : `${entries.map((entry) => entry.replace(/\n+$/, "")).join("\n\n")}\n`;
  return { type: "file", name: `bibliography.${READ[style.id] ?? "txt"}`, title, text };
}
