/** Knows which words say nothing in a statement, deny it or change it, which are numbers, and what Chinese words mean. */
import { CLAIM_GRAMMARS, claimWords } from "../language/claim-grammar.ts";
import { STATEMENT_GRAMMARS } from "./word-keys.ts";

/** Splits lists of words. */
export const splitLists = (lists: readonly string[]): string[] => lists.flatMap((list) => list.split(" "));

const LIGHT = new Set(splitLists(STATEMENT_GRAMMARS.map(({ light }) => light)));

/** Tells whether a word adds nothing to what is stated. */
export const isLight = (word: string): boolean => LIGHT.has(word) || LIGHT.has(word.replace(/'s$/, ""));

/** Words that change what is stated, and those of them that deny it. */
export const OPERATORS = new Set(splitLists(STATEMENT_GRAMMARS.map(({ operators }) => operators)));
export const NEGATIONS = new Set(splitLists(STATEMENT_GRAMMARS.map(({ negations }) => negations)));

/** What each word of a language without spaces may say in English, as lists of words; an empty list adds nothing. */
export const GLOSSES: ReadonlyMap<string, readonly (readonly string[])[]> = readGlosses();

function readGlosses() {
  const readings = new Map<string, (readonly string[])[]>();
  for (const { glosses = {} } of CLAIM_GRAMMARS)
    for (const [english, words] of Object.entries(glosses)) {
      const reading = english.split(" ").filter((word) => word !== "" && !LIGHT.has(word));
      for (const word of words.split(" ")) readings.set(word, [...(readings.get(word) ?? []), reading]);
    }
  return readings;
}

/** The lengths of those words, the longest first. */
export const GLOSS_LENGTHS = [...new Set([...GLOSSES.keys()].map(({ length }) => length))].toSorted(
  (a, b) => b - a,
);

const NUMERALS: ReadonlyMap<string, number> = new Map(
  CLAIM_GRAMMARS.flatMap(({ counts }) => Object.entries(counts.multipleNumerals ?? {})),
);

/** Returns the number that a word is, in digits or as a numeral. “One” is seldom a count. */
export function numberOf(word: string): number | undefined {
  const digits = /^(\d[\d,]*(?:\.\d+)?)(k?)$/.exec(word);
  if (!digits) return word === "one" ? undefined : NUMERALS.get(word);
  return Number(digits[1]!.replaceAll(",", "")) * (digits[2] === "k" ? 1000 : 1);
}

const VAGUE_NUMBERS = new Set(claimWords(({ counts }) => counts.vagueNumbers));

/** Tells whether a part says how many without a number, as “dozens” does. */
export const isVagueNumber = ({ text }: { readonly text: string }): boolean =>
  VAGUE_NUMBERS.has(text.toLowerCase());
