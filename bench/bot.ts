/** Provides the bot to measure: the project's own shelf and commands. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { commands } from "../commands/index.ts";
import { type BotFactory, createBotFactory } from "../src/desk/bot.ts";
import { createLibrary } from "../src/library/embedded-library.ts";
import { readShelf } from "../src/shelf/shelf.ts";
import { createLog, type Log } from "../src/support/log.ts";

/** The root folder of the project. */
export const PROJECT = fileURLToPath(new URL("..", import.meta.url));

/** The ask measured on every platform. */
export const ASKED = { command: "pledge", option: "subject", words: "alibaba" } as const;

export interface Asked {
  readonly command: string;
  readonly option: string;
  readonly words: string;
}

/** The command asked under load about each kind of record, by folder. */
const LOADED = { organizations: "pledge", people: "quote", terms: "define" } as const;

/** One ask for every organization, person and term on the shelf. */
export const ASKS: readonly Asked[] = Object.entries(LOADED).flatMap(([folder, command]) =>
  readdirSync(join(PROJECT, "data", folder)).map((name) => ({
    command,
    option: commands.find((one) => one.name === command)?.options[0]?.name ?? "",
    words: name.replace(".json", ""),
  })),
);

/** The first ask in enough spellings that each has left the reply cache before it repeats. */
export const SPELLINGS: readonly Asked[] = Array.from({ length: 8_000 }, (_, number) => ({
  ...ASKED,
  words: [...ASKED.words]
    .map((letter, index) => (number & (1 << index) ? letter.toUpperCase() : letter))
    .join("")
    .concat(" ".repeat(number >> 7)),
}));
export const LINE = `/${ASKED.command} ${ASKED.words}`;

/** Rounds per platform: enough to warm up the JIT compiler and to give a meaningful 95th percentile. */
export const PLAN = { warmUp: 500, rounds: 600, rest: 2 } as const;

/** Maximum ratio of Refdesk's time to that of a handler that returns a constant. */
export const TARGET = 2;

/** Creates the bot and its log. Logs only warnings, since a line for every round would hide the table. */
export async function makeBot(): Promise<{ botFor: BotFactory; log: Log }> {
  const log = createLog("warn", []);
  return { botFor: createBotFactory(createLibrary(await readShelf(PROJECT)), commands, log), log };
}
