/** Searches documents by their words. The entry point of this folder, which knows nothing of records or sources. */

import { type CandidateOptions, createCandidateFinder } from "./candidates.ts";
import {
  createCorpusBuilder,
  loadCorpus,
  type SearchDocument,
  saveCorpus,
  type TermCorpus,
} from "./corpus.ts";
import { buildPostings, type PostingsIndex } from "./postings.ts";
import type { Substitution } from "./query.ts";
import { createRanking, RERANK_DEPTH } from "./ranking.ts";

/** A document that matches a query. */
export interface DocumentHit {
  readonly id: string;
  readonly score: number;
  /** The query's terms that the document contains, for `markTerms`. */
  readonly terms: readonly string[];
}

/** The result of a search. */
export interface EngineResult {
  /** Best first. */
  readonly hits: readonly DocumentHit[];
  /** Typed words that were replaced or completed. */
  readonly assumed: readonly Substitution[];
  /** Typed words that occur in no document and have no similar word in one. */
  readonly unknown: readonly string[];
}

/** Options of a search. */
export interface EngineOptions extends CandidateOptions {
  /** Maximum number of hits; all by default. */
  readonly limit?: number;
}

/** A full-text search engine over a fixed set of documents. */
export interface SearchEngine {
  search(query: string, options?: EngineOptions): EngineResult;
  /** Serializes the engine for `loadSearchEngine`. */
  save(): string;
}

/** Length of a slice of index building, in milliseconds. */
const SLICE = 8;

function finderOf(corpus: TermCorpus, candidates: PostingsIndex): SearchEngine {
  const finder = createCandidateFinder(corpus, candidates);
  const rank = createRanking(corpus);
  return {
    search(query, { limit, ...options } = {}) {
      const { sought, assumed, unknown, wanted, candidates } = finder.find(query, options);
      const head = rank(
        candidates.slice(0, RERANK_DEPTH).map(({ document }) => document),
        wanted,
      );
      // The rest has BM25 scores, on another scale than those of the ranking.
      const last = head.at(-1)?.score ?? 0;
      const rest = candidates
        .slice(RERANK_DEPTH)
        .map(({ document, score }) => ({ document, score: Math.min(score, last) }));
      const hits = [...head, ...rest].slice(0, limit).map(({ document, score }): DocumentHit => {
        return { id: corpus.ids[document]!, score, terms: finder.heldTerms(document, sought) };
      });
      return { hits, assumed, unknown };
    },
    save: () => saveCorpus(corpus),
  };
}

/** Runs all steps at once. */
function finished<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Runs the steps in slices, yielding to the event loop after each. */
async function finishedSlowly<T>(steps: Generator<void, T>): Promise<T> {
  for (let until = performance.now() + SLICE; ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await new Promise((resolve) => setImmediate(resolve));
    until = performance.now() + SLICE;
  }
}

function* made(documents: Iterable<SearchDocument>): Generator<void, SearchEngine> {
  const builder = createCorpusBuilder();
  for (const document of documents) {
    builder.add(document);
    yield;
  }
  return yield* over(builder.corpus());
}

function* over(corpus: TermCorpus): Generator<void, SearchEngine> {
  return finderOf(corpus, yield* buildPostings(corpus));
}

/**
 * Creates a search engine over documents.
 * @throws {Error} if two documents have the same id
 */
export const createSearchEngine = (documents: Iterable<SearchDocument>): SearchEngine =>
  finished(made(documents));

/** Like `createSearchEngine`, but yields to the event loop while building; for large collections. */
export const createSearchEngineInSlices = (documents: Iterable<SearchDocument>): Promise<SearchEngine> =>
  finishedSlowly(made(documents));

/**
 * Restores a saved search engine, which gives the same results.
 * @throws {Error} if it was saved in another version of the format
 */
export const loadSearchEngine = (saved: string): SearchEngine => finished(over(loadCorpus(saved)));
