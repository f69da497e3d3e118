/** English words that do not say what a text is about. */
import type { SearchWords } from "../search-words.ts";

export const englishSearchWords: SearchWords = {
  /** From Lucene: org.apache.lucene.analysis.en.EnglishAnalyzer.ENGLISH_STOP_WORDS_SET. */
  stopWords: (
    "a an and are as at be but by for if in into is it no not of on or such that the their then there these " +
    "they this to was will with"
  ).split(" "),
  questionWords: (
    "what how who whom whose which when where why do does did has have had been can could would should may " +
    "might must shall anyone were from"
  ).split(" "),
};
