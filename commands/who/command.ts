/** /who: who a person is, or what an organization is: role, commitments, people, words, events, as the sources give them. */
import type { Command } from "../../src/desk/command.ts";

export const who: Command = {
  name: "who",
  label: (words) => words.who.name,
  summary: (words) => words.who.summary,
  options: [{ name: "name", summary: (words) => words.who.option, hint: (words) => words.who.hint }],
  examples: ["/who xi", "/who alibaba", "/who lu jun"],

  answer: async (ask, desk) => (await import("./answer.ts")).answer(ask, desk),
  suggest: async (option, typed, desk) => (await import("./answer.ts")).suggest(option, typed, desk),
};
