/** /source: the shelf's sources, or the card of one and what is recorded from it. */
import type { Command } from "../../src/desk/command.ts";

export const source: Command = {
  name: "source",
  label: (words) => words.sourceCard.name,
  summary: (words) => words.sourceCard.summary,
  options: [
    {
      name: "source",
      summary: (words) => words.sourceCard.option,
      hint: (words) => words.sourceCard.hint,
    },
    { name: "at", summary: (words) => words.sourceCard.at, hint: (words) => words.sourceCard.atHint },
  ],
  examples: ["/source supchina", "/source voice of america"],

  answer: async (ask, desk) => (await import("./answer.ts")).answer(ask, desk),
  suggest: async (option, typed, desk) => (await import("./answer.ts")).suggest(option, typed, desk),
};
