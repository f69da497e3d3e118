/** Tells whether two texts say opposite ways of a thing: that it rose and that it fell, that it came in and that it went out. */
import { CLAIM_GRAMMARS } from "../language/claim-grammar.ts";

/** Returns a pattern of whole words, in a language that has spaces between them. */
export const wholeWords = (words: string, isUnspaced: boolean): string =>
  isUnspaced ? words : String.raw`\b(?:${words})\b`;

/** Pairs of patterns of words that mean opposite ways. */
export const OPPOSITES = CLAIM_GRAMMARS.flatMap(({ isUnspaced, counts }) =>
  [counts.directions, ...(counts.opposites ?? [])].map((pair) =>
    pair.map((words) => new RegExp(wholeWords(words, isUnspaced), "iu")),
  ),
);

/** Tells whether a sentence goes one way and a passage the other. */
export const isOpposite = (text: string, passage: string): boolean =>
  OPPOSITES.some(([up, down]) =>
    [
      [up!, down!],
      [down!, up!],
    ].some(
      ([one, other]) => one!.test(text) && !other!.test(text) && other!.test(passage) && !one!.test(passage),
    ),
  );
