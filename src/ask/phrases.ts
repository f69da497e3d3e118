/**
 * Parses questions in natural language: `what did xi say about poverty?` becomes `/quote xi about:poverty`. A question
 * may have several readings; which of them the shelf answers, the desk finds out.
 */
import { PHRASE_PATTERNS } from "../language/phrases.ts";
import {
  ADDRESSED_FORM,
  expandContractions,
  extractTotal,
  PHRASE_LEAD,
  PHRASE_TAIL,
  QUESTION_FORM,
  SMALL_TALK_FORM,
  TOTAL_WORDS,
} from "../language/question-words.ts";
import { cutText } from "../support/cut-text.ts";
import { type Ask, createAsk, MAX_LINE_LENGTH, type ParsedAsk, printAsk } from "./ask.ts";
import { lineOf, withoutEnd } from "./command-line.ts";

/** The maximum length to match against the patterns, in UTF-16 units; longer text does not fit into an ask. */
const LONGEST = 600;

/** The most readings of one question that are tried. */
const MOST_READINGS = 6;

/** One way to understand a question. */
export interface PhraseReading {
  /** Its command is `NAME_COMMAND` when it asks for whatever has a name. */
  readonly ask: Ask;
  /** Whether the form asks for nothing else, so that even a miss is the answer. */
  readonly isSure: boolean;
}

/** Stands in a reading for the command that answers for the record of a name. */
export const NAME_COMMAND = "name";

/** A text in a conversation, as far as its form tells. */
export interface ParsedPhrase {
  /** The text without politeness around it. */
  readonly bare: string;
  /** What it may ask, the likeliest first; empty when it has no known form. */
  readonly readings: readonly PhraseReading[];
  /** Whether it is a question to the desk, though of no known form. */
  readonly isQuestion: boolean;
  /** Whether it asks after somebody in the conversation. */
  readonly isSmallTalk: boolean;
}

/**
 * Parses a text by the forms of questions.
 * @param parse parses a typed line, by which each reading has to hold
 */
export function parsePhrase(text: string, parse: (line: string) => ParsedAsk): ParsedPhrase {
  const line = lineOf(cutText(text, MAX_LINE_LENGTH));
  if (line.length > LONGEST) return { bare: line, readings: [], isQuestion: false, isSmallTalk: false };
  const polite = withoutEnd(line.replace(PHRASE_LEAD, ""));
  const bare = expandContractions(withoutEnd(polite.replace(PHRASE_TAIL, "")));
  if (bare === "") return { bare: line, readings: [], isQuestion: false, isSmallTalk: false };
  const isSmallTalk = SMALL_TALK_FORM.test(bare);
  const { rest, isTotal } = extractTotal(bare);
  const readings: PhraseReading[] = [];
  for (const pattern of isSmallTalk ? [] : PHRASE_PATTERNS) {
    const { form, command, second, joining, isSure = false, isWhole = false } = pattern;
    const [match, words = "", more = ""] = form.exec(command === "pledge" ? rest : bare) ?? [];
    if (match === undefined || (words.trim() === "") !== isWhole) continue;
    const whole = joining === undefined || more.trim() === "" ? words : `${words} ${joining} ${more}`;
    const asked = command === "pledge" && isTotal ? `${whole} ${TOTAL_WORDS}` : whole;
    if (command === NAME_COMMAND) readings.push({ ask: createAsk(command, asked), isSure });
    else {
      // Print and parse again, so that the limits of typed lines apply.
      const found = parse(printAsk(createAsk(command, asked, second ? { [second]: more } : {})));
      if ("ask" in found) readings.push({ ask: found.ask, isSure });
    }
    if (readings.length === MOST_READINGS) break;
  }
  return {
    bare,
    readings,
    isQuestion: !isSmallTalk && QUESTION_FORM.test(bare) && !ADDRESSED_FORM.test(bare),
    isSmallTalk,
  };
}

/** Tells whether a line has the form of a question, known or not. */
export function hasPhraseForm(line: string, parse: (line: string) => ParsedAsk): boolean {
  const { readings, isQuestion } = parsePhrase(line, parse);
  return isQuestion || readings.length > 0;
}
