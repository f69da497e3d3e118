/** Reduces words to keys, so that forms of one word and words that say the same compare equal. */
import { CLAIM_GRAMMARS } from "../language/claim-grammar.ts";
import type { StatementGrammar } from "../language/statement-grammar.ts";

/** What each language says of the wordings of statements. */
export const STATEMENT_GRAMMARS: readonly StatementGrammar[] = CLAIM_GRAMMARS.flatMap(
  ({ statements }) => statements ?? [],
);

const ENDING = new RegExp(
  `(?<=\\p{L}{4})(?:${STATEMENT_GRAMMARS.map(({ derivedEndings }) => derivedEndings).join("|")})$|(?<=\\p{L}{3})s$`,
  "u",
);

/** Strips all endings that derive a word from another, as long as four letters are left, and a doubled last letter. */
function rootOf(word: string): string {
  const shorter = word
    .replace(/'s?$/, "")
    .replace(ENDING, "")
    .replace(/(\p{L})\1$/u, "$1");
  return shorter === word ? word : rootOf(shorter);
}

const SYNONYMS: ReadonlyMap<string, string> = new Map(
  STATEMENT_GRAMMARS.flatMap(({ synonyms }) =>
    synonyms.flatMap((group) => {
      const words = group.split(" ");
      return words.map((word) => [rootOf(word), rootOf(words[0]!)] as const);
    }),
  ),
);
/** Returns what stands for a word and all that say the same. */
export const wordKey = (word: string): string => {
  const root = rootOf(word);
  return SYNONYMS.get(root) ?? root;
};
