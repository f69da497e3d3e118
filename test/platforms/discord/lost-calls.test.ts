/** Nothing is lost silently on Discord: an answer whose call fails is sent again, or its failure is told, and logged. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import { createAnswer } from "../../../src/desk/answer.ts";
import { createBotFactory } from "../../../src/desk/bot.ts";
import { discordGateway } from "../../../src/platforms/discord/gateway.ts";
import type { StopFunction } from "../../../src/support/stop-function.ts";
import { broken, keptLog, library, loadAnswer } from "../../desks.ts";
import { type DiscordStandIn, startDiscord } from "../../stand-ins/discord.ts";

const EPHEMERAL = 64;
const REPLY_TIMEOUT_MS = 400;

const slow = {
  ...broken,
  name: "slow",
  load: loadAnswer(async (ask) => {
    await new Promise((resolve) => setTimeout(resolve, 2 * REPLY_TIMEOUT_MS));
    return createAnswer({
      ...{ ask, title: "In the end", outcome: "found" },
      opening: [{ type: "text", text: "It came." }],
    });
  }),
};

let stand: DiscordStandIn;
let stop: StopFunction;
let log = keptLog();

async function start(replyTimeoutMs: number): Promise<void> {
  stand = await startDiscord();
  log = keptLog();
  stop = await discordGateway(
    { token: stand.token, apiUrl: stand.apiUrl },
    { defaultAudience: "room", replyTimeoutMs },
    log,
  )(createBotFactory(library, [...commands, slow], log));
}

afterEach(async () => {
  await stop();
  await stand.close();
});

const calls = (part: string) => stand.requests.filter((request) => request.includes(part));
const callbacks = () => calls("/callback");
const errors = () => log.lines.filter(({ level }) => level === "error");

describe("an answer whose call", () => {
  beforeEach(() => start(60_000));

  it.each([
    ["is reset", "reset"],
    ["meets a 503", 503],
    ["hangs", "hang"],
    ["meets a 429 of 5 s", { retryAfter: 5 }],
  ] as const)("%s arrives with the next try", async (_, how) => {
    stand.fail("callback", 1, how);
    const response = await stand.command("pledge", { subject: "alibaba" });
    expect(JSON.stringify(response)).toContain("$15.5 billion");
    expect(callbacks()).toHaveLength(2);
    expect(errors()).toEqual([]);
  });

  it("is taken and cut is not sent twice, and nobody is told of a failure", async () => {
    stand.fail("callback", 1, "cut");
    const response = await stand.command("pledge", { subject: "alibaba" });
    await expect.poll(() => log.lines.map(({ message }) => message)).toContain("answered");
    expect(JSON.stringify(response)).toContain("$15.5 billion");
    expect(calls("POST /webhooks")).toEqual([]);
    expect(errors()).toEqual([]);
  });

  it("is taken, and no try of it comes back, has arrived", async () => {
    stand.fail("callback", 3, "cut");
    await stand.command("pledge", { subject: "alibaba" });
    await expect.poll(() => log.lines.map(({ message }) => message)).toContain("answered");
    expect(calls("GET /webhooks")).toHaveLength(1);
    expect(calls("POST /webhooks")).toEqual([]);
    expect(errors()).toEqual([]);
  });

  it.each([
    ["is reset", "reset"],
    ["meets a 503", 503],
    ["meets a 429 of 5 s", { retryAfter: 5 }],
  ] as const)("always %s is tried three times, then told on the other way, and logged", async (_, how) => {
    stand.fail("callback", 10, how);
    const asked = stand.command("pledge", { subject: "alibaba" });
    asked.catch(() => {});
    await expect.poll(() => calls("POST /webhooks")).toHaveLength(1);
    expect(callbacks()).toHaveLength(3);
    await expect.poll(errors).toHaveLength(2);
    expect(errors().map(({ message }) => message)).toEqual([
      "an answer failed",
      "an apology could not be delivered",
    ]);
  });
});

describe("the edit of an answer that was promised", () => {
  beforeEach(() => start(REPLY_TIMEOUT_MS));

  it.each([
    ["reset", "reset"],
    ["503", 503],
    ["429", { retryAfter: 1 }],
    ["hang", "hang"],
    ["cut", "cut"],
  ] as const)("arrives after a %s", async (_, how) => {
    stand.fail("edit", 2, how);
    const response = await stand.command("slow", {});
    expect(response.type).toBe(5);
    expect(JSON.stringify(await stand.afterwards(response))).toContain("It came.");
    await expect.poll(() => log.lines.map(({ message }) => message)).toContain("answered");
    expect(calls("PATCH")).toHaveLength(3);
    expect(errors()).toEqual([]);
  });

  it.each([
    ["is reset", "reset"],
    ["meets a 503", 503],
    ["hangs", "hang"],
  ] as const)("that always %s is told by a message of its own, to the asker alone", async (_, how) => {
    stand.fail("edit", 10, how);
    const response = await stand.command("slow", {});
    const { kind, body } = await stand.afterwards(response);
    expect(kind).toBe("followUp");
    expect(body.flags).toBe(EPHEMERAL);
    expect(JSON.stringify(body)).toContain(String((errors()[0]!.data as { id: string }).id));
    expect(calls("PATCH")).toHaveLength(3);
  });
});
