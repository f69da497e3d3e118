/** Runs commands, and keeps the answers that are the same for everyone. */
import type { Ask } from "../ask/ask.ts";
import { memoizeByKey } from "../support/memoize.ts";
import { type Answer, createAnswer } from "./answer.ts";
import { textBlock } from "./answer-parts.ts";
import type { Command, CommandContext, CommandModule } from "./command.ts";
import { cautionWithdrawn } from "./withdrawn-sources.ts";

/**
 * Loads what answers a command, once: the loader of a clone is asked again at every import, which takes it longer than many
 * an answer.
 */
export const loadModule: (command: Command) => Promise<CommandModule> = memoizeByKey((command) =>
  command.load(),
);

/** Says that a shelf has no sources yet, in place of an answer that has nothing to show for this reason. */
async function orEmptyShelf(answer: Answer, { library, messages }: CommandContext): Promise<Answer> {
  const isMenu = answer.outcome === "menu" && answer.ask.command !== "help";
  if (!(isMenu || answer.outcome === "nothing") || (await library.about()).sources > 0) return answer;
  const { title, text } = messages.ownShelf;
  return createAnswer({ ask: answer.ask, title, outcome: "nothing", opening: [textBlock(text)] });
}

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
  return async (command, ask, context) => {
    const { name, cacheable } = command;
    const run = async () =>
      cautionWithdrawn(await orEmptyShelf(await (await loadModule(command)).answer(ask, context), context));
    if (cacheable === false || ask.text !== "" || Object.keys(ask.options).length > 0) return run();
    const menuAnswer = menuAnswers.get(name) ?? (await run());
    if (menuAnswer.outcome !== "failure") menuAnswers.set(name, menuAnswer);
    return { ...menuAnswer, ask: { ...menuAnswer.ask, from: ask.from } };
  };
}
