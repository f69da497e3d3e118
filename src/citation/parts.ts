/** Parts of an entry that several styles share: addresses, pages, publishers, titles of containers. */
import type { CslItem } from "./csl.ts";

type Address = Pick<CslItem, "DOI" | "URL">;

/** Returns the address that is cited: that of the DOI, which lasts, or the URL. */
export const citedAddress = ({ DOI: doi, URL: url }: Address): string | undefined =>
  doi === undefined ? url : `https://doi.org/${encodeURI(doi)}`;

const RANGE = /^(\d+)\s*[-‐‑–—]+\s*(\d+)$/;

/** How a style writes the last page of a range, given the first. */
type LastPage = (first: string, last: string) => string;

/** Writes a page or a range of pages, with an en dash. */
export function pageRange(page: string, lastPage: LastPage = (_, last) => last): string {
  const [, first, last] = RANGE.exec(page) ?? [];
  return first === undefined || last === undefined
    ? page.replace(/\s*[-‐‑–—]+\s*/g, "–")
    : `${first}–${lastPage(first, last)}`;
}

/** Tells whether a text names several pages. */
const isPageRange = (page: string): boolean => /[-‐‑–—,]/.test(page);

/** “p. 4” or “pp. 10–14”. */
export const labelledPages = (page: string, lastPage?: LastPage): string =>
  `${isPageRange(page) ? "pp." : "p."} ${pageRange(page, lastPage)}`;

/** Leaves out the digits that the last page shares with the first: “110–4”. */
export const leastDigits: LastPage = (first, last) => {
  if (first.length !== last.length) return last;
  const at = [...last].findIndex((digit, index) => digit !== first[index]);
  return at < 0 ? last : last.slice(at);
};

/** Leaves out the digits that the last page shares with the first, but for two: “110–14”, “103–04”. */
export const lastTwoDigits: LastPage = (first, last) =>
  last.length < 3 || first.length !== last.length
    ? last
    : last.slice(-Math.max(2, leastDigits(first, last).length));

/** Leaves out shared digits by the rule of The Chicago Manual of Style, 9.61: “71–72”, “100–104”, “107–8”, “321–28”. */
export const chicagoLastPage: LastPage = (first, last) => {
  const page = Number(first);
  if (page < 100 || page % 100 === 0) return last;
  return page % 100 < 10 ? leastDigits(first, last) : lastTwoDigits(first, last);
};

/** “London: Ministry of Cake”, as far as it is known. */
export function placedPublisher(item: CslItem): string | undefined {
  const { publisher, "publisher-place": place } = item;
  return publisher === undefined || place === undefined ? publisher : `${place}: ${publisher}`;
}

/** Joins what is known of some parts. */
export const joinKnown = (parts: readonly (string | undefined | false)[], between: string): string =>
  parts.filter((part) => part !== undefined && part !== false && part !== "").join(between);
