/** /cite: a source, or what stands behind a record, as a citation that pastes. */
import type { Command } from "../../src/desk/command.ts";

export const cite: Command = {
  name: "cite",
  label: (words) => words.cite.name,
  summary: (words) => words.cite.summary,
  options: [
    { name: "source", summary: (words) => words.cite.option, hint: (words) => words.cite.hint },
    { name: "style", summary: (words) => words.cite.style, hint: (words) => words.cite.styleHint },
  ],
  examples: ["/cite supchina", "/cite voice of america style:bibtex", "/cite third distribution style:gbt"],

  answer: async (ask, desk) => (await import("./answer.ts")).answer(ask, desk),
  suggest: async (option, typed, desk) => (await import("./answer.ts")).suggest(option, typed, desk),
};
