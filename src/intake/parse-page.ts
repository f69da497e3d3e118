/** Parses a page into a document that can be walked, or refuses one that is too deep or too large to be. */
import { parseHTML } from "linkedom";
import { BLOCK_MARK, type DomNode } from "./block-text.ts";
import { refusal } from "./refusal.ts";

/** The parts of a DOM element that intake reads. */
export interface PageElement extends DomNode {
  readonly localName: string;
  readonly parentNode: PageElement | null;
  readonly firstChild: PageElement | null;
  readonly nextSibling: PageElement | null;
  readonly id: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  appendChild(node: PageElement): void;
  insertBefore(node: PageElement, before: PageElement | null): void;
  remove(): void;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/** The parts of a document that intake reads. */
export interface PageDocument extends Pick<PageElement, "querySelector" | "querySelectorAll"> {
  readonly documentElement: PageElement;
  readonly body: PageElement;
  createElement(name: string): PageElement;
}

/** The most that is walked: walking takes more than linear time in the depth. */
const MOST = { depth: 1_000, elements: 200_000 };

/** Refuses a page that is deeper or larger than what is walked. Walks without recursion itself. */
function measure(root: PageElement): void {
  let elements = 0;
  let depth = 0;
  let node: PageElement | null = root;
  while (node) {
    elements += 1;
    if (depth > MOST.depth) throw refusal("page", "tooDeep", MOST.depth);
    if (elements > MOST.elements) throw refusal("page", "tooLarge", MOST.elements);
    if (node.firstChild) {
      node = node.firstChild;
      depth += 1;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      depth -= 1;
    }
    node = node === root ? null : (node?.nextSibling ?? null);
  }
}

const IN_HEAD = new Set(["base", "link", "meta", "noscript", "script", "style", "template", "title"]);

/**
 * Makes the root hold a head and a body and nothing else: pages may leave out either, and the parser takes them as they
 * are. Nothing is lost on the way.
 */
function normalizeRoot(document: PageDocument): PageDocument {
  const root = document.documentElement;
  const nodes = [...root.childNodes] as PageElement[];
  const head = nodes.find(({ localName }) => localName === "head") ?? document.createElement("head");
  const body = nodes.find(({ localName }) => localName === "body") ?? document.createElement("body");
  const first = body.firstChild;
  let isAfterBody = false;
  const place = (node: PageElement): void => {
    if (IN_HEAD.has(node.localName ?? "")) head.appendChild(node);
    else body.insertBefore(node, isAfterBody ? null : first);
  };
  for (const node of nodes) {
    if (node === body) isAfterBody = true;
    else if (node === head)
      for (const inside of [...head.childNodes] as PageElement[]) {
        if (!IN_HEAD.has(inside.localName ?? "")) place(inside);
      }
    else place(node);
  }
  root.insertBefore(head, root.firstChild);
  root.insertBefore(body, head.nextSibling);
  return document;
}

/** A style attribute that makes an inline element a block. */
const BLOCK_STYLE = /(?:^|;)\s*display\s*:\s*(?:block|flex|grid|list-item|table)\b/i;

/** Marks the elements that are blocks by their style alone. */
function markBlocks(document: PageDocument): PageDocument {
  for (const element of document.querySelectorAll("[style]"))
    if (BLOCK_STYLE.test(element.getAttribute("style") ?? "")) element.setAttribute(BLOCK_MARK, "");
  return document;
}

const WRAPPERS = new Set(["div", "section"]);
const [ELEMENT_NODE, TEXT_NODE] = [1, 3];

/** Returns the one element in an element that holds nothing else. */
function onlyElement(node: PageElement): PageElement | undefined {
  let only: PageElement | undefined;
  for (const child of node.childNodes) {
    if (child.nodeType === TEXT_NODE && (child.textContent ?? "").trim() === "") continue;
    if (child.nodeType !== ELEMENT_NODE) {
      if (child.nodeType === TEXT_NODE) return undefined;
      continue;
    }
    if (only) return undefined;
    only = child as PageElement;
  }
  return only;
}

/** A name that tells what an element is for, such as “comment-list”; programs make up names such as “gn go”. */
const TELLING = /[a-z]{5}/i;

/**
 * Takes away elements that hold one other and nothing else, and that no name tells of. Parts of one article stand beside
 * each other then, however many elements each of them stands in.
 */
export function flattenWrappers(document: PageDocument): void {
  for (const node of [...document.querySelectorAll("div, section")]) {
    const inner = WRAPPERS.has(node.localName) ? onlyElement(node) : undefined;
    if (!inner || !WRAPPERS.has(inner.localName) || !node.parentNode) continue;
    if (["hidden", "style", "role"].some((name) => node.getAttribute(name) !== null)) continue;
    if (["class", "id"].some((name) => TELLING.test(node.getAttribute(name) ?? ""))) continue;
    node.parentNode.insertBefore(inner, node);
    node.remove();
  }
}

/** @throws {Refusal} when the page is too deep or too large */
export function parsePage(html: string): PageDocument {
  // Without a root, or after its end, the parser would lose what stands beside it.
  const open = html.replace(/<\/(?:html|body)\s*>/gi, "");
  const rooted = /<html[\s>]/i.test(open) ? open : `<html>${open.replace(/^\s*<!doctype[^>]*>/i, "")}`;
  const { document } = parseHTML(rooted) as unknown as { document: PageDocument };
  measure(document.documentElement);
  return markBlocks(normalizeRoot(document));
}
