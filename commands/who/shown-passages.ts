/** Keeps an answer with many parts from showing the same sentence twice. */
import type { Passage } from "../../src/desk/answer.ts";

/** Tracks the passages that an answer has shown. */
export interface ShownPassages {
  /** Returns the passages not shown yet, each replaced by the longest that contains it, and marks these as shown. */
  fresh(passages: readonly Passage[]): Passage[];
  /** Tells whether all of these passages have been shown, in themselves or within longer ones. */
  shown(passages: readonly Passage[]): boolean;
}

/** Tells whether one passage contains another. */
const holds = (outer: Passage, inner: Passage): boolean =>
  outer.source === inner.source && outer.start <= inner.start && inner.end <= outer.end;

/**
 * Creates a tracker for one answer.
 * @param all every passage of the answer, to choose the longest from
 */
export function createShownPassages(all: readonly Passage[]): ShownPassages {
  const seen: Passage[] = [];
  const isSeen = (passage: Passage) => seen.some((outer) => holds(outer, passage));
  const fullest = (passage: Passage) =>
    all.reduce((best, other) => (holds(other, best) ? other : best), passage);
  return {
    fresh(passages) {
      const found: Passage[] = [];
      for (const passage of passages) {
        if (isSeen(passage)) continue;
        const full = fullest(passage);
        seen.push(full);
        found.push(full);
      }
      return found;
    },
    shown: (passages) => passages.every(isSeen),
  };
}
