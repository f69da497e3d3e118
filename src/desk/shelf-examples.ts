/** Finds asks that a command answers on the shelf that is read. */
import { type Ask, createAsk, parseAsk } from "../ask/ask.ts";
import type { MenuChoice } from "./answer.ts";
import { type Command, type CommandContext, commandExamples } from "./command.ts";
import { lookUpWords } from "./unnamed.ts";

/** The most examples of one command. */
const MOST = 3;

/** Returns those of a command's examples whose words are on this shelf. */
async function ownExamples(
  command: Command,
  { commands, library, messages }: CommandContext,
): Promise<MenuChoice[]> {
  const { name, cacheable } = command;
  const isOwn = async ({ text, options }: Ask): Promise<boolean> =>
    // What is asked of such a command is nothing of the shelf.
    cacheable === false ||
    (await lookUpWords(text || Object.values(options).join(" "), library)).unnamed.length === 0;
  const all = commandExamples(command, messages).flatMap((line): MenuChoice[] => {
    const parsed = parseAsk(line, commands);
    return "ask" in parsed ? [{ label: line.slice(name.length + 1).trim() || line, ask: parsed.ask }] : [];
  });
  const own = await Promise.all(all.map(({ ask }) => isOwn(ask)));
  return all.filter((_, index) => own[index]);
}

/** Returns asks for the first of what a command suggests. */
async function suggestedExamples(
  { name, options, load }: Command,
  context: CommandContext,
): Promise<MenuChoice[]> {
  const [option] = options;
  const { suggest } = await load();
  // A command that fails suggests nothing: help is there all the same.
  const suggested = option && (await suggest?.(option.name, "", context).catch(() => []));
  return (suggested ?? []).slice(0, MOST).map(({ label, value }) => ({ label, ask: createAsk(name, value) }));
}

/** Returns an example of a command in words of this shelf, without asking it. */
export const firstExample = async (
  command: Command,
  context: CommandContext,
): Promise<MenuChoice | undefined> =>
  (await ownExamples(command, context))[0] ?? (await suggestedExamples(command, context))[0];

/**
 * Returns those of a command's examples that have an answer on this shelf; where none has, the first of what the
 * command suggests. Each is labelled with the text after the command's name.
 */
export async function shelfExamples(command: Command, context: CommandContext): Promise<MenuChoice[]> {
  const own = await ownExamples(command, context);
  if (command.cacheable === false) return own;
  const { answer } = await command.load();
  const answers = await Promise.all(own.map(({ ask }) => answer(ask, context)));
  const answered = own.filter((_, index) => ["found", "menu"].includes(answers[index]!.outcome));
  return answered.length > 0 ? answered : suggestedExamples(command, context);
}
