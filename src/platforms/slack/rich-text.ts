/** The smallest pieces of Slack's rich text, in which nothing is markup. */

import type { RichTextElement, RichTextText } from "@slack/types";
import type { LinkSpan } from "../../delivery/spans.ts";
import { defined } from "../../support/defined.ts";
import { printableText } from "../../support/printable.ts";

/** Text as it is. */
export const richText = (text: string, style?: { bold?: boolean }): RichTextText => ({
  type: "text",
  text: printableText(text) || " ",
  ...defined({ style }),
});

/** Spans of a line, those together that lead nowhere. */
export function richLine(line: readonly LinkSpan[], style?: { bold?: boolean }): RichTextElement[] {
  const elements: RichTextElement[] = [];
  let text = "";
  for (const { text: more, url } of line) {
    if (url === undefined) text += more;
    else {
      if (text !== "") elements.push(richText(text, style));
      elements.push({ type: "link", url, text: printableText(more), ...defined({ style }) });
      text = "";
    }
  }
  return text === "" ? elements : [...elements, richText(text, style)];
}
