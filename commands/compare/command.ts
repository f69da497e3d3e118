/** /compare: commitments side by side, as the sources put them. Nothing is converted, divided or added up. */
import type { Command } from "../../src/desk/command.ts";

export const compare: Command = {
  name: "compare",
  label: (words) => words.compare.name,
  summary: (words) => words.compare.summary,
  options: [
    { name: "donors", summary: (words) => words.compare.option, hint: (words) => words.compare.hint },
  ],
  examples: [
    "/compare alibaba tencent",
    "/compare alibaba, tencent and qihoo 360",
    "/compare zhengzhou vs shanxi",
  ],

  answer: async (ask, desk) => (await import("./answer.ts")).answer(ask, desk),
  suggest: async (option, typed, desk) => (await import("./answer.ts")).suggest(option, typed, desk),
};
