/** Which documents a question may mean: those that hold any of its words, best first by all of them. */

import type { TermCorpus } from "./corpus.ts";
import type { MatchedDocument, MatchIndex, TermGroup } from "./match-index.ts";
import { type ParsedQuery, parseQuery, type QueryTerm } from "./query.ts";
import { inverseFrequency, type RankingQuery, RERANK_DEPTH, termSaturation } from "./ranking.ts";
import { createSpellingIndex } from "./spelling.ts";

export interface CandidateOptions {
  /** Only these documents. */
  readonly among?: (id: string) => boolean;
  /** The last word may be unfinished: for while someone types. */
  readonly prefix?: boolean;
  /** Every word that any document knows must be there. */
  readonly all?: boolean;
  /** A word in more documents than this finds none by itself beside a rarer one; infinity where all words must. */
  readonly commonWord?: number;
}

export interface ScoredDocument {
  readonly document: number;
  readonly score: number;
}

export interface CandidateResult extends ParsedQuery {
  readonly wanted: RankingQuery;
  /** Best first; whatever holds every word is among the first `RERANK_DEPTH`, unless so many hold every word. */
  readonly candidates: readonly ScoredDocument[];
}

export interface CandidateFinder {
  find(query: string, options: CandidateOptions): CandidateResult;
  /** The documents that a parsed query may mean, in the order of `CandidateResult`. */
  candidates(sought: readonly QueryTerm[], options: CandidateOptions): readonly ScoredDocument[];
  /** The terms of what is sought that a document holds. */
  heldTerms(document: number, sought: readonly QueryTerm[]): string[];
}

/**
 * A word that more documents than this hold finds none by itself beside a rarer one: it bounds the time of a search, and
 * changes nothing among fewer documents. What is found by other words is scored by this one too.
 */
export const COMMON_WORD = 20_000;

/** In how many documents what is sought is, at the most or about so. */
export const spreadOf = ({ terms, together }: QueryTerm, { held }: Pick<TermCorpus, "held">): number =>
  (together ? Math.min : Math.max)(...terms.map((term) => held[term]!));

/** What is sought as the ranking reads it. */
export function wantedOf(sought: readonly QueryTerm[]): RankingQuery {
  const weights = new Map<number, number>();
  for (const one of sought)
    one.terms.forEach((term, index) => {
      weights.set(term, (weights.get(term) ?? 0) + one.weights[index]!);
    });
  const runs = sought.filter(({ together }) => together).map(({ terms }) => terms);
  return { terms: [...weights.keys()], weights: [...weights.values()], runs };
}

/** The same documents, but that those which hold every word stand among the foremost. */
function withWholeAhead(
  found: readonly MatchedDocument[],
  isWhole: (found: MatchedDocument) => boolean,
): readonly MatchedDocument[] {
  const late = found.slice(RERANK_DEPTH).filter(isWhole);
  if (late.length === 0) return found;
  const broken = found.slice(0, RERANK_DEPTH).filter((one) => !isWhole(one));
  const raised = late.slice(0, broken.length);
  const lowered = new Set(raised.length > 0 ? broken.slice(-raised.length) : []);
  const ahead = [...found.slice(0, RERANK_DEPTH).filter((one) => !lowered.has(one)), ...raised];
  const foremost = new Set(ahead);
  return [...ahead, ...found.filter((one) => !foremost.has(one))];
}

export function createCandidateFinder(
  corpus: TermCorpus,
  index: Pick<MatchIndex, "search">,
): CandidateFinder {
  const spelling = createSpellingIndex(corpus);

  const groupOf = ({ terms, weights, together }: QueryTerm): TermGroup => ({
    weights: new Map(terms.map((term, place) => [corpus.terms[term]!, weights[place]!])),
    all: together,
  });

  /** Which of the sought words a document holds. */
  function holding(document: number, sought: readonly QueryTerm[]): QueryTerm[] {
    const held = new Set(corpus.sequence(document));
    const holds = (term: number): boolean => held.has(term);
    return sought.filter(({ terms, together }) => (together ? terms.every(holds) : terms.some(holds)));
  }

  /** By the rarest of them, and then one document after another. */
  function stands(terms: readonly number[]): boolean {
    const rarest = terms.reduce((a, b) => (corpus.held[b]! < corpus.held[a]! ? b : a));
    const run: QueryTerm = { terms, weights: terms.map(() => 1), together: true };
    return index
      .search([groupOf({ ...run, terms: [rarest], weights: [1] })])
      .some(({ document }) => holding(document, [run]).length > 0);
  }

  /** What the common words add to the scores of documents that other words found. */
  function addCommon(found: readonly MatchedDocument[], common: readonly QueryTerm[]): MatchedDocument[] {
    const { terms, weights } = wantedOf(common);
    const places = new Int16Array(corpus.terms.length).fill(-1);
    terms.forEach((term, place) => {
      places[term] = place;
    });
    const rarity = terms.map((term, at) => weights[at]! * inverseFrequency(corpus.size, corpus.held[term]!));
    const { usualLength } = corpus;
    const scored = found.map((one) => {
      const times = new Uint16Array(terms.length);
      const sequence = corpus.sequence(one.document);
      for (const term of sequence) if (places[term]! >= 0) times[places[term]!]!++;
      const added = rarity.reduce(
        (sum, rare, place) => sum + rare * termSaturation(times[place]!, sequence.length, usualLength),
        0,
      );
      return { ...one, score: one.score + added };
    });
    return scored.sort((a, b) => b.score - a.score || a.document - b.document);
  }

  function candidatesFor(
    sought: readonly QueryTerm[],
    { among, all = false, commonWord = COMMON_WORD }: CandidateOptions,
  ): readonly ScoredDocument[] {
    const rarer = sought.filter((one) => spreadOf(one, corpus) <= commonWord);
    const finding = rarer.length > 0 ? rarer : sought;
    const common = sought.filter((one) => !finding.includes(one));
    const found = index.search(finding.map(groupOf), {
      all,
      among: among && ((document) => among(corpus.idOf(document))),
    });
    const holdsCommon = ({ document }: MatchedDocument): boolean =>
      common.length === 0 || holding(document, common).length === common.length;
    if (all) return found.filter(holdsCommon);
    const isWhole = (one: MatchedDocument): boolean =>
      finding.every(({ terms, together }) => {
        const holds = (term: number): boolean => one.holds(corpus.terms[term]!);
        return together ? terms.every(holds) : terms.some(holds);
      }) && holdsCommon(one);
    return withWholeAhead(common.length > 0 ? addCommon(found, common) : found, isWhole);
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
    candidates: candidatesFor,
    heldTerms(document, sought) {
      const held = new Set(corpus.sequence(document));
      const terms = holding(document, sought).flatMap((one) => one.terms);
      return [...new Set(terms)].filter((term) => held.has(term)).map((term) => corpus.terms[term]!);
    },
  };
}
