/** What a citation says in the language of its source, and how a style's name may go on. */
import { englishCitationWords } from "./en/citation-words.ts";
import { chineseCitationWords } from "./zh/citation-words.ts";

/** The words of citations in one language. */
export interface CitationWords {
  /** What may follow a style's name when people ask for it, as a pattern. */
  readonly styleSuffixes: string;
  /** Words that lead to a style's name after what is cited, and from it to what is cited, as patterns. */
  readonly beforeStyle?: string;
  readonly afterStyle?: string;
  /** Stands for the authors after those that a style names. */
  readonly otherAuthors: string;
  readonly republishedIn: string;
}

const ALL: readonly CitationWords[] = [englishCitationWords, chineseCitationWords];

const anyOf = (part: "styleSuffixes" | "beforeStyle" | "afterStyle"): string =>
  ALL.flatMap((words) => words[part] ?? []).join("|");

export const STYLE_SUFFIX = new RegExp(`(?:${anyOf("styleSuffixes")})$`, "u");
export const BEFORE_STYLE = new RegExp(`(?:^| )(?:${anyOf("beforeStyle")})$|[,，]$`, "i");
export const AFTER_STYLE = new RegExp(`^(?:${anyOf("afterStyle")})$`, "i");

/** The words for a source in the given language (BCP 47); English where the language has none. */
export const citationWords = (language: string): CitationWords =>
  language.startsWith("zh") ? chineseCitationWords : englishCitationWords;
