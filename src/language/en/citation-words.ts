/** Words of citations of English sources. */
import type { CitationWords } from "../citation-words.ts";

export const englishCitationWords: CitationWords = {
  styleSuffixes: "style|format",
  otherAuthors: "et al",
  republishedIn: "Republished in",
};
