/** Times things in turn and sums up what came of it. */
import { setTimeout as pause } from "node:timers/promises";

/** One round of what is timed: it ends when the promise settles. */
export type Round = () => Promise<unknown>;

export interface Plan {
  /** Rounds that are run and not counted. */
  readonly warmUp: number;
  /** Rounds of each that count. */
  readonly rounds: number;
  /** Milliseconds between two rounds, so that what one leaves undone is not charged to the next. */
  readonly rest: number;
}

async function timed(round: Round): Promise<number> {
  const started = performance.now();
  await round();
  return performance.now() - started;
}

/**
 * Runs every round in turn (A B C A B C …), so that whatever slows the machine for a while slows all alike.
 * @returns the milliseconds of each, in the order given
 */
export async function interleave(all: readonly Round[], { warmUp, rounds, rest }: Plan): Promise<number[][]> {
  const times: number[][] = all.map(() => []);
  for (let turn = -warmUp; turn < rounds; turn++)
    for (const [index, round] of all.entries()) {
      const time = await timed(round);
      if (turn >= 0) times[index]!.push(time);
      if (rest > 0) await pause(rest);
    }
  return times;
}

/** The value below which a `share` of all lies, between the two nearest where it falls between them. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return below + (above - below) * (place % 1);
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
