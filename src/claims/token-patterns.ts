/** Patterns over rows of tokens, by the names of their kinds. */
import { type ClaimToken, TOKEN_KINDS } from "./tokens.ts";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const LETTER_OF: ReadonlyMap<string, string> = new Map(
  TOKEN_KINDS.map((kind, index) => [kind, LETTERS[index]!]),
);

/** Writes a row of tokens as a string with one letter a token, which `kindPattern` matches. */
export const shapeOf = (tokens: readonly ClaimToken[]): string =>
  tokens.map(({ kind }) => LETTER_OF.get(kind)).join("");

/**
 * Compiles a pattern over rows of tokens: a kind's name stands for one token of it, blanks for nothing, and the
 * rest is a regular expression.
 * @throws if a name is no kind's
 * @example kindPattern("(?<giver> organization) filler* gives [quantity filler]* sum")
 */
export function kindPattern(source: string, flags = ""): RegExp {
  const compiled = source.replace(/\(\?<\w+>|[a-z]{2,}|\s+/gi, (part) => {
    if (part.startsWith("(")) return part;
    if (part.trim() === "") return "";
    const letter = LETTER_OF.get(part);
    if (letter === undefined) throw new Error(`No kind of token: ${part}`);
    return letter;
  });
  return new RegExp(compiled, flags);
}
