/** Gets answers on a large shelf ready before anyone asks, so that nobody waits until their code is loaded. */
import type { Bot } from "../desk/bot.ts";
import { loadModule } from "../desk/run-command.ts";
import { yieldTurn } from "../support/time-slices.ts";

/** Number of records from which it is worth the memory, which is a small part of theirs. */
const LARGE_SHELF = 2_000;

/** An ask that no shelf has an answer to: what a miss needs is loaded with it. */
const MISS = "/who nobody-of-this-name";

/** How an answer takes its turn among other work. */
type TakeTurn = (work: () => Promise<object>) => Promise<unknown>;

/**
 * Loads every command, and answers the first example of each that reads whole messages, which has by far the most code, and
 * an ask that has no answer.
 * Resolves at once on a small shelf.
 * @param takeTurn runs each when its turn comes; by default whenever nothing else has
 */
export async function rehearse(
  bot: Bot,
  takeTurn: TakeTurn = (work) => work(),
  largeFrom: number = LARGE_SHELF,
): Promise<void> {
  const { counts } = await bot.about();
  if (Object.values(counts).reduce((sum, count) => sum + count, 0) < largeFrom) return;
  for (const command of bot.commands) {
    await takeTurn(() => loadModule(command));
    await yieldTurn();
    const [example] = command.messageAction ? command.examples : [];
    if (example !== undefined) await takeTurn(() => bot.answerLine(example));
  }
  await takeTurn(() => bot.answerLine(MISS));
}
