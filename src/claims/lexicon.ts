/** Looks up the grammatical role of words, in languages with and without spaces between words. */
import {
  type ClaimGrammar,
  SPACED_GRAMMARS,
  UNSPACED_GRAMMARS,
  WORD_ROLES,
  type WordRole,
} from "../language/claim-grammar.ts";

const rolesByWord = (grammars: readonly ClaimGrammar[]): ReadonlyMap<string, WordRole> =>
  new Map(
    grammars.flatMap(({ vocabulary }) =>
      WORD_ROLES.flatMap((role) =>
        (vocabulary.roles[role]?.split(" ") ?? []).map((word) => [word, role] as const),
      ),
    ),
  );

const SPACED_ROLES = rolesByWord(SPACED_GRAMMARS);
const UNSPACED_ROLES = rolesByWord(UNSPACED_GRAMMARS);
const LONGEST_UNSPACED = Math.max(...[...UNSPACED_ROLES.keys()].map((word) => word.length));

/** Returns the role of a word from a language with spaces, ignoring case. */
export const spacedWordRole = (word: string): WordRole | undefined => SPACED_ROLES.get(word.toLowerCase());

/** Returns the longest word with a role at an offset of a run without spaces. */
export function unspacedWordAt(
  run: string,
  at: number,
): { readonly role: WordRole; readonly length: number } | undefined {
  for (let length = Math.min(LONGEST_UNSPACED, run.length - at); length > 0; length--) {
    const role = UNSPACED_ROLES.get(run.slice(at, at + length));
    if (role) return { role, length };
  }
  return undefined;
}
