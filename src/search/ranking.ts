/** Ranks the candidate documents by their words and titles, word proximity, and terms shared with the best. */
import { inverseFrequency, termSaturation } from "./bm25.ts";
import type { TermCorpus } from "./corpus.ts";

/** Number of candidates that are ranked; the rest keep their order by BM25. */
export const RERANK_DEPTH = 300;

/** Weights of the parts of a score. `docs/finding.md` says how they were tuned. */
export interface RankingWeights {
  /** Weight of a word's occurrence in the title, on top of that in the document. */
  readonly title: number;
  /**
   * Weight of proximity: each query word gathers the idf of neighbouring query words over the square of their distance
   * (Büttcher, Clarke and Lushman, Term Proximity Scoring for Ad-Hoc Retrieval on Very Large Text Collections, SIGIR
   * 2006).
   */
  readonly near: number;
  /** Weight of the terms shared by the best documents, relative to the query; 0 turns them off. */
  readonly like: number;
  /** Number of documents taken as the best. */
  readonly best: number;
  /** Exponent of the scores by which the best documents count. */
  readonly sharpness: number;
  /** Number of terms taken as shared. */
  readonly shared: number;
}

/** The default weights. */
export const RANKING_WEIGHTS: RankingWeights = {
  title: 0.4,
  near: 1,
  like: 1,
  best: 10,
  sharpness: 8,
  shared: 80,
};

/** A document's number in the corpus and its score. */
export interface RankedDocument {
  readonly document: number;
  readonly score: number;
}

/** The distinct terms of a query with their weights. A run's terms count only in documents that contain them all. */
export interface RankingQuery {
  readonly terms: readonly number[];
  readonly weights: readonly number[];
  readonly runs: readonly (readonly number[])[];
}

/** Ranks documents, best first; ties keep their order. */
export type RankDocuments = (documents: readonly number[], wanted: RankingQuery) => RankedDocument[];

/** Creates a ranking over a corpus. */
export function createRanking(corpus: TermCorpus, weigh: RankingWeights = RANKING_WEIGHTS): RankDocuments {
  const count = corpus.ids.length;
  const { usualLength, usualTitleLength } = corpus;
  /** Index in the current query by term; -1 for all other terms. */
  const places = new Int32Array(corpus.terms.length).fill(-1);
  const idf = (term: number): number => inverseFrequency(count, corpus.held[term]!);

  /** Calls `run` with the indexes of the terms set in `places`, and resets them afterwards. */
  function placing<T>(terms: readonly number[], run: () => T): T {
    terms.forEach((term, place) => {
      places[term] = place;
    });
    try {
      return run();
    } finally {
      for (const term of terms) places[term] = -1;
    }
  }

  /** Scores a document by BM25 over the whole, BM25 over the title, and proximity. */
  function byWords(document: number, { terms, weights }: RankingQuery): number {
    const counts = new Float64Array(terms.length);
    const titleCounts = new Float64Array(terms.length);
    const near = new Float64Array(terms.length);
    const sequence = corpus.sequence(document);
    const titleLength = corpus.titleLength(document);
    const { length } = sequence;
    let last = -1;
    let lastPlace = -1;
    for (let at = 0; at < sequence.length; at++) {
      const place = places[sequence[at]!]!;
      if (place < 0) continue;
      counts[place]!++;
      if (at < titleLength) titleCounts[place]!++;
      if (lastPlace >= 0 && lastPlace !== place) {
        near[place]! += idf(terms[lastPlace]!) / (at - last) ** 2;
        near[lastPlace]! += idf(terms[place]!) / (at - last) ** 2;
      }
      last = at;
      lastPlace = place;
    }
    let score = 0;
    for (let place = 0; place < terms.length; place++) {
      if (counts[place] === 0) continue;
      const termIdf = idf(terms[place]!);
      score += weights[place]! * termIdf * termSaturation(counts[place]!, length, usualLength);
      if (titleCounts[place]! > 0) {
        const titleIdf = weigh.title * inverseFrequency(count, corpus.entitled[terms[place]!]!);
        score +=
          weights[place]! * titleIdf * termSaturation(titleCounts[place]!, titleLength, usualTitleLength);
      }
      score += weigh.near * Math.min(1, termIdf) * termSaturation(near[place]!, length, usualLength);
    }
    return score;
  }

  /** Like `byWords`, but ignores runs that the document does not contain whole. */
  function byWholeRuns(document: number, wanted: RankingQuery): number {
    if (wanted.runs.length === 0) return byWords(document, wanted);
    const held = new Set(corpus.sequence(document));
    const isWhole = (run: readonly number[]) => run.every((term) => held.has(term));
    const matched = new Set(wanted.runs.filter(isWhole).flat());
    const broken = wanted.runs.flat().filter((term) => !matched.has(term));
    const before = broken.map((term) => places[term]!);
    for (const term of broken) places[term] = -1;
    const score = byWords(document, wanted);
    broken.forEach((term, index) => {
      places[term] = before[index]!;
    });
    return score;
  }

  /**
   * Returns the terms that are frequent in the best documents and rare elsewhere, with weights that sum to 1. Follows
   * the relevance models of Lavrenko and Croft (SIGIR 2001), where documents count by how likely they answer the
   * query; hence `sharpness`, by which the first counts far more than the tenth.
   */
  function sharedBy(best: readonly RankedDocument[]): Map<number, number> {
    const shares = best.map(({ score }) => (score / best[0]!.score) ** weigh.sharpness);
    const all = shares.reduce((sum, share) => sum + share, 0);
    const found = new Map<number, number>();
    best.forEach(({ document }, index) => {
      const sequence = corpus.sequence(document);
      const share = shares[index]! / all / sequence.length;
      for (const term of sequence) found.set(term, (found.get(term) ?? 0) + share);
    });
    const foremost = [...found]
      .map(([term, share]): [number, number] => [term, share * idf(term)])
      .sort(([a, x], [b, y]) => y - x || a - b)
      .slice(0, weigh.shared);
    const sum = foremost.reduce((total, [, share]) => total + share, 0);
    return new Map(foremost.map(([term, share]) => [term, share / sum]));
  }

  /** Scores a document by BM25 for the shared terms. */
  function byShared(document: number, terms: readonly number[], weights: readonly number[]): number {
    const times = new Float64Array(terms.length);
    const sequence = corpus.sequence(document);
    for (const term of sequence) {
      const place = places[term]!;
      if (place >= 0) times[place]!++;
    }
    return times.reduce(
      (sum, found, place) =>
        found === 0
          ? sum
          : sum + weights[place]! * idf(terms[place]!) * termSaturation(found, sequence.length, usualLength),
      0,
    );
  }

  const bestFirst = (ranked: RankedDocument[]): RankedDocument[] => ranked.sort((a, b) => b.score - a.score);

  return (documents, wanted) => {
    const first = placing(wanted.terms, () =>
      bestFirst(documents.map((document) => ({ document, score: byWholeRuns(document, wanted) }))),
    );
    if (first.length < 2 || weigh.like === 0) return first;
    const shared = sharedBy(first.slice(0, weigh.best));
    const terms = [...shared.keys()];
    const queryWeight = weigh.like * wanted.weights.reduce((sum, weight) => sum + weight, 0);
    const weights = [...shared.values()].map((share) => share * queryWeight);
    return placing(terms, () =>
      bestFirst(
        first.map(({ document, score }) => ({ document, score: score + byShared(document, terms, weights) })),
      ),
    );
  };
}
