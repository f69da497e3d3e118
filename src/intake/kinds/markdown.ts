/** Reads Markdown: what its reader sees, without its marks, and the facts of its front matter. */
import { marked } from "marked";
import { cardNotes } from "../../language/en/card-notes.ts";
import { parseByline } from "../author-names.ts";
import { blockText } from "../block-text.ts";
import { decodeBytes } from "../decode-bytes.ts";
import type { DocumentFacts, DocumentKind, Found } from "../document.ts";
import { parsePage } from "../parse-page.ts";
import { parseMetadataDate } from "../written-dates.ts";
import { factsInHead } from "./plain.ts";

const FRONT_MATTER = /^---\n([\s\S]*?)\n(?:---|\.\.\.)\n+/;

/** Reads the lines `name: value` of front matter; a list may stand in brackets or on lines of its own. */
function readFrontMatter(yaml: string): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  let last: string[] | undefined;
  const unquote = (value: string) => value.trim().replace(/^(["'])(.*)\1$/, "$2");
  for (const line of yaml.split("\n")) {
    const [, item] = /^\s*-\s+(.+)$/.exec(line) ?? [];
    const [, name, value = ""] = /^([A-Za-z][\w-]*)\s*:\s*(.*)$/.exec(line) ?? [];
    if (item !== undefined) last?.push(unquote(item.replace(/^name\s*:\s*/, "")));
    if (name === undefined) continue;
    const list = /^\[(.*)\]$/.exec(value.trim())?.[1];
    last = (list === undefined ? [value] : list.split(",")).map(unquote).filter((one) => one !== "");
    values.set(name.toLowerCase(), last);
  }
  return values;
}

function factsOf(values: ReadonlyMap<string, readonly string[]>): DocumentFacts {
  const find = <Value>(
    names: readonly string[],
    read: (values: readonly string[]) => Value | undefined,
  ): Found<Value> | undefined => {
    for (const name of names) {
      const value = read(values.get(name) ?? []);
      if (value !== undefined) return { value, at: cardNotes.places.frontMatter(name) };
    }
    return undefined;
  };
  const authors = (names: readonly string[]) => {
    const all = names.flatMap(parseByline);
    return all.length > 0 ? all : undefined;
  };
  const facts = {
    title: find(["title"], ([title]) => title),
    authors: find(["authors", "author", "byline"], authors),
    publisher: find(["publisher", "site", "source", "publication"], ([name]) => name),
    issued: find(["date", "published", "issued", "date-published"], ([date]) =>
      date ? parseMetadataDate(date) : undefined,
    ),
    language: find(["lang", "language"], ([tag]) => tag),
    address: find(["url", "canonical", "link", "permalink"], (urls) =>
      urls.find((url) => /^https?:\/\//.test(url)),
    ),
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

export const markdownKind: DocumentKind = {
  name: "markdown",
  contentTypes: ["text/markdown", "text/x-markdown"],
  reads: ({ name, contentType }) => /\.(?:md|markdown)$/i.test(name) || /markdown/.test(contentType ?? ""),
  read({ bytes, charset }) {
    const { text: source, note } = decodeBytes(bytes, { charset });
    const [front = "", yaml = ""] = FRONT_MATTER.exec(source) ?? [];
    const page = parsePage(marked.parse(source.slice(front.length), { async: false }));
    const text = blockText(page.body);
    return {
      kind: "markdown",
      text,
      facts: { ...factsInHead(text), ...factsOf(readFrontMatter(yaml)) },
      notes: note === undefined ? [] : [note],
      leftOut: [],
    };
  },
};
