/** Gets answers on a large shelf ready before anyone asks, so that nobody waits until their code is loaded. */
import type { Bot } from "../desk/bot.ts";
import { loadModule } from "../desk/run-command.ts";
import type { Library } from "../library/library.ts";
import { yieldTurn } from "../support/time-slices.ts";

/** Number of records from which it is worth the memory, which is a small part of theirs. */
const LARGE_SHELF = 2_000;

/** An ask that no shelf has an answer to: what a miss needs is loaded with it. */
const MISS = "/who nobody-of-this-name";

/** How an answer takes its turn among other work. */
type TakeTurn = (work: () => Promise<object>) => Promise<unknown>;

/** How much of a passage is asked at most, in UTF-16 units: less than an ask may hold. */
const SENTENCE_LENGTH = 300;

/** Returns a sentence that a source has, to be checked; undefined where no statement is recorded. */
async function anySentence(library: Library): Promise<string | undefined> {
  const [fact] = (await library.find({ kinds: ["facts"], most: 1 })).hits;
  return fact?.kind === "facts" ? fact.passages[0]?.exact.slice(0, SENTENCE_LENGTH) : undefined;
}

/**
 * Loads every command and answers each alone, which gathers what it needs of the whole shelf; then, of each that reads whole
 * messages, its first example and a sentence of the shelf, and an ask that has no answer.
 * Resolves at once on a small shelf.
 * @param takeTurn runs each when its turn comes; by default whenever nothing else has
 */
export async function rehearse(
  bot: Bot,
  library: Library,
  takeTurn: TakeTurn = (work) => work(),
  largeFrom: number = LARGE_SHELF,
): Promise<void> {
  const { counts } = await bot.about();
  if (Object.values(counts).reduce((sum, count) => sum + count, 0) < largeFrom) return;
  const sentence = await anySentence(library);
  for (const command of bot.commands) {
    await takeTurn(() => loadModule(command));
    await yieldTurn();
    await takeTurn(() => bot.answerLine(`/${command.name}`));
    await yieldTurn();
    if (!command.messageAction) continue;
    for (const text of [command.examples[0], sentence && `/${command.name} ${sentence}`]) {
      if (text) await takeTurn(() => bot.answerLine(text));
      await yieldTurn();
    }
  }
  await takeTurn(() => bot.answerLine(MISS));
}
