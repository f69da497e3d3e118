/** /quote: what a person or an institution said, word for word, and apart from it what they are reported to have said. */
import type { Command } from "../../src/desk/command.ts";

export const quote: Command = {
  name: "quote",
  label: (words) => words.quote.name,
  summary: (words) => words.quote.summary,
  options: [
    { name: "speaker", summary: (words) => words.quote.option, hint: (words) => words.quote.hint },
    { name: "about", summary: (words) => words.quote.about, hint: (words) => words.quote.aboutHint },
  ],
  examples: ["/quote xi", "/quote lu jun about NGOs", "/quote inequality"],

  answer: async (ask, desk) => (await import("./answer.ts")).answer(ask, desk),
  suggest: async (option, typed, desk) => (await import("./answer.ts")).suggest(option, typed, desk),
};
