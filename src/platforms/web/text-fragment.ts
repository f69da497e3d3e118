/** Builds links that make a browser scroll to a passage's text on another site (WICG, URL Fragment Text Directives). */

import { splitWordSegments } from "../../support/segments.ts";

/** Maximum length of a passage that is quoted whole, in UTF-16 units; of a longer one, only both ends are. */
const WHOLE = 120;

/** Maximum length of each end, in UTF-16 units. */
const END = 40;

/** Percent-encodes text, including “-”, “,” and “&”, which have a meaning in a text directive. */
const encoded = (text: string): string =>
  encodeURIComponent(text.toWellFormed())
    .replaceAll("-", "%2D")
    .replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

const plain = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Scripts that put no spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Returns the segments from the start of a list that fit into `END` units, up to the last word among them. */
function fitting(segments: readonly { readonly text: string; readonly isWord: boolean }[]): number {
  let [length, count] = [0, 0];
  for (const [index, { text, isWord }] of segments.entries()) {
    length += text.length;
    if (length > END) break;
    if (isWord) count = index + 1;
  }
  return count;
}

/** Returns the whole words at the start of a text, or a piece of `END` units when its first word is longer. */
function head(text: string): string {
  const cut = text.slice(0, END + 1);
  if (UNSPACED.test(cut)) {
    const segments = splitWordSegments(text.slice(0, WHOLE));
    const words = segments.slice(0, fitting(segments));
    if (words.length > 0) return words.map((segment) => segment.text).join("");
  }
  const words = cut.replace(/\s+\S*$/, "");
  return words === cut ? text.slice(0, END).replace(/[\ud800-\udbff]$/, "") : words;
}

function tail(text: string): string {
  const cut = text.slice(-END - 1);
  if (UNSPACED.test(cut)) {
    const segments = splitWordSegments(text.slice(-WHOLE)).reverse();
    const words = segments.slice(0, fitting(segments)).reverse();
    if (words.length > 0) return words.map((segment) => segment.text).join("");
  }
  const words = cut.replace(/^\S*\s+/, "");
  return words === cut ? text.slice(-END).replace(/^[\udc00-\udfff]/, "") : words;
}

/**
 * Returns the page's address with a text directive for the passage. A browser that does not find the text opens
 * the page at its top.
 */
export function textFragmentUrl(address: string, passage: string): string {
  const text = plain(passage);
  const short = text.length <= WHOLE && !/\n/.test(passage.trim());
  const directive = short ? encoded(text) : `${encoded(head(text))},${encoded(tail(text))}`;
  const [page = "", anchor = ""] = address.split("#", 2);
  return `${page}#${anchor}:~:text=${directive}`;
}
