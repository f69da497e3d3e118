/** Finds the runs of Chinese characters that no part of a statement covers. */

/** A run of characters with its offset in the text. */
interface FreeRun {
  readonly text: string;
  readonly start: number;
}

/** Returns the runs of Chinese characters that belong to no part; `taken` has one for each character that does. */
export function freeRuns(text: string, taken: Uint8Array): FreeRun[] {
  return [...text.matchAll(/\p{Script=Han}+/gu)].flatMap(({ 0: run, index }) => {
    const runs: { text: string; start: number }[] = [];
    for (let at = 0; at < run.length; at++) {
      if (taken[index + at]) continue;
      const last = runs.at(-1);
      if (last && last.start + last.text.length === index + at) last.text += run[at];
      else runs.push({ text: run[at]!, start: index + at });
    }
    return runs;
  });
}
