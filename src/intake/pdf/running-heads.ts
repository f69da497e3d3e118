/** Finds what stands above or below the text of many pages: running heads, page numbers, addresses of printouts. */
import type { TextLine } from "./page-lines.ts";

/** How much of a page's height at its top and bottom may hold running heads. */
const MARGIN = 0.12;

/** From this share of the pages on, what repeats is a running head. */
const REPEATED_SHARE = 0.3;

/** The number of a page, alone or as one of many. */
const PAGE_NUMBER =
  /^[\s\-\u2013\u2014|\u00b7]*(?:p(?:age|\.)?\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:\/|of|von|de)\s*\d{1,4})?[\s\-\u2013\u2014|\u00b7]*$/i;

/** What a browser prints above and below a page: the day and the time, and the address. */
const PRINTOUT =
  /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d{2}|^(?:https?|(?:fi|\ufb01)le):\/\/\S+(?:\s+\d+\s*\/\s*\d+)?$/;

const isPrinterMark = ({ text }: TextLine): boolean =>
  PAGE_NUMBER.test(text.trim()) || PRINTOUT.test(text.trim());

/** Takes numbers for the same: they count pages. */
const shapeOf = ({ text, y }: TextLine): string =>
  `${text.replace(/\d+/g, "#").replace(/\s+/g, " ").trim()} ${Math.round(y / 4)}`;

/** Tells which lines are running heads. `heights` are those of the pages, by number. */
export function findRunningHeads(
  lines: readonly TextLine[],
  heights: ReadonlyMap<number, number>,
): ReadonlySet<TextLine> {
  const isInMargin = ({ y, page }: TextLine): boolean => {
    const height = heights.get(page) ?? 0;
    return y > height * (1 - MARGIN) || y < height * MARGIN;
  };
  const marginal = lines.filter(isInMargin);
  const pages = new Map<string, Set<number>>();
  for (const line of marginal)
    pages.set(shapeOf(line), (pages.get(shapeOf(line)) ?? new Set()).add(line.page));
  const least = Math.max(2, heights.size * REPEATED_SHARE);
  return new Set(
    marginal.filter((line) => isPrinterMark(line) || (pages.get(shapeOf(line))?.size ?? 0) >= least),
  );
}
