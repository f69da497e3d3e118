/** Takes the endings off words, so that two forms of one word meet. */
import { CLAIM_GRAMMARS } from "../language/claim-grammar.ts";
import { foldName } from "../shelf/fold.ts";

const ENDINGS = CLAIM_GRAMMARS.flatMap(({ vocabulary }) => vocabulary.endings ?? []);

/** Folds a word and takes off its endings; enough for two forms of one word to meet. */
export const stemWord = (word: string): string =>
  ENDINGS.reduce((stem, { form, replacement }) => stem.replace(form, replacement), foldName(word));

/** Stems the words of a text, in their order. */
export const stemWords = (text: string): string[] => foldName(text).split(" ").map(stemWord);
