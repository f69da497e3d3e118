/**
 * BibTeX: one @article, in UTF-8, by O. Patashnik's “BibTeXing” (1988). Braces must be balanced even where a
 * backslash stands before them, so those of a text are spelt out.
 */
import { type CslDate, type CslName, formatIsoDate } from "../shelf/csl.ts";
import type { CslItem } from "./csl.ts";

/** What TeX would take for more than a letter. */
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

/** Text that TeX sets letter for letter: two hyphens, or two quotation marks, would become one character. */
const escaped = (text: string): string =>
  text
    .replace(/\s+/gu, " ")
    .replace(/[\\{}~^`<>|]/g, (mark) => SPELT[mark] ?? mark)
    .replace(/[$%&#_]/g, "\\$&")
    .replace(/-(?=-)/g, "-{}")
    .replace(/'(?=')/g, "'{}");

/** Words that have a capital, and no style may take it away. */
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

/** Words of letters, as names are made of them. */
const PLAIN = /^[\p{L}\p{M}.’]+(?:[ -][\p{L}\p{M}.’]+)*$/u;

/** A part of a person's name; in braces where it holds what would part or end it. */
const part = (text: string): string =>
  PLAIN.test(text) && !/\band\b/i.test(text) ? escaped(text) : `{${escaped(text)}}`;

/** An institution's name is one word to BibTeX. */
function author(name: CslName): string {
  if ("literal" in name) return `{${escaped(name.literal)}}`;
  return name.given === undefined ? `{${escaped(name.family)}}` : `${part(name.family)}, ${part(name.given)}`;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** A month is a macro's name, and stands in no braces. */
function dated(date: CslDate | undefined): [string, string][] {
  if (!date) return [];
  const [year, month, day] = date["date-parts"][0];
  return [
    ["year", `{${year}}`],
    ...(month === undefined ? [] : [["month", MONTHS[month - 1] ?? `{${month}}`] satisfies [string, string]]),
    ...(day === undefined ? [] : [["day", `{${day}}`] satisfies [string, string]]),
  ];
}

/** What biblatex calls a language. */
const LANGUAGES: Readonly<Record<string, string>> = { en: "english", zh: "chinese" };

/** `note` is printed by most styles and says where the text was read; `annote` by none of them. */
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
