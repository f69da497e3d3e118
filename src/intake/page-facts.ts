/**
 * Reads what a page says of itself: JSON-LD first, then Highwire, Dublin Core, OpenGraph and plain meta elements, then
 * what stands on the page. Every value has the place where it was found.
 */
import { languageTag } from "../language/language-tags.ts";
import type { CslName } from "../shelf/csl-names.ts";
import { parseByline } from "./author-names.ts";
import type { DocumentFacts, Found } from "./document.ts";
import { linkedDataFacts } from "./linked-data-facts.ts";
import { siteOf } from "./normal-address.ts";
import type { PageDocument } from "./parse-page.ts";
import { parseMetadataDate } from "./written-dates.ts";

/** The names of meta elements for each fact, the most telling first. */
const META_NAMES = {
  title: ["citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title", "parsely-title"],
  author: [
    ...["citation_author", "citation_authors", "dc.creator", "dcterms.creator", "article:author"],
    ...["author", "parsely-author", "sailthru.author", "byl", "twitter:creator_name"],
  ],
  publisher: [
    ...["citation_journal_title", "citation_publisher", "dc.publisher", "dcterms.publisher", "og:site_name"],
    ...["publisher", "application-name"],
  ],
  issued: [
    ...["citation_publication_date", "citation_date", "citation_online_date", "dc.date.issued"],
    ...["dcterms.issued", "dc.date", "dcterms.date", "article:published_time", "og:article:published_time"],
    ...[
      "datepublished",
      "date",
      "pubdate",
      "publishdate",
      "publish-date",
      "parsely-pub-date",
      "sailthru.date",
    ],
  ],
  language: [
    "citation_language",
    "dc.language",
    "dcterms.language",
    "og:locale",
    "content-language",
    "language",
  ],
  address: ["og:url", "citation_public_url", "twitter:url"],
} as const;

type MetaValues = ReadonlyMap<string, readonly string[]>;

function readMeta(document: PageDocument): MetaValues {
  const values = new Map<string, string[]>();
  for (const meta of document.querySelectorAll("meta")) {
    const content = meta.getAttribute("content")?.replace(/\s+/g, " ").trim();
    const names = ["property", "name", "itemprop", "http-equiv"].flatMap(
      (attribute) => meta.getAttribute(attribute)?.toLowerCase().split(/\s+/) ?? [],
    );
    if (content) for (const name of names) values.set(name, [...(values.get(name) ?? []), content]);
  }
  return values;
}

/** Returns the first value that can be read, with the name of its meta element. */
function firstMeta<Value>(
  meta: MetaValues,
  names: readonly string[],
  read: (values: readonly string[]) => Value | undefined,
): Found<Value> | undefined {
  for (const at of names) {
    const value = read(meta.get(at) ?? []);
    if (value !== undefined) return { value, at };
  }
  return undefined;
}

/** Returns the language that a value names, as a tag; of several, the first. */
export const canonicalLanguage = (value: string | undefined): string | undefined =>
  languageTag((value ?? "").split(/[,;]/)[0] ?? "");

const textAt = (document: PageDocument, selector: string): string | undefined =>
  document.querySelector(selector)?.textContent?.replace(/\s+/g, " ").trim() || undefined;

function namesIn(values: readonly string[]): CslName[] | undefined {
  const names = values.flatMap(parseByline);
  return names.length > 0 ? names : undefined;
}

/** Removes the name of the site from a title, where the page's `<title>` has it at its end or beginning. */
export function withoutSiteName(title: string, publisher: string | undefined): string {
  const parts = title.split(/\s+[|\u2013\u2014\u00b7\u00bb-]\s+|\s*_\s*/);
  if (publisher === undefined || parts.length < 2) return title;
  const isSite = (part: string) => part.toLowerCase() === publisher.toLowerCase();
  if (isSite(parts.at(-1)!))
    return title
      .slice(0, title.lastIndexOf(parts.at(-1)!))
      .replace(/\s*[|\u2013\u2014\u00b7\u00bb_-]\s*$/, "");
  return isSite(parts[0]!)
    ? title.slice(parts[0]!.length).replace(/^\s*[|\u2013\u2014\u00b7\u00bb_-]\s*/, "")
    : title;
}

/** Elements that show the day of publication. Those of comments and of lists of other articles come later on a page. */
const DATE_ELEMENTS = [
  '[itemprop~="datePublished"]',
  "article time[datetime]",
  "header time[datetime]",
  "time[datetime]",
];

function shownDate(document: PageDocument): DocumentFacts["issued"] | undefined {
  for (const selector of DATE_ELEMENTS) {
    const element = document.querySelector(selector);
    const written =
      element?.getAttribute("datetime") ?? element?.getAttribute("content") ?? element?.textContent ?? "";
    const value = parseMetadataDate(written);
    if (value?.["date-parts"][0][2] !== undefined) return { value, at: selector };
  }
  return undefined;
}

const BYLINE_ELEMENTS = [
  '[rel~="author"]',
  '[itemprop~="author"] [itemprop~="name"]',
  '[itemprop~="author"]',
];

function shownAuthors(document: PageDocument): DocumentFacts["authors"] | undefined {
  for (const selector of BYLINE_ELEMENTS) {
    const texts = [...document.querySelectorAll(selector)]
      .slice(0, 12)
      .map(({ textContent }) => textContent ?? "");
    const value = namesIn([...new Set(texts.map((text) => text.replace(/\s+/g, " ").trim()))]);
    if (value) return { value, at: selector };
  }
  return undefined;
}

const isWebAddress = (address: string | null | undefined): address is string =>
  typeof address === "string" && /^https?:\/\//i.test(address) && URL.canParse(address);

/** Browsers write the address of a saved page into a comment. */
const SAVED_FROM = /<!-- saved from url=\(\d+\)(https?:\/\/\S+) -->/;

/** What a page says of itself. */
export interface PageFacts {
  readonly facts: DocumentFacts;
  /** The page's canonical address, where it is on another site than the page. */
  readonly elsewhere?: string;
  /** Whether the page says that it shows only a part to who does not pay. */
  readonly isPaid: boolean;
}

/** Reads the facts of a page. `fetched` is the address at which it was found. */
export function readPageFacts(document: PageDocument, html: string, fetched: string | undefined): PageFacts {
  const meta = readMeta(document);
  const linked = linkedDataFacts(document) as DocumentFacts & { isPaid?: Found<boolean> };
  const canonical = document.querySelector('link[rel~="canonical"]')?.getAttribute("href");
  const saved = SAVED_FROM.exec(html.slice(0, 2_000))?.[1];
  const ownAddress: Found<string> | undefined = isWebAddress(fetched)
    ? { value: fetched, at: "the address that was given" }
    : isWebAddress(saved)
      ? { value: saved, at: "the comment of the browser that saved it" }
      : undefined;
  const said =
    (isWebAddress(canonical) ? { value: canonical, at: "link rel=canonical" } : undefined) ??
    linked.address ??
    firstMeta(meta, META_NAMES.address, (values) => values.find(isWebAddress));
  const isElsewhere = ownAddress && said && siteOf(ownAddress.value) !== siteOf(said.value);
  const address = isElsewhere ? ownAddress : (said ?? ownAddress);
  const publisher =
    linked.publisher ??
    firstMeta(meta, META_NAMES.publisher, ([first]) => first) ??
    (address && { value: siteOf(address.value), at: "the host of its address", isGuess: true });
  const language =
    linked.language ??
    firstMeta(meta, META_NAMES.language, ([first]) => canonicalLanguage(first)) ??
    undefined;
  const htmlLanguage = canonicalLanguage(document.documentElement.getAttribute("lang") ?? undefined);
  const title =
    linked.title ??
    firstMeta(meta, META_NAMES.title, ([first]) => first) ??
    titleOnPage(document, publisher?.value);
  const isJournal = meta.has("citation_journal_title");
  const facts = {
    title,
    authors: linked.authors ?? firstMeta(meta, META_NAMES.author, namesIn) ?? shownAuthors(document),
    publisher,
    issued:
      linked.issued ??
      firstMeta(meta, META_NAMES.issued, ([first]) => (first ? parseMetadataDate(first) : undefined)) ??
      shownDate(document),
    language: language ?? (htmlLanguage === undefined ? undefined : { value: htmlLanguage, at: "html lang" }),
    address,
    type: linked.type ?? (isJournal ? { value: "article-journal", at: "citation_journal_title" } : undefined),
  };
  return {
    facts: Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)),
    ...(isElsewhere ? { elsewhere: said.value } : {}),
    isPaid: linked.isPaid !== undefined,
  };
}

function titleOnPage(
  document: PageDocument,
  publisher: string | undefined,
): DocumentFacts["title"] | undefined {
  const headings = [...document.querySelectorAll("h1")];
  const heading = textAt(document, "h1");
  const title = textAt(document, "title");
  if (heading !== undefined && headings.length === 1 && heading !== publisher)
    return { value: heading, at: "h1" };
  if (title === undefined) return undefined;
  return { value: withoutSiteName(title, publisher), at: "title" };
}
