/** Tells questions in conversation by the words around them, in all languages. What they ask, their forms tell. */
import { englishQuestions } from "./en/question-words.ts";
import { chineseQuestions } from "./zh/question-words.ts";

/** One language's words around questions. Strings are sources of patterns. */
export interface QuestionGrammar {
  /** Polite words before a question: “please”, “could you tell me”. */
  readonly lead: string;
  /** Polite words after a question: “pls”, “thanks”. */
  readonly tail: string;
  /** How questions are contracted in writing, and the forms that the patterns expect. */
  readonly contractions?: readonly (readonly [form: RegExp, expanded: string])[];
  /** Words that ask for a sum of several sums. */
  readonly total: string;
  /** The words by which such a question goes on in an ask. */
  readonly totalWords: string;
  /** Any other question; it is searched for. */
  readonly question: string;
  /** A question that addresses somebody in the conversation, so not for Refdesk. */
  readonly addressed: string;
  /** A question about somebody in the conversation, likewise ignored. */
  readonly smallTalk?: string;
  /** The start of a question whose first word is also a command's name: “who gave to zhengzhou?” */
  readonly ambiguousStart?: string;
  /** What follows “who” in a question that is no name: “introduced the three distributions”. */
  readonly whoQuestion: string;
  /** Words that join a speaker and a topic where no option is named: “xi on inequality”. */
  readonly topicWords: string;
}

const ALL: readonly QuestionGrammar[] = [englishQuestions, chineseQuestions];

const anyOf = (part: (grammar: QuestionGrammar) => string | undefined): string =>
  ALL.map(part)
    .filter((source) => source !== undefined)
    .join("|");

const formOf = (
  part: "question" | "addressed" | "smallTalk" | "ambiguousStart" | "total" | "whoQuestion",
  flags: string,
): RegExp =>
  new RegExp(
    anyOf((grammar) => grammar[part]),
    flags,
  );

/** Matches any number of polite words before a question. */
export const PHRASE_LEAD = new RegExp(`^(?:${anyOf(({ lead }) => lead)})+`, "iu");
/** Matches any number of polite words after a question. */
export const PHRASE_TAIL = new RegExp(`(?:${anyOf(({ tail }) => tail)})+$`, "iu");
/** Patterns of all languages for the parts of the grammar with these names. */
export const QUESTION_FORM = formOf("question", "iu");
export const ADDRESSED_FORM = formOf("addressed", "iu");
export const SMALL_TALK_FORM = formOf("smallTalk", "i");
export const AMBIGUOUS_START = formOf("ambiguousStart", "i");
export const WHO_QUESTION = formOf("whoQuestion", "iu");

const ONE_LEAD = new RegExp(`^(?:${anyOf(({ lead }) => lead)})`, "iu");
const QUESTION_START = new RegExp(`^(?:${anyOf(({ question }) => question.replace(/^\^/, ""))})`, "iu");

/** Tells whether a text begins like a question, after any number of polite words. */
export function beginsQuestion(text: string): boolean {
  // One by one: a pattern for all of them would try every way to part them.
  for (let rest = text; ; ) {
    if (QUESTION_START.test(rest)) return true;
    const next = rest.replace(ONE_LEAD, "");
    if (next === rest) return false;
    rest = next;
  }
}

const TOTAL_FORM = formOf("total", "giu");

/** Takes the words that ask for a sum out of a question, and says whether there are any. */
export function extractTotal(question: string): { readonly rest: string; readonly isTotal: boolean } {
  const rest = question.replace(TOTAL_FORM, " ").replace(/\s+/g, " ").trim();
  return { rest, isTotal: rest !== question.replace(/\s+/g, " ").trim() };
}

/** The words by which an ask says that a sum was asked for, as `extractTotal` finds them. */
export const TOTAL_WORDS = englishQuestions.totalWords;

/** Writes out contractions such as “whats”. */
export const expandContractions = (question: string): string =>
  ALL.flatMap(({ contractions = [] }) => contractions).reduce(
    (text, [form, expanded]) => text.replace(form, expanded),
    question,
  );

const TOPIC_WORDS = new RegExp(
  anyOf(({ topicWords }) => topicWords),
  "giu",
);

/** The most words at which a text is split. */
const MOST_SPLITS = 6;

/** Splits “xi on inequality” into speaker and topic, at each word that may part them, the first one first. */
export const splitTopic = (text: string): { readonly speaker: string; readonly topic: string }[] =>
  [...text.matchAll(TOPIC_WORDS)].slice(0, MOST_SPLITS).flatMap(({ 0: word, index }) => {
    const [speaker, topic] = [text.slice(0, index).trim(), text.slice(index + word.length).trim()];
    return speaker === "" || topic === "" ? [] : [{ speaker, topic }];
  });
