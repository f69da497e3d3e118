/**
 * Computes the parts of BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009), with Lucene's idf,
 * which is never negative.
 */

const BM25 = { k: 1.2, b: 0.75 } as const;

/** Returns the inverse document frequency of a term that `held` of `count` documents contain. */
export const inverseFrequency = (count: number, held: number): number =>
  Math.log(1 + (count - held + 0.5) / (held + 0.5));

/** Returns the saturated frequency of a term that occurs `times` in a document of `length` terms. */
export const termSaturation = (times: number, length: number, average: number): number =>
  (times * (BM25.k + 1)) / (times + BM25.k * (1 - BM25.b + (BM25.b * length) / average));
