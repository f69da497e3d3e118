/** Tests that an answer's file is uploaded to the channel when everyone sees the answer. */
import { expect, it } from "vitest";
import { filed } from "../../delivery/cited.ts";
import { aWhile, carried, labelled, until } from "./carried.ts";

it("is uploaded to the channel after a command, and after one in private when that is shared", async () => {
  const here = await carried({}, { extra: [filed] });
  const secret = await here.stand.command("filed", "x private:yes");
  await aWhile();
  await here.stand.command("filed", "x");
  const completed = () => here.stand.calls.filter(({ method }) => method === "files.completeUploadExternal");
  await until(() => completed().length === 1, "the upload");
  expect(completed()[0]?.body).toMatchObject({ channel_id: "C0LIBRARY01" });
  await here.stand.press(labelled(secret, "Share"), secret);
  await until(() => completed().length === 2, "the upload");
  const [url] = here.stand.calls.filter(({ method }) => method === "files.getUploadURLExternal");
  expect(url?.body).toMatchObject({ filename: "list.txt" });
  expect(here.stand.uploads.map(({ bytes }) => bytes.includes("Two “两”."))).toEqual([true, true]);
  await here.end();
});
