/** Headings under a group's are less than it. */
import { expect, it } from "vitest";
import { innerHeadings } from "../../src/delivery/heading-levels.ts";
import { resolveVisibility } from "../../src/delivery/visibility.ts";
import type { Block } from "../../src/desk/answer.ts";
import { englishMessages } from "../../src/language/en/messages.ts";
import { renderDiscord } from "../../src/platforms/discord/render.ts";
import { bot } from "../desks.ts";

const heading = (text: string): Block => ({ type: "heading", text });
const group = (text: string): Block => ({ type: "heading", text, group: true });
const text: Block = { type: "text", text: "said" };

it.each([
  [[], []],
  [[heading("a"), text, heading("b")], []],
  [
    [heading("a"), group("B"), text, heading("c"), group("D"), heading("e")],
    ["c", "e"],
  ],
])("of %j they are %j", (blocks, inner) => {
  expect([...innerHeadings(blocks)].map((block) => block.type === "heading" && block.text)).toEqual(inner);
});

it("on Discord a sentence's verdicts stand under it, and alone they are headings", async () => {
  const drawn = async (line: string) => {
    const answer = await bot.answerLine(line);
    return JSON.stringify(
      renderDiscord(answer, englishMessages, resolveVisibility(answer, undefined, "room")).message,
    );
  };
  const two = await drawn("/check Alibaba committed $15.5 billion. Tencent gave $3.");
  expect(two).toContain("### Sentence 1\\\\: Alibaba committed $15.5 billion.\\n**Supported · Alibaba");
  const one = await drawn("/check Alibaba committed $15.5 billion.");
  expect(one).toContain("### Supported · Alibaba");
});
