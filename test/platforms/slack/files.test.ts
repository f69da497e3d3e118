/** Tests that an answer's file is uploaded to the channel when everyone sees the answer. */
import { expect, it } from "vitest";
import { filed } from "../../delivery/cited.ts";
import { aWhile, labelled, startSlackBot, until } from "./slack-bot.ts";

it("is uploaded to the channel after a command, and after one in private when that is shared", async () => {
  const slackBot = await startSlackBot({}, { extra: [filed] });
  const secret = await slackBot.stand.command("filed", "x private:yes");
  await aWhile();
  await slackBot.stand.command("filed", "x");
  const completed = () =>
    slackBot.stand.calls.filter(({ method }) => method === "files.completeUploadExternal");
  await until(() => completed().length === 1, "the upload");
  expect(completed()[0]?.body).toMatchObject({ channel_id: "C0LIBRARY01" });
  await slackBot.stand.press(labelled(secret, "Share"), secret);
  await until(() => completed().length === 2, "the upload");
  const [url] = slackBot.stand.calls.filter(({ method }) => method === "files.getUploadURLExternal");
  expect(url?.body).toMatchObject({ filename: "list.txt" });
  expect(slackBot.stand.uploads.map(({ bytes }) => bytes.includes("Two “两”."))).toEqual([true, true]);
  await slackBot.end();
});
