/** Declares /check: compares a sentence or a message with the sources. */
import type { Command } from "../../src/desk/command.ts";

export const checkCommand: Command = {
  name: "check",
  localizedName: (messages) => messages.check.name,
  summary: (messages) => messages.check.summary,
  usedFor: (tools) => tools.check,
  options: [
    {
      name: "text",
      summary: (messages) => messages.check.option,
      hint: (messages) => messages.check.hint,
      sentence: true,
      hasForm: true,
    },
  ],
  messageAction: (messages) => messages.check.action,
  examples: [
    "/check Alibaba committed $15.5 billion.",
    "/check Xi Jinping called for “dividing the cake well.”",
    "/check The World Internet Conference was held in October 2021.",
  ],
  autocomplete: false,
  load: () => import("./answer.ts"),
};
