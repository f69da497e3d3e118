/** The contract between the desk and a platform. */
import type { BotFactory } from "../desk/bot.ts";
import type { StopFunction } from "../support/stop-function.ts";

/**
 * Starts the bot on a platform. Resolves once it can be asked there, and gives what ends it again.
 * @throws where the platform does not let it in, in words that say how to mend that
 *
 * @example
 * const adapter: PlatformAdapter = async (botFor) => {
 *   const connection = await connect(async (line) => renderAnswer(await (await botFor("en")).answerLine(line)));
 *   return () => connection.close();
 * };
 */
export type PlatformAdapter = (botFor: BotFactory) => Promise<StopFunction>;
