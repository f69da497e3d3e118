/** /search: whatever the shelf holds, in plain words: its records and their passages, the best first. */
import type { Command } from "../../src/desk/command.ts";

export const search: Command = {
  name: "search",
  label: (words) => words.search.name,
  summary: (words) => words.search.summary,
  options: [
    { name: "words", summary: (words) => words.search.option, hint: (words) => words.search.hint },
    { name: "kind", summary: (words) => words.search.kind, hint: (words) => words.search.kindHint },
  ],
  examples: [
    "/search who came up with the three distributions",
    "/search how much did giving rise after the 2008 earthquake",
    "/search donations to NGOs",
  ],

  answer: async (ask, desk) => (await import("./answer.ts")).answer(ask, desk),
  suggest: async (option, typed, desk) => (await import("./answer.ts")).suggest(option, typed, desk),
};
