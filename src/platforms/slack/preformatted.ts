/** Draws text to be copied as preformatted rich text. */
import type { RichTextPreformatted, RichTextText } from "@slack/types";
import { copyableLines } from "../../delivery/text.ts";

const written = (text: string): RichTextText => ({ type: "text", text });

/** Creates a preformatted block of the text's lines. */
export const preformattedText = (text: string): RichTextPreformatted => ({
  type: "rich_text_preformatted",
  elements: copyableLines(text).flatMap((line, index) => [
    ...(index === 0 ? [] : [written("\n")]),
    ...(line === "" ? [] : [written(line)]),
  ]),
});
