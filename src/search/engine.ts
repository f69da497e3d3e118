/** Finds documents by the words in them: the seam of this room, which knows nothing but words, documents and hits. */

import { runInSlices } from "../support/time-slices.ts";
import {
  type CandidateFinder,
  type CandidateOptions,
  createCandidateFinder,
  type ScoredDocument,
} from "./candidates.ts";
import {
  createCorpus,
  type GrowingCorpus,
  loadCorpus,
  type SearchDocument,
  type TermCorpus,
} from "./corpus.ts";
import { createMatchIndex, type MatchIndex } from "./match-index.ts";
import type { QueryTerm, Substitution } from "./query.ts";
import { createRanking, type RankedDocument, RERANK_DEPTH } from "./ranking.ts";
import { createSharing } from "./sharing.ts";

export interface DocumentHit {
  readonly id: string;
  readonly score: number;
  /** The terms of the query that the document holds, as the analysis has them: for marking. */
  readonly terms: readonly string[];
}

export interface EngineResult {
  /** Best first. */
  readonly hits: readonly DocumentHit[];
  /** Whether anything was found, given or not. */
  readonly any: boolean;
  /** What was typed, and the words that were sought in its stead. */
  readonly assumed: readonly Substitution[];
  /** What was typed and is in no document, nor is anything like it. */
  readonly unknown: readonly string[];
}

export interface EngineOptions extends CandidateOptions {
  /** Of what is found, only these are given: unlike `among`, it changes nothing of their order. */
  readonly only?: (id: string) => boolean;
  readonly limit?: number;
}

export interface SearchEngine {
  search(query: string, options?: EngineOptions): EngineResult;
  /** The ids of at most `most` documents that share any term with a text, those with the most terms first. */
  sharing(text: string, most: number): readonly string[];
  /** From now on it is found. Throws where there is one of its id. */
  add(document: SearchDocument): void;
  /** From now on it is found no more. Says whether there was one of this id. */
  remove(id: string): boolean;
  /** All of it as one string, which `loadSearchEngine` reads. */
  save(): string;
}

const enter = (corpus: GrowingCorpus, index: MatchIndex, document: number): void =>
  index.add(
    document,
    Array.from(corpus.sequence(document), (term) => corpus.terms[term]!),
  );

function indexOf(corpus: GrowingCorpus): MatchIndex {
  const index = createMatchIndex();
  for (const document of corpus.documents()) enter(corpus, index, document);
  return index;
}

/** The candidates that are put into order with care. */
export const headOf = (candidates: readonly ScoredDocument[]): number[] =>
  candidates.slice(0, RERANK_DEPTH).map(({ document }) => document);

/** Adds the candidates that were not looked at as closely, whose scores are on another scale, after those that were. */
export function withRest(
  head: readonly RankedDocument[],
  candidates: readonly ScoredDocument[],
): RankedDocument[] {
  const last = head.at(-1)?.score ?? 0;
  const rest = candidates
    .slice(RERANK_DEPTH)
    .map(({ document, score }) => ({ document, score: Math.min(score, last) }));
  return [...head, ...rest];
}

/** Returns those of the ranked documents that are given. */
export function hitsIn(
  found: readonly RankedDocument[],
  sought: readonly QueryTerm[],
  { corpus, finder }: { readonly corpus: TermCorpus; readonly finder: CandidateFinder },
  { only, limit }: { readonly only: EngineOptions["only"] | undefined; readonly limit: number | undefined },
): Pick<EngineResult, "hits" | "any"> {
  const given = only ? found.filter(({ document }) => only(corpus.idOf(document))) : found;
  const hits = given.slice(0, limit).map(({ document, score }): DocumentHit => {
    return { id: corpus.idOf(document), score, terms: finder.heldTerms(document, sought) };
  });
  return { hits, any: found.length > 0 };
}

function engineOver(corpus: GrowingCorpus, index: MatchIndex): SearchEngine {
  let hasGaps = false;
  const finder = createCandidateFinder(corpus, index);
  const rank = createRanking(corpus);
  const sharing = createSharing(corpus);
  return {
    search(query, { only, limit, ...options } = {}) {
      const { sought, assumed, unknown, wanted, candidates } = finder.find(query, options);
      const found = withRest(rank(headOf(candidates), wanted), candidates);
      return { ...hitsIn(found, sought, { corpus, finder }, { only, limit }), assumed, unknown };
    },
    sharing: (text, most) => sharing(text, most).map(corpus.idOf),
    add: (document) => enter(corpus, index, corpus.add(document)),
    remove(id) {
      const document = corpus.remove(id);
      if (document === undefined) return false;
      index.discard(document);
      hasGaps = true;
      return true;
    },
    save() {
      const saved = corpus.save();
      // Documents are saved by their order, so that the index must be of those that are left alone.
      return `${saved}\n${(hasGaps ? indexOf(loadCorpus(saved)) : index).save()}`;
    },
  };
}

/** An engine over these documents, each with an id of its own. */
export function createSearchEngine(documents: Iterable<SearchDocument> = []): SearchEngine {
  const engine = engineOver(createCorpus(), createMatchIndex());
  for (const document of documents) engine.add(document);
  return engine;
}

/** The same in slices, between which everything else has its turn: for a large collection. */
export async function createSearchEngineInSlices(documents: Iterable<SearchDocument>): Promise<SearchEngine> {
  const engine = engineOver(createCorpus(), createMatchIndex());
  await runInSlices(documents, engine.add);
  return engine;
}

/** The engine that was saved: it finds the same. What another version saved is refused. */
export function loadSearchEngine(saved: string): SearchEngine {
  const end = saved.indexOf("\n");
  const corpus = loadCorpus(end < 0 ? saved : saved.slice(0, end));
  return engineOver(corpus, createMatchIndex(saved.slice(end + 1)));
}
