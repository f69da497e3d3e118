/** Spells ordinals in one way, so that “3rd” and “third” compare equal, and tells the numbers in a name. */
import { englishOrdinals } from "./en/ordinals.ts";
import { chineseOrdinals } from "./zh/ordinals.ts";

/** One language's ordinals. */
export interface OrdinalGrammar {
  /** Replaces ordinals in figures by words, in folded text. */
  spell(folded: string): string;
  /** Words that are numbers, as a pattern. */
  readonly numberWords: string;
}

const ALL: readonly OrdinalGrammar[] = [englishOrdinals, chineseOrdinals];

/** Spells out the ordinals of a folded text. */
export const spellOrdinals = (folded: string): string =>
  /\d/.test(folded) ? ALL.reduce((text, { spell }) => spell(text), folded) : folded;

const NUMBERS = new RegExp(String.raw`\d+|${ALL.map(({ numberWords }) => numberWords).join("|")}`, "gu");

/** Returns the numbers in a folded text, in figures or words. */
export const numbersIn = (folded: string): string[] => folded.match(NUMBERS) ?? [];

/** Tells whether a folded text has a number that another has not. No misspelling turns one number into another. */
export const addsNumber = (folded: string, other: string): boolean => {
  const numbers = numbersIn(folded);
  return numbers.length > 0 && !numbers.every((number) => numbersIn(other).includes(number));
};
