/** Scores documents by BM25 over an inverted index, to select those that are ranked. */
import { inverseFrequency, termSaturation } from "./bm25.ts";
import type { TermCorpus } from "./corpus.ts";

/** A document's number in the corpus and its score. */
export interface ScoredDocument {
  readonly document: number;
  readonly score: number;
}

/** An inverted index over a corpus. */
export interface PostingsIndex {
  /** Returns the documents that contain any of the terms, best first; `terms` maps each to its weight. */
  search(terms: ReadonlyMap<string, number>, among?: (document: number) => boolean): ScoredDocument[];
}

/** Builds the index, yielding after each document so that the caller can pause. */
export function* buildPostings(corpus: TermCorpus): Generator<void, PostingsIndex> {
  const count = corpus.ids.length;
  const starts = new Uint32Array(corpus.terms.length + 1);
  corpus.held.forEach((held, term) => {
    starts[term + 1] = starts[term]! + held;
  });
  const documents = new Uint32Array(starts.at(-1)!);
  const times = new Uint16Array(starts.at(-1)!);
  const filled = starts.slice();
  const last = new Int32Array(corpus.terms.length).fill(-1);
  for (let document = 0; document < count; document++) {
    for (const term of corpus.sequence(document)) {
      if (last[term] !== document) {
        last[term] = document;
        documents[filled[term]!++] = document;
      }
      times[filled[term]! - 1]!++;
    }
    yield;
  }
  const scores = new Float64Array(count);
  return {
    search(terms, among) {
      const touched: number[] = [];
      for (const [term, weight] of terms) {
        const number = corpus.numbers.get(term);
        if (number === undefined) continue;
        const idf = weight * inverseFrequency(count, corpus.held[number]!);
        for (let at = starts[number]!; at < starts[number + 1]!; at++) {
          const document = documents[at]!;
          if (among && !among(document)) continue;
          if (scores[document] === 0) touched.push(document);
          scores[document]! +=
            idf * termSaturation(times[at]!, corpus.sequence(document).length, corpus.usualLength);
        }
      }
      const found = touched.map((document) => ({ document, score: scores[document]! }));
      for (const document of touched) scores[document] = 0;
      return found.sort((a, b) => b.score - a.score || a.document - b.document);
    },
  };
}
