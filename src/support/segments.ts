/** Splits a text where its readers would: into the letters that they see, and into sentences. */
import { lazy } from "./lazy.ts";

const graphemes = lazy(() => new Intl.Segmenter("en"));

/** Letters with all their marks. Joined, they are the text again. */
export const splitGraphemes = (text: string): string[] =>
  Array.from(graphemes().segment(text), ({ segment }) => segment);

/** Sentences with the spaces behind them, by the rules of a language. Joined, they are the text again. */
export const splitSentences = (text: string, language: string): string[] =>
  Array.from(
    new Intl.Segmenter(language, { granularity: "sentence" }).segment(text),
    ({ segment }) => segment,
  );
