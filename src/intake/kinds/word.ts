/** Reads Word files (.docx): the text with its notes at the end, without what tracked changes have deleted. */
import mammoth from "mammoth";
import { cardNotes } from "../../language/en/card-notes.ts";
import { parseByline } from "../author-names.ts";
import { blockText } from "../block-text.ts";
import type { DocumentFacts, DocumentKind, Found } from "../document.ts";
import { type PageDocument, parsePage } from "../parse-page.ts";
import { refusal } from "../refusal.ts";
import { readZipDirectory, readZipEntry, type ZipEntry } from "../zip-directory.ts";
import { factsInHead } from "./plain.ts";

const say = cardNotes.word;

/** The most that the parts of a file may unpack to: text and styles, which are parsed, and all with pictures. */
const MOST_BYTES = { xml: 12_000_000, all: 200_000_000 };
const MOST_ENTRIES = 5_000;

const MAIN = "word/document.xml";

/** Refuses a file that would unpack to more than can be read, by its directory, and by unpacking what is parsed. */
function checkSizes(bytes: Uint8Array, entries: readonly ZipEntry[]): void {
  const total = (chosen: readonly ZipEntry[]) => chosen.reduce((sum, { size }) => sum + size, 0);
  const parsed = entries.filter(({ name }) => /\.(?:xml|rels)$/i.test(name));
  if (entries.length > MOST_ENTRIES || total(parsed) > MOST_BYTES.xml || total(entries) > MOST_BYTES.all)
    throw refusal("word", "tooLarge", MOST_BYTES.xml / 1_000_000);
  for (const entry of parsed) if (!readZipEntry(bytes, entry)) throw refusal("word", "damaged");
}

/** Reads the properties of the file, of which programs fill most by themselves. */
function readProperties(bytes: Uint8Array, entries: readonly ZipEntry[]): DocumentFacts {
  const entry = entries.find(({ name }) => name === "docProps/core.xml");
  const xml = (entry && readZipEntry(bytes, entry)?.toString("utf8")) ?? "";
  const value = (name: string): string | undefined => {
    const written = new RegExp(`<${name}[^>]*>([^<]*)</${name}>`).exec(xml)?.[1];
    return written === undefined ? undefined : blockText(parsePage(`<p>${written}</p>`).body) || undefined;
  };
  const found = <Value>(content: Value, name: string): Found<Value> => ({
    value: content,
    at: name,
    isGuess: true,
  });
  const [title, creator, language] = ["dc:title", "dc:creator", "dc:language"].map(value);
  const authors = creator === undefined ? [] : parseByline(creator);
  return {
    ...(title === undefined ? {} : { title: found(title, "dc:title") }),
    ...(authors.length > 0 ? { authors: found(authors, "dc:creator") } : {}),
    ...(language === undefined ? {} : { language: found(language, "dc:language") }),
  };
}

/** Numbers the notes at the end as their references in the text are, and takes away the links back. */
function numberNotes(page: PageDocument): void {
  for (const link of [...page.querySelectorAll('a[href^="#footnote-ref"], a[href^="#endnote-ref"]')])
    link.remove();
  const notes = [...page.querySelectorAll('li[id^="footnote-"], li[id^="endnote-"]')];
  notes.forEach((note, index) => {
    const label = page.createElement("span");
    (label as { textContent: string }).textContent = `[${index + 1}] `;
    const first = note.querySelector("p") ?? note;
    first.insertBefore(label, first.firstChild);
  });
}

export const wordKind: DocumentKind = {
  name: "word",
  contentTypes: ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  isBinary: true,
  reads: ({ bytes }) => readZipDirectory(bytes)?.some(({ name }) => name === MAIN) === true,
  async read({ bytes }) {
    const entries = readZipDirectory(bytes) ?? [];
    checkSizes(bytes, entries);
    const { value: html } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"],
        convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
      },
    );
    const page = parsePage(html);
    numberNotes(page);
    const text = blockText(page.body);
    const heading = page.querySelector("h1")?.textContent?.replace(/\s+/g, " ").trim();
    const inHead = factsInHead(text);
    return {
      kind: "word",
      text,
      facts: {
        ...inHead,
        ...readProperties(bytes, entries),
        ...(inHead.authors ? { authors: inHead.authors } : {}),
        ...(heading ? { title: { value: heading, at: say.heading } } : {}),
      },
      notes: [],
      leftOut: [],
    };
  },
};
