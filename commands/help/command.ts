/** /help: what can be asked, or the whole of one command, from the one list of commands. */
import type { Command } from "../../src/desk/command.ts";

export const help: Command = {
  name: "help",
  label: (words) => words.help.name,
  also: ["?", "？", "帮助", "说明", "幫助", "說明"],
  summary: (words) => words.help.summary,
  options: [{ name: "command", summary: (words) => words.help.option, hint: (words) => words.help.hint }],
  examples: ["/help quote", "/help pledge"],

  answer: async (ask, desk) => (await import("./answer.ts")).answer(ask, desk),
  suggest: async (option, typed, desk) => (await import("./answer.ts")).suggest(option, typed, desk),
};
