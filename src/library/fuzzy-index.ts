/** Indexes short texts by their letters: finds those within a few edits of a word, and those that contain a part. */
import { editDistance, maxEdits } from "../support/edit-distance.ts";

/** Bit masks of the letters that a text contains, and of those it contains twice or more. Letters may share a bit. */
interface Letters {
  readonly once: number;
  readonly twice: number;
}

function lettersOf(text: string): Letters {
  let [once, twice] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const bit = 1 << (text.charCodeAt(at) & 31);
    twice |= once & bit;
    once |= bit;
  }
  return { once, twice };
}

/** Counts the set bits of a 32-bit integer. */
function bitsIn(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * Creates an index that finds the texts containing a part, by index. Only texts with all letters of the part are
 * scanned.
 */
export function createContainsIndex(texts: readonly string[]): (part: string) => number[] {
  const once = Int32Array.from(texts, (text) => lettersOf(text).once);
  return (part) => {
    const own = lettersOf(part).once;
    const found: number[] = [];
    for (let place = 0; place < texts.length; place++)
      if ((own & ~once[place]!) === 0 && texts[place]!.includes(part)) found.push(place);
    return found;
  };
}

/**
 * Returns the indices of the nearest texts that `fits` accepts, within `maxEdits` of both the typed text and the
 * found one.
 */
export type FindNearest = (typed: string, fits: (place: number) => boolean) => number[];

/**
 * Creates an index for `FindNearest`. One edit changes at most two letters, so texts that differ in more letters
 * than the edits allow are skipped.
 */
export function createFuzzyIndex(texts: readonly string[]): FindNearest {
  const lengths = Int32Array.from(texts, ({ length }) => length);
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  /** Offset in `order`, which is sorted by length, at which the texts of each length begin. */
  const from = new Int32Array(longest + 2);
  for (const length of lengths) from[length + 1]!++;
  for (let length = 1; length < from.length; length++) from[length]! += from[length - 1]!;
  const next = from.slice();
  const order = new Int32Array(texts.length);
  const once = new Int32Array(texts.length);
  const twice = new Int32Array(texts.length);
  for (const [place, text] of texts.entries()) {
    const at = next[text.length]!++;
    const letters = lettersOf(text);
    order[at] = place;
    once[at] = letters.once;
    twice[at] = letters.twice;
  }

  return (typed, fits) => {
    const own = lettersOf(typed);
    const allowed = maxEdits(typed.length);
    let least = allowed;
    let found: number[] = [];
    for (let length = Math.max(typed.length - allowed, 0); length <= typed.length + allowed; length++) {
      if (maxEdits(length) === 0 || length > longest) continue;
      for (let at = from[length]!; at < from[length + 1]!; at++) {
        const limit = Math.min(least, maxEdits(length));
        const differing = bitsIn(once[at]! ^ own.once);
        if (differing > 2 * limit || differing + bitsIn(twice[at]! ^ own.twice) > 2 * limit) continue;
        const far = editDistance(typed, texts[order[at]!]!, limit);
        if (far > limit || !fits(order[at]!)) continue;
        if (far < least) found = [];
        least = far;
        found.push(order[at]!);
      }
    }
    return found;
  };
}
