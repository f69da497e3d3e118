/** The colour of a message is that of its gravest verdict, and no colour says more than the words do. */
import { expect, it } from "vitest";
import { englishMessages } from "../../../src/language/en/messages.ts";
import { renderDiscord } from "../../../src/platforms/discord/render.ts";
import { bot } from "../../desks.ts";

it.each([
  ["/pledge alibaba", 0x2f6f73],
  ["/pledge jd.com", undefined],
  ["/check Alibaba committed $15.5 billion.", 0x2e7d4f],
  ["/check Alibaba pledged $20 billion.", 0xb7791f],
  ["/check Tencent gave $7.7 billion.", 0x7c6f9b],
  ["/check Tencent gave $7.7 billion. Alibaba committed $15.5 billion.", 0x7c6f9b],
])("%s has its own", async (line, colour) => {
  const answer = await bot.answerLine(line);
  const { message } = renderDiscord(answer, englishMessages, { isPrivate: false });
  const [container] = (message.components ?? []) as { type: number; accent_color?: number }[];
  expect([container?.type, container?.accent_color]).toEqual([17, colour]);
});
