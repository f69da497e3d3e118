/** Writes BibTeX: one @article entry in UTF-8, after O. Patashnik, “BibTeXing” (1988). */

import { type CslDate, type CslName, formatIsoDate } from "../shelf/csl.ts";
import type { CslItem } from "./csl.ts";
import type { CitationStyle } from "./style.ts";

/**
 * Commands for characters with a meaning in TeX. BibTeX requires balanced braces even after a backslash, so braces
 * in a text cannot be escaped by one.
 */
const SPELT: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "`": "\\textasciigrave{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "|": "\\textbar{}",
};

/** Escapes a text for TeX, and breaks up ligatures: two hyphens or two apostrophes would become one character. */
const escaped = (text: string): string =>
  text
    .replace(/\s+/gu, " ")
    .replace(/[\\{}~^`<>|]/g, (mark) => SPELT[mark] ?? mark)
    .replace(/[$%&#_]/g, "\\$&")
    .replace(/-(?=-)/g, "-{}")
    .replace(/'(?=')/g, "'{}");

/** Words with a capital, which styles must not change to lower case. */
const CAPITALS = /\S*\p{Lu}\S*(?:\s+\S*\p{Lu}\S*)*/gu;

function title(text: string): string {
  let end = 0;
  let written = "";
  for (const { 0: words, index } of text.matchAll(CAPITALS)) {
    written += `${escaped(text.slice(end, index))}{${escaped(words)}}`;
    end = index + words.length;
  }
  return written + escaped(text.slice(end));
}

/** A name of plain words, which needs no braces. */
const PLAIN = /^[\p{L}\p{M}.’]+(?:[ -][\p{L}\p{M}.’]+)*$/u;

/** Escapes a part of a person's name, in braces if it contains a separator. */
const part = (text: string): string =>
  PLAIN.test(text) && !/\band\b/i.test(text) ? escaped(text) : `{${escaped(text)}}`;

/** Writes a name; braces make an institution's name one unit. */
function author(name: CslName): string {
  if ("literal" in name) return `{${escaped(name.literal)}}`;
  return name.given === undefined ? `{${escaped(name.family)}}` : `${part(name.family)}, ${part(name.given)}`;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Writes the date fields. A month is the name of a macro and has no braces. */
function dated(date: CslDate | undefined): [string, string][] {
  if (!date) return [];
  const [year, month, day] = date["date-parts"][0];
  return [
    ["year", `{${year}}`],
    ...(month === undefined ? [] : [["month", MONTHS[month - 1] ?? `{${month}}`] satisfies [string, string]]),
    ...(day === undefined ? [] : [["day", `{${day}}`] satisfies [string, string]]),
  ];
}

/** Language names in biblatex. */
const LANGUAGES: Readonly<Record<string, string>> = { en: "english", zh: "chinese" };

/** Writes an entry. `note` is for readers, since most styles print it; no style prints `annote`. */
export function bibtex(item: CslItem): string {
  const { id, author: names, URL: url, accessed, note, annote } = item;
  const field = (name: string, text: string | undefined): [string, string][] =>
    text === undefined || text === "" ? [] : [[name, `{${escaped(text)}}`]];
  const fields: [string, string][] = [
    ...(names ? [["author", `{${names.map(author).join(" and ")}}`] satisfies [string, string]] : []),
    ["title", `{${title(item.title)}}`],
    ...field("journal", item["container-title"]),
    ...dated(item.issued),
    ...(url === undefined ? [] : [["url", `{${url}}`] satisfies [string, string]]),
    ...(accessed ? field("urldate", formatIsoDate(accessed)) : []),
    ...field("langid", LANGUAGES[item.language]),
    ...field("note", note),
    ...field("annote", annote),
  ];
  const lines = fields.map(([name, value]) => `  ${name} = ${value}`);
  return `@article{${id},\n${lines.join(",\n")}\n}`;
}

/** The style as it is listed. */
export const bibtexStyle: CitationStyle = {
  id: "bibtex",
  name: "BibTeX",
  aliases: ["bib", "biblatex", "latex"],
  offered: "data",
  extension: "bib",
  write: bibtex,
};
