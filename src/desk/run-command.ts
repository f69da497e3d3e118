/** Runs commands, and keeps the answers that are the same for everyone. */
import type { Ask } from "../ask/ask.ts";
import type { Answer } from "./answer.ts";
import type { Command, CommandContext } from "./command.ts";
import { cautionWithdrawn } from "./withdrawn-sources.ts";

/**
 * Creates what runs the commands of one bot. It keeps their answers to asks without text and options, which take the
 * whole shelf.
 */
export function createCommandRunner(): (
  command: Command,
  ask: Ask,
  context: CommandContext,
) => Promise<Answer> {
  const menuAnswers = new Map<string, Answer>();
  return async ({ name, cacheable, load }, ask, context) => {
    if (cacheable === false || ask.text !== "" || Object.keys(ask.options).length > 0)
      return cautionWithdrawn(await (await load()).answer(ask, context));
    const menuAnswer = menuAnswers.get(name) ?? cautionWithdrawn(await (await load()).answer(ask, context));
    if (menuAnswer.outcome !== "failure") menuAnswers.set(name, menuAnswer);
    return { ...menuAnswer, ask: { ...menuAnswer.ask, from: ask.from } };
  };
}
