/** Collects the forms of questions asked in conversation, in all languages. */
import { englishPhrases } from "./en/phrases.ts";
import { chinesePhrases } from "./zh/phrases.ts";

/** A form of question, and the command that answers it. */
export interface PhrasePattern {
  /** Its first group captures the ask's text. */
  readonly form: RegExp;
  readonly command: string;
  /** The option whose value the second group captures. */
  readonly second?: "about" | "style";
}

/** One language's forms of questions. Strings are sources of patterns. */
export interface PhraseGrammar {
  /** The first match wins, so longer forms come before shorter ones. */
  readonly patterns: readonly PhrasePattern[];
  /** Polite words before a question: “please”, “could you tell me”. */
  readonly lead: string;
  /** Any other question; it is searched for. */
  readonly question: string;
  /** A question that addresses somebody in the conversation, so not for Refdesk. */
  readonly addressed: string;
  /** A question about somebody in the conversation, likewise ignored. */
  readonly smallTalk?: string;
  /** The start of a question whose first word is also a command's name: “who gave to zhengzhou?” */
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

/** The forms of all languages in the order in which they are tried, ignoring case. */
export const PHRASE_PATTERNS: readonly PhrasePattern[] = ALL.flatMap(({ patterns }) => patterns).map(
  (pattern) => ({ ...pattern, form: new RegExp(pattern.form.source, "iu") }),
);

/** Matches any number of polite words before a question. */
export const PHRASE_LEAD = new RegExp(`^(?:${anyOf(({ lead }) => lead)})+`, "iu");
/** Patterns of all languages for the parts of the grammar with these names. */
export const QUESTION_FORM = formOf("question", "iu");
export const ADDRESSED_FORM = formOf("addressed", "iu");
export const SMALL_TALK_FORM = formOf("smallTalk", "i");
export const AMBIGUOUS_START = formOf("ambiguousStart", "i");
