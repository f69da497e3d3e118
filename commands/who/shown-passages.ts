/** Keeps an answer that has many parts from showing the same sentence twice. */
import type { Passage } from "../../src/desk/answer.ts";

export interface ShownPassages {
  /** What of these has not been shown yet, each in the fullest form that the answer has of it; shown from now on. */
  fresh(passages: readonly Passage[]): Passage[];
  /** Whether all of these stand in what has been shown. */
  shown(passages: readonly Passage[]): boolean;
}

/** Whether a passage stands in another. */
const holds = (outer: Passage, inner: Passage): boolean =>
  outer.source === inner.source && outer.start <= inner.start && inner.end <= outer.end;

/** For one answer, over all the passages that its parts stand on. */
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
