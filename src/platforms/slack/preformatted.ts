/** Text that is pasted elsewhere, as Slack shows it letter for letter. */
import type { RichTextPreformatted, RichTextText } from "@slack/types";
import { copyableLines } from "../../delivery/text.ts";

const written = (text: string): RichTextText => ({ type: "text", text });

export const preformattedText = (text: string): RichTextPreformatted => ({
  type: "rich_text_preformatted",
  elements: copyableLines(text).flatMap((line, index) => [
    ...(index === 0 ? [] : [written("\n")]),
    ...(line === "" ? [] : [written(line)]),
  ]),
});
