/** Writes drafts as JSON, one a line. Offsets count code points, as those of the export do. */
import { pairOffsets } from "../support/code-points.ts";
import type { Draft } from "./draft.ts";

/** Returns a function from offsets in UTF-16 units to those in code points. */
function codePointsIn(text: string): (offset: number) => number {
  const pairs = pairOffsets(text);
  return (offset) => {
    let [low, high] = [0, pairs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}

/** A draft whose questions are in words. */
export interface AskedDraft extends Omit<Draft, "questions"> {
  readonly questions?:
    | readonly { readonly ask: string; readonly candidates: readonly string[] }[]
    | undefined;
}

/** Returns the lines of JSON for the drafts of a source; members that do not apply are left out. */
export function draftLines(drafts: readonly AskedDraft[], source: string, text: string): string[] {
  const toCodePoints = codePointsIn(text);
  return drafts.map(({ kind, passages, ...members }) =>
    JSON.stringify({
      kind,
      source,
      passages: passages.map(({ start, end }) => ({
        exact: text.slice(start, end),
        start: toCodePoints(start),
      })),
      ...members,
    }),
  );
}
