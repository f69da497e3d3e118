/** Finds documents by the words in them: the seam of this room, which knows nothing but words, documents and hits. */

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

export interface DocumentHit {
  readonly id: string;
  readonly score: number;
  /** The terms of the query that the document holds, as the analysis has them: for marking. */
  readonly terms: readonly string[];
}

export interface EngineResult {
  /** Best first. */
  readonly hits: readonly DocumentHit[];
  /** What was typed, and the words that were sought in its stead. */
  readonly assumed: readonly Substitution[];
  /** What was typed and is in no document, nor is anything like it. */
  readonly unknown: readonly string[];
}

export interface EngineOptions extends CandidateOptions {
  readonly limit?: number;
}

export interface SearchEngine {
  search(query: string, options?: EngineOptions): EngineResult;
  /** The whole finder as one string, which `loadFinder` reads. */
  save(): string;
}

/** How long a slice of building lasts, in milliseconds. */
const SLICE = 8;

function finderOf(corpus: TermCorpus, candidates: PostingsIndex): SearchEngine {
  const seeker = createCandidateFinder(corpus, candidates);
  const rank = createRanking(corpus);
  return {
    search(query, { limit, ...options } = {}) {
      const { sought, assumed, unknown, wanted, candidates } = seeker.find(query, options);
      const head = rank(
        candidates.slice(0, RERANK_DEPTH).map(({ document }) => document),
        wanted,
      );
      // The rest was not looked at as closely, so that its scores are on another scale.
      const last = head.at(-1)?.score ?? 0;
      const rest = candidates
        .slice(RERANK_DEPTH)
        .map(({ document, score }) => ({ document, score: Math.min(score, last) }));
      const hits = [...head, ...rest].slice(0, limit).map(({ document, score }): DocumentHit => {
        return { id: corpus.ids[document]!, score, terms: seeker.heldTerms(document, sought) };
      });
      return { hits, assumed, unknown };
    },
    save: () => saveCorpus(corpus),
  };
}

/** Goes through all steps at once. */
function finished<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Goes through the steps in slices, and lets everything else have its turn after each. */
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
  const gathering = createCorpusBuilder();
  for (const document of documents) {
    gathering.add(document);
    yield;
  }
  return yield* over(gathering.corpus());
}

function* over(corpus: TermCorpus): Generator<void, SearchEngine> {
  return finderOf(corpus, yield* buildPostings(corpus));
}

/** A finder over these documents, each with an id of its own. */
export const createSearchEngine = (documents: Iterable<SearchDocument>): SearchEngine =>
  finished(made(documents));

/** The same in slices, between which everything else has its turn: for a large collection. */
export const createSearchEngineInSlices = (documents: Iterable<SearchDocument>): Promise<SearchEngine> =>
  finishedSlowly(made(documents));

/** The finder that was saved: it finds the same. What another version saved is refused. */
export const loadSearchEngine = (saved: string): SearchEngine => finished(over(loadCorpus(saved)));
