/** Which documents a question may mean: those that hold its words, and of many the ones with its rarest words. */

import type { Corpus } from "./corpus.ts";
import type { Candidate, Candidates } from "./postings.ts";
import { type Asked, type Sought, understand } from "./query.ts";
import { HEAD, type Wanted } from "./ranking.ts";
import { slipsIn } from "./spelling.ts";

export interface SeekOptions {
  /** Only these documents. */
  readonly among?: (id: string) => boolean;
  /** The last word may be unfinished: for while someone types. */
  readonly prefix?: boolean;
  /** Every word that any document knows must be there. */
  readonly all?: boolean;
}

export interface Sighted extends Asked {
  readonly wanted: Wanted;
  /** Best first, as far as their rarest words tell. */
  readonly candidates: readonly Candidate[];
}

export interface Seeker {
  seek(query: string, options: SeekOptions): Sighted;
  /** The terms of what is sought that a document holds. */
  heldBy(document: number, sought: readonly Sought[]): string[];
}

/**
 * So many places in documents are looked up for candidates, from the rarest word on: it bounds a search's time, and
 * a document without any of the rarest words is seldom the best. What else it holds, the ranking counts.
 */
export const ENOUGH = 2_000;

/** Terms that find the documents of what is sought, rarest first: of what must stand together, the rarest alone. */
function keysOf(sought: readonly Sought[], { held }: Corpus): [number, number][] {
  const keys = new Map<number, number>();
  for (const { terms, weights, together } of sought) {
    const rarest = terms.reduce((a, b) => (held[b]! < held[a]! ? b : a));
    terms.forEach((term, index) => {
      if (!together || term === rarest) keys.set(term, (keys.get(term) ?? 0) + weights[index]!);
    });
  }
  return [...keys].sort(([a], [b]) => held[a]! - held[b]!);
}

/** The foremost of these: as many as find enough, and no more than find the whole head where one finds too much. */
function fewest(keys: readonly [number, number][], { held }: Corpus): [number, number][] {
  let sum = 0;
  return keys.filter(([term]) => {
    const before = sum;
    sum += held[term]!;
    return before < HEAD || sum <= ENOUGH;
  });
}

/** Where all are required, whatever has them has the one that the fewest have. */
function narrowest(sought: readonly Sought[], { held }: Corpus): Sought[] {
  const size = ({ terms }: Sought) => terms.reduce((sum, term) => sum + held[term]!, 0);
  return [...sought].sort((a, b) => size(a) - size(b)).slice(0, 1);
}

/** What is sought as the ranking reads it. */
function wantedOf(sought: readonly Sought[]): Wanted {
  const weights = new Map<number, number>();
  for (const one of sought)
    one.terms.forEach((term, index) => {
      weights.set(term, (weights.get(term) ?? 0) + one.weights[index]!);
    });
  const runs = sought.filter(({ together }) => together).map(({ terms }) => terms);
  return { terms: [...weights.keys()], weights: [...weights.values()], runs };
}

export function seekerIn(corpus: Corpus, candidates: Candidates): Seeker {
  const slips = slipsIn(corpus);
  const seen = new Int32Array(corpus.terms.length).fill(-1);

  /** Which of the sought words a document holds. */
  function holding(document: number, sought: readonly Sought[]): Sought[] {
    for (const term of corpus.sequence(document)) seen[term] = document;
    const holds = (term: number): boolean => seen[term] === document;
    return sought.filter(({ terms, together }) => (together ? terms.every(holds) : terms.some(holds)));
  }

  function look(keys: readonly [number, number][], among: SeekOptions["among"]): readonly Candidate[] {
    const weights = new Map(keys.map(([term, weight]) => [corpus.terms[term]!, weight]));
    return candidates.search(weights, among && ((document) => among(corpus.ids[document]!)));
  }

  const stands = (terms: readonly number[]): boolean => {
    const run: Sought[] = [{ terms, weights: terms.map(() => 1), together: true }];
    return look(keysOf(run, corpus), undefined).some(({ document }) => holding(document, run).length > 0);
  };

  function candidatesFor(
    sought: readonly Sought[],
    { among, all = false }: SeekOptions,
  ): readonly Candidate[] {
    if (sought.length === 0) return [];
    const least = all ? sought.length : 1;
    const strict = all || sought.some(({ together }) => together);
    const lookFor = (keys: readonly [number, number][]): readonly Candidate[] => {
      const found = look(keys, among);
      return strict ? found.filter(({ document }) => holding(document, sought).length >= least) : found;
    };
    const keys = keysOf(all ? narrowest(sought, corpus) : sought, corpus);
    const few = all ? keys : fewest(keys, corpus);
    const found = lookFor(few);
    // Only where some of what they find is left out can the rarest words leave too little.
    const whole = few.length === keys.length || (!among && !strict);
    return whole || found.length >= HEAD ? found : lookFor(keys);
  }

  return {
    seek(query, options) {
      const asked = understand(query, corpus, slips, { prefix: options.prefix ?? false, stands });
      return {
        ...asked,
        wanted: wantedOf(asked.sought),
        candidates: candidatesFor(asked.sought, options),
      };
    },
    heldBy(document, sought) {
      const terms = holding(document, sought).flatMap((one) => one.terms);
      return [...new Set(terms)].filter((term) => seen[term] === document).map((term) => corpus.terms[term]!);
    },
  };
}
