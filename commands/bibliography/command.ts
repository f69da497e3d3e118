/** /bibliography: the sources that were cited in this conversation, in answers that everyone in it could see. */
import type { Command } from "../../src/desk/command.ts";

export const bibliography: Command = {
  name: "bibliography",
  label: (words) => words.bibliography.name,
  summary: (words) => words.bibliography.summary,
  options: [
    {
      name: "days",
      summary: (words) => words.bibliography.option,
      hint: (words) => words.bibliography.hint,
    },
    {
      name: "style",
      summary: (words) => words.cite.style,
      hint: (words) => words.cite.styleHint,
    },
  ],
  examples: ["/bibliography", "/bibliography 7", "/bibliography style:mla"],
  changes: true,

  answer: async (ask, desk) => (await import("./answer.ts")).answer(ask, desk),
  suggest: async (option, typed, desk) => (await import("./answer.ts")).suggest(option, typed, desk),
};
