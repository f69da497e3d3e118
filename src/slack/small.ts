/** Small print in Slack: rich text has none, so that it stands in blocks of its own, as plain text without links. */
import type { ContextBlock } from "@slack/types";
import { printable } from "../render/text.ts";
import { plainText } from "./controls.ts";
import { MESSAGE } from "./limits.ts";

/** A line in parts that small print takes, never parting a character. */
function parted(line: string): string[] {
  if (line.length <= MESSAGE.contextText) return [line];
  const letters = [...line];
  const most = MESSAGE.contextText / 2;
  return Array.from({ length: Math.ceil(letters.length / most) }, (_, index) =>
    letters.slice(index * most, (index + 1) * most).join(""),
  );
}

/** Lines in small print, of which short ones share a line of the screen. */
export function small(lines: readonly string[]): ContextBlock[] {
  const texts = lines.flatMap((line) => parted(printable(line)));
  return Array.from({ length: Math.ceil(texts.length / MESSAGE.context) }, (_, index) => ({
    type: "context",
    elements: texts
      .slice(index * MESSAGE.context, (index + 1) * MESSAGE.context)
      .map((text) => plainText(text, MESSAGE.contextText)),
  }));
}
