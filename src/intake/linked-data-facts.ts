/** Reads what a page's JSON-LD says of its article, in schema.org's terms. */
import type { CslName } from "../shelf/csl-names.ts";
import { defined } from "../support/defined.ts";
import { decodeEntities } from "../support/entities.ts";
import { parseByline, parseName } from "./author-names.ts";
import type { DocumentFacts, Found } from "./document.ts";
import type { PageDocument } from "./parse-page.ts";
import { parseMetadataDate } from "./written-dates.ts";

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Types of CSL-JSON by those of schema.org. */
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/NewsArticle$/, "article-newspaper"],
  [/^(?:Scholarly|MedicalScholarly)Article$/, "article-journal"],
  [/^(?:BlogPosting|LiveBlogPosting)$/, "post-weblog"],
  [/^Report$/, "report"],
  [
    /^(?:Article|TechArticle|SocialMediaPosting|WebPage|AdvertiserContentArticle|SatiricalArticle)$/,
    "webpage",
  ],
];

/** The most nodes that are looked at, since a page may hold any amount of them. */
const MOST_NODES = 2_000;

/** Returns all nodes of the page's JSON-LD, those of an article first. */
function nodesIn(document: PageDocument): Node[] {
  const waiting: unknown[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      // Line ends inside strings are no JSON, and are found on pages all the same.
      waiting.push(JSON.parse((script.textContent ?? "").replace(/[\n\r\t]+/g, " ")));
    } catch {
      // Damaged JSON-LD says nothing; the page's other metadata still count.
    }
  }
  const nodes: Node[] = [];
  for (let at = 0; at < waiting.length && nodes.length < MOST_NODES; at++) {
    const value = waiting[at];
    if (Array.isArray(value)) waiting.push(...value.slice(0, MOST_NODES));
    else if (isNode(value)) {
      nodes.push(value);
      waiting.push(value["@graph"], value.mainEntity, value.mainEntityOfPage);
    }
  }
  return nodes;
}

const typesOf = (node: Node): string[] =>
  [node["@type"]].flat().filter((type): type is string => typeof type === "string");

function cslType(node: Node): string | undefined {
  const types = typesOf(node);
  return TYPES.find(([pattern]) => types.some((type) => pattern.test(type)))?.[1];
}

/** Returns the text of a value, which may be a string, a node with a name, or a list of either. */
function textOf(value: unknown): string | undefined {
  const [first] = [value].flat();
  const text = isNode(first) ? (first.name ?? first["@value"]) : first;
  if (typeof text !== "string") return undefined;
  const plain = decodeEntities(text).replaceAll("&amp;", "&").replace(/\s+/g, " ").trim();
  return plain === "" ? undefined : plain;
}

function namesOf(value: unknown): CslName[] {
  return [value].flat(2).flatMap((author): CslName[] => {
    if (typeof author === "string") return parseByline(decodeEntities(author));
    if (!isNode(author)) return [];
    const [family, given] = [textOf(author.familyName), textOf(author.givenName)];
    if (family !== undefined) return [{ family, ...defined({ given }) }];
    const name = textOf(author.name);
    if (name === undefined) return [];
    if (/Organization$/.test(typesOf(author)[0] ?? "")) return [parseName(name, false)];
    return parseByline(name);
  });
}

const found = <Value>(value: Value | undefined, member: string): Found<Value> | undefined =>
  value === undefined ? undefined : { value, at: `JSON-LD ${member}` };

/** Returns what is said of the article; nothing when the page has no JSON-LD of one. */
export function linkedDataFacts(document: PageDocument): Partial<Record<keyof DocumentFacts, Found<never>>> {
  const nodes = nodesIn(document);
  const article =
    nodes.find((node) => cslType(node) !== undefined && node.headline !== undefined) ??
    nodes.find((node) => cslType(node) !== undefined && cslType(node) !== "webpage");
  if (!article) return {};
  const authors = namesOf(article.author ?? article.creator);
  const date = textOf(article.datePublished);
  const address =
    textOf(article.url) ??
    textOf(isNode(article.mainEntityOfPage) ? article.mainEntityOfPage["@id"] : article.mainEntityOfPage);
  const isFree = article.isAccessibleForFree;
  const facts = {
    title: found(textOf(article.headline) ?? textOf(article.name), "headline"),
    authors: found(authors.length > 0 ? authors : undefined, "author"),
    publisher: found(textOf(article.publisher), "publisher"),
    issued: found(date === undefined ? undefined : parseMetadataDate(date), "datePublished"),
    language: found(textOf(article.inLanguage), "inLanguage"),
    address: found(address !== undefined && /^https?:/i.test(address) ? address : undefined, "url"),
    type: found(cslType(article), "@type"),
    isPaid: found(isFree === false || isFree === "False" || isFree === "false" ? true : undefined, ""),
  };
  return facts as never;
}
