/** The forms in which people put questions in a conversation, in every language. */
import { englishPhrases } from "./en/phrases.ts";
import { chinesePhrases } from "./zh/phrases.ts";

/** A form of question, and the command that answers it with what its groups hold. */
export interface PhrasePattern {
  /** The first group is the text of the ask. */
  readonly form: RegExp;
  readonly command: string;
  /** The option that the second group is the value of. */
  readonly second?: "about" | "style";
}

/** What one language adds to the questions that are understood. Strings are sources of patterns. */
export interface PhraseGrammar {
  /** The first that fits is taken, so a fuller form stands before a shorter one. */
  readonly patterns: readonly PhrasePattern[];
  /** Words before a question that ask nothing: “please”, “could you tell me”. */
  readonly lead: string;
  /** A question of any other form. */
  readonly question: string;
  /** A question put to somebody who is there. */
  readonly addressed: string;
  /** A question about somebody who is there. */
  readonly smallTalk?: string;
  /** How a question begins whose first word is also a command's name: “who gave to zhengzhou?” */
  readonly ambiguousStart?: string;
}

const ALL: readonly PhraseGrammar[] = [englishPhrases, chinesePhrases];

const anyOf = (part: (grammar: PhraseGrammar) => string | undefined): string =>
  ALL.map(part)
    .filter((source) => source !== undefined)
    .join("|");

export const PHRASE_PATTERNS: readonly PhrasePattern[] = ALL.flatMap(({ patterns }) => patterns);
export const PHRASE_LEAD = new RegExp(`^(?:${anyOf(({ lead }) => lead)})+`, "iu");
export const QUESTION_FORM = new RegExp(
  anyOf(({ question }) => question),
  "iu",
);
export const ADDRESSED_FORM = new RegExp(
  anyOf(({ addressed }) => addressed),
  "iu",
);
export const SMALL_TALK_FORM = new RegExp(
  anyOf(({ smallTalk }) => smallTalk),
  "iu",
);
export const AMBIGUOUS_START = new RegExp(
  anyOf(({ ambiguousStart }) => ambiguousStart),
  "iu",
);
