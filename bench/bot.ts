/** The bot that is measured: the project's own shelf, checked whole, and the project's own commands. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { commands } from "../commands/index.ts";
import { type BotFactory, createBotFactory } from "../src/desk/bot.ts";
import { createLibrary } from "../src/library/embedded-library.ts";
import { readShelf } from "../src/shelf/shelf.ts";
import { createLog, type Log } from "../src/support/log.ts";

/** The project's folder. */
export const PROJECT = fileURLToPath(new URL("..", import.meta.url));

/** What is asked, on every platform. */
export const ASKED = { command: "pledge", option: "subject", words: "alibaba" } as const;

export interface Asked {
  readonly command: string;
  readonly option: string;
  readonly words: string;
}

/** Of whom or of what each command is asked under a load, by the folder of the records. */
const LOADED = { organizations: "pledge", people: "quote", terms: "define" } as const;

/** Every organization, person and term on the shelf, each asked of by the command that it is asked of most. */
export const ASKS: readonly Asked[] = Object.entries(LOADED).flatMap(([folder, command]) =>
  readdirSync(join(PROJECT, "data", folder)).map((name) => ({
    command,
    option: commands.find((one) => one.name === command)?.options[0]?.name ?? "",
    words: name.replace(".json", ""),
  })),
);

/** The first ask in so many spellings that what was drawn for one of them is forgotten before it comes again. */
export const SPELLINGS: readonly Asked[] = Array.from({ length: 4_000 }, (_, number) => ({
  ...ASKED,
  words: [...ASKED.words]
    .map((letter, index) => (number & (1 << index) ? letter.toUpperCase() : letter))
    .join("")
    .concat(" ".repeat(number >> 7)),
}));
export const LINE = `/${ASKED.command} ${ASKED.words}`;

/** The platforms' rounds: enough for the compiler to settle and for a 95th percentile to mean something. */
export const PLAN = { warmUp: 500, rounds: 600, rest: 2 } as const;

/** Times at most this often what a handler takes that answers a constant. */
export const TARGET = 2;

/** The bot and its log. The log shows warnings alone: a line for each round would hide the table. */
export async function makeBot(): Promise<{ botFor: BotFactory; log: Log }> {
  const log = createLog("warn", []);
  return { botFor: createBotFactory(createLibrary(await readShelf(PROJECT)), commands, log), log };
}
