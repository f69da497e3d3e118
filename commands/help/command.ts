/** Declares /help: lists the commands, or describes one in full. */
import type { Command } from "../../src/desk/command.ts";
import { HELP_NAMES } from "../../src/language/ask-words.ts";

export const helpCommand: Command = {
  name: "help",
  localizedName: (messages) => messages.help.name,
  aliases: HELP_NAMES,
  summary: (messages) => messages.help.summary,
  usedFor: (tools) => tools.help,
  options: [
    { name: "command", summary: (messages) => messages.help.option, hint: (messages) => messages.help.hint },
  ],
  examples: ["/help quote", "/help pledge"],
  load: () => import("./answer.ts"),
};
