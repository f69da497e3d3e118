/** Finds the documents that share the most terms with a text, whatever their rarity and order. */
import { tokenizeText } from "./analysis.ts";
import type { GrowingCorpus } from "./corpus.ts";

/** Returns the numbers of at most `most` documents that hold any term of a text, those with the most terms first. */
export type FindSharing = (text: string, most: number) => readonly number[];

/** Creates a `FindSharing` that goes through the terms of all documents: some milliseconds for a hundred thousand. */
export function createSharing(corpus: GrowingCorpus): FindSharing {
  return (text, most) => {
    const isSought = new Uint8Array(corpus.terms.length);
    for (const { term } of tokenizeText(text)) {
      const number = corpus.numberOf(term);
      if (number !== undefined) isSought[number] = 1;
    }
    const counts = corpus.countHeld(isSought);
    const byCount: number[][] = Array.from({ length: isSought.reduce((sum, one) => sum + one, 1) }, () => []);
    for (const document of corpus.documents())
      if (counts[document]! > 0) byCount[counts[document]!]!.push(document);
    const found: number[] = [];
    for (let count = byCount.length - 1; count > 0 && found.length < most; count--)
      found.push(...byCount[count]!.slice(0, most - found.length));
    return found;
  };
}
