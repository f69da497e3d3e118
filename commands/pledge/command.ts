/** Declares /pledge: shows what was pledged or given, with each source's account. */
import type { Command } from "../../src/desk/command.ts";

export const pledgeCommand: Command = {
  name: "pledge",
  localizedName: (messages) => messages.pledge.name,
  summary: (messages) => messages.pledge.summary,
  usedFor: (tools) => tools.pledge,
  options: [
    {
      name: "subject",
      summary: (messages) => messages.pledge.option,
      hint: (messages) => messages.pledge.hint,
    },
  ],
  examples: ["/pledge alibaba", "/pledge zhengzhou", "/pledge common prosperity"],
  load: () => import("./answer.ts"),
};
