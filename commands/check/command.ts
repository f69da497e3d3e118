/** /check: which parts of a sentence or a message the shelf bears out, where it differs, and what it does not speak of. */
import type { Command } from "../../src/desk/command.ts";

export const check: Command = {
  name: "check",
  label: (words) => words.check.name,
  summary: (words) => words.check.summary,
  options: [
    {
      name: "text",
      summary: (words) => words.check.option,
      hint: (words) => words.check.hint,
      sentence: true,
    },
  ],
  message: (words) => words.check.action,
  examples: [
    "/check Alibaba committed $15.5 billion.",
    "/check Xi Jinping called for “dividing the cake well.”",
    "/check The World Internet Conference was held in October 2021.",
  ],

  answer: async (ask, desk) => (await import("./answer.ts")).answer(ask, desk),
};
