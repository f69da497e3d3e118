/** Tests that the picture of an answer which only its asker sees is seen by nobody else: the same on Discord and on Slack. */
import { expect, it } from "vitest";
import { contractDesks } from "../delivery/press-contract.ts";

const PNG = Buffer.from("89504e470d0a1a0a", "hex");

it.each(contractDesks)("$platform", async ({ start }) => {
  const desk = await start({ defaultAudience: "room", replyTimeoutMs: 20_000, drawPicture: async () => PNG });
  const asked = await desk.ask("/pictured coins private:yes");
  expect(asked.audience).toBe("asker");
  expect(await desk.press(asked, "Again")).toMatchObject({ effect: "post", audience: "asker" });
  expect((await desk.write("/pictured shells private:yes")).reply.audience).toBe("asker");
  // That of an answer for everyone shows that pictures come at all.
  expect((await desk.write("/pictured stones")).reply.audience).toBe("room");
  await expect.poll(() => desk.roomFiles()).toBeGreaterThan(0);
  // An end waits for what is still on its way.
  expect(await desk.end()).toEqual([]);
  expect(desk.roomFiles()).toBe(1);
});
