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

const formOf = (part: keyof Omit<PhraseGrammar, "patterns">, flags: string): RegExp =>
  new RegExp(
    anyOf((grammar) => grammar[part]),
    flags,
  );

/** The forms of all languages in the order in which they are tried; letters' case does not count. */
export const PHRASE_PATTERNS: readonly PhrasePattern[] = ALL.flatMap(({ patterns }) => patterns).map(
  (pattern) => ({ ...pattern, form: new RegExp(pattern.form.source, "iu") }),
);

/** What stands before a question and asks nothing, as often as it is repeated. */
export const PHRASE_LEAD = new RegExp(`^(?:${anyOf(({ lead }) => lead)})+`, "iu");
export const QUESTION_FORM = formOf("question", "iu");
export const ADDRESSED_FORM = formOf("addressed", "iu");
export const SMALL_TALK_FORM = formOf("smallTalk", "i");
export const AMBIGUOUS_START = formOf("ambiguousStart", "i");
