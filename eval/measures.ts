/** Computes the measures of a ranking as trec_eval does. */

/** Discounted cumulative gain: grades divided by the logarithm of their rank. */
const gain = (grades: readonly number[]): number =>
  grades.reduce((sum, grade, index) => sum + Math.max(0, grade) / Math.log2(index + 2), 0);

/**
 * Returns nDCG: the gain of the results divided by that of the ideal order of all judged documents (Järvelin and
 * Kekäläinen 2002, with the grade as gain). Unjudged documents gain nothing.
 */
export function ndcg(found: readonly string[], judged: ReadonlyMap<string, number>, at: number): number {
  const ideal = gain([...judged.values()].sort((a, b) => b - a).slice(0, at));
  return ideal === 0 ? 0 : gain(found.slice(0, at).map((id) => judged.get(id) ?? 0)) / ideal;
}

/** Returns the share of all relevant documents that are among the first `at` results. */
export function recall(found: readonly string[], judged: ReadonlyMap<string, number>, at: number): number {
  const relevant = [...judged.values()].filter((grade) => grade > 0).length;
  return relevant === 0 ? 0 : found.slice(0, at).filter((id) => (judged.get(id) ?? 0) > 0).length / relevant;
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Returns the quantile at `part` by the nearest-rank method. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? 0;
}

/**
 * Returns the probability that the difference between two rankings is due to chance: the share of 10,000 random
 * exchanges of their scores, query by query, with at least as large a difference of means (Fisher's randomization
 * test; Smucker, Allan and Carterette, CIKM 2007). Deterministic.
 */
export function chance(one: readonly number[], other: readonly number[]): number {
  const differences = one.map((value, index) => value - other[index]!);
  const seen = Math.abs(mean(differences)) - 1e-12;
  let state = 1;
  /** Mulberry32. */
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  let larger = 0;
  for (let run = 0; run < 10_000; run++) {
    let sum = 0;
    for (const difference of differences) sum += random() < 0.5 ? difference : -difference;
    if (Math.abs(sum / differences.length) >= seen) larger++;
  }
  return larger / 10_000;
}
