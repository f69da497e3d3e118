/**
 * Parses questions in natural language: `what did xi say about poverty?` becomes `/quote xi about:poverty`. A
 * question of any other form becomes `/search`, unless it is small talk or put to a person. Other text is not an ask.
 */
import {
  ADDRESSED_FORM,
  AMBIGUOUS_START,
  PHRASE_LEAD,
  PHRASE_PATTERNS,
  QUESTION_FORM,
  SMALL_TALK_FORM,
} from "../language/phrases.ts";
import { createAsk, normalizeLine, type ParsedAsk, printAsk } from "./ask.ts";

/** The maximum length to match against the patterns, in UTF-16 units; longer text does not fit into an ask. */
const LONGEST = 600;

/**
 * Parses a message in a conversation: a command's line, with or without its slash, or a question.
 * @returns undefined when the message is neither
 */
export function parsePhrase(text: string, parse: (line: string) => ParsedAsk): ParsedAsk | undefined {
  const line = normalizeLine(text.replaceAll("`", " "));
  const parsedLine = parse(line);
  if (line === "" || line.length > LONGEST) return known(parsedLine) ? parsedLine : undefined;
  const bare = line.replace(PHRASE_LEAD, "").replace(/[\s?？!！.。…]+$/u, "");
  if (SMALL_TALK_FORM.test(bare)) return undefined;
  for (const { form, command, second } of known(parsedLine) && !AMBIGUOUS_START.test(line)
    ? []
    : PHRASE_PATTERNS) {
    const [, words = "", topic = ""] = form.exec(bare) ?? [];
    if (words.trim() === "") continue;
    // Print and parse again, so that the limits of typed lines apply.
    const found = parse(printAsk(createAsk(command, words, second ? { [second]: topic } : {})));
    if (known(found)) return found;
  }
  if (known(parsedLine)) return parsedLine;
  const parsedBare = parse(bare);
  if (known(parsedBare)) return parsedBare;
  if (!QUESTION_FORM.test(bare) || ADDRESSED_FORM.test(bare)) return undefined;
  const parsedSearch = parse(printAsk(createAsk("search", bare)));
  return known(parsedSearch) ? parsedSearch : undefined;
}

const known = (parsed: ParsedAsk): boolean => "ask" in parsed || parsed.problem.type !== "unknown-command";
