/** Declares /cite: writes a citation, ready to paste, of a source or of the sources behind a record. */
import type { Command } from "../../src/desk/command.ts";

export const citeCommand: Command = {
  name: "cite",
  localizedName: (messages) => messages.cite.name,
  summary: (messages) => messages.cite.summary,
  usedFor: (tools) => tools.cite,
  options: [
    { name: "source", summary: (messages) => messages.cite.option, hint: (messages) => messages.cite.hint },
    {
      name: "style",
      summary: (messages) => messages.cite.style,
      hint: (messages) => messages.cite.styleHint,
    },
  ],
  examples: ["/cite supchina", "/cite voice of america style:bibtex", "/cite third distribution style:gbt"],
  load: () => import("./answer.ts"),
};
