/** Collects the forms of questions asked in conversation, in all languages. */
import { englishPhrases } from "./en/phrases.ts";
import { chinesePhrases } from "./zh/phrases.ts";

/** A form of question, and the command that answers it. */
export interface PhrasePattern {
  /** Its first group captures the ask's text; with `isWhole`, the command is asked without text. */
  readonly form: RegExp;
  readonly isWhole?: true;
  /** `name` stands for whichever command answers for the record of that name. */
  readonly command: string;
  /** The option whose value the second group captures. */
  readonly second?: "about" | "style";
  /** The word that joins the second group to the text: “alibaba” and “zhengzhou” to “alibaba for zhengzhou”. */
  readonly joining?: string;
  /** Whether the form asks for nothing else, so that even a miss of its command is the answer. */
  readonly isSure?: true;
}

const ALL: readonly PhrasePattern[] = [...englishPhrases, ...chinesePhrases];

/** The forms of all languages, ignoring case, in the order in which they are tried: longer ones come before shorter ones. */
export const PHRASE_PATTERNS: readonly PhrasePattern[] = ALL.map((pattern) => ({
  ...pattern,
  form: new RegExp(pattern.form.source, "iu"),
}));
