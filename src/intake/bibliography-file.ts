/** Reads what reference managers export, CSL-JSON and RIS, to fill in the cards of the texts that they name. */
import { existsSync } from "node:fs";
import { CSL_TYPES } from "../shelf/csl.ts";
import { CslDateSchema } from "../shelf/csl-dates.ts";
import { type CslName, CslNameSchema } from "../shelf/csl-names.ts";
import { foldTitle } from "../shelf/fold.ts";
import { parseName } from "./author-names.ts";
import { decodeBytes } from "./decode-bytes.ts";
import type { DocumentFacts } from "./document.ts";
import { isAddress, readInputFile } from "./expand-inputs.ts";
import { normalAddress } from "./normal-address.ts";
import { parseMetadataDate } from "./written-dates.ts";

/** One work, with the members of CSL-JSON; what they hold is checked when it is used. */
type Item = Readonly<Record<string, unknown>>;

/** Finds the facts of the works in files of reference managers. */
export interface Bibliography {
  /** Returns the facts of the work that has the address or the title of these facts, before the facts themselves. */
  complete(facts: DocumentFacts): DocumentFacts;
}

/** Members of an item that a card takes as they are. */
const MORE = [
  ...["editor", "translator", "publisher", "publisher-place", "volume", "issue", "page", "number", "section"],
  ...["genre", "DOI", "ISSN"],
];

const isItem = (value: unknown): value is Item =>
  typeof value === "object" && value !== null && !Array.isArray(value) && "title" in value && "type" in value;

/** Reads CSL-JSON, or returns undefined for any other JSON. */
function readCslJson(text: string): readonly Item[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const items = Array.isArray(value) ? value : [value];
    return items.length > 0 && items.every(isItem) ? items : undefined;
  } catch {
    return undefined;
  }
}

/** Types of CSL-JSON by those of RIS. */
const RIS_TYPES: Readonly<Record<string, string>> = {
  NEWS: "article-newspaper",
  MGZN: "article-magazine",
  JOUR: "article-journal",
  BLOG: "post-weblog",
  ELEC: "webpage",
  WEB: "webpage",
  RPRT: "report",
  VIDEO: "broadcast",
};

/** Members of CSL-JSON by the tags of RIS, the first tag of a member that is there counts. */
const RIS_TAGS: readonly (readonly [string, readonly string[]])[] = [
  ["title", ["TI", "T1", "CT"]],
  ["container-title", ["T2", "JO", "JF", "JA", "BT"]],
  ["publisher", ["PB"]],
  ["publisher-place", ["CY", "PP"]],
  ["volume", ["VL"]],
  ["issue", ["IS"]],
  ["DOI", ["DO"]],
  ["ISSN", ["SN"]],
  ["URL", ["UR", "L2"]],
  ["language", ["LA"]],
];

/** Reads RIS: a line for each value, a record to each line ER. Returns undefined for a text that is none. */
function readRis(text: string): readonly Item[] | undefined {
  if (!/^\s*TY {2}- /.test(text)) return undefined;
  return text.split(/^ER {2}-.*$/m).flatMap((record): Item[] => {
    const values = new Map<string, string[]>();
    for (const [, tag = "", value = ""] of record.matchAll(/^([A-Z][A-Z0-9]) {2}- ?(.*)$/gm))
      if (value.trim() !== "") values.set(tag, [...(values.get(tag) ?? []), value.trim()]);
    const first = (...tags: readonly string[]) => tags.flatMap((tag) => values.get(tag) ?? [])[0];
    const members = RIS_TAGS.flatMap(([member, tags]) => {
      const value = first(...tags);
      return value === undefined ? [] : [[member, value] as const];
    });
    const pages = [first("SP"), first("EP")].filter((page) => page !== undefined).join("-");
    const date = first("DA", "PY", "Y1")?.replace(/\/+$/, "").replaceAll("/", "-");
    const names = ["AU", "A1"].flatMap((tag) => values.get(tag) ?? []).map(risName);
    return members.length === 0
      ? []
      : [
          {
            ...Object.fromEntries(members),
            type: RIS_TYPES[first("TY") ?? ""] ?? "webpage",
            ...(names.length > 0 ? { author: names } : {}),
            ...(pages === "" ? {} : { page: pages }),
            ...(date === undefined ? {} : { issued: parseMetadataDate(date) }),
          },
        ];
  });
}

/** Reads a name as RIS has it: the family name first, then a comma. */
function risName(name: string): CslName {
  const [family = "", given] = name.split(/,\s*/);
  return given === undefined ? parseName(name) : { family, given };
}

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;

/** Returns the facts of an item. What it holds in no form that a card takes is left out. */
function factsOf(item: Item, at: string): DocumentFacts {
  const authors = [item.author ?? []].flat().flatMap((name) => {
    const read = CslNameSchema.safeParse(name);
    return read.success ? [read.data] : [];
  });
  const issued = CslDateSchema.safeParse(item.issued);
  const type = text(item.type);
  const more = Object.fromEntries(
    MORE.flatMap((member) => (item[member] === undefined ? [] : [[member, item[member]]])),
  );
  const values = {
    title: text(item.title),
    authors: authors.length > 0 ? authors : undefined,
    publisher: text(item["container-title"]) ?? text(item.publisher),
    issued: issued.success ? issued.data : undefined,
    language: text(item.language),
    address: text(item.URL),
    type: CSL_TYPES.some((known) => known === type) ? type : undefined,
    more: Object.keys(more).length > 0 ? more : undefined,
  };
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, { value, at }]])),
  );
}

/** Reads a file of a reference manager; returns undefined for any other file. */
function readBibliographyFile(name: string, bytes: Uint8Array): readonly DocumentFacts[] | undefined {
  const { text: content } = decodeBytes(bytes);
  const items = /\.json$/i.test(name) ? readCslJson(content) : readRis(content);
  return items?.map((item) => factsOf(item, name));
}

/** Makes one bibliography of the works of all files. */
export function createBibliography(works: readonly DocumentFacts[]): Bibliography {
  const [byAddress, byTitle] = [new Map<string, DocumentFacts>(), new Map<string, DocumentFacts>()];
  for (const work of works) {
    const address = work.address && normalAddress(work.address.value);
    if (address !== undefined) byAddress.set(address, work);
    if (work.title) byTitle.set(foldTitle(work.title.value), work);
  }
  return {
    complete(facts) {
      const address = facts.address && normalAddress(facts.address.value);
      const work =
        (address === undefined ? undefined : byAddress.get(address)) ??
        (facts.title ? byTitle.get(foldTitle(facts.title.value)) : undefined);
      return { ...facts, ...work };
    },
  };
}

/** Takes the files of reference managers out of what is to be added, and reads them. */
export function takeOutWorks(paths: readonly string[]): {
  readonly inputs: readonly string[];
  readonly works: readonly DocumentFacts[];
} {
  const works: DocumentFacts[] = [];
  const inputs = paths.filter((path) => {
    if (isAddress(path) || !/\.(?:json|ris)$/i.test(path) || !existsSync(path)) return true;
    const { name, bytes } = readInputFile(path);
    const read = readBibliographyFile(name, bytes);
    works.push(...(read ?? []));
    return read === undefined;
  });
  return { inputs, works };
}
