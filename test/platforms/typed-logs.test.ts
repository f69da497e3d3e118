/** Tests that nothing that somebody typed is in the log, whatever came of it: the same on Discord and on Slack. */
import { expect, it } from "vitest";
import { contractDesks } from "../delivery/press-contract.ts";

/** What is typed; each has the word that must not be found again. */
const LINES = [
  "/pledge zyxwv",
  "/zyxwv alibaba",
  "zyxwv",
  "who is zyxwv?",
  "/quote xi zyxwv:1",
  "/quote xi item:zyxwv",
  "/quote xi private:zyxwv",
  '/quote xi about:"zyxwv',
  "/check Alibaba gave zyxwv $20 billion.",
  "/search zyxwv",
];

/** A command that there is not, as each platform hands it over. */
const UNKNOWN = { Discord: "/zyxwv", Slack: "/refdesk zyxwv alibaba" };

it.each(contractDesks)("$platform", async ({ platform, start }) => {
  const desk = await start({ defaultAudience: "room", replyTimeoutMs: 20_000 });
  for (const line of LINES) await desk.write(line);
  expect((await desk.ask(UNKNOWN[platform as keyof typeof UNKNOWN])).text).toContain("Unknown command");
  expect(await desk.end()).toEqual([]);
  const answered = desk.log.lines.filter(({ message }) => message === "answered");
  expect(answered.length).toBeGreaterThan(LINES.length);
  expect(JSON.stringify(desk.log.lines)).not.toContain("zyxwv");
});
