/** The contract that every chat platform's adapter implements. */
import type { BotFactory } from "../desk/bot.ts";
import type { StopFunction } from "../support/stop-function.ts";

/**
 * Whether somebody can be answered on a platform. `standby`: by another process, after which this one may. `away`: not now, but it is tried again. `refused`: the platform does not
 * take what is configured, and the reason says what to do.
 */
export type PlatformState =
  | { readonly is: "ready" | "standby" }
  | { readonly is: "away" | "refused"; readonly reason: string };

/** Receives the states of a platform as they change. */
export type ReportState = (state: PlatformState) => void;

/** Thrown when a platform refuses what is configured; the message names the variable and says what to do. */
export class PlatformRefusal extends Error {
  override readonly name = "PlatformRefusal";
}

/**
 * Starts the bot on a platform. Resolves with a function that stops it, once the bot can be asked there. From then on
 * `report` is told when that ends or begins again; after `refused`, the adapter is to be stopped and started anew.
 * @throws {PlatformRefusal} when the platform refuses what is configured
 * @throws {Error} when the platform cannot be reached
 *
 * @example
 * const stdinAdapter: PlatformAdapter = async (botFor) => {
 *   const bot = await botFor("en");
 *   const lines = createInterface({ input: process.stdin });
 *   lines.on("line", async (line) => console.log(renderJson(await bot.answerLine(line))));
 *   return async () => lines.close();
 * };
 */
export type PlatformAdapter = (botFor: BotFactory, report?: ReportState) => Promise<StopFunction>;
