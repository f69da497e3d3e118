/** Declares /source: lists the sources, or shows one with everything recorded from it. */
import type { Command } from "../../src/desk/command.ts";

export const sourceCommand: Command = {
  name: "source",
  localizedName: (messages) => messages.sourceCard.name,
  summary: (messages) => messages.sourceCard.summary,
  usedFor: (tools) => tools.source,
  options: [
    {
      name: "source",
      summary: (messages) => messages.sourceCard.option,
      hint: (messages) => messages.sourceCard.hint,
    },
    {
      name: "at",
      summary: (messages) => messages.sourceCard.at,
      hint: (messages) => messages.sourceCard.atHint,
    },
  ],
  examples: ["/source supchina", "/source voice of america"],
  load: () => import("./answer.ts"),
};
