/** What a question seeks in these documents: each of its words as the documents know it, and what had to be assumed. */
import { type Token, tokensOf } from "./analysis.ts";
import type { Corpus } from "./corpus.ts";
import { isScale } from "./numbers.ts";
import type { Slips } from "./spelling.ts";
import { ASKING } from "./stop-words.ts";

/** What was typed, and the words that were sought in its stead. */
export interface Assumed {
  readonly typed: string;
  readonly taken: readonly string[];
}

/** One word of a question: a document holds it if it holds any of these terms; a run of Chinese, if it holds all. */
export interface Sought {
  readonly terms: readonly number[];
  readonly weights: readonly number[];
  readonly together: boolean;
}

export interface Asked {
  readonly sought: readonly Sought[];
  readonly assumed: readonly Assumed[];
  readonly unknown: readonly string[];
}

/** For so many unknown words of a question what is like them is looked for: it may be a page in another language. */
const STRANGE = 10;

interface Way {
  /** The last word may be unfinished. */
  readonly prefix: boolean;
  /** Whether any document holds all of these terms. */
  stands(terms: readonly number[]): boolean;
}

/** Words by which a question is put count only where there is nothing else. */
function telling(tokens: readonly Token[]): readonly Token[] {
  const others = tokens.filter(({ word }) => word === undefined || !ASKING.has(word));
  return others.length > 0 ? others : tokens;
}

/** Tokens that belong together: the pairs of one run of Chinese, or one token alone. */
function joined(tokens: readonly Token[]): Token[][] {
  const groups: Token[][] = [];
  for (const token of tokens) {
    const last = groups.at(-1);
    if (token.run !== undefined && last?.[0]?.run === token.run) last.push(token);
    else groups.push([token]);
  }
  return groups;
}

export function understand(query: string, corpus: Corpus, slips: Slips, { prefix, stands }: Way): Asked {
  const sought: Sought[] = [];
  const assumed: Assumed[] = [];
  const unknown: string[] = [];
  let strange = 0;

  /** A run that stands nowhere is parted where its rarest pair is. Every pair of it is known. */
  function part(run: readonly Token[]): (readonly Token[])[] {
    if (run.length === 0) return [];
    const numbers = run.map(({ term }) => corpus.numbers.get(term)!);
    if (stands(numbers)) return [run];
    const held = numbers.map((number) => corpus.held[number]!);
    const rarest = held.indexOf(Math.min(...held));
    return [...part(run.slice(0, rarest)), ...part(run.slice(rarest + 1))];
  }

  /** The stretches of a run whose pairs are all known. */
  function stretches(run: readonly Token[]): Token[][] {
    const found: Token[][] = [[]];
    for (const token of run)
      if (corpus.numbers.has(token.term)) found.at(-1)!.push(token);
      else found.push([]);
    return found;
  }

  function seekRun(run: readonly Token[]): void {
    const said = (part: readonly Token[]) => query.slice(part[0]!.start, part.at(-1)!.end);
    const parts = stretches(run).flatMap(part);
    for (const pairs of parts) {
      const terms = [...new Set(pairs.map(({ term }) => corpus.numbers.get(term)!))];
      sought.push({ terms, weights: terms.map(() => 1), together: true });
    }
    if (parts.length === 0) unknown.push(said(run));
    else if (parts[0]!.length < run.length) assumed.push({ typed: said(run), taken: parts.map(said) });
  }

  function seekWord({ term, word, start, end }: Token): void {
    const typed = query.slice(start, end);
    const number = corpus.numbers.get(term);
    const unfinished = prefix && word !== undefined && end === query.length;
    const begun = unfinished ? slips.beginning(word).filter((taken) => taken.term !== number) : [];
    const isStrange = number === undefined && begun.length === 0 && word !== undefined && !isScale(word);
    const alike = isStrange && strange++ < STRANGE ? slips.alike(word) : [];
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

  for (const group of joined(telling([...tokensOf(query)])))
    if (group[0]!.run === undefined) seekWord(group[0]!);
    else seekRun(group);
  const once = assumed.filter((one, at) => assumed.findIndex(({ typed }) => typed === one.typed) === at);
  return { sought, assumed: once, unknown: [...new Set(unknown)] };
}
