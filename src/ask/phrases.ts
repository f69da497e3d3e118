/**
 * Questions in words as people write them in a conversation: `what did xi say about poverty?` is
 * `/quote xi about:poverty`. What is no line and fits no pattern is not guessed at.
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

/** More than an ask can hold need not be searched for a question. */
const LONGEST = 600;

/**
 * What a person asks in a conversation: a command's line, with or without its slash, or one of the patterns.
 * @returns nothing where it is neither
 */
export function parsePhrase(text: string, parse: (line: string) => ParsedAsk): ParsedAsk | undefined {
  const line = normalizeLine(text.replaceAll("`", " "));
  const asked = parse(line);
  if (line === "" || line.length > LONGEST) return known(asked) ? asked : undefined;
  const bare = line.replace(PHRASE_LEAD, "").replace(/[\s?？!！.。…]+$/u, "");
  if (SMALL_TALK_FORM.test(bare)) return undefined;
  for (const { form, command, second } of known(asked) && !AMBIGUOUS_START.test(line)
    ? []
    : PHRASE_PATTERNS) {
    const [, words = "", topic = ""] = form.exec(bare) ?? [];
    if (words.trim() === "") continue;
    // Printed and read again, so that it is held to all that a typed line is held to.
    const found = parse(printAsk(createAsk(command, words, second ? { [second]: topic } : {})));
    if (known(found)) return found;
  }
  if (known(asked)) return asked;
  const polite = parse(bare);
  if (known(polite)) return polite;
  if (!QUESTION_FORM.test(bare) || ADDRESSED_FORM.test(bare)) return undefined;
  const sought = parse(printAsk(createAsk("search", bare)));
  return known(sought) ? sought : undefined;
}

const known = (parsed: ParsedAsk): boolean => "ask" in parsed || parsed.problem.type !== "unknown-command";
