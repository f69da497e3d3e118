/** Links the names of records in the desk's own words to their pages. */
import { recordPagePath } from "../../desk/page-links.ts";
import type { Library } from "../../library/library.ts";
import { distinctRecords, NAMED_KINDS, RECORD_KINDS, recordRef } from "../../shelf/kinds.ts";
import { type HtmlChild, html } from "./html.ts";
import { deskLanguage } from "./record-links.ts";
import type { RequestContext } from "./request-context.ts";

/** A part of a list: spaces, a name, and what is in brackets behind it. */
const PART = /^(\s*)(.*?)(\s*(?:\p{Ps}[^\p{Ps}\p{Pe}]*\p{Pe})?\s*)$/su;

/** Returns what stands between the names of a list in the reader's language, the longest first. */
const separatorsIn = (list: (names: readonly string[]) => string): readonly string[] =>
  [...new Set([2, 3].flatMap((size) => list(Array(size).fill("\n")).split("\n").slice(1, -1)))].sort(
    (a, b) => b.length - a.length,
  );

/** Divides a text at separators, and keeps these as parts of their own. */
function divide(text: string, separators: readonly string[]): string[] {
  const found = separators.find((one) => text.includes(one));
  if (found === undefined) return [text];
  return text
    .split(found)
    .flatMap((part, index) => [...(index > 0 ? [found] : []), ...divide(part, separators)]);
}

/** Returns the pages of those names in some texts that are the labels of records. */
async function pathsByName(texts: readonly string[], library: Library): Promise<ReadonlyMap<string, string>> {
  const named = distinctRecords((await library.mentions(texts, NAMED_KINDS)).flat());
  // Of records with the same label, the first on the shelf is the one that a name is read as.
  const inOrder = named.toSorted((a, b) => RECORD_KINDS.indexOf(a.kind) - RECORD_KINDS.indexOf(b.kind));
  return new Map(inOrder.toReversed().map((record) => [record.label, recordPagePath(recordRef(record))]));
}

/** Renders a text of the desk's: a link where it is a name, or links where it lists names. */
export type NameLinker = (text: string) => HtmlChild;

/** Creates the renderer of the names in some texts, for the library that a reader sees. */
export async function createNameLinker(
  texts: readonly string[],
  { library, href, messages }: RequestContext,
): Promise<NameLinker> {
  const separators = separatorsIn(messages.list);
  const parts = texts.flatMap((text) => [text, ...divide(text, separators)]);
  const paths = await pathsByName([...new Set(parts)], library);
  const linked = (text: string): HtmlChild => {
    const path = paths.get(text);
    return path === undefined
      ? text
      : html`<a href="${href(path)}"${deskLanguage(text, messages)}>${text}</a>`;
  };
  /** Links a part without the spaces around it and without what is in brackets behind it. */
  const linkedPart = (part: string): HtmlChild => {
    const [, before = "", name = "", after = ""] = PART.exec(part) ?? [];
    return paths.has(name) ? [before, linked(name), after] : part;
  };
  return (text) => (paths.has(text) ? linked(text) : divide(text, separators).map(linkedPart));
}
