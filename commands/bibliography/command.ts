/** /bibliography: the sources that were cited in this conversation, in answers that everyone in it could see. */
import type { Command } from "../../src/desk/command.ts";

export const bibliographyCommand: Command = {
  name: "bibliography",
  localizedName: (messages) => messages.bibliography.name,
  summary: (messages) => messages.bibliography.summary,
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
