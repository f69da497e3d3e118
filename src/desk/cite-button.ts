/** Adds a button to an answer that asks for its sources as citations. */

import { createAsk, MAX_VALUE_LENGTH } from "../ask/ask.ts";
import type { Messages } from "../language/messages.ts";
import type { SourceInfo } from "../library/library.ts";
import type { Answer } from "./answer.ts";
import type { CommandContext } from "./command.ts";

/** The command that formats citations; its text is a list of source ids, separated by spaces. */
const CITE = "cite";

/** The most publishers that the button names; for more sources it gives their number. */
const NAMED = 2;

/** Returns the button's label, with the publishers of the sources or the number of sources. */
export function citeButtonLabel(
  sources: readonly Pick<SourceInfo, "publisher">[],
  { cite, list }: Messages,
): string {
  const publishers = [...new Set(sources.map(({ publisher }) => publisher))];
  const isNamed = publishers.length === sources.length && sources.length <= NAMED;
  return cite.button(isNamed ? list(publishers) : cite.sources(sources.length));
}

/**
 * Adds the button to a finding that cites sources, when the `cite` command exists and the ids fit into one ask. The
 * button comes last, because platforms show only the first few.
 */
export async function withCiteButton(
  answer: Answer,
  { commands, library, messages }: Pick<CommandContext, "commands" | "library" | "messages">,
): Promise<Answer> {
  const { outcome, sources, buttons } = answer;
  const cited = sources.map(({ id }) => id);
  const ids = cited.join(" ");
  const hasCiteCommand = commands.some(({ name }) => name === CITE);
  if (outcome !== "found" || ids === "" || ids.length > MAX_VALUE_LENGTH || !hasCiteCommand) return answer;
  const citedSources = (await library.sources(cited)).filter((source) => source !== undefined);
  return {
    ...answer,
    buttons: [
      ...buttons,
      { type: "ask", label: citeButtonLabel(citedSources, messages), ask: createAsk(CITE, ids) },
    ],
  };
}
