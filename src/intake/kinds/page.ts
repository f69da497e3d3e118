/** Reads web pages: the article, without what stands around it, and what the page says of itself. */
import { Readability } from "@mozilla/readability";
import { introducesAuthors, isPageControl } from "../../language/byline-grammar.ts";
import { cardNotes } from "../../language/en/card-notes.ts";
import { columnWidth } from "../../support/columns.ts";
import { parseByline } from "../author-names.ts";
import { blockText } from "../block-text.ts";
import { decodeBytes } from "../decode-bytes.ts";
import type { DocumentFacts, DocumentKind, RawDocument, ReadDocument } from "../document.ts";
import { type PageFacts, readPageFacts, withoutSiteName } from "../page-facts.ts";
import { flattenWrappers, type PageDocument, type PageElement, parsePage } from "../parse-page.ts";
import { refusal } from "../refusal.ts";
import { dateInText } from "../written-dates.ts";

const say = cardNotes.page;

/** Below so many characters, or below this share of the page's paragraphs, an article is nearly empty. */
const NEARLY_EMPTY = { characters: 250, share: 0.1 };

/** The share of an article's characters that are links, from which it is a list of links. */
const LIST_OF_LINKS = 0.6;

/** Which characters count: a page of line breaks has no text. */
/** Returns how much a text holds, in letters: a Chinese character says about as much as three of them. */
const lengthOf = (text: string): number =>
  text.replace(/\s+/g, "").length + 2 * (text.match(/\p{Script=Han}/gu)?.length ?? 0);

/** The parts of an article that lead elsewhere, where its maker marked them as such. */
const ELSEWHERE = [
  "aside",
  "nav",
  "[role=complementary]",
  "[role=navigation]",
  "form",
  "button",
  "dialog",
  "[hidden]",
].join(",");

const linkLength = (root: PageElement): number =>
  [...root.querySelectorAll("a")].reduce((sum, { textContent }) => sum + lengthOf(textContent ?? ""), 0);

/** What Readability takes for the article. */
interface Article {
  readonly text: string;
  /** How many of its characters are links. */
  readonly linked: number;
  readonly title: string | undefined;
  readonly byline: string | undefined;
}

/** Finds the article of a page. Changes the document. */
function extractArticle(document: PageDocument): Article | undefined {
  flattenWrappers(document);
  const read = new Readability<PageElement>(document as never, {
    charThreshold: 200,
    disableJSONLD: true,
    serializer: (node) => node as unknown as PageElement,
  }).parse();
  if (!read?.content) return undefined;
  for (const part of [...read.content.querySelectorAll(ELSEWHERE)]) part.remove();
  const blocks = blockText(read.content).split("\n\n");
  return {
    text: blocks.filter((block) => !isPageControl(block)).join("\n\n"),
    linked: linkLength(read.content),
    title: read.title?.trim() || undefined,
    byline: read.byline?.replace(/\s+/g, " ").trim() || undefined,
  };
}

/** Returns the blocks of a page that are not in its article, each once. */
function blocksLeftOut(whole: string, text: string): string[] {
  const taken = new Set(text.split(/\n+/));
  return [...new Set(whole.split(/\n+/))].filter((block) => block.trim() !== "" && !taken.has(block));
}

/** Puts the page's heading first, where the article begins without it. */
function withHeading(text: string, heading: string | undefined, title: string | undefined): string {
  const fold = (value: string) => value.replace(/\s+/g, " ").trim().toLowerCase();
  const isTitle = heading !== undefined && title !== undefined && fold(heading) === fold(title);
  return !isTitle || text === "" || fold(text.slice(0, 600)).includes(fold(heading))
    ? text
    : `${heading}\n\n${text}`;
}

/** The most blocks between a heading and the text that are looked at, and the most characters of one. */
const ABOVE = { blocks: 6, characters: 120 };

/** Returns the short blocks of the page just above the first paragraph of the article: byline, day, section. */
function blocksAbove(whole: string, text: string): string[] {
  const blocks = whole.split(/\n+/);
  const first = text.split(/\n+/).find((block) => columnWidth(block) >= ABOVE.characters / 2);
  const at = first === undefined ? -1 : blocks.indexOf(first);
  return blocks
    .slice(Math.max(0, at - ABOVE.blocks), Math.max(0, at))
    .filter(({ length }) => length <= ABOVE.characters);
}

const guessed = <Value>(value: Value, at: string) => ({ value, at, isGuess: true as const });

/** Adds to the facts what only the article and the lines above it tell, marked as guesses. */
function withGuesses(facts: DocumentFacts, article: Article | undefined, whole: string): DocumentFacts {
  const { title, byline, text = whole } = article ?? {};
  const above = [...blocksAbove(whole, text), ...(byline === undefined ? [] : [byline])];
  const [day] = above.flatMap((block) => dateInText(block) ?? []);
  const authors =
    byline === undefined
      ? above.filter(introducesAuthors).flatMap((block) => parseByline(block))
      : parseByline(byline);
  return {
    ...(title === undefined ? {} : { title: guessed(title, "readability") }),
    ...(authors.length > 0
      ? { authors: guessed(authors.slice(0, 12), byline ? "readability" : cardNotes.places.above) }
      : {}),
    ...(day === undefined ? {} : { issued: guessed(day, cardNotes.places.above) }),
    ...facts,
  };
}

/** Leaves out facts with letters that are damaged. */
const withoutDamage = (facts: DocumentFacts): DocumentFacts =>
  Object.fromEntries(Object.entries(facts).filter(([, found]) => !JSON.stringify(found).includes("\ufffd")));

/** Returns what a reader has to know of how the page stands to what it shows. */
const notesOf = ({ elsewhere, isPaid }: PageFacts, encoding: string | undefined): string[] => [
  ...(encoding === undefined ? [] : [encoding]),
  ...(elsewhere === undefined ? [] : [say.elsewhere(elsewhere)]),
  ...(isPaid ? [say.paid] : []),
];

/** Reads a page from its text. @throws {Refusal} when next to no text is found in all of it */
export function readPage(html: string, raw: RawDocument, encoding?: string): ReadDocument {
  const document = parsePage(html);
  const page = readPageFacts(document, html, raw.address);
  const whole = blockText(document.body);
  const paragraphs = [...document.querySelectorAll("p")].reduce(
    (sum, p) => sum + lengthOf(p.textContent ?? ""),
    0,
  );
  const headings = [...document.querySelectorAll("h1")].map((heading) =>
    blockText(heading).replaceAll("\n", " "),
  );
  const article = extractArticle(document);
  const facts = withoutDamage(withGuesses(page.facts, article, whole));
  const titled = facts.title && {
    ...facts,
    title: { ...facts.title, value: withoutSiteName(facts.title.value, page.facts.publisher?.value) },
  };
  const title = titled?.title.value;
  const heading = [...headings, ...blocksAbove(whole, article?.text ?? "")].find(
    (one) => one.toLowerCase() === title?.toLowerCase(),
  );
  const text = withHeading(article?.text ?? "", heading, title);
  const length = lengthOf(article?.text ?? "");
  const isList = article !== undefined && article.linked > length * LIST_OF_LINKS;
  const isEmpty = length < Math.max(NEARLY_EMPTY.characters, paragraphs * NEARLY_EMPTY.share) || isList;
  if (isEmpty && lengthOf(whole) < NEARLY_EMPTY.characters)
    throw refusal("page", "tooLittle", lengthOf(whole));
  if (text.includes("\ufffd")) throw refusal("encoding", "lost");
  return {
    kind: "page",
    text,
    facts: titled ?? facts,
    notes: notesOf(page, encoding),
    leftOut: blocksLeftOut(whole, text),
    ...(isEmpty && !whole.includes("\ufffd")
      ? { whole: { text: whole, articleLength: length, isList } }
      : {}),
  };
}

const LOOKS_LIKE_PAGE =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|title|meta|article|div|p)[\s>]/i;

/** Tells by its beginning whether a text is a page. */
const looksLikePage = (start: string): boolean => LOOKS_LIKE_PAGE.test(start);

export const pageKind: DocumentKind = {
  name: "page",
  contentTypes: ["text/html", "application/xhtml+xml"],
  reads: ({ name, contentType, start }) =>
    looksLikePage(start) || /\.x?html?$/i.test(name) || /html/.test(contentType ?? ""),
  read(raw) {
    const { text, note } = decodeBytes(raw.bytes, { charset: raw.charset, isPage: true });
    return readPage(text, raw, note);
  },
};
