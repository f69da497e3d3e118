/** Declares /bibliography: lists the sources cited in the answers that everyone in the conversation could see. */
import type { Command } from "../../src/desk/command.ts";

export const bibliographyCommand: Command = {
  name: "bibliography",
  localizedName: (messages) => messages.bibliography.name,
  summary: (messages) => messages.bibliography.summary,
  usedFor: (tools) => tools.bibliography,
  options: [
    {
      name: "days",
      summary: (messages) => messages.bibliography.option,
      hint: (messages) => messages.bibliography.hint,
    },
    {
      name: "style",
      summary: (messages) => messages.cite.style,
      hint: (messages) => messages.cite.styleHint,
    },
  ],
  examples: ["/bibliography", "/bibliography 7", "/bibliography style:mla"],
  cacheable: false,
  load: () => import("./answer.ts"),
};
