/**
 * Bridges topic words between languages: a word of one language finds what says the same in another. Each topic has a
 * term of its own, which stands in a document that has any of its words, and in a query in place of them.
 */
import { FUNCTION_CHARACTERS } from "../language/search-words.ts";
import { type SearchToken, tokenizeText, type WordForms } from "../search/analysis.ts";
import { foldLetters } from "../support/fold-letters.ts";
import { containsHan } from "../support/han.ts";

/** Words that mean the same topic, in any language. */
export type TopicWords = readonly string[];

/** A query in which topic words are replaced by the terms of their topics. */
export interface BridgedQuery {
  readonly words: string;
  /** The replaced words by the term in their place. */
  readonly typed: ReadonlyMap<string, string>;
}

export interface TopicBridge {
  /** Returns a text with the terms of its topics after it. */
  extend(text: string): string;
  /** Replaces the Chinese topic words of a query. */
  bridge(query: string): BridgedQuery;
  /** Returns the words of a topic as an index has them, by the topic’s term; nothing for any other term. */
  termsOf(term: string): readonly string[];
}

const CONSONANTS = "bcdfghjklmnprtvw";

/** Names the term of a topic. It has no vowel, so that it is no word and has no stem. */
function topicTerm(index: number): string {
  let name = "";
  for (let rest = index; rest > 0 || name === ""; rest = Math.floor(rest / CONSONANTS.length))
    name = CONSONANTS[rest % CONSONANTS.length]! + name;
  return `qzx${name.padStart(2, "b")}`;
}

const stemsOf = (text: string, known?: WordForms): string[] =>
  [...tokenizeText(text, known)].map(({ term }: SearchToken) => term);

/** How many forms of words are kept between texts. */
const MOST_FORMS = 20_000;

/** A run of Chinese characters. */
const RUN = /\p{Script=Han}+/gu;

/** Tells whether a list of stems contains others, one after another. */
const containsSequence = (stems: readonly string[], sought: readonly string[], at: number): boolean =>
  sought.every((stem, index) => stems[at + index] === stem);

/** Names in Chinese characters alone; a topic word inside one of them is a part of the name. */
export interface HanNames {
  has(folded: string): boolean;
  /** The length of the longest of them. */
  readonly longest: number;
}

const lengthOfLongest = (texts: Iterable<string>): number =>
  [...texts].reduce((most, { length }) => Math.max(most, length), 0);

/** Returns those of some names that a run of Chinese characters is parted by. */
function hanNamesIn(names: Iterable<string>): HanNames {
  const units = new Set(
    [...names]
      .filter(containsHan)
      .map(foldLetters)
      .filter(({ length }) => length > 1),
  );
  return { has: (folded) => units.has(folded), longest: lengthOfLongest(units) };
}

/**
 * Creates the bridge over these topics.
 * @param names names of records
 */
export const createTopicBridge = (topics: readonly TopicWords[], names: Iterable<string>): TopicBridge =>
  createTopicBridges(topics)(hanNamesIn(names));

/** Creates what makes bridges over these topics, for whichever names. */
export function createTopicBridges(topics: readonly TopicWords[]): (names: HanNames) => TopicBridge {
  /** By first stem: the whole sequence, and its topic. */
  const latin = new Map<string, { readonly stems: readonly string[]; readonly term: string }[]>();
  const han = new Map<string, string[]>();
  const terms = new Map<string, string[]>();
  for (const [index, words] of topics.entries()) {
    const term = topicTerm(index);
    const own = new Set<string>();
    for (const word of words) {
      if (containsHan(word)) {
        const folded = foldLetters(word);
        han.set(folded, [...(han.get(folded) ?? []), term]);
        continue;
      }
      const stems = stemsOf(word);
      const [first] = stems;
      if (first === undefined) continue;
      latin.set(first, [...(latin.get(first) ?? []), { stems, term }]);
      for (const stem of stems) own.add(stem);
    }
    terms.set(term, [...own]);
  }
  const longestTopic = lengthOfLongest(han.keys());

  return (units) => bridgeOver({ latin, han, terms, units, longest: Math.max(longestTopic, units.longest) });
}

/** The topics, by what they are found by, and the names beside which they stand. */
interface BridgeParts {
  readonly latin: ReadonlyMap<
    string,
    readonly { readonly stems: readonly string[]; readonly term: string }[]
  >;
  readonly han: ReadonlyMap<string, readonly string[]>;
  readonly terms: ReadonlyMap<string, readonly string[]>;
  readonly units: HanNames;
  readonly longest: number;
}

function bridgeOver({ latin, han, terms, units, longest }: BridgeParts): TopicBridge {
  /** Splits a run into names, topic words and the characters between them. */
  function* parts(run: string): Generator<{ readonly text: string; readonly topics?: readonly string[] }> {
    let between = "";
    for (let at = 0; at < run.length; ) {
      let size = Math.min(longest, run.length - at);
      while (size > 0 && !units.has(run.slice(at, at + size)) && !han.has(run.slice(at, at + size))) size--;
      if (size === 0) between += run[at++]!;
      else {
        if (between !== "") yield { text: between };
        between = "";
        const text = run.slice(at, at + size);
        yield units.has(text) ? { text, topics: [] } : { text, topics: han.get(text)! };
        at += size;
      }
    }
    if (between !== "") yield { text: between };
  }

  const known: WordForms = new Map();
  return {
    extend(text) {
      if (terms.size === 0) return text;
      const found = new Set<string>();
      // Without words to compare them with, the stems of a text would be taken for nothing.
      const stems = latin.size > 0 ? stemsOf(text, known) : [];
      if (known.size > MOST_FORMS) known.clear();
      for (const [at, stem] of stems.entries())
        for (const one of latin.get(stem) ?? [])
          if (containsSequence(stems, one.stems, at)) found.add(one.term);
      for (const [run] of text.matchAll(RUN))
        for (const { topics: some = [] } of parts(foldLetters(run))) for (const term of some) found.add(term);
      return found.size === 0 ? text : `${text}\n${[...found].join(" ")}`;
    },
    bridge(query) {
      const typed = new Map<string, string>();
      const words = query.replace(RUN, (run) => {
        const all = [...parts(foldLetters(run))];
        if (!all.some((part) => (part.topics ?? []).length > 0)) return run;
        const kept = all.flatMap(({ text, topics: some }) => {
          if (some === undefined) return text.replace(FUNCTION_CHARACTERS, " ");
          if (some.length === 0) return text;
          for (const term of some) typed.set(term, text);
          return some;
        });
        return ` ${kept.join(" ")} `;
      });
      return { words: words.trim(), typed };
    },
    termsOf: (term) => terms.get(term) ?? [],
  };
}
