/** Learns the ranking weights of src/search on one collection and tests them on another. */

import { createCandidateFinder } from "../src/search/candidates.ts";
import { createCorpus } from "../src/search/corpus.ts";
import { createMatchIndex } from "../src/search/match-index.ts";
import { createRanking, type RankingWeights, RERANK_DEPTH } from "../src/search/ranking.ts";
import type { Collection } from "./collection.ts";
import { mean, ndcg } from "./measures.ts";

/** The baseline and starting point of learning: BM25 only, with the title at 0.2. */
export const FLOOR: RankingWeights = { title: 0.2, near: 0, like: 0, best: 10, sharpness: 1, shared: 40 };

/** The values tried: round and coarse, to avoid overfitting to one collection. */
const STEPS: { readonly [K in keyof RankingWeights]: readonly number[] } = {
  title: [0, 0.1, 0.2, 0.3, 0.4, 0.5],
  near: [0, 0.25, 0.5, 1],
  like: [0, 0.25, 0.5, 1, 1.5, 2],
  best: [3, 5, 10, 20],
  sharpness: [1, 2, 4, 8, 16],
  shared: [20, 40, 80],
};

/** Returns nDCG@10 of each query of a collection for some weights. The candidates do not depend on the weights. */
export type Judge = (weights: RankingWeights) => number[];

/** Indexes a collection and prepares its queries. */
export function judgeOf({ documents, questions }: Collection): Judge {
  const corpus = createCorpus();
  const index = createMatchIndex();
  for (const document of documents) {
    const number = corpus.add(document);
    index.add(
      number,
      Array.from(corpus.sequence(number), (term) => corpus.terms[term]!),
    );
  }
  const seeker = createCandidateFinder(corpus, index);
  const asked = questions.map(({ text, judged }) => {
    const { wanted, candidates } = seeker.find(text, {});
    return { judged, wanted, head: candidates.slice(0, RERANK_DEPTH).map(({ document }) => document) };
  });
  return (weights) => {
    const rank = createRanking(corpus, weights);
    return asked.map(({ judged, wanted, head }) => {
      const found = rank(head, wanted).slice(0, 10);
      return ndcg(
        found.map(({ document }) => corpus.idOf(document)),
        judged,
        10,
      );
    });
  };
}

/** Coordinate ascent: sets each weight in turn to its best value, with the others fixed, until none changes. */
export function learn(judges: readonly Judge[]): RankingWeights {
  const worth = (weights: RankingWeights): number =>
    mean(judges.map((judge) => mean(judge(weights)) / mean(judge(FLOOR))));
  // At `like: 0`, the weights `best`, `sharpness` and `shared` have no effect, so learning starts from 0.5.
  let weights: RankingWeights = { ...FLOOR, like: 0.5 };
  let best = worth(weights);
  for (let moved = true; moved; ) {
    moved = false;
    for (const name of Object.keys(STEPS) as (keyof RankingWeights)[])
      for (const value of STEPS[name]) {
        const tried = { ...weights, [name]: value };
        const reached = value === weights[name] ? best : worth(tried);
        if (reached < best + 1e-4) continue;
        weights = tried;
        best = reached;
        moved = true;
      }
  }
  return weights;
}
