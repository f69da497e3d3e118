/** /define: what a term means, in the words of each source that says so. */
import type { Command } from "../../src/desk/command.ts";

export const define: Command = {
  name: "define",
  label: (words) => words.define.name,
  summary: (words) => words.define.summary,
  options: [{ name: "term", summary: (words) => words.define.option, hint: (words) => words.define.hint }],
  examples: ["/define third-distribution", "/define common prosperity", "/define illegal NGOs"],

  answer: async (ask, desk) => (await import("./answer.ts")).answer(ask, desk),
  suggest: async (option, typed, desk) => (await import("./answer.ts")).suggest(option, typed, desk),
};
