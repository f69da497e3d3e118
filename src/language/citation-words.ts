/** Collects the words used in citations, and the words around a style's name in an ask. */
import { englishCitationWords } from "./en/citation-words.ts";
import { chineseCitationWords } from "./zh/citation-words.ts";

/** One language's citation words. */
export interface CitationWords {
  /** Words that may follow a style's name in an ask, as a pattern. */
  readonly styleSuffixes: string;
  /** Words before a style's name (“supchina in apa”) and after it (“bibtex for supchina”), as patterns. */
  readonly beforeStyle?: string;
  readonly afterStyle?: string;
  /** Stands for the authors that a style leaves out. */
  readonly otherAuthors: string;
}

const ALL: readonly CitationWords[] = [englishCitationWords, chineseCitationWords];

const anyOf = (part: "styleSuffixes" | "beforeStyle" | "afterStyle"): string =>
  ALL.flatMap((words) => words[part] ?? []).join("|");

/** Matches a suffix of a style's name in any language, such as “style”. */
export const STYLE_SUFFIX = new RegExp(`(?:${anyOf("styleSuffixes")})$`, "u");
/** Matches what joins a text to the style's name after it: a word at its end, or a comma. */
export const BEFORE_STYLE = new RegExp(`(?:^| )(?:${anyOf("beforeStyle")})$|[,，]$`, "i");
/** Matches a word that joins a style's name to the text after it. */
export const AFTER_STYLE = new RegExp(`^(?:${anyOf("afterStyle")})$`, "i");

/** Returns the citation words for a source's language (a BCP 47 tag): Chinese, or English for all others. */
export const citationWords = (language = ""): CitationWords =>
  /^(?:zh|yue)\b/.test(language) ? chineseCitationWords : englishCitationWords;
