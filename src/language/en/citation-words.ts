/** Words in citations of English sources. */
import type { CitationWords } from "../citation-words.ts";

/** Words in lower case in a headline: The Chicago Manual of Style, 17th edition, 8.159. */
export const TITLE_MINOR_WORDS: ReadonlySet<string> = new Set(
  (
    "a an the and but for nor or so yet as at by in of off on out per to up via about above across after against along " +
    "amid among around before behind below beneath beside between beyond despite down during except from inside into like " +
    "near onto over past since than through throughout till toward towards under until upon versus vs with within without"
  ).split(" "),
);

/** Texts of the notes in data citations, whatever the language of the source. */
export const CITATION_NOTES = {
  dateInferred: "Date inferred.",
  publisherInferred: "Publisher inferred.",
  dateNotKnown: "date not known",
  readAs: (container: string, when: string, url: string | undefined) =>
    `Read as republished by ${container} (${when})${url === undefined ? "." : `: ${url}`}`,
  quotation: (passage: string) => `Quotation: ${passage}`,
};

export const englishCitationWords: CitationWords = {
  styleSuffixes: "style|format",
  beforeStyle: "in|as|using",
  afterStyle: "for|of",
  otherAuthors: "et al",
};
