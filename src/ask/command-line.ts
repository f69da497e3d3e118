/** Reads lines that may be a command or a question in words. */
import { AMBIGUOUS_START, beginsQuestion, PHRASE_LEAD } from "../language/question-words.ts";
import { cutText } from "../support/cut-text.ts";
import { type Ask, MAX_LINE_LENGTH, namesCommand, normalizeLine, type ParsedAsk } from "./ask.ts";

/** Returns a message as one line, without the marks of code. */
export const lineOf = (text: string): string => normalizeLine(text.replaceAll("`", " "));

const END_MARK = /[\s?？!！.。…]/u;

/** Drops the marks at the end of a question. */
export function withoutEnd(line: string): string {
  let end = line.length;
  while (end > 0 && END_MARK.test(line[end - 1]!)) end--;
  return line.slice(0, end);
}

const known = (parsed: ParsedAsk): ParsedAsk | undefined => (namesCommand(parsed) ? parsed : undefined);

/** Tells whether a line that names a command may be a question all the same: `who gave to zhengzhou?` */
export const isAmbiguous = (line: string): boolean =>
  AMBIGUOUS_START.test(normalizeLine(cutText(line, MAX_LINE_LENGTH)).replace(PHRASE_LEAD, ""));

/** Parses a line with or without its slash; undefined when it begins with no command's name. */
export function parseCommandLine(text: string, parse: (line: string) => ParsedAsk): ParsedAsk | undefined {
  // Of a message that is too long for a line, `parse` reads the command alone.
  if (text.length > MAX_LINE_LENGTH) return known(parse(text));
  const line = lineOf(text);
  const parsed = parse(line);
  if (namesCommand(parsed)) return parsed;
  const bare = line.replace(PHRASE_LEAD, "");
  const polite = bare === line ? parsed : parse(withoutEnd(bare));
  return known(polite);
}

/** The commands that take a question as it is typed. */
const TAKES_ANYTHING: ReadonlySet<string> = new Set(["search", "check", "help", "bibliography"]);

/** Tells whether the text of an ask may be a whole question: `/define what is common prosperity?`. */
export const mayBeQuestion = ({ command, text }: Ask): boolean =>
  text !== "" && !TAKES_ANYTHING.has(command) && (command === "who" || beginsQuestion(text));
