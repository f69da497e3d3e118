/** Which documents hold which terms: MiniSearch over the terms that the analysis gives, scored by its BM25. */
import MiniSearch, { type QueryCombination } from "minisearch";

/** A document that holds what was sought. */
export interface MatchedDocument {
  readonly document: number;
  readonly score: number;
  /** The sought terms that it holds: of terms that must all be there, none where one is missing. */
  holds(term: string): boolean;
}

/** Terms of which any, or all, are sought, each with its weight. */
export interface TermGroup {
  readonly weights: ReadonlyMap<string, number>;
  readonly all: boolean;
}

export interface MatchIndex {
  add(document: number, terms: readonly string[]): void;
  discard(document: number): void;
  /** All of it as one line, which `createMatchIndex` takes. */
  save(): string;
  /** The documents that hold any of the groups, or all of them, best first; of equals, the first that came. */
  search(
    groups: readonly TermGroup[],
    options?: { readonly all?: boolean; readonly among?: ((document: number) => boolean) | undefined },
  ): MatchedDocument[];
}

/** Lucene's usual numbers; documents without a term get nothing for it, and a document is as long as it has distinct terms. */
const BM25 = { k: 1.2, b: 0.75, d: 0 } as const;

/** Stands in no term. */
const SEPARATOR = "\n";

const queryOf = ({ weights, all }: TermGroup): QueryCombination => ({
  combineWith: all ? "AND" : "OR",
  queries: [...weights.keys()],
  boostTerm: (term) => weights.get(term)!,
});

/** Terms are the tokens, and are indexed as they stand. */
const OPTIONS = {
  fields: ["terms"],
  tokenize: (terms: string) => terms.split(SEPARATOR),
  processTerm: (term: string) => term,
  searchOptions: { tokenize: (term: string) => [term], bm25: BM25 },
};

/** An index without documents, or with those that were saved. */
export function createMatchIndex(saved?: string): MatchIndex {
  type Entry = { readonly id: number; readonly terms: string };
  const index =
    saved === undefined ? new MiniSearch<Entry>(OPTIONS) : MiniSearch.loadJSON<Entry>(saved, OPTIONS);
  return {
    add: (id, terms) => index.add({ id, terms: terms.join(SEPARATOR) }),
    discard: (id) => index.discard(id),
    save: () => JSON.stringify(index),
    search(groups, { all = false, among } = {}) {
      if (groups.length === 0) return [];
      const query: QueryCombination = { combineWith: all ? "AND" : "OR", queries: groups.map(queryOf) };
      const found = index.search(query, among ? { filter: ({ id }) => among(id) } : {});
      return found
        .map(({ id, score, match, queryTerms }) => ({
          document: id as number,
          // MiniSearch counts a score once for each term that is held; BM25 does not.
          score: score / queryTerms.length,
          holds: (term: string) => Object.hasOwn(match, term),
        }))
        .sort((a, b) => b.score - a.score || a.document - b.document);
    },
  };
}
