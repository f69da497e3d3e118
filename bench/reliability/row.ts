/** What a row of the reliability table is. */

/** How much a row tries: what the table publishes, or what takes seconds. */
export type Scale = "full" | "small";

export interface RowResult {
  /** What is done to the program. */
  readonly what: string;
  /** How much of it, and what else was measured. */
  readonly tried: string;
  /** What was lost or went wrong, one entry for each kind; empty when nothing was. */
  readonly lost: readonly string[];
  /** What a plain bot did in the same test. */
  readonly beside?: string;
}

/** Tries one thing, also on plain bots if `hasPlain`. Resolves also where something was lost. */
export type Row = (scale: Scale, hasPlain: boolean) => Promise<RowResult>;

/** Formats a count for people. */
export const count = (value: number): string => value.toLocaleString("en");

/** Says how many of something there were, for `lost`; nothing where there were none. */
export const some = (value: number, what: string): string[] => (value > 0 ? [`${count(value)} ${what}`] : []);

/** Creates numbers below a bound that are the same in every run. */
export function createChance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A small row runs beside other tests, on any machine: it finds what never comes, and asserts no time. */
const PATIENCE = 120_000;

/** Returns how long something may take in a row of this scale, in milliseconds, where the table allows it `full`. */
export const allowedTime = (scale: Scale, full: number): number => (scale === "full" ? full : PATIENCE);

/** Waits until `holds` returns true. @returns whether it did in time */
export async function holdsWithin(holds: () => boolean, milliseconds: number): Promise<boolean> {
  const until = performance.now() + milliseconds;
  while (!holds()) {
    if (performance.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return true;
}

/** Does `work` for each number below `times`, so many at once. */
export async function concurrently(
  times: number,
  atOnce: number,
  work: (number: number) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < times) await work(next++);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, times) }, worker));
}
