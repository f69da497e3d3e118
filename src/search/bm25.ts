/** BM25 as Robertson and Zaragoza give it (The Probabilistic Relevance Framework, 2009), with Lucene's idf, never below nought. */

const BM25 = { k: 1.2, b: 0.75 } as const;

/** How much a term tells that `held` of `count` documents hold. */
export const inverseFrequency = (count: number, held: number): number =>
  Math.log(1 + (count - held + 0.5) / (held + 0.5));

/** How much `times` in a document of this length count: ever less for each further time. */
export const termSaturation = (times: number, length: number, average: number): number =>
  (times * (BM25.k + 1)) / (times + BM25.k * (1 - BM25.b + (BM25.b * length) / average));
