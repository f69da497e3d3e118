/** Deterministic random numbers: the same seed gives the same sequence. */

/** A seeded random number generator. */
export interface Chance {
  /** Returns a number from 0 (inclusive) to 1 (exclusive). */
  next(): number;
  /** Returns an integer between both bounds, inclusive. */
  whole(from: number, to: number): number;
  /** Picks an element of a non-empty list. */
  of<T>(list: readonly T[]): T;
  /** Picks an element, favouring the first ones: few subjects are mentioned often and most rarely. */
  favouring<T>(list: readonly T[]): T;
}

/** Creates a generator by Mulberry32, which is small and uniform enough for this purpose. */
export function chanceFrom(seed: number): Chance {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    of: (list) => list[Math.floor(next() * list.length)]!,
    favouring: (list) => list[Math.floor(list.length * next() ** 2.5)]!,
  };
}
