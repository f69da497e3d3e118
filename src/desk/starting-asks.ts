/** Chooses asks to begin with, for people who do not know yet what can be asked. */
import { memoizeByKey } from "../support/memoize.ts";
import type { Bot } from "./bot.ts";
import { commandExamples } from "./command.ts";

/** The commands to begin with, each with its first example that finds something. */
const STARTERS = ["pledge", "quote", "compare", "timeline", "define", "check"];

/** An ask to begin with, and what it shows. */
export interface StartingAsk {
  readonly line: string;
  readonly summary: string;
}

/** Returns asks that find something on this shelf, one for each of the commands to begin with. */
export const startingAsks = memoizeByKey(async (bot: Bot): Promise<readonly StartingAsk[]> => {
  const asks: StartingAsk[] = [];
  for (const name of STARTERS) {
    const command = bot.commands.find((one) => one.name === name);
    for (const line of command ? [...commandExamples(command, bot.messages), ...command.examples] : []) {
      if ((await bot.answerLine(line)).outcome !== "found") continue;
      asks.push({ line, summary: command!.summary(bot.messages) });
      break;
    }
  }
  return asks;
});
