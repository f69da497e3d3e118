/** Finds the documents that share the most terms with a text, whatever their rarity and order. */
import { tokenizeText } from "./analysis.ts";
import type { GrowingCorpus } from "./corpus.ts";
import { createPostings } from "./postings.ts";

/** Returns the numbers of at most `most` documents that hold any term of a text, those with the most terms first. */
export type FindSharing = (text: string, most: number) => readonly number[];

/** Creates a `FindSharing` that goes through the documents of the text's terms alone. */
export function createSharing(corpus: GrowingCorpus): FindSharing {
  const postings = createPostings(corpus);
  return (text, most) => {
    const sought = new Set<number>();
    for (const { term } of tokenizeText(text)) {
      const number = corpus.numberOf(term);
      if (number !== undefined) sought.add(number);
    }
    const counts = postings.countHeld(sought);
    /** By how many terms they hold, how many documents there are. */
    const spread = new Uint32Array(sought.size + 1);
    for (let document = 0; document < counts.length; document++)
      if (counts[document]! > 0 && corpus.isThere(document)) spread[counts[document]!]!++;
      else counts[document] = 0;
    let least = sought.size;
    for (let enough = 0; least > 1; least--) {
      enough += spread[least]!;
      if (enough >= most) break;
    }
    const byCount: number[][] = Array.from(spread, () => []);
    for (let document = 0; document < counts.length; document++) {
      const some = byCount[counts[document]!]!;
      if (counts[document]! >= Math.max(1, least) && some.length < most) some.push(document);
    }
    return byCount.toReversed().flat().slice(0, most);
  };
}
