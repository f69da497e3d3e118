/** The contract that every chat platform's adapter implements. */
import type { BotFactory } from "../desk/bot.ts";
import type { StopFunction } from "../support/stop-function.ts";

/**
 * Starts the bot on a platform. Resolves with a function that stops it, once the bot can be asked there.
 * @throws {Error} when the platform refuses the connection; the message says how to fix it
 *
 * @example
 * const stdinAdapter: PlatformAdapter = async (botFor) => {
 *   const bot = await botFor("en");
 *   const lines = createInterface({ input: process.stdin });
 *   lines.on("line", async (line) => console.log(renderJson(await bot.answerLine(line))));
 *   return async () => lines.close();
 * };
 */
export type PlatformAdapter = (botFor: BotFactory) => Promise<StopFunction>;
