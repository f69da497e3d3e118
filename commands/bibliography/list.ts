/** Sources as a list in one style: in its order, with its numbers, and as a file. */
import { type CslItem, toCslItem } from "../../src/citation/csl.ts";
import type { CitationStyle, StyleId } from "../../src/citation/styles.ts";
import type { TextFile } from "../../src/desk/answer.ts";
import type { SourceInfo } from "../../src/library/library.ts";

/** How the entries of a style stand in a list. By their letters, unless a style counts or another program sorts. */
const NUMBERED: { readonly [id in StyleId]?: (number: number) => string } = {
  vancouver: (number) => `${number}. `,
  gbt: (number) => `[${number}] `,
  "chicago-notes": (number) => `${number}. `,
};

/** Styles that another program reads, by the ending that it expects of a file. */
const READ: { readonly [id in StyleId]?: string } = { bibtex: "bib", ris: "ris", csl: "json" };

export const isDataStyle = ({ id }: CitationStyle): boolean => READ[id] !== undefined;

/** More entries than a person copies out of a message one by one. */
const LONG = 10;

const letters = new Intl.Collator(["en", "zh"], {
  sensitivity: "base",
  ignorePunctuation: true,
  numeric: true,
});

/** What an entry is filed under: an article before a title does not count. */
const filedUnder = (entry: string): string => entry.replace(/^[\p{P}\s]*(?:(?:the|an?)\s+)?/iu, "");

/** The entries, in the order of the sources where another program reads them; the first cited first where a style counts them, by their letters where it does not. */
export function listEntries(sources: readonly SourceInfo[], style: CitationStyle): string[] {
  const entries = sources.map((source) => style.write(toCslItem(source)));
  const number = NUMBERED[style.id];
  if (number) return entries.map((entry, index) => number(index + 1) + entry);
  return isDataStyle(style) ? entries : entries.sort((a, b) => letters.compare(filedUnder(a), filedUnder(b)));
}

/** One list of several: each item is written as a list of one. */
const asJson = (items: readonly CslItem[]): string => `${JSON.stringify(items, null, 2)}\n`;

/** The whole list as a file, where it is long or another program reads it. */
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
