/** What a question seeks in these documents: each of its words as the documents know it, and what had to be assumed. */

import { QUESTION_WORDS } from "../language/search-words.ts";
import { type SearchToken, tokenizeText } from "./analysis.ts";
import type { TermCorpus } from "./corpus.ts";
import { isScaleWord } from "./numbers.ts";
import type { SpellingIndex } from "./spelling.ts";

/** What was typed, and the words that were sought in its stead. */
export interface Substitution {
  readonly typed: string;
  readonly taken: readonly string[];
}

/** One word of a question: a document holds it if it holds any of these terms; a run of Chinese, if it holds all. */
export interface QueryTerm {
  readonly terms: readonly number[];
  readonly weights: readonly number[];
  readonly together: boolean;
}

export interface ParsedQuery {
  readonly sought: readonly QueryTerm[];
  readonly assumed: readonly Substitution[];
  readonly unknown: readonly string[];
}

/** For so many unknown words of a question what is like them is looked for: it may be a page in another language. */
const MAX_CORRECTED_WORDS = 10;

interface Way {
  /** The last word may be unfinished. */
  readonly prefix: boolean;
  /** Whether any document holds all of these terms. */
  stands(terms: readonly number[]): boolean;
}

/** Words by which a question is put count only where there is nothing else. */
function contentTokens(tokens: readonly SearchToken[]): readonly SearchToken[] {
  const others = tokens.filter(({ word }) => word === undefined || !QUESTION_WORDS.has(word));
  return others.length > 0 ? others : tokens;
}

/** Tokens that belong together: the pairs of one run of Chinese, or one token alone. */
function groupRuns(tokens: readonly SearchToken[]): SearchToken[][] {
  const groups: SearchToken[][] = [];
  for (const token of tokens) {
    const last = groups.at(-1);
    if (token.run !== undefined && last?.[0]?.run === token.run) last.push(token);
    else groups.push([token]);
  }
  return groups;
}

export function parseQuery(
  query: string,
  corpus: TermCorpus,
  spelling: SpellingIndex,
  { prefix, stands }: Way,
): ParsedQuery {
  const sought: QueryTerm[] = [];
  const assumed: Substitution[] = [];
  const unknown: string[] = [];
  let strange = 0;

  /** A run that stands nowhere is parted where its rarest pair is. Every pair of it is known. */
  function part(run: readonly SearchToken[]): (readonly SearchToken[])[] {
    if (run.length === 0) return [];
    const numbers = run.map(({ term }) => corpus.numbers.get(term)!);
    if (stands(numbers)) return [run];
    const held = numbers.map((number) => corpus.held[number]!);
    const rarest = held.indexOf(Math.min(...held));
    return [...part(run.slice(0, rarest)), ...part(run.slice(rarest + 1))];
  }

  /** The stretches of a run whose pairs are all known. */
  function stretches(run: readonly SearchToken[]): SearchToken[][] {
    const found: SearchToken[][] = [[]];
    for (const token of run)
      if (corpus.numbers.has(token.term)) found.at(-1)!.push(token);
      else found.push([]);
    return found;
  }

  function seekRun(run: readonly SearchToken[]): void {
    const said = (part: readonly SearchToken[]) => query.slice(part[0]!.start, part.at(-1)!.end);
    const parts = stretches(run).flatMap(part);
    for (const pairs of parts) {
      const terms = [...new Set(pairs.map(({ term }) => corpus.numbers.get(term)!))];
      sought.push({ terms, weights: terms.map(() => 1), together: true });
    }
    if (parts.length === 0) unknown.push(said(run));
    else if (parts[0]!.length < run.length) assumed.push({ typed: said(run), taken: parts.map(said) });
  }

  function seekWord({ term, word, start, end }: SearchToken): void {
    const typed = query.slice(start, end);
    const number = corpus.numbers.get(term);
    const unfinished = prefix && word !== undefined && end === query.length;
    const begun = unfinished ? spelling.completions(word).filter((taken) => taken.term !== number) : [];
    const isStrange = number === undefined && begun.length === 0 && word !== undefined && !isScaleWord(word);
    const alike = isStrange && strange++ < MAX_CORRECTED_WORDS ? spelling.similar(word) : [];
    const taken = [...begun, ...alike];
    if (taken.length > 0) assumed.push({ typed, taken: taken.map((one) => one.word) });
    if (number === undefined && taken.length === 0) unknown.push(typed);
    else
      sought.push({
        terms: [...(number === undefined ? [] : [number]), ...taken.map((one) => one.term)],
        weights: [...(number === undefined ? [] : [1]), ...taken.map(({ weight }) => weight)],
        together: false,
      });
  }

  for (const group of groupRuns(contentTokens([...tokenizeText(query)])))
    if (group[0]!.run === undefined) seekWord(group[0]!);
    else seekRun(group);
  const once = assumed.filter((one, at) => assumed.findIndex(({ typed }) => typed === one.typed) === at);
  return { sought, assumed: once, unknown: [...new Set(unknown)] };
}
