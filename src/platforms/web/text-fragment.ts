/** Links that let a browser find a passage on a publisher's page by its words (WICG, URL Fragment Text Directives). */

/** The longest passage that is given whole; of a longer one, its first words and its last. */
const WHOLE = 120;

/** How much of a longer passage is given at either end, in UTF-16 units. */
const END = 40;

/** The three marks that mean something in a directive are encoded wherever they stand. */
const encoded = (text: string): string =>
  encodeURIComponent(text.toWellFormed())
    .replaceAll("-", "%2D")
    .replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

const plain = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Whole words from the start of a text; a piece of it where it has none. */
function head(text: string): string {
  const cut = text.slice(0, END + 1);
  const words = cut.replace(/\s+\S*$/, "");
  return words === cut ? text.slice(0, END).replace(/[\ud800-\udbff]$/, "") : words;
}

function tail(text: string): string {
  const cut = text.slice(-END - 1);
  const words = cut.replace(/^\S*\s+/, "");
  return words === cut ? text.slice(-END).replace(/^[\udc00-\udfff]/, "") : words;
}

/**
 * The address of a page, with the passage to go to. Whether it is still there is for the browser to see: it
 * opens the page in any case.
 */
export function textFragmentUrl(address: string, passage: string): string {
  const text = plain(passage);
  const short = text.length <= WHOLE && !/\n/.test(passage.trim());
  const directive = short ? encoded(text) : `${encoded(head(text))},${encoded(tail(text))}`;
  const [page = "", anchor = ""] = address.split("#", 2);
  return `${page}#${anchor}:~:text=${directive}`;
}
