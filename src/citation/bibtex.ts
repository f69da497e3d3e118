/** Writes BibTeX: one entry in UTF-8, after O. Patashnik, “BibTeXing” (1988). */

import { bibtexLanguage } from "../language/language-tags.ts";
import { type CslDate, formatIsoDate } from "../shelf/csl-dates.ts";
import { type CslName, particlesOf } from "../shelf/csl-names.ts";
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

/** A name of plain words, which needs no braces. A word that ends with an apostrophe is read as a particle. */
const PLAIN = /^[\p{L}\p{M}.’]+(?:(?<!’)[ -][\p{L}\p{M}.’]+)*$/u;

/** Escapes a part of a person's name, in braces if it contains a separator. */
const part = (text: string): string =>
  PLAIN.test(text) && !/\band\b/i.test(text) ? escaped(text) : `{${escaped(text)}}`;

/**
 * Writes a name as “particles family, suffix, given”; braces make an institution's name, and a name of one part, one unit.
 */
function author(name: CslName): string {
  if ("literal" in name) return `{${escaped(name.literal)}}`;
  const { family, given, suffix } = name;
  const particles = particlesOf(name);
  if (given === undefined && particles === undefined && suffix === undefined) return `{${escaped(family)}}`;
  // BibTeX would split “al-Khatib” at its hyphen, so a particle without a space is one unit with the family name.
  const whole =
    particles === undefined
      ? part(family)
      : /[’'-]$/.test(particles)
        ? `{${escaped(particles + family)}}`
        : `${escaped(particles)} ${part(family)}`;
  return [
    whole,
    ...(suffix === undefined ? [] : [part(suffix)]),
    ...(given === undefined ? [] : [part(given)]),
  ].join(", ");
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

/** A type of entry, and the fields that hold what contains a work, its number and what it calls itself. */
interface EntryType {
  readonly name: string;
  readonly container: string;
  readonly publisher: string;
  readonly genre?: string;
}

const ARTICLE: EntryType = { name: "article", container: "journal", publisher: "publisher" };
/** BibTeX has no type for what is on the web or on the air. */
const OTHER: EntryType = { name: "misc", container: "howpublished", publisher: "publisher", genre: "type" };
const REPORT: EntryType = {
  name: "techreport",
  container: "series",
  publisher: "institution",
  genre: "type",
};

const ENTRY_TYPES: Readonly<Record<CslItem["type"], EntryType>> = {
  "article-newspaper": ARTICLE,
  "article-magazine": ARTICLE,
  "article-journal": ARTICLE,
  "post-weblog": OTHER,
  webpage: OTHER,
  report: REPORT,
  broadcast: OTHER,
};

/** Writes an entry. `note` is for readers, since most styles print it; no style prints `annote`. */
export function bibtex(item: CslItem): string {
  const {
    id,
    type,
    author: names,
    editor,
    translator,
    issue,
    number,
    URL: url,
    accessed,
    note,
    annote,
  } = item;
  const entry = ENTRY_TYPES[type];
  const field = (name: string, text: string | undefined): [string, string][] =>
    text === undefined || text === "" ? [] : [[name, `{${escaped(text)}}`]];
  const people = (name: string, all: readonly CslName[] | undefined): [string, string][] =>
    all ? [[name, `{${all.map(author).join(" and ")}}`]] : [];
  const fields: [string, string][] = [
    ...people("author", names),
    ...people("editor", editor),
    ...people("translator", translator),
    ["title", `{${title(item.title)}}`],
    ...field(entry.container, item["container-title"]),
    ...field(entry.publisher, item.publisher),
    ...field("address", item["publisher-place"]),
    ...field("volume", item.volume),
    ...field("number", issue ?? number),
    ...(item.page === undefined
      ? []
      : [
          ["pages", `{${escaped(item.page).replace(/(?<=\d)\s*[-–](?=\d)/g, "--")}}`] satisfies [
            string,
            string,
          ],
        ]),
    ...(entry.genre === undefined ? [] : field(entry.genre, item.genre)),
    ...dated(item.issued),
    ...field("doi", item.DOI),
    ...field("issn", item.ISSN),
    ...(url === undefined ? [] : [["url", `{${url}}`] satisfies [string, string]]),
    ...(accessed ? field("urldate", formatIsoDate(accessed)) : []),
    ...field("langid", item.language === undefined ? undefined : bibtexLanguage(item.language)),
    ...field("note", note),
    ...field("annote", annote),
  ];
  const lines = fields.map(([name, value]) => `  ${name} = ${value}`);
  return `@${entry.name}{${id},\n${lines.join(",\n")}\n}`;
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
