/** Times functions in turn and computes quantiles. */
import { setTimeout as pause } from "node:timers/promises";

/** One round to time; it ends when the promise settles. */
export type Round = () => Promise<unknown>;

export interface Plan {
  /** Rounds that are run but not counted. */
  readonly warmUp: number;
  /** Rounds of each function that are counted. */
  readonly rounds: number;
  /** Pause between rounds in milliseconds, so that work left over from one is not charged to the next. */
  readonly rest: number;
}

async function timed(round: Round): Promise<number> {
  const started = performance.now();
  await round();
  return performance.now() - started;
}

/**
 * Runs the functions in turn (A B C A B C …), so that a slow phase of the machine affects all alike.
 * @returns the times in milliseconds of each function, in the order given
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

/** Returns the quantile at `share`, interpolating between neighbouring values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return below + (above - below) * (place % 1);
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
