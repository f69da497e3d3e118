/** Which documents are looked at more closely: MiniSearch, over terms that are already analysed. */
import MiniSearch from "minisearch";
import { BM25 } from "./bm25.ts";
import type { Corpus } from "./corpus.ts";

export interface Candidate {
  readonly document: number;
  readonly score: number;
  readonly terms: readonly string[];
}

export interface Candidates {
  /** The documents that hold any of these terms, best first by BM25, each term with its weight. */
  search(terms: ReadonlyMap<string, number>, among?: (document: number) => boolean): Candidate[];
}

/** Terms hold no spaces: the analysis makes none that does. */
const split = (terms: string): string[] => terms.split(" ");

/** Makes the index in steps, as many as there are documents, so that whoever runs them may rest between two. */
export function* candidatesOf(corpus: Corpus): Generator<void, Candidates> {
  const index = new MiniSearch<{ id: number; terms: string }>({
    fields: ["terms"],
    tokenize: split,
    processTerm: (term) => term,
    autoVacuum: false,
    searchOptions: { bm25: { ...BM25, d: 0 } },
  });
  for (let id = 0; id < corpus.ids.length; id++) {
    const terms = Array.from(corpus.sequence(id), (term) => corpus.terms[term]!);
    index.add({ id, terms: terms.join(" ") });
    yield;
  }
  return {
    search(terms, among) {
      const weights = [...terms.values()];
      return index
        .search([...terms.keys()].join(" "), {
          boostTerm: (_term, place) => weights[place]!,
          ...(among && { boostDocument: (document: number) => (among(document) ? 1 : 0) }),
        })
        .map(({ id, score, queryTerms }) => ({
          document: id as number,
          // MiniSearch multiplies the sum by the number of terms found, which the sum has counted already.
          score: score / queryTerms.length,
          terms: queryTerms,
        }))
        .sort((a, b) => b.score - a.score || a.document - b.document);
    },
  };
}
