/** Tests that an answer's picture is uploaded to the channel when the bot may post there. */
import { afterEach, expect, it } from "vitest";
import { createAnswer } from "../../../src/desk/answer.ts";
import type { Command } from "../../../src/desk/command.ts";
import { broken, loadAnswer } from "../../desks.ts";
import { event, mentioned } from "../../stand-ins/slack-surfaces.ts";
import { aWhile, type RunningSlackBot, startSlackBot, until } from "./slack-bot.ts";

const PNG = Buffer.from("89504e470d0a1a0a", "hex");

const shown: Command = {
  ...broken,
  name: "shown",
  load: loadAnswer(async (ask) =>
    createAnswer({
      ask,
      title: "Shown",
      outcome: "found",
      opening: [{ type: "text", text: "Coins." }],
      picture: { type: "bars", title: "Coins", unit: "coins", bars: [], left: [], alt: "Ten coins of A’s." },
    }),
  ),
};

const draw = async () => PNG;

let slackBot: RunningSlackBot | undefined;
const started = async (scopes?: readonly string[]): Promise<RunningSlackBot> => {
  slackBot = await startSlackBot({ drawPicture: draw }, { extra: [shown], ...(scopes ? { scopes } : {}) });
  return slackBot;
};

afterEach(() => slackBot?.end());

const completed = ({ stand }: RunningSlackBot) =>
  stand.calls.filter(({ method }) => method === "files.completeUploadExternal").map(({ body }) => body);

it("is uploaded to the channel after a command, and to the thread after a mention", async () => {
  const at = await started();
  await at.stand.command("shown");
  await until(() => completed(at).length === 1, "the upload");
  expect(completed(at)[0]).toMatchObject({ channel_id: "C0LIBRARY01" });
  expect(at.stand.uploads.map(({ bytes }) => bytes.includes(PNG))).toEqual([true]);
  const [url] = at.stand.calls.filter(({ method }) => method === "files.getUploadURLExternal");
  expect(url?.body).toMatchObject({ filename: "refdesk.png", alt_text: "Ten coins of A’s." });
  const mention = mentioned("/shown");
  await at.stand.raw(event(mention));
  await until(() => completed(at).length === 2, "the upload");
  expect(completed(at)[1]).toMatchObject({ channel_id: "C0LIBRARY01", thread_ts: mention.ts });
});

it("follows what was drawn before, too", async () => {
  const at = await started();
  await at.stand.command("shown");
  await at.stand.command("shown");
  await until(() => completed(at).length > 1, "two uploads");
  expect(completed(at).map(({ channel_id }) => channel_id)).toEqual(["C0LIBRARY01", "C0LIBRARY01"]);
});

it("does not follow what only the asker sees", async () => {
  const at = await started();
  await at.stand.command("shown", "private:yes");
  await at.stand.command("shown", "private:no");
  await until(() => completed(at).length > 0, "the upload");
  await aWhile();
  expect(completed(at)).toHaveLength(1);
});

it("is left out where the bot is no member, without a fault", async () => {
  const at = await started();
  at.stand.fail("files.completeUploadExternal", 1, "not_in_channel");
  expect(JSON.stringify(await at.stand.command("shown"))).toContain("Coins.");
  await until(() => at.log.lines.some(({ message }) => message.startsWith("no file")), "the log");
  expect(at.log.lines.filter(({ level }) => level !== "info")).toEqual([]);
});

it("is off where files:write was not granted", async () => {
  const at = await started(["commands", "chat:write", "app_mentions:read", "im:history"]);
  await at.stand.command("shown");
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(at.stand.calls.some(({ method }) => method.startsWith("files."))).toBe(false);
});
