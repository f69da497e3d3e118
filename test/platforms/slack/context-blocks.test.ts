/** Tests that each line of small print stays one line, whatever it contains. */
import { expect, it } from "vitest";
import { contextBlocks } from "../../../src/platforms/slack/context-blocks.ts";
import { SLACK_MESSAGE_LIMITS } from "../../../src/platforms/slack/limits.ts";

const textsOf = (lines: readonly string[]): string[][] =>
  contextBlocks(lines).map(({ elements }) =>
    elements.map((element) => ("text" in element ? element.text : "")),
  );

it.each<[string, string[], string[][]]>([
  ["no lines", [], []],
  ["lines", ["Desk’s notes:", "• One.", "• Two."], [["Desk’s notes:\n• One.\n• Two."]]],
  ["a line break in a line", ["One\n• Two", "Three"], [["One • Two\nThree"]]],
  ["nothing in a line", [""], [[" "]]],
  ["more than one text takes", ["a".repeat(1_500), "b".repeat(500)], [["a".repeat(1_500), "b".repeat(500)]]],
  [
    "as much as one text takes",
    ["a".repeat(1_499), "b".repeat(500)],
    [[`${"a".repeat(1_499)}\n${"b".repeat(500)}`]],
  ],
])("%s", (_what, lines, texts) => {
  expect(textsOf(lines)).toEqual(texts);
});

it("parts lines that are too long, and blocks that are too many", () => {
  const blocks = textsOf(Array.from({ length: 23 }, () => "𝒜".repeat(1_000)));
  expect(blocks.map(({ length }) => length)).toEqual([10, 10, 3]);
  for (const text of blocks.flat()) expect(text.length).toBeLessThanOrEqual(SLACK_MESSAGE_LIMITS.contextText);
});
