/** Draws small print, which rich text does not have, as context blocks of plain text without links. */
import type { ContextBlock } from "@slack/types";
import { printableText } from "../../support/printable.ts";
import { SLACK_MESSAGE_LIMITS } from "./limits.ts";

/** Splits a line into parts that fit a context element, never inside a surrogate pair. */
function parted(line: string): string[] {
  if (line.length <= SLACK_MESSAGE_LIMITS.contextText) return [line];
  const letters = [...line];
  const most = SLACK_MESSAGE_LIMITS.contextText / 2;
  return Array.from({ length: Math.ceil(letters.length / most) }, (_, index) =>
    letters.slice(index * most, (index + 1) * most).join(""),
  );
}

/** Joins as many lines per text as fit: Slack would show separate texts side by side. */
function stacked(lines: readonly string[]): string[] {
  const texts: string[] = [];
  for (const line of lines) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + line.length < SLACK_MESSAGE_LIMITS.contextText)
      texts[texts.length - 1] = `${last}\n${line}`;
    else texts.push(line);
  }
  return texts;
}

/** Draws lines as small print, one below the other. */
export function contextBlocks(lines: readonly string[]): ContextBlock[] {
  const texts = stacked(lines.flatMap((line) => parted(printableText(line))));
  return Array.from({ length: Math.ceil(texts.length / SLACK_MESSAGE_LIMITS.context) }, (_, index) => ({
    type: "context",
    elements: texts
      .slice(index * SLACK_MESSAGE_LIMITS.context, (index + 1) * SLACK_MESSAGE_LIMITS.context)
      .map((text) => ({ type: "plain_text", text: text || " ", emoji: false })),
  }));
}
