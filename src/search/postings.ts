/** Lists by term the documents that hold it, so that counting them looks at no other. */
import type { GrowingCorpus } from "./corpus.ts";

export interface TermPostings {
  /**
   * Returns by document how many of some terms it holds; of a document that is gone, any number.
   * @param terms their numbers, each once
   */
  countHeld(terms: ReadonlySet<number>): Uint16Array;
}

/** How many documents may have come until all are listed anew: a share of the others, and so many at least. */
const COME = { share: 0.1, least: 1_000 } as const;

/** The documents of all terms in one list: those of a term stand from its start to that of the next. */
interface Lists {
  readonly starts: Uint32Array;
  readonly documents: Uint32Array;
  /** The number after that of the last document that is listed. */
  readonly end: number;
}

function listDocuments(corpus: GrowingCorpus): Lists {
  const { held } = corpus;
  const starts = new Uint32Array(held.length + 1);
  for (let term = 0; term < held.length; term++) starts[term + 1] = starts[term]! + held[term]!;
  const documents = new Uint32Array(starts[held.length]!);
  const next = starts.slice();
  for (const document of corpus.documents())
    for (const term of corpus.sequence(document)) {
      const at = next[term]!;
      // A term that a document has several times is met again right after it was listed.
      if (at > starts[term]! && documents[at - 1] === document) continue;
      documents[at] = document;
      next[term] = at + 1;
    }
  return { starts, documents, end: corpus.numbered };
}

/** Creates the lists of a corpus, made when they are first needed; what has come since is looked through beside them. */
export function createPostings(corpus: GrowingCorpus): TermPostings {
  let lists: Lists | undefined;
  return {
    countHeld(terms) {
      const isStale = lists && corpus.numbered - lists.end > Math.max(COME.least, lists.end * COME.share);
      if (!lists || isStale) lists = listDocuments(corpus);
      const { starts, documents, end } = lists;
      const counts = new Uint16Array(corpus.numbered);
      for (const term of terms) {
        if (term >= starts.length - 1) continue;
        for (let at = starts[term]!; at < starts[term + 1]!; at++) counts[documents[at]!]!++;
      }
      for (let document = end; document < corpus.numbered; document++)
        for (const term of new Set(corpus.sequence(document))) if (terms.has(term)) counts[document]!++;
      return counts;
    },
  };
}
