/** Provides a bot over the real shelf to the tests. */
import { fileURLToPath } from "node:url";
import { commands } from "../commands/index.ts";
import { fitAnswer } from "../src/delivery/fit.ts";
import { renderTextPage } from "../src/delivery/text.ts";
import { type Bot, type BotFactory, createBot, createBotFactory } from "../src/desk/bot.ts";
import type { Command, CommandModule } from "../src/desk/command.ts";
import { englishMessages } from "../src/language/en/messages.ts";
import { createLibrary } from "../src/library/embedded-library.ts";
import type { Library } from "../src/library/library.ts";
import { readShelf } from "../src/shelf/shelf.ts";
import type { Log } from "../src/support/log.ts";
import { createCloningLibrary } from "./library/cloning-library.ts";

export const PROJECT = fileURLToPath(new URL("..", import.meta.url));

export const shelf = await readShelf(PROJECT);
const embedded = createLibrary(shelf);

/** The library of the tests; with LIBRARY=cloning, one that hands out a copy of everything. */
export const library: Library = process.env.LIBRARY === "cloning" ? createCloningLibrary(embedded) : embedded;

/** Creates a log that keeps its lines. */
export function keptLog(): Log & { readonly lines: { level: string; data: object; message: string }[] } {
  const lines: { level: string; data: object; message: string }[] = [];
  const keep = (level: string) => (data: object, message: string) =>
    void lines.push({ level, data, message });
  return { lines, info: keep("info"), warn: keep("warn"), error: keep("error") };
}

/** Returns the `load` of a command that gives this answer and no suggestions. */
export const loadAnswer =
  (answer: CommandModule["answer"]): Command["load"] =>
  async () => ({ answer });

/** A command whose answer always fails. */
export const broken: Command = {
  name: "broken",
  localizedName: () => "broken",
  summary: () => "Fails",
  usedFor: () => "Never use it.",
  options: [{ name: "what", summary: () => "Anything", hint: () => "what" }],
  examples: [],
  load: async () => ({
    answer: () => Promise.reject(new Error("it broke")),
    suggest: () => Promise.reject(new Error("it broke")),
  }),
};

/** A conversation in which every source has been cited. */
const HERE = "here";
const ledger = {
  citedIn: async (conversation: string) =>
    conversation === HERE ? [...shelf.sources.keys()].map((source) => ({ source, first: new Date(0) })) : [],
};

const made = createBot(library, commands, englishMessages, keptLog(), undefined, { citationLog: ledger });

/** The bot, answering in that conversation. */
export const bot: Bot = {
  ...made,
  answer: (ask, conversation = HERE) => made.answer(ask, conversation),
  answerTo: (parsed, conversation = HERE) => made.answerTo(parsed, conversation),
  answerLine: (line, conversation = HERE) => made.answerLine(line, conversation),
};

/** Creates bots for every language, with a failing command, and the log they write to. */
export function botsWithLog(): { botFor: BotFactory; log: ReturnType<typeof keptLog> } {
  const log = keptLog();
  return { botFor: createBotFactory(library, [...commands, broken], log), log };
}

/** Returns the whole answer to a line as plain text. */
export async function ask(line: string): Promise<string> {
  const answer = await bot.answerLine(line);
  return fitAnswer(
    answer,
    (page) => renderTextPage(page, englishMessages),
    () => true,
  ).message;
}
