/** Splits text into graphemes, words and sentences. */
import { lazy } from "./lazy.ts";

const graphemes = lazy(() => new Intl.Segmenter("en"));

/** Splits a text into grapheme clusters. Joining them gives the text back. */
export const splitGraphemes = (text: string): string[] =>
  Array.from(graphemes().segment(text), ({ segment }) => segment);

const words = lazy(() => new Intl.Segmenter("zh", { granularity: "word" }));

/** Splits a text into words and what is between them, also where no spaces part words. Joining them gives it back. */
export const splitWordSegments = (text: string): { readonly text: string; readonly isWord: boolean }[] =>
  Array.from(words().segment(text), ({ segment, isWordLike }) => ({
    text: segment,
    isWord: isWordLike === true,
  }));

/**
 * Splits a text into sentences with their trailing spaces, by the rules of a language. Joining them gives the text
 * back.
 */
export const splitSentences = (text: string, language: string): string[] =>
  Array.from(
    new Intl.Segmenter(language, { granularity: "sentence" }).segment(text),
    ({ segment }) => segment,
  );
