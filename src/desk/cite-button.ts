/** Adds a button to an answer that asks for its sources as citations. */

import { createAsk, MAX_VALUE_LENGTH } from "../ask/ask.ts";
import type { Answer } from "./answer.ts";
import type { CommandContext } from "./command.ts";

/** The command that formats citations; its text is a list of source ids, separated by spaces. */
const CITE = "cite";

/**
 * Adds the button to a finding that cites sources, when the `cite` command exists and the ids fit into one ask. The
 * button comes last, because platforms show only the first few.
 */
export function withCiteButton(
  answer: Answer,
  { commands, messages }: Pick<CommandContext, "commands" | "messages">,
): Answer {
  const { outcome, sources, buttons } = answer;
  const ids = sources.map(({ id }) => id).join(" ");
  const hasCiteCommand = commands.some(({ name }) => name === CITE);
  if (outcome !== "found" || ids === "" || ids.length > MAX_VALUE_LENGTH || !hasCiteCommand) return answer;
  return {
    ...answer,
    buttons: [...buttons, { type: "ask", label: messages.cite.button, ask: createAsk(CITE, ids) }],
  };
}
