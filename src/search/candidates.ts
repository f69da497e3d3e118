/** Selects the documents to rank for a query: those with its words, or with its rarest words if there are many. */

import type { TermCorpus } from "./corpus.ts";
import type { PostingsIndex, ScoredDocument } from "./postings.ts";
import { type ParsedQuery, parseQuery, type QueryTerm } from "./query.ts";
import { type RankingQuery, RERANK_DEPTH } from "./ranking.ts";
import { createSpellingIndex } from "./spelling.ts";

/** Options of a search. */
export interface CandidateOptions {
  /** Restricts the search to documents whose id passes. */
  readonly among?: (id: string) => boolean;
  /** Completes the last word, for search as you type. */
  readonly prefix?: boolean;
  /** Requires every query word that occurs in any document. */
  readonly all?: boolean;
}

/** A parsed query and its candidates. */
export interface CandidateResult extends ParsedQuery {
  readonly wanted: RankingQuery;
  /** Best first, by BM25 over the terms that were looked up. */
  readonly candidates: readonly ScoredDocument[];
}

/** Finds candidates in one corpus. */
export interface CandidateFinder {
  find(query: string, options: CandidateOptions): CandidateResult;
  /** Returns the query's terms that a document contains. */
  heldTerms(document: number, sought: readonly QueryTerm[]): string[];
}

/**
 * Number of postings to read for candidates, starting with the rarest word. Bounds the time of a search; a document
 * without any of the rarest words is seldom the best. The ranking then counts all words.
 */
export const CANDIDATE_BUDGET = 2_000;

/** Returns the terms to look up with their weights, rarest first. Of a run, which must match whole, only the rarest. */
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

/** Returns the rarest keys, within `CANDIDATE_BUDGET` unless the rarer ones have fewer than `RERANK_DEPTH` postings. */
function fewest(keys: readonly [number, number][], { held }: TermCorpus): [number, number][] {
  let sum = 0;
  return keys.filter(([term]) => {
    const before = sum;
    sum += held[term]!;
    return before < RERANK_DEPTH || sum <= CANDIDATE_BUDGET;
  });
}

/** Returns the query term with the fewest postings: when all terms are required, every match contains it. */
function narrowest(sought: readonly QueryTerm[], { held }: TermCorpus): QueryTerm[] {
  const size = ({ terms }: QueryTerm) => terms.reduce((sum, term) => sum + held[term]!, 0);
  return [...sought].sort((a, b) => size(a) - size(b)).slice(0, 1);
}

/** Converts query terms into the form that the ranking reads. */
function wantedOf(sought: readonly QueryTerm[]): RankingQuery {
  const weights = new Map<number, number>();
  for (const queryTerm of sought)
    queryTerm.terms.forEach((term, index) => {
      weights.set(term, (weights.get(term) ?? 0) + queryTerm.weights[index]!);
    });
  const runs = sought.filter(({ together }) => together).map(({ terms }) => terms);
  return { terms: [...weights.keys()], weights: [...weights.values()], runs };
}

/** Creates a candidate finder over a corpus and its postings. */
export function createCandidateFinder(corpus: TermCorpus, candidates: PostingsIndex): CandidateFinder {
  const spelling = createSpellingIndex(corpus);
  const seen = new Int32Array(corpus.terms.length).fill(-1);

  /** Returns the query terms that a document contains. Marks all its terms in `seen`. */
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
    const minimum = all ? sought.length : 1;
    const isStrict = all || sought.some(({ together }) => together);
    const lookFor = (keys: readonly [number, number][]): readonly ScoredDocument[] => {
      const found = look(keys, among);
      return isStrict ? found.filter(({ document }) => holding(document, sought).length >= minimum) : found;
    };
    const keys = keysOf(all ? narrowest(sought, corpus) : sought, corpus);
    const rarest = all ? keys : fewest(keys, corpus);
    const found = lookFor(rarest);
    // The rarest words find enough unless a filter drops some of their documents.
    const isComplete = rarest.length === keys.length || (!among && !isStrict);
    return isComplete || found.length >= RERANK_DEPTH ? found : lookFor(keys);
  }

  return {
    find(query, options) {
      const parsed = parseQuery(query, corpus, spelling, { prefix: options.prefix ?? false, stands });
      return {
        ...parsed,
        wanted: wantedOf(parsed.sought),
        candidates: candidatesFor(parsed.sought, options),
      };
    },
    heldTerms(document, sought) {
      const terms = holding(document, sought).flatMap((queryTerm) => queryTerm.terms);
      return [...new Set(terms)].filter((term) => seen[term] === document).map((term) => corpus.terms[term]!);
    },
  };
}
