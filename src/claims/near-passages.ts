/** Reads the recorded passages that a sentence may be taken from, word by word. */
import type { ClosePassage, Library } from "../library/library.ts";
import { splitWords, type TextWord } from "./alignment.ts";

/** A passage split into words. */
export interface NearPassage extends ClosePassage {
  /** The words of all evidence in order; `piece` is the index of a word's evidence and offsets are relative to it. */
  readonly words: readonly (TextWord & { readonly piece: number })[];
}

const MOST_PASSAGES = 12;

/** Returns the passages that share the most content words with a text, best first. */
export async function nearPassages(text: string, library: Library): Promise<readonly NearPassage[]> {
  const passages = await library.closest(text, MOST_PASSAGES);
  return passages.map((passage) => ({
    ...passage,
    words: passage.evidence.flatMap(({ exact }, piece) =>
      splitWords(exact).map((word) => ({ ...word, piece })),
    ),
  }));
}
