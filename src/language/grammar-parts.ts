/** Combines parts of the grammars of several languages. */

/** A list of words separated by spaces. */
export type WordList = string;
/** The source of a regular expression. */
export type PatternSource = string;

/** Joins a part of several grammars into the source of one pattern. Matches nothing when no grammar has the part. */
export function combinePatterns<Grammar>(
  grammars: readonly Grammar[],
  part: (grammar: Grammar) => PatternSource | undefined,
): PatternSource {
  const sources = grammars.map(part).filter((source) => source !== undefined);
  return sources.length === 0 ? "(?!)" : `(?:${sources.join("|")})`;
}

/** Collects a word list from several grammars. */
export const combineWords = <Grammar>(
  grammars: readonly Grammar[],
  part: (grammar: Grammar) => WordList | undefined,
): string[] => grammars.flatMap((grammar) => part(grammar)?.split(" ") ?? []);
