/** Chance that falls alike at every run: what is drawn follows from the seed alone. */

export interface Chance {
  /** From nought, included, to one, excluded. */
  next(): number;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  /** One of a list that is not empty. */
  of<T>(list: readonly T[]): T;
  /** One of a list, the first of it most often: as a few are spoken of much and most hardly at all. */
  favouring<T>(list: readonly T[]): T;
}

/** By Mulberry32, which is small and even enough for names and sums. */
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
