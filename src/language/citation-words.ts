/** What a citation says in the language of its source, and how a style's name may go on. */
import { englishCitationWords } from "./en/citation-words.ts";
import { chineseCitationWords } from "./zh/citation-words.ts";

/** The words of citations in one language. */
export interface CitationWords {
  /** What may follow a style's name when people ask for it, as a pattern. */
  readonly styleSuffixes: string;
  /** Stands for the authors after those that a style names. */
  readonly otherAuthors: string;
  readonly republishedIn: string;
}

export const STYLE_SUFFIX = new RegExp(
  `(?:${[englishCitationWords, chineseCitationWords].map(({ styleSuffixes }) => styleSuffixes).join("|")})$`,
  "u",
);

/** The words for a source in the given language (BCP 47); English where the language has none. */
export const citationWords = (language: string): CitationWords =>
  language.startsWith("zh") ? chineseCitationWords : englishCitationWords;
