/** /pledge: what was pledged or given, each source's account beside the others. */
import type { Command } from "../../src/desk/command.ts";

export const pledge: Command = {
  name: "pledge",
  label: (words) => words.pledge.name,
  summary: (words) => words.pledge.summary,
  options: [{ name: "subject", summary: (words) => words.pledge.option, hint: (words) => words.pledge.hint }],
  examples: ["/pledge alibaba", "/pledge zhengzhou", "/pledge common prosperity"],

  answer: async (ask, desk) => (await import("./answer.ts")).answer(ask, desk),
  suggest: async (option, typed, desk) => (await import("./answer.ts")).suggest(option, typed, desk),
};
