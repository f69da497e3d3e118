/** Parses a query into terms of the corpus, with completions and spelling corrections. */

import { QUESTION_WORDS } from "../language/search-words.ts";
import { type SearchToken, tokenizeText } from "./analysis.ts";
import type { TermCorpus } from "./corpus.ts";
import { isScaleWord } from "./numbers.ts";
import type { SpellingIndex } from "./spelling.ts";

/** A typed word or run, and the words that were searched for it. */
export interface Substitution {
  readonly typed: string;
  readonly taken: readonly string[];
}

/** A word of a query, with its alternative terms and their weights. */
export interface QueryTerm {
  readonly terms: readonly number[];
  readonly weights: readonly number[];
  /** Whether a document must contain all terms, as for a run of Chinese, rather than any. */
  readonly together: boolean;
}

/** A query in terms of the corpus. */
export interface ParsedQuery {
  readonly sought: readonly QueryTerm[];
  /** Typed words that were replaced or completed. */
  readonly assumed: readonly Substitution[];
  /** Typed words that occur in no document and have no similar word in one. */
  readonly unknown: readonly string[];
}

/** Number of unknown words that are corrected per query. One with more may be a page in another language. */
const MAX_CORRECTED_WORDS = 10;

interface Way {
  /** Whether to complete the last word. */
  readonly prefix: boolean;
  /** Tells whether any document contains all of the terms. */
  stands(terms: readonly number[]): boolean;
}

/** Drops question words, unless the query has no others. */
function contentTokens(tokens: readonly SearchToken[]): readonly SearchToken[] {
  const others = tokens.filter(({ word }) => word === undefined || !QUESTION_WORDS.has(word));
  return others.length > 0 ? others : tokens;
}

/** Groups the character pairs of each Chinese run; every other token is a group of its own. */
function groupRuns(tokens: readonly SearchToken[]): SearchToken[][] {
  const groups: SearchToken[][] = [];
  for (const token of tokens) {
    const last = groups.at(-1);
    if (token.run !== undefined && last?.[0]?.run === token.run) last.push(token);
    else groups.push([token]);
  }
  return groups;
}

/** Parses a query against a corpus. */
export function parseQuery(
  query: string,
  corpus: TermCorpus,
  spelling: SpellingIndex,
  { prefix, stands }: Way,
): ParsedQuery {
  const sought: QueryTerm[] = [];
  const assumed: Substitution[] = [];
  const unknown: string[] = [];
  let correctedWords = 0;

  /** Splits a run of known pairs at its rarest pair, until some document contains each part. */
  function part(run: readonly SearchToken[]): (readonly SearchToken[])[] {
    if (run.length === 0) return [];
    const numbers = run.map(({ term }) => corpus.numberOf(term)!);
    if (stands(numbers)) return [run];
    const held = numbers.map((number) => corpus.held[number]!);
    const rarest = held.indexOf(Math.min(...held));
    return [...part(run.slice(0, rarest)), ...part(run.slice(rarest + 1))];
  }

  /** Splits a run into parts whose pairs are all in the corpus. */
  function stretches(run: readonly SearchToken[]): SearchToken[][] {
    const found: SearchToken[][] = [[]];
    for (const token of run)
      if (corpus.numberOf(token.term) !== undefined) found.at(-1)!.push(token);
      else found.push([]);
    return found;
  }

  function seekRun(run: readonly SearchToken[]): void {
    const typedText = (part: readonly SearchToken[]) => query.slice(part[0]!.start, part.at(-1)!.end);
    const parts = stretches(run).flatMap(part);
    for (const pairs of parts) {
      const terms = [...new Set(pairs.map(({ term }) => corpus.numberOf(term)!))];
      sought.push({ terms, weights: terms.map(() => 1), together: true });
    }
    if (parts.length === 0) unknown.push(typedText(run));
    else if (parts[0]!.length < run.length)
      assumed.push({ typed: typedText(run), taken: parts.map(typedText) });
  }

  function seekWord({ term, word, start, end }: SearchToken): void {
    const typed = query.slice(start, end);
    const number = corpus.numberOf(term);
    const unfinished = prefix && word !== undefined && end === query.length;
    const completed = unfinished ? spelling.completions(word).filter((taken) => taken.term !== number) : [];
    const isUnknown =
      number === undefined && completed.length === 0 && word !== undefined && !isScaleWord(word);
    const alike = isUnknown && correctedWords++ < MAX_CORRECTED_WORDS ? spelling.similar(word) : [];
    const taken = [...completed, ...alike];
    if (taken.length > 0) assumed.push({ typed, taken: taken.map((match) => match.word) });
    if (number === undefined && taken.length === 0) unknown.push(typed);
    else
      sought.push({
        terms: [...(number === undefined ? [] : [number]), ...taken.map((match) => match.term)],
        weights: [...(number === undefined ? [] : [1]), ...taken.map(({ weight }) => weight)],
        together: false,
      });
  }

  for (const group of groupRuns(contentTokens([...tokenizeText(query)])))
    if (group[0]!.run === undefined) seekWord(group[0]!);
    else seekRun(group);
  const distinct = assumed.filter((one, at) => assumed.findIndex(({ typed }) => typed === one.typed) === at);
  return { sought, assumed: distinct, unknown: [...new Set(unknown)] };
}
