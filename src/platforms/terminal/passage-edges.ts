/** Moves the edges of a passage by a word, inside its paragraph. */
import type { ProposalPassage } from "../../review/review-desk.ts";
import { splitWordSegments } from "../../support/segments.ts";

/** Marks that end a clause, and stay with the word before them. */
const CLOSING = /^[.,;:!?…。，；：！？、]+$/u;

/** Returns the offsets at which the words of a paragraph begin, and those at which they end with their marks. */
function wordEdges(paragraph: string): {
  readonly begins: readonly number[];
  readonly ends: readonly number[];
} {
  const begins: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const { text, isWord } of splitWordSegments(paragraph)) {
    if (isWord) {
      begins.push(at);
      ends.push(at + text.length);
    } else if (CLOSING.test(text) && ends.at(-1) === at) ends[ends.length - 1] = at + text.length;
    at += text.length;
  }
  return { begins, ends };
}

/** Returns a passage with an edge moved by a word, back (-1) or on (1); undefined where there is no word to move by. */
export function moveEdge(
  { exact, start, before, after }: ProposalPassage,
  edge: "start" | "end",
  by: -1 | 1,
): ProposalPassage | undefined {
  const paragraph = before + exact + after;
  const offset = start - before.length;
  const [from, to] = [before.length, before.length + exact.length];
  const { begins, ends } = wordEdges(paragraph);
  const edges = edge === "start" ? begins : ends;
  const own = edge === "start" ? from : to;
  const moved = by < 0 ? edges.findLast((one) => one < own) : edges.find((one) => one > own);
  if (moved === undefined) return undefined;
  const [first, last] = edge === "start" ? [moved, to] : [from, moved];
  if (first >= last) return undefined;
  return {
    exact: paragraph.slice(first, last),
    start: offset + first,
    end: offset + last,
    before: paragraph.slice(0, first),
    after: paragraph.slice(last),
  };
}
