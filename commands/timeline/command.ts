/** /timeline: what happened when, as far as the sources date it: events, commitments and words, the earliest first. */
import type { Command } from "../../src/desk/command.ts";

export const timeline: Command = {
  name: "timeline",
  label: (words) => words.timeline.name,
  summary: (words) => words.timeline.summary,
  options: [
    { name: "subject", summary: (words) => words.timeline.option, hint: (words) => words.timeline.hint },
    { name: "from", summary: (words) => words.timeline.from, hint: (words) => words.timeline.fromHint },
    { name: "to", summary: (words) => words.timeline.to, hint: (words) => words.timeline.toHint },
  ],
  examples: ["/timeline common prosperity", "/timeline xi from:2021-08", "/timeline from:1990s to:2016"],

  answer: async (ask, desk) => (await import("./answer.ts")).answer(ask, desk),
  suggest: async (option, typed, desk) => (await import("./answer.ts")).suggest(option, typed, desk),
};
