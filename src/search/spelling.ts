/** Words that no document has: those that are written almost so, and those that begin so. */
import SearchableMap from "minisearch/SearchableMap";
import { MAX_WORD_LENGTH } from "./analysis.ts";
import type { TermCorpus } from "./corpus.ts";

/** A word of the documents that stands for a typed one, the term by which it is found, and how much it counts. */
export interface SpellingMatch {
  readonly word: string;
  readonly term: number;
  readonly weight: number;
}

export interface SpellingIndex {
  /** The words one slip away, or two in a long word; only the nearest, what most documents hold first. */
  similar(word: string): SpellingMatch[];
  /** The words that begin so, what most documents hold first. */
  completions(word: string): SpellingMatch[];
}

/** How many words stand for one at most. */
const MOST = { alike: 3, beginning: 20 } as const;

/** As MiniSearch weighs them: less the further away, and a word begun more surely than one mistyped. */
const WEIGHT = { alike: 0.45, beginning: 0.375, far: 0.3 } as const;

/** How many slips are forgiven: in a very short word none, for there they make another word; nor in what is none. */
export const maxSlips = (length: number): number =>
  length < 5 || length > MAX_WORD_LENGTH ? 0 : length < 8 ? 1 : 2;

/** A word with two neighbouring letters swapped, which is one slip of the fingers. */
const swapped = (word: string): string[] =>
  Array.from(
    { length: word.length - 1 },
    (_, at) => word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2),
  );

export function createSpellingIndex({ words, held }: Pick<TermCorpus, "words" | "held">): SpellingIndex {
  const tree = new SearchableMap<number>();
  let grownTo = 0;
  /** Grown at the first slip, since most questions hold none; later with the words that came since, which come last. */
  const grown = (): SearchableMap<number> => {
    if (grownTo < words.size) {
      let at = 0;
      for (const [word, term] of words) if (at++ >= grownTo) tree.set(word, term);
      grownTo = words.size;
    }
    return tree;
  };
  /** Whether a document has it still. */
  const isHeld = (term: number): boolean => held[term]! > 0;
  const commonest = (taken: SpellingMatch[], most: number): SpellingMatch[] =>
    taken
      .sort((a, b) => held[b.term]! - held[a.term]! || (a.word < b.word ? -1 : 1))
      .filter(({ term }, at, all) => all.findIndex((other) => other.term === term) === at)
      .slice(0, most);

  return {
    similar(word) {
      const limit = maxSlips(word.length);
      if (limit === 0) return [];
      const near = [...grown().fuzzyGet(word, limit)]
        .map(([other, [term, slips]]) => ({ other, term, slips }))
        .filter(({ term }) => isHeld(term));
      for (const other of swapped(word)) {
        const term = words.get(other);
        if (term !== undefined && isHeld(term)) near.push({ other, term, slips: 1 });
      }
      const least = Math.min(...near.map(({ slips }) => slips));
      const weight = (WEIGHT.alike * word.length) / (word.length + least);
      return commonest(
        near.filter(({ slips }) => slips === least).map(({ other, term }) => ({ word: other, term, weight })),
        MOST.alike,
      );
    },
    completions(word) {
      const whole = [...grown().atPrefix(word)].filter(([, term]) => isHeld(term));
      const begun = whole.map(([other, term]): SpellingMatch => {
        const far = other.length - word.length;
        return {
          word: other,
          term,
          weight: (WEIGHT.beginning * other.length) / (other.length + WEIGHT.far * far),
        };
      });
      return commonest(begun, MOST.beginning);
    },
  };
}
