/** The names that stand in a text. */
import { foldName } from "../shelf/fold.ts";
import { containsHan } from "../support/han.ts";

/** The longest run of words, and of Chinese characters, that is taken for a name. */
const LONGEST = { words: 8, han: 12 } as const;

/** From one number down to another, both included. */
const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, from - to + 1) }, (_, index) => from - index);

/** The names in a run of Chinese, which has no spaces to tell where one begins. */
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
 * What is named in a text, in its order; of names that overlap, the longest.
 * @param named what a name means, given folded and without spaces; nothing where it is none
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
