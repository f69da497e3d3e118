/** Tests that the first message of each command is short enough to be read in a channel, on both platforms. */
import { describe, expect, it } from "vitest";
import { answerForm } from "../../src/delivery/brief.ts";
import { lineSpans, spanText } from "../../src/delivery/spans.ts";
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

/** Asks of every command that keep within a message that can be read at once. */
const FURTHER: readonly string[] = [
  ...["tencent", "meituan", "pinduoduo", "bytedance", "qihoo 360", "shanxi floods", "common prosperity"].map(
    (subject) => `/pledge ${subject}`,
  ),
  ...["world internet conference", "everyone in total", "xi jinping", "alibaba for zhengzhou"].map(
    (subject) => `/pledge ${subject}`,
  ),
  ...[
    "wang",
    "zhou hongyi",
    "china daily",
    "andrew collier",
    "lei jun",
    "analysts",
    "inequality",
    "NGOs",
  ].map((speaker) => `/quote ${speaker}`),
  ...["xi about:poverty", "lu jun about:NGOs", "about:donations"].map((rest) => `/quote ${rest}`),
  ...["first distribution", "second distribution", "three distributions", "illegal NGOs"].map(
    (term) => `/define ${term}`,
  ),
  ...["political awareness", "dividing the cake well"].map((term) => `/define ${term}`),
  ...["lu jun", "daniel zhang", "wang hsin-hsien", "tencent", "weibo", "daniel tam-claiborne"].map(
    (name) => `/who ${name}`,
  ),
  ...["/compare tencent qihoo 360 meituan", "/timeline", "/timeline xi", "/timeline zhengzhou"],
  ...["/search NGOs", "/search common prosperity", "/search xi on the rich"],
  ...["/check Alibaba committed $15.5 billion.", "/check Tencent pledged $154 million."],
  ...["/check Li Yining is an American.", "/source voa at:2054"],
];

/** Returns the short form of an answer, with its sizes. */
async function drawn(line: string) {
  const answer = answerForm(await bot.answerLine(line), bot.messages);
  const visibility = { isPrivate: answer.audience === "asker" };
  return {
    answer,
    sizes: Object.entries({
      discord: discordSize(renderDiscord(answer, bot.messages, visibility).message),
      slack: slackSize(renderSlack(answer, bot.messages, { ...visibility, asker: "U1" }).message),
    }),
  };
}

describe("the first message", () => {
  it.each(BUDGETS)("%s: %i characters, %i lines", async (line, characters, lines) => {
    const { sizes } = await drawn(line);
    for (const [platform, size] of sizes) {
      expect(size.characters, `${platform}: ${JSON.stringify(size)}`).toBeGreaterThan(50);
      expect(size.characters, `${platform}: ${JSON.stringify(size)}`).toBeLessThanOrEqual(characters);
      expect(size.lines, `${platform}: ${JSON.stringify(size)}`).toBeLessThanOrEqual(lines);
    }
  });

  it.each(FURTHER)("%s: 1,000 characters, 28 lines", async (line) => {
    const { answer, sizes } = await drawn(line);
    expect(answer.outcome).toBe("found");
    for (const [platform, size] of sizes) {
      expect(size.characters, `${platform}: ${JSON.stringify(size)}`).toBeGreaterThan(100);
      expect(size.characters, `${platform}: ${JSON.stringify(size)}`).toBeLessThanOrEqual(1000);
      expect(size.lines, `${platform}: ${JSON.stringify(size)}`).toBeLessThanOrEqual(28);
    }
  });

  it("is counted for 40 further asks, and more", () => {
    expect(new Set(FURTHER).size).toBeGreaterThanOrEqual(40);
  });

  it.each([...BUDGETS.map(([line]) => line), ...FURTHER])(
    "%s: a first line of 120 characters",
    async (line) => {
      const { answer } = await drawn(line);
      const [lead] = answer.opening;
      // What is not found is said by the title.
      if (answer.outcome !== "found") return expect(lead?.type).not.toBe("line");
      expect(lead?.type).toBe("line");
      const text = lead?.type === "line" ? spanText(lineSpans(lead, answer)) : "";
      expect(text.length).toBeGreaterThan(3);
      expect(text.length, text).toBeLessThanOrEqual(120);
    },
  );
});
