/** Tests that the first message of each command is short enough to be read in a channel, on both platforms. */
import { describe, expect, it } from "vitest";
import { answerForm } from "../../src/delivery/brief.ts";
import { renderDiscord } from "../../src/platforms/discord/render.ts";
import { renderSlack } from "../../src/platforms/slack/render.ts";
import { bot } from "../desks.ts";
import { discordSize, slackSize } from "./shown-size.ts";

/** Asks with the most characters and lines of their first message. */
const BUDGETS: readonly (readonly [ask: string, characters: number, lines: number])[] = [
  ["/pledge alibaba", 1000, 28],
  ["/pledge zhengzhou", 1000, 28],
  ["/quote xi", 900, 26],
  ["/quote lu jun", 1000, 28],
  ["/define third-distribution", 450, 14],
  ["/define common-prosperity", 900, 26],
  ["/who alibaba", 900, 26],
  ["/who xi jinping", 900, 26],
  ["/pledge xiaomi", 500, 16],
  ["/pledge baidu", 260, 8],
  ["/check Alibaba pledged $20 billion.", 600, 18],
  ["/compare alibaba tencent", 900, 26],
  ["/timeline common prosperity", 1000, 28],
  ["/search poverty", 900, 26],
];

describe("the first message", () => {
  it.each(BUDGETS)("%s: %i characters, %i lines", async (line, characters, lines) => {
    const answer = answerForm(await bot.answerLine(line), bot.messages);
    const visibility = { isPrivate: answer.audience === "asker" };
    const sizes = {
      discord: discordSize(renderDiscord(answer, bot.messages, visibility).message),
      slack: slackSize(renderSlack(answer, bot.messages, { ...visibility, asker: "U1" }).message),
    };
    for (const [platform, size] of Object.entries(sizes)) {
      expect(size.characters, `${platform}: ${JSON.stringify(size)}`).toBeLessThanOrEqual(characters);
      expect(size.lines, `${platform}: ${JSON.stringify(size)}`).toBeLessThanOrEqual(lines);
    }
  });
});
