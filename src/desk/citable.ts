/** The way from an answer to its sources as citations. */
import type { Answer } from "./answer.ts";
import { MAX_VALUE, makeAsk } from "./ask.ts";
import type { Desk } from "./command.ts";

/** The command that gives sources as citations, by their ids one after the other. */
const CITE = "cite";

/**
 * A finding with the question for citations of its sources as its last, so that nothing more useful is pushed
 * out by it. What cites no source has none, and neither has what is a citation.
 */
export function citable(answer: Answer, { commands, words }: Pick<Desk, "commands" | "words">): Answer {
  const { outcome, sources, buttons } = answer;
  const ids = sources.map(({ id }) => id).join(" ");
  const isThere = commands.some(({ name }) => name === CITE);
  if (outcome !== "found" || ids === "" || ids.length > MAX_VALUE || !isThere) return answer;
  return {
    ...answer,
    buttons: [...buttons, { type: "ask", label: words.cite.button, ask: makeAsk(CITE, ids) }],
  };
}
