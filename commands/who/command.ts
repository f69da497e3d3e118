/** /who: who a person is, or what an organization is: role, commitments, people, words, events, as the sources give them. */
import type { Command } from "../../src/desk/command.ts";

export const whoCommand: Command = {
  name: "who",
  localizedName: (messages) => messages.who.name,
  summary: (messages) => messages.who.summary,
  options: [
    { name: "name", summary: (messages) => messages.who.option, hint: (messages) => messages.who.hint },
  ],
  examples: ["/who xi", "/who alibaba", "/who lu jun"],
  load: () => import("./answer.ts"),
};
