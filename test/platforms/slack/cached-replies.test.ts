/** Tests that cached replies carry each asker's own id, and that redelivered requests are not handled again. */
import fc from "fast-check";
import { afterEach, expect, it } from "vitest";
import { createAnswer } from "../../../src/desk/answer.ts";
import { englishMessages } from "../../../src/language/en/messages.ts";
import { renderSlack } from "../../../src/platforms/slack/render.ts";
import { anyAnswer } from "../../delivery/answers.ts";
import { broken, loadAnswer } from "../../desks.ts";
import { commandPayload } from "../../stand-ins/slack-payloads.ts";
import { type RunningSlackBot, startSlackBot, until } from "./slack-bot.ts";

let slackBot: RunningSlackBot | undefined;
afterEach(() => slackBot?.end());

const idsIn = (message: unknown): string[] =>
  [...JSON.stringify(message).matchAll(/"action_id":"([^"]+)"/g)].map(([, id = ""]) => id);

it("is for whoever asks, asked for the second time too", async () => {
  slackBot = await startSlackBot();
  const [first, second] = [
    await slackBot.stand.command("pledge", "alibaba", { userId: "U0FIRST0001" }),
    await slackBot.stand.command("pledge", "alibaba", { userId: "U0SECOND001" }),
  ];
  expect(idsIn(first).length).toBeGreaterThan(1);
  expect(idsIn(first).every((id) => id.includes("U0FIRST0001"))).toBe(true);
  expect(idsIn(second)).toEqual(idsIn(first).map((id) => id.replace("U0FIRST0001", "U0SECOND001")));
});

it("is drawn once, and a failure every time", async () => {
  let asked = 0;
  const counted = {
    ...broken,
    name: "counted",
    load: loadAnswer(async (ask) => {
      asked += 1;
      if (ask.text === "fail") throw new Error("as asked");
      return createAnswer({
        ask,
        title: "Counted",
        outcome: "found",
        opening: [{ type: "text", text: "One." }],
      });
    }),
  };
  slackBot = await startSlackBot({}, { extra: [counted] });
  const { stand, log } = slackBot;
  for (const [number, text] of ["a", "a", "fail", "fail"].entries()) {
    await stand.command("counted", text);
    // A reply is kept once Slack has read it.
    await until(() => log.lines.filter(({ message }) => message === "answered").length > number);
  }
  expect(asked).toBe(3);
});

it("is not done again where the same command is sent again", async () => {
  slackBot = await startSlackBot();
  const payload = commandPayload("pledge", "alibaba", slackBot.stand.responseUrl());
  const type = "slash_commands";
  expect(JSON.stringify(await slackBot.stand.raw({ type, payload }))).toContain("Alibaba");
  expect(await slackBot.stand.raw({ type, payload })).toEqual({});
});

it("has the place for the asker's id in the ids of what can be pressed, and nowhere else", () => {
  fc.assert(
    fc.property(anyAnswer, (answer) => {
      const visibility = { isPrivate: false, asker: "\u007f" };
      const { message } = renderSlack(answer, englishMessages, visibility);
      const found = JSON.stringify(message).split("\u007f").length - 1;
      expect(found).toBe(idsIn(message).filter((id) => id.includes("\u007f")).length);
    }),
    { numRuns: 300 },
  );
});
