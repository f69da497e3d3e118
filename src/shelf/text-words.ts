/** Splits texts into the words by which messages and passages are compared. */
import { claimWords } from "../language/claim-grammar.ts";
import { foldText } from "./fold.ts";

/** A word of a folded text; each Chinese character is one. */
export const TEXT_WORD =
  /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}]|(?<=\p{L})'(?=\p{L})|(?<=\d)[.,](?=\d))+/gu;

const SMALL_WORDS = new Set(claimWords(({ vocabulary }) => vocabulary.smallWords));

/** Tells whether a word carries content, unlike articles, prepositions and the like. */
export const carriesContent = (word: string): boolean => !SMALL_WORDS.has(word);

/** Returns the words of a text that carry content, each once, in lower case. */
export const contentWords = (text: string): Set<string> =>
  new Set((foldText(text).match(TEXT_WORD) ?? []).map((word) => word.toLowerCase()).filter(carriesContent));
