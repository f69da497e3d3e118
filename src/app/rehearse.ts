/** Answers asks on a large shelf before anyone has asked, so that nobody waits until the code of answers is loaded. */
import type { Bot } from "../desk/bot.ts";
import { yieldTurn } from "../support/time-slices.ts";

/** Number of records from which it is worth the memory, which is a small part of theirs. */
const LARGE_SHELF = 2_000;

/** How an answer takes its turn among other work. */
type TakeTurn = (work: () => Promise<object>) => Promise<unknown>;

/**
 * Answers every command alone and its first example, one after another. Resolves at once on a small shelf. Never rejects:
 * a failure is an answer, too, and is logged.
 * @param takeTurn runs each when its turn comes; by default whenever nothing else has
 */
export async function rehearse(
  bot: Bot,
  takeTurn: TakeTurn = (work) => work(),
  largeFrom: number = LARGE_SHELF,
): Promise<void> {
  const { counts } = await bot.about();
  if (Object.values(counts).reduce((sum, count) => sum + count, 0) < largeFrom) return;
  for (const { name, examples } of bot.commands)
    for (const line of [`/${name}`, ...examples.slice(0, 1)]) {
      await takeTurn(() => bot.answerLine(line));
      await yieldTurn();
    }
}
