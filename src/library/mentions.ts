/** Finds the names that occur in a text. */
import { foldName } from "../shelf/fold.ts";
import { containsHan } from "../support/han.ts";

/** Maximum length of a name, in words and in Chinese characters. */
const LONGEST = { words: 8, han: 12 } as const;

/** Counts down from one number to another, both included. */
const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, from - to + 1) }, (_, index) => from - index);

/** Finds the names in a run of Chinese characters, which has no spaces between words. */
function hanNames<Named>(run: string, named: (joined: string) => readonly Named[]): Named[] {
  const found: Named[] = [];
  for (let at = 0; at < run.length; ) {
    const size = range(Math.min(LONGEST.han, run.length - at), 2).find(
      (length) => named(run.slice(at, at + length)).length > 0,
    );
    if (size !== undefined) found.push(...named(run.slice(at, at + size)));
    at += size ?? 1;
  }
  return found;
}

/**
 * Finds the names that occur in a text, in text order. Of overlapping names, the longest wins.
 * @param named returns what a name stands for, given folded and without spaces, or an empty list
 */
export function findMentions<Named>(text: string, named: (joined: string) => readonly Named[]): Named[] {
  const found: Named[] = [];
  const parts = foldName(text).split(" ").filter(Boolean);
  for (let at = 0; at < parts.length; ) {
    const most = Math.min(LONGEST.words, parts.length - at);
    const size = range(most, 1).find((length) => named(parts.slice(at, at + length).join("")).length > 0);
    if (size !== undefined) found.push(...named(parts.slice(at, at + size).join("")));
    else if (containsHan(parts[at]!)) found.push(...hanNames(parts[at]!, named));
    at += size ?? 1;
  }
  return found;
}
