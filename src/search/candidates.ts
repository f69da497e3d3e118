/** Which documents a question may mean: those that hold its words, and of many the ones with its rarest words. */

import type { TermCorpus } from "./corpus.ts";
import type { PostingsIndex, ScoredDocument } from "./postings.ts";
import { type ParsedQuery, parseQuery, type QueryTerm } from "./query.ts";
import { type RankingQuery, RERANK_DEPTH } from "./ranking.ts";
import { createSpellingIndex } from "./spelling.ts";

export interface CandidateOptions {
  /** Only these documents. */
  readonly among?: (id: string) => boolean;
  /** The last word may be unfinished: for while someone types. */
  readonly prefix?: boolean;
  /** Every word that any document knows must be there. */
  readonly all?: boolean;
}

export interface CandidateResult extends ParsedQuery {
  readonly wanted: RankingQuery;
  /** Best first, as far as their rarest words tell. */
  readonly candidates: readonly ScoredDocument[];
}

export interface CandidateFinder {
  find(query: string, options: CandidateOptions): CandidateResult;
  /** The terms of what is sought that a document holds. */
  heldTerms(document: number, sought: readonly QueryTerm[]): string[];
}

/**
 * So many places in documents are looked up for candidates, from the rarest word on: it bounds a search's time, and
 * a document without any of the rarest words is seldom the best. What else it holds, the ranking counts.
 */
export const CANDIDATE_BUDGET = 2_000;

/** Terms that find the documents of what is sought, rarest first: of what must stand together, the rarest alone. */
function keysOf(sought: readonly QueryTerm[], { held }: TermCorpus): [number, number][] {
  const keys = new Map<number, number>();
  for (const { terms, weights, together } of sought) {
    const rarest = terms.reduce((a, b) => (held[b]! < held[a]! ? b : a));
    terms.forEach((term, index) => {
      if (!together || term === rarest) keys.set(term, (keys.get(term) ?? 0) + weights[index]!);
    });
  }
  return [...keys].sort(([a], [b]) => held[a]! - held[b]!);
}

/** The foremost of these: as many as find enough, and no more than find the whole head where one finds too much. */
function fewest(keys: readonly [number, number][], { held }: TermCorpus): [number, number][] {
  let sum = 0;
  return keys.filter(([term]) => {
    const before = sum;
    sum += held[term]!;
    return before < RERANK_DEPTH || sum <= CANDIDATE_BUDGET;
  });
}

/** Where all are required, whatever has them has the one that the fewest have. */
function narrowest(sought: readonly QueryTerm[], { held }: TermCorpus): QueryTerm[] {
  const size = ({ terms }: QueryTerm) => terms.reduce((sum, term) => sum + held[term]!, 0);
  return [...sought].sort((a, b) => size(a) - size(b)).slice(0, 1);
}

/** What is sought as the ranking reads it. */
function wantedOf(sought: readonly QueryTerm[]): RankingQuery {
  const weights = new Map<number, number>();
  for (const one of sought)
    one.terms.forEach((term, index) => {
      weights.set(term, (weights.get(term) ?? 0) + one.weights[index]!);
    });
  const runs = sought.filter(({ together }) => together).map(({ terms }) => terms);
  return { terms: [...weights.keys()], weights: [...weights.values()], runs };
}

export function createCandidateFinder(corpus: TermCorpus, candidates: PostingsIndex): CandidateFinder {
  const spelling = createSpellingIndex(corpus);
  const seen = new Int32Array(corpus.terms.length).fill(-1);

  /** Which of the sought words a document holds. */
  function holding(document: number, sought: readonly QueryTerm[]): QueryTerm[] {
    for (const term of corpus.sequence(document)) seen[term] = document;
    const holds = (term: number): boolean => seen[term] === document;
    return sought.filter(({ terms, together }) => (together ? terms.every(holds) : terms.some(holds)));
  }

  function look(
    keys: readonly [number, number][],
    among: CandidateOptions["among"],
  ): readonly ScoredDocument[] {
    const weights = new Map(keys.map(([term, weight]) => [corpus.terms[term]!, weight]));
    return candidates.search(weights, among && ((document) => among(corpus.ids[document]!)));
  }

  const stands = (terms: readonly number[]): boolean => {
    const run: QueryTerm[] = [{ terms, weights: terms.map(() => 1), together: true }];
    return look(keysOf(run, corpus), undefined).some(({ document }) => holding(document, run).length > 0);
  };

  function candidatesFor(
    sought: readonly QueryTerm[],
    { among, all = false }: CandidateOptions,
  ): readonly ScoredDocument[] {
    if (sought.length === 0) return [];
    const least = all ? sought.length : 1;
    const strict = all || sought.some(({ together }) => together);
    const lookFor = (keys: readonly [number, number][]): readonly ScoredDocument[] => {
      const found = look(keys, among);
      return strict ? found.filter(({ document }) => holding(document, sought).length >= least) : found;
    };
    const keys = keysOf(all ? narrowest(sought, corpus) : sought, corpus);
    const few = all ? keys : fewest(keys, corpus);
    const found = lookFor(few);
    // Only where some of what they find is left out can the rarest words leave too little.
    const whole = few.length === keys.length || (!among && !strict);
    return whole || found.length >= RERANK_DEPTH ? found : lookFor(keys);
  }

  return {
    find(query, options) {
      const asked = parseQuery(query, corpus, spelling, { prefix: options.prefix ?? false, stands });
      return {
        ...asked,
        wanted: wantedOf(asked.sought),
        candidates: candidatesFor(asked.sought, options),
      };
    },
    heldTerms(document, sought) {
      const terms = holding(document, sought).flatMap((one) => one.terms);
      return [...new Set(terms)].filter((term) => seen[term] === document).map((term) => corpus.terms[term]!);
    },
  };
}
