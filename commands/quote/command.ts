/** Declares /quote: shows what was said word for word and, separately, reported speech. */
import type { Command } from "../../src/desk/command.ts";

export const quoteCommand: Command = {
  name: "quote",
  localizedName: (messages) => messages.quote.name,
  summary: (messages) => messages.quote.summary,
  usedFor: (tools) => tools.quote,
  options: [
    {
      name: "speaker",
      summary: (messages) => messages.quote.option,
      hint: (messages) => messages.quote.hint,
    },
    {
      name: "about",
      summary: (messages) => messages.quote.about,
      hint: (messages) => messages.quote.aboutHint,
    },
  ],
  examples: ["/quote xi", "/quote lu jun about NGOs", "/quote inequality"],
  load: () => import("./answer.ts"),
};
