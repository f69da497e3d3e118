/** Stems words, so that different forms of a word compare equal. */
import { CLAIM_GRAMMARS } from "../language/claim-grammar.ts";
import { foldName } from "../shelf/fold.ts";

const ENDINGS = CLAIM_GRAMMARS.flatMap(({ vocabulary }) => vocabulary.endings ?? []);

/** Folds a word and strips its endings. The result need not be a word. */
export const stemWord = (word: string): string =>
  ENDINGS.reduce((stem, { form, replacement }) => stem.replace(form, replacement), foldName(word));

/** Returns the stems of a text's words, in order. */
export const stemWords = (text: string): string[] => foldName(text).split(" ").map(stemWord);
