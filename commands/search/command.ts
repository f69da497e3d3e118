/** Declares /search: finds records and passages by plain words, the best match first. */
import type { Command } from "../../src/desk/command.ts";

export const searchCommand: Command = {
  name: "search",
  localizedName: (messages) => messages.search.name,
  summary: (messages) => messages.search.summary,
  usedFor: (tools) => tools.search,
  options: [
    {
      name: "words",
      summary: (messages) => messages.search.option,
      hint: (messages) => messages.search.hint,
      hasForm: true,
    },
    {
      name: "kind",
      summary: (messages) => messages.search.kind,
      hint: (messages) => messages.search.kindHint,
    },
  ],
  examples: [
    "/search who came up with the three distributions",
    "/search how much did giving rise after the 2008 earthquake",
    "/search donations to NGOs",
  ],
  load: () => import("./answer.ts"),
};
