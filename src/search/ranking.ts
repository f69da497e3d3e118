/** The order of the foremost documents: by their words and titles, by how near the words stand, by what the best share. */
import type { TermCorpus } from "./corpus.ts";

/** Lucene's usual numbers, as the candidates have them. */
const BM25 = { k: 1.2, b: 0.75 } as const;

/** How much a term tells that `held` of `count` documents hold: Lucene's idf, never below nought. */
export const inverseFrequency = (count: number, held: number): number =>
  Math.log(1 + (count - held + 0.5) / (held + 0.5));

/**
 * How much `times` in a document of this length count, ever less for each further time: BM25, as Robertson and Zaragoza
 * give it (The Probabilistic Relevance Framework, 2009).
 */
export const termSaturation = (times: number, length: number, average: number): number =>
  (times * (BM25.k + 1)) / (times + BM25.k * (1 - BM25.b + (BM25.b * length) / average));

/** How many documents are put into order with care. */
export const RERANK_DEPTH = 300;

/** How much each thing counts. `docs/finding.md` says on what the numbers were learnt. */
export interface RankingWeights {
  /** How much a word counts again for standing in the title. */
  readonly title: number;
  /**
   * How much it counts that words stand near each other: each gathers the rarity of its neighbours of the query over
   * the square of their distance, after Büttcher, Clarke and Lushman, Term Proximity Scoring for Ad-Hoc Retrieval on
   * Very Large Text Collections, SIGIR 2006.
   */
  readonly near: number;
  /** How much it counts, beside the question itself, to hold what the best documents share. */
  readonly like: number;
  /** How many documents are the best; each counts by its score to the power of `sharpness`. */
  readonly best: number;
  readonly sharpness: number;
  /** How many terms they are taken to share. */
  readonly shared: number;
}

export const RANKING_WEIGHTS: RankingWeights = {
  title: 0.4,
  near: 1,
  like: 1,
  best: 10,
  sharpness: 8,
  shared: 80,
};

export interface RankedDocument {
  readonly document: number;
  readonly score: number;
}

/** The terms of a query, each once, with their weights; a run's terms count only where all of them are. */
export interface RankingQuery {
  readonly terms: readonly number[];
  readonly weights: readonly number[];
  readonly runs: readonly (readonly number[])[];
}

/** Ranks documents, best first; the order of equals stays. */
export type RankDocuments = (documents: readonly number[], wanted: RankingQuery) => RankedDocument[];

/** The two steps of a ranking: between them it is known by the terms of which documents the second goes. */
export interface RankingSteps {
  /** By the terms of the query. */
  readonly first: RankDocuments;
  /** The documents of a first ranking whose terms count in the second. */
  best(first: readonly RankedDocument[]): readonly RankedDocument[];
  /** By what the best documents share, besides. */
  second(first: readonly RankedDocument[], wanted: RankingQuery): RankedDocument[];
}

/** Creates what ranks documents at once. */
export function createRanking(corpus: TermCorpus, weigh?: RankingWeights): RankDocuments {
  const { first, second } = createRankingSteps(corpus, weigh);
  return (documents, wanted) => second(first(documents, wanted), wanted);
}

/** Creates the steps of a ranking. */
export function createRankingSteps(
  corpus: TermCorpus,
  weigh: RankingWeights = RANKING_WEIGHTS,
): RankingSteps {
  /** Which place of the query a term has; none for all the others. */
  let places = new Int32Array(0);
  const idf = (term: number): number => inverseFrequency(corpus.size, corpus.held[term]!);

  /** Runs something with the places of these terms at hand, and leaves none behind. */
  function placing<T>(terms: readonly number[], run: () => T): T {
    if (places.length < corpus.terms.length) places = new Int32Array(corpus.terms.length * 2).fill(-1);
    terms.forEach((term, place) => {
      places[term] = place;
    });
    try {
      return run();
    } finally {
      for (const term of terms) places[term] = -1;
    }
  }

  /** BM25 over the whole document, and again over its title, with what the nearness of the words adds. */
  function byWords(document: number, { terms, weights }: RankingQuery): number {
    const whole = new Float64Array(terms.length);
    const title = new Float64Array(terms.length);
    const near = new Float64Array(terms.length);
    const sequence = corpus.sequence(document);
    const titleLength = corpus.titleLength(document);
    const { size, usualLength, usualTitleLength } = corpus;
    const { length } = sequence;
    let last = -1;
    let lastPlace = -1;
    for (let at = 0; at < sequence.length; at++) {
      const place = places[sequence[at]!]!;
      if (place < 0) continue;
      whole[place]!++;
      if (at < titleLength) title[place]!++;
      if (lastPlace >= 0 && lastPlace !== place) {
        near[place]! += idf(terms[lastPlace]!) / (at - last) ** 2;
        near[lastPlace]! += idf(terms[place]!) / (at - last) ** 2;
      }
      last = at;
      lastPlace = place;
    }
    let score = 0;
    for (let place = 0; place < terms.length; place++) {
      if (whole[place] === 0) continue;
      const rare = idf(terms[place]!);
      score += weights[place]! * rare * termSaturation(whole[place]!, length, usualLength);
      if (title[place]! > 0) {
        const named = weigh.title * inverseFrequency(size, corpus.entitled[terms[place]!]!);
        score += weights[place]! * named * termSaturation(title[place]!, titleLength, usualTitleLength);
      }
      score += weigh.near * Math.min(1, rare) * termSaturation(near[place]!, length, usualLength);
    }
    return score;
  }

  /** The same, without the terms of runs that the document does not hold whole. */
  function byWholeRuns(document: number, wanted: RankingQuery): number {
    if (wanted.runs.length === 0) return byWords(document, wanted);
    const held = new Set(corpus.sequence(document));
    const isWhole = (run: readonly number[]) => run.every((term) => held.has(term));
    const whole = new Set(wanted.runs.filter(isWhole).flat());
    const broken = wanted.runs.flat().filter((term) => !whole.has(term));
    const before = broken.map((term) => places[term]!);
    for (const term of broken) places[term] = -1;
    const score = byWords(document, wanted);
    broken.forEach((term, index) => {
      places[term] = before[index]!;
    });
    return score;
  }

  /**
   * The terms that are frequent in the best and rare elsewhere, after the relevance models of Lavrenko and Croft
   * (SIGIR 2001), whose documents count by how likely they answer: few, and the first far more than the tenth.
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
    // Of equals the first by its letters, so that what a corpus happened to meet first decides nothing.
    const foremost = [...found]
      .map(([term, share]): [number, number] => [term, share * idf(term)])
      .sort(([a, x], [b, y]) => y - x || (corpus.terms[a]! < corpus.terms[b]! ? -1 : 1))
      .slice(0, weigh.shared);
    const sum = foremost.reduce((total, [, share]) => total + share, 0);
    return new Map(foremost.map(([term, share]) => [term, share / sum]));
  }

  /** By the terms of another query, over the whole documents. */
  function byShared(document: number, terms: readonly number[], weights: readonly number[]): number {
    const times = new Float64Array(terms.length);
    const sequence = corpus.sequence(document);
    const { usualLength } = corpus;
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

  const best = (first: readonly RankedDocument[]) => first.slice(0, weigh.best);

  return {
    first: (documents, wanted) =>
      placing(wanted.terms, () =>
        bestFirst(documents.map((document) => ({ document, score: byWholeRuns(document, wanted) }))),
      ),
    best,
    second(first, wanted) {
      if (first.length < 2 || weigh.like === 0) return [...first];
      const shared = sharedBy(best(first));
      const terms = [...shared.keys()];
      const asked = weigh.like * wanted.weights.reduce((sum, weight) => sum + weight, 0);
      const weights = [...shared.values()].map((share) => share * asked);
      return placing(terms, () =>
        bestFirst(
          first.map(({ document, score }) => ({
            document,
            score: score + byShared(document, terms, weights),
          })),
        ),
      );
    },
  };
}
