/** Creates the elements of Slack's rich text, which interprets no markup. */

import type { RichTextElement, RichTextText } from "@slack/types";
import type { LinkSpan } from "../../delivery/spans.ts";
import { defined } from "../../support/defined.ts";
import { printableText } from "../../support/printable.ts";

/** Creates a text element; a space when the text is empty, which Slack refuses. */
export const richText = (text: string, style?: { bold?: boolean }): RichTextText => ({
  type: "text",
  text: printableText(text) || " ",
  ...defined({ style }),
});

/** Converts the spans of a line to elements, merging neighbours without a URL. */
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
