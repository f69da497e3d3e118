/** Declares /define: shows what a term means, in the words of each source that defines it. */
import type { Command } from "../../src/desk/command.ts";

export const defineCommand: Command = {
  name: "define",
  localizedName: (messages) => messages.define.name,
  summary: (messages) => messages.define.summary,
  usedFor: (tools) => tools.define,
  options: [
    { name: "term", summary: (messages) => messages.define.option, hint: (messages) => messages.define.hint },
  ],
  examples: ["/define third-distribution", "/define common prosperity", "/define illegal NGOs"],
  load: () => import("./answer.ts"),
};
