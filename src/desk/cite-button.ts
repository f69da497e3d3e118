/** The way from an answer to its sources as citations. */

import { createAsk, MAX_VALUE_LENGTH } from "../ask/ask.ts";
import type { Messages } from "../language/messages.ts";
import type { SourceInfo } from "../library/library.ts";
import type { Answer } from "./answer.ts";
import type { CommandContext } from "./command.ts";

/** The command that gives sources as citations, by their ids one after the other. */
const CITE = "cite";

/** The most publishers that a button names; of more sources it says how many they are. */
const NAMED = 2;

/** What a button that leads to citations says: of whose publications, or of how many. */
export function citeButtonLabel(
  sources: readonly Pick<SourceInfo, "publisher">[],
  { cite, list }: Messages,
): string {
  const publishers = [...new Set(sources.map(({ publisher }) => publisher))];
  const isNamed = publishers.length === sources.length && sources.length <= NAMED;
  return cite.button(isNamed ? list(publishers) : cite.sources(sources.length));
}

/**
 * A finding with the question for citations of its sources as its last, so that nothing more useful is pushed
 * out by it. What cites no source has none, and neither has what is a citation.
 */
export async function withCiteButton(
  answer: Answer,
  { commands, library, messages }: Pick<CommandContext, "commands" | "library" | "messages">,
): Promise<Answer> {
  const { outcome, sources, buttons } = answer;
  const cited = sources.map(({ id }) => id);
  const ids = cited.join(" ");
  const isThere = commands.some(({ name }) => name === CITE);
  if (outcome !== "found" || ids === "" || ids.length > MAX_VALUE_LENGTH || !isThere) return answer;
  const shelf = (await library.about()).sources
    .filter(({ id }) => cited.includes(id))
    .sort((a, b) => cited.indexOf(a.id) - cited.indexOf(b.id));
  return {
    ...answer,
    buttons: [
      ...buttons,
      { type: "ask", label: citeButtonLabel(shelf, messages), ask: createAsk(CITE, ids) },
    ],
  };
}
