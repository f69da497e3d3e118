/** What the bot says where a line cannot be asked: what was typed, to the asker, and to nobody else. */
import { describe, expect, it } from "vitest";
import { renderTextPage } from "../../src/delivery/text.ts";
import { resolveVisibility } from "../../src/delivery/visibility.ts";
import { type Answer, askLine } from "../../src/desk/answer.ts";
import { englishMessages } from "../../src/language/en/messages.ts";
import { renderDiscord } from "../../src/platforms/discord/render.ts";
import { renderSlack } from "../../src/platforms/slack/render.ts";
import { bot, botsWithLog } from "../desks.ts";

/** The answer's head on each platform, without its title and without what is drawn around it. */
function headsOf(answer: Answer): string[] {
  const visibility = resolveVisibility(answer, undefined, "room");
  const { opening, items, sources } = answer;
  const [container] = renderDiscord(answer, englishMessages, visibility).message.components as {
    components: { content?: string }[];
  }[];
  const [, context] = renderSlack(answer, englishMessages, { ...visibility, asker: "U012AB3CD" }).message
    .blocks;
  const text = renderTextPage(
    { answer, opening, items, sources, from: 1, shortened: false },
    englishMessages,
  );
  return [
    text.split("\n")[1] ?? "",
    container?.components[0]?.content?.split("\n-# ")[1]?.replace(/\\([^\p{L}\p{N}\s])/gu, "$1") ?? "",
    context?.type === "context" && context.elements[0]?.type === "plain_text" ? context.elements[0].text : "",
  ];
}

describe("a mistake shows what was typed, on every platform", () => {
  it.each([
    ["/plegde alibaba", "/plegde alibaba"],
    ["plegde alibaba", "plegde alibaba"],
    ["/pledge alibaba wher:china", "/pledge alibaba wher:china"],
    ["/quote xi  about:a about:b", "/quote xi about:a about:b"],
    ["/quote xi item:0", "/quote xi item:0"],
    ["/quote xi private:perhaps", "/quote xi private:perhaps"],
    ["/nothing @everyone **x** <!here>", "/nothing @everyone **x** <!here>"],
    [`/pledge ${"long ".repeat(200)}`, `/pledge ${"long ".repeat(37)}[…]`],
  ])("%s", async (line, shown) => {
    const answer = await bot.answerLine(line);
    expect([answer.outcome, answer.audience]).toEqual(["mistake", "asker"]);
    expect(headsOf(answer)).toEqual([shown, shown, shown]);
  });

  it("in a form too", async () => {
    const answer = await bot.answerTo(bot.parseFields("quote", { speaker: "xi item:0", about: "poverty" }));
    expect(askLine(answer)).toBe("/quote xi item:0 about:poverty");
  });
});

it("an ask that can be asked is shown in its one canonical form", async () => {
  const answer = await bot.answerLine("QUOTE  xi about poverty");
  expect(answer.typed).toBeUndefined();
  expect(headsOf(answer)).toEqual(Array(3).fill("/quote xi about:poverty"));
});

it("nothing of what was typed comes into the log", async () => {
  const { botFor, log } = botsWithLog();
  const logged = await botFor("en");
  await logged.answerLine("/secretcommand secretwords");
  await logged.answerLine("/pledge secretwords secretoption:x");
  await logged.answerLine("/broken secretwords");
  expect(log.lines.length).toBe(1);
  expect(JSON.stringify(log.lines)).not.toContain("secret");
});
