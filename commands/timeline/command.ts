/** Declares /timeline: shows dated events, commitments and words, earliest first. */
import type { Command } from "../../src/desk/command.ts";

export const timelineCommand: Command = {
  name: "timeline",
  localizedName: (messages) => messages.timeline.name,
  summary: (messages) => messages.timeline.summary,
  usedFor: (tools) => tools.timeline,
  options: [
    {
      name: "subject",
      summary: (messages) => messages.timeline.option,
      hint: (messages) => messages.timeline.hint,
    },
    {
      name: "from",
      summary: (messages) => messages.timeline.from,
      hint: (messages) => messages.timeline.fromHint,
    },
    { name: "to", summary: (messages) => messages.timeline.to, hint: (messages) => messages.timeline.toHint },
  ],
  examples: ["/timeline common prosperity", "/timeline xi from:2021-08", "/timeline from:1990s to:2016"],
  load: () => import("./answer.ts"),
};
