/** The smallest pieces of Slack's rich text, in which nothing is markup. */
import type { RichTextElement, RichTextText } from "@slack/types";
import type { Span } from "../../delivery/spans.ts";
import { printable } from "../../delivery/text.ts";

/** Text as it is. */
export const span = (text: string, style?: { bold?: boolean }): RichTextText => ({
  type: "text",
  text: printable(text) || " ",
  ...(style ? { style } : {}),
});

/** Spans of a line, those together that lead nowhere. */
export function linked(line: readonly Span[], style?: { bold?: boolean }): RichTextElement[] {
  const elements: RichTextElement[] = [];
  let text = "";
  for (const { text: more, url } of line) {
    if (url === undefined) text += more;
    else {
      if (text !== "") elements.push(span(text, style));
      elements.push({ type: "link", url, text: printable(more), ...(style ? { style } : {}) });
      text = "";
    }
  }
  return text === "" ? elements : [...elements, span(text, style)];
}
