/** Compiles patterns over sequences of tokens, written with the names of token kinds. */
import { type ClaimToken, TOKEN_KINDS } from "./tokens.ts";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const LETTER_OF: ReadonlyMap<string, string> = new Map(
  TOKEN_KINDS.map((kind, index) => [kind, LETTERS[index]!]),
);

/** Encodes tokens as a string with one letter per token, to be matched by a `kindPattern`. */
export const shapeOf = (tokens: readonly ClaimToken[]): string =>
  tokens.map(({ kind }) => LETTER_OF.get(kind)).join("");

/**
 * Compiles a pattern over the shape of a token sequence (`shapeOf`). The name of a kind matches one token of it, white
 * space is ignored, and everything else is regular expression syntax.
 * @throws {Error} if a name is not a token kind
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
