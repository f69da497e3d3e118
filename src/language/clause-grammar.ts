/** Defines the grammar by which clauses are told that may not be left out, and combines the grammars of all languages. */
import { englishClauses } from "./en/clauses.ts";
import { combinePatterns, combineWords, type PatternSource, type WordList } from "./grammar-parts.ts";
import { chineseClauses } from "./zh/clauses.ts";

/** One language's grammar of clauses. */
export interface ClauseGrammar {
  /** Verbs of saying. */
  readonly says: WordList;
  /** A verb of saying anywhere in a sentence. */
  readonly speaks: PatternSource;
  /** Further verbs that give a statement as somebody's, in a passage that is cut. */
  readonly attributes?: PatternSource;
  /** Signs of a denial; of a supposition or demand. */
  readonly denies: PatternSource;
  readonly supposes: PatternSource;
  /** Signs of a supposition that depend on case: the verb “may” as opposed to the month. */
  readonly supposesAsCased?: PatternSource;
  /** Words that limit what is stated, or say on what it depends. */
  readonly limits?: PatternSource;
  /** How a clause begins that goes on from the one before it. */
  readonly joined?: PatternSource;
  /** How a clause begins that only says when, where or how. */
  readonly adverbials?: PatternSource;
}

const CLAUSE_GRAMMARS: readonly ClauseGrammar[] = [englishClauses, chineseClauses];

/** Joins a part of all grammars into the source of one pattern. */
export const clausePattern = (part: (grammar: ClauseGrammar) => PatternSource | undefined): PatternSource =>
  combinePatterns(CLAUSE_GRAMMARS, part);

/** Collects a word list from all grammars. */
export const clauseWords = (part: (grammar: ClauseGrammar) => WordList | undefined): string[] =>
  combineWords(CLAUSE_GRAMMARS, part);
