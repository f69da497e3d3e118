/** Splits text into graphemes and sentences. */
import { lazy } from "./lazy.ts";

const graphemes = lazy(() => new Intl.Segmenter("en"));

/** Splits a text into grapheme clusters. Joining them gives the text back. */
export const splitGraphemes = (text: string): string[] =>
  Array.from(graphemes().segment(text), ({ segment }) => segment);

/**
 * Splits a text into sentences with their trailing spaces, by the rules of a language. Joining them gives the text
 * back.
 */
export const splitSentences = (text: string, language: string): string[] =>
  Array.from(
    new Intl.Segmenter(language, { granularity: "sentence" }).segment(text),
    ({ segment }) => segment,
  );
