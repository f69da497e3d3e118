/** Words that say nothing of what a text is about. */

/** Lucene's English stop words: org.apache.lucene.analysis.en.EnglishAnalyzer.ENGLISH_STOP_WORDS_SET. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    "a an and are as at be but by for if in into is it no not of on or such that the their then there these " +
    "they this to was will with"
  ).split(" "),
);

/** Words by which a question is put. They are sought only where nothing else is asked. */
export const QUESTION_WORDS: ReadonlySet<string> = new Set(
  (
    "what how who whom whose which when where why do does did has have had been can could would should may " +
    "might must shall anyone were from"
  ).split(" "),
);
