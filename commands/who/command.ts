/** Declares /who: shows what the sources say about a person or an organization. */
import type { Command } from "../../src/desk/command.ts";

export const whoCommand: Command = {
  name: "who",
  localizedName: (messages) => messages.who.name,
  summary: (messages) => messages.who.summary,
  usedFor: (tools) => tools.who,
  options: [
    { name: "name", summary: (messages) => messages.who.option, hint: (messages) => messages.who.hint },
  ],
  examples: ["/who xi", "/who alibaba", "/who lu jun"],
  load: () => import("./answer.ts"),
};
