/** Tests that pictures follow their answers on Discord, over both transports, without delaying them. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import type { DeliveryPolicy } from "../../../src/delivery/policy.ts";
import { createAnswer } from "../../../src/desk/answer.ts";
import { createBotFactory } from "../../../src/desk/bot.ts";
import type { Command } from "../../../src/desk/command.ts";
import { discordGateway } from "../../../src/platforms/discord/gateway.ts";

import type { StopFunction } from "../../../src/support/stop-function.ts";

import { keptLog, library, loadAnswer } from "../../desks.ts";

import {
  type DiscordStandIn,
  type InteractionResponse,
  messageOf,
  startDiscord,
} from "../../stand-ins/discord.ts";

const PNG = Buffer.from("89504e470d0a1a0a", "hex");
const passage = { source: 1, text: "Ten coins.", start: 0, end: 10 };

/** A command whose answer has a picture and two pages. */
const shown: Command = {
  name: "shown",
  localizedName: () => "shown",
  summary: () => "Can be shown",
  usedFor: () => "Can be shown",
  options: [{ name: "what", summary: () => "Anything", hint: () => "what" }],
  examples: [],
  load: loadAnswer(async (ask) =>
    createAnswer({
      ask,
      title: "Shown",
      outcome: "found",
      items: Array.from({ length: 12 }, () => [
        { type: "quote", passages: [{ ...passage, text: "Ten coins. ".repeat(60) }] },
      ]),
      sources: [{ number: 1, id: "a", short: "A", full: "A." }],
      picture: { type: "bars", title: "Coins", unit: "coins", bars: [], left: [], alt: "Ten coins of A’s." },
    }),
  ),
};

let stand: DiscordStandIn;
let stop: StopFunction;
let log: ReturnType<typeof keptLog>;
let drawn = 0;

async function start(policy: Partial<DeliveryPolicy> = {}): Promise<void> {
  log = keptLog();
  const botFor = createBotFactory(library, [...commands, shown], log);
  const draw = async () => {
    drawn += 1;
    return PNG;
  };
  stop = await discordGateway(
    stand,
    { defaultAudience: "room", replyTimeoutMs: 60_000, drawPicture: draw, ...policy },
    log,
  )(botFor);
}

const text = (part: unknown): string => JSON.stringify(part);
const idOf = ({ data }: InteractionResponse, label: RegExp): string =>
  /"custom_id":"([^"]+)"/.exec(
    text(data)
      .split("{")
      .find((part) => label.test(part) && part.includes("custom_id")) ?? "",
  )?.[1] ?? "";

beforeEach(async () => {
  stand = await startDiscord();
  drawn = 0;
});

afterEach(async () => {
  await stop();
  await stand.close();
  expect(stand.faults).toEqual([]);
});

it("comes as an edit of the same message, with words for those who do not see it", async () => {
  await start();
  const answer = await stand.command("shown");
  expect(text(answer.data)).not.toContain("attachment://");
  const { kind, body, files } = await stand.afterwards(answer);
  expect(kind).toBe("edit");
  expect(text(body)).toContain(
    '{"media":{"url":"attachment://refdesk.png"},"description":"Ten coins of A’s."}',
  );
  expect(files).toEqual([{ filename: "refdesk.png", bytes: PNG }]);
  const again = await stand.afterwards(await stand.command("shown"));
  expect(again.files).toEqual(files);
});

it("stands with the first page alone", async () => {
  await start();
  const first = await stand.command("shown");
  await stand.afterwards(first);
  const turned = await stand.press(idOf(first, /"label":"Next/), messageOf(first));
  expect(turned.type).toBe(7);
  expect((turned.data as { attachments?: unknown }).attachments).toEqual([]);
  expect(text(turned.data)).not.toContain("attachment://");
  expect(drawn).toBe(1);
});

it("is left out where it cannot be drawn, and the answer stands", async () => {
  await start({
    async drawPicture() {
      throw new Error("no ink");
    },
  });
  const answer = await stand.command("shown");
  expect(text(answer.data)).toContain("Ten coins.");
  await expect.poll(() => log.lines.some(({ level }) => level === "error")).toBe(true);
});

it("comes again with the first page, to which one can go back", async () => {
  await start();
  const first = await stand.command("shown");
  await stand.afterwards(first);
  const turned = await stand.press(idOf(first, /"label":"Next/), messageOf(first));
  const back = await stand.press(idOf(turned, /"label":"Back to the start"/), messageOf(turned));
  expect(back.type).toBe(7);
  expect(text(back.data)).toContain("**Shown**");
  expect((await stand.afterwards(back)).files?.length).toBe(1);
});
