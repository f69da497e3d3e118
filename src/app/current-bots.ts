/** Creates bots over the library that is current when they are asked for. */
import type { BotFactory } from "../desk/bot.ts";
import type { LibraryEdition, LibraryHolder } from "../library/library.ts";
import { memoizeByKey } from "../support/memoize.ts";

/**
 * Returns a factory of bots over the current library. Its bots, with what they cache, are made once for each library and
 * dropped with it.
 */
export function createCurrentBots(
  holder: LibraryHolder,
  botsOver: (edition: LibraryEdition) => Promise<BotFactory>,
): BotFactory {
  const botsOf = memoizeByKey(botsOver);
  return async (locale, naming) => (await botsOf(holder.current()))(locale, naming);
}
