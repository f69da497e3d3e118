/** The bot that is measured: the project's own shelf, checked whole, and the project's own commands. */
import { fileURLToPath } from "node:url";
import { commands } from "../commands/index.ts";
import { type Bots, createBots } from "../src/bot.ts";
import { createLibrary } from "../src/library/memory.ts";
import { readShelf } from "../src/library/shelf.ts";
import { createLog, type Log } from "../src/log.ts";

/** The project's folder. */
export const PROJECT = fileURLToPath(new URL("..", import.meta.url));

/** What is asked, on every platform. */
export const ASKED = { command: "pledge", option: "subject", words: "alibaba" } as const;
export const LINE = `/${ASKED.command} ${ASKED.words}`;

/** The platforms' rounds: enough for the compiler to settle and for a 95th percentile to mean something. */
export const PLAN = { warmUp: 500, rounds: 600, rest: 2 } as const;

/** Times at most this often what a handler takes that answers a constant. */
export const TARGET = 2;

/** The bot and its log. The log shows warnings alone: a line for each round would hide the table. */
export async function makeBot(): Promise<{ bots: Bots; log: Log }> {
  const log = createLog("warn", []);
  return { bots: createBots(createLibrary(await readShelf(PROJECT)), commands, log), log };
}
