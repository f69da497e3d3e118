/** Finds words of the corpus that are spelled like a typed word or begin with it. */
import SearchableMap from "minisearch/SearchableMap";
import { MAX_WORD_LENGTH } from "./analysis.ts";
import type { TermCorpus } from "./corpus.ts";

/** A word of the corpus that replaces a typed one, with its term and weight. */
export interface SpellingMatch {
  readonly word: string;
  readonly term: number;
  readonly weight: number;
}

/** Looks up words of a corpus. */
export interface SpellingIndex {
  /** Returns the nearest words within one edit, or two for a long word, those in most documents first. */
  similar(word: string): SpellingMatch[];
  /** Returns the words with this prefix, those in most documents first. */
  completions(word: string): SpellingMatch[];
}

/** Maximum numbers of matches. */
const MOST = { alike: 3, beginning: 20 } as const;

/** MiniSearch's weights of fuzzy and prefix matches, which fall with distance, more slowly for prefixes. */
const WEIGHT = { alike: 0.45, beginning: 0.375, far: 0.3 } as const;

/** Returns the edits allowed in a word: none if it is short, as it becomes another word, or too long to be one. */
const maxSlips = (length: number): number =>
  length < 5 || length > MAX_WORD_LENGTH ? 0 : length < 8 ? 1 : 2;

/** Lists a word's variants with two neighbouring letters swapped, which count as one edit. */
const swapped = (word: string): string[] =>
  Array.from(
    { length: word.length - 1 },
    (_, at) => word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2),
  );

/** Creates a spelling index over the words of a corpus. */
export function createSpellingIndex({ words, held }: TermCorpus): SpellingIndex {
  let tree: SearchableMap<number> | undefined;
  /** Built on first use: most queries need none. */
  const getTree = (): SearchableMap<number> => {
    tree ??= SearchableMap.from(words) as SearchableMap<number>;
    return tree;
  };
  const commonest = (taken: SpellingMatch[], most: number): SpellingMatch[] =>
    taken
      .sort((a, b) => held[b.term]! - held[a.term]! || (a.word < b.word ? -1 : 1))
      .filter(({ term }, at, all) => all.findIndex((other) => other.term === term) === at)
      .slice(0, most);

  return {
    similar(word) {
      const limit = maxSlips(word.length);
      if (limit === 0) return [];
      const near = [...getTree().fuzzyGet(word, limit)].map(([other, [term, slips]]) => ({
        other,
        term,
        slips,
      }));
      for (const other of swapped(word)) {
        const term = words.get(other);
        if (term !== undefined) near.push({ other, term, slips: 1 });
      }
      const least = Math.min(...near.map(({ slips }) => slips));
      const weight = (WEIGHT.alike * word.length) / (word.length + least);
      return commonest(
        near.filter(({ slips }) => slips === least).map(({ other, term }) => ({ word: other, term, weight })),
        MOST.alike,
      );
    },
    completions(word) {
      const matches = [...getTree().atPrefix(word)].map(([other, term]): SpellingMatch => {
        const far = other.length - word.length;
        return {
          word: other,
          term,
          weight: (WEIGHT.beginning * other.length) / (other.length + WEIGHT.far * far),
        };
      });
      return commonest(matches, MOST.beginning);
    },
  };
}
