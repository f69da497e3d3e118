/** Formats sources as a bibliography: sorted, numbered where the style needs it, and as a file. */
import { type CslItem, toCslItem } from "../../src/citation/csl.ts";
import type { CitationStyle } from "../../src/citation/style.ts";
import type { TextFile } from "../../src/desk/answer.ts";
import type { SourceInfo } from "../../src/library/library.ts";

/** Tells whether a style is data for other programs rather than text for readers. */
export const isDataStyle = ({ offered }: CitationStyle): boolean => offered === "data";

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
  const number = style.numbered;
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
  return { type: "file", name: `bibliography.${style.extension ?? "txt"}`, title, text };
}
