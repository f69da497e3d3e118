/** Finds documents by the words in them: the seam of this room, which knows nothing but words, documents and hits. */

import { type SeekOptions, seekerIn } from "./candidates.ts";
import { type Corpus, type Document, gather, loadCorpus, saveCorpus } from "./corpus.ts";
import { type Candidates, candidatesOf } from "./postings.ts";
import type { Assumed } from "./query.ts";
import { HEAD, rankingOf } from "./ranking.ts";

export { type Mark, marksIn } from "./analysis.ts";
export type { Document } from "./corpus.ts";
export type { Assumed } from "./query.ts";

export interface Hit {
  readonly id: string;
  readonly score: number;
  /** The terms of the query that the document holds, as the analysis has them: for marking. */
  readonly terms: readonly string[];
}

export interface Found {
  /** Best first. */
  readonly hits: readonly Hit[];
  /** What was typed, and the words that were sought in its stead. */
  readonly assumed: readonly Assumed[];
  /** What was typed and is in no document, nor is anything like it. */
  readonly unknown: readonly string[];
}

export interface SearchOptions extends SeekOptions {
  readonly limit?: number;
}

export interface Finder {
  search(query: string, options?: SearchOptions): Found;
  /** The whole finder as one string, which `loadFinder` reads. */
  save(): string;
}

/** How long a slice of building lasts, in milliseconds. */
const SLICE = 8;

function finderOf(corpus: Corpus, candidates: Candidates): Finder {
  const seeker = seekerIn(corpus, candidates);
  const rank = rankingOf(corpus);
  return {
    search(query, { limit, ...options } = {}) {
      const { sought, assumed, unknown, wanted, candidates } = seeker.seek(query, options);
      const head = rank(
        candidates.slice(0, HEAD).map(({ document }) => document),
        wanted,
      );
      // The rest was not looked at as closely, so that its scores are on another scale.
      const last = head.at(-1)?.score ?? 0;
      const rest = candidates
        .slice(HEAD)
        .map(({ document, score }) => ({ document, score: Math.min(score, last) }));
      const hits = [...head, ...rest].slice(0, limit).map(({ document, score }): Hit => {
        return { id: corpus.ids[document]!, score, terms: seeker.heldBy(document, sought) };
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

function* made(documents: Iterable<Document>): Generator<void, Finder> {
  const gathering = gather();
  for (const document of documents) {
    gathering.add(document);
    yield;
  }
  return yield* over(gathering.corpus());
}

function* over(corpus: Corpus): Generator<void, Finder> {
  return finderOf(corpus, yield* candidatesOf(corpus));
}

/** A finder over these documents, each with an id of its own. */
export const createFinder = (documents: Iterable<Document>): Finder => finished(made(documents));

/** The same in slices, between which everything else has its turn: for a large collection. */
export const createFinderSlowly = (documents: Iterable<Document>): Promise<Finder> =>
  finishedSlowly(made(documents));

/** The finder that was saved: it finds the same. What another version saved is refused. */
export const loadFinder = (saved: string): Finder => finished(over(loadCorpus(saved)));
