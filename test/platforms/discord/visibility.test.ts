/** Tests privacy, sharing, removing, paging, message commands, locales and slow answers on Discord. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import type { DeliveryPolicy } from "../../../src/delivery/policy.ts";
import { createAnswer } from "../../../src/desk/answer.ts";
import { type BotFactory, createBotFactory } from "../../../src/desk/bot.ts";
import type { Command } from "../../../src/desk/command.ts";
import { discordGateway } from "../../../src/platforms/discord/gateway.ts";
import { askInMessage } from "../../../src/platforms/discord/message-ask.ts";

import type { StopFunction } from "../../../src/support/stop-function.ts";

import { keptLog, library, loadAnswer } from "../../desks.ts";

import {
  type DiscordStandIn,
  type InteractionResponse,
  messageOf,
  startDiscord,
} from "../../stand-ins/discord.ts";
import { commandData, interaction } from "../../stand-ins/discord-payloads.ts";

const EPHEMERAL = 64;
const OTHER = "222222222222222222";

/** A command with a slow answer. */
const slow: Command = {
  name: "slow",
  localizedName: () => "slow",
  summary: () => "Takes its time",
  usedFor: () => "Takes its time",
  options: [{ name: "what", summary: () => "Anything", hint: () => "what" }],
  examples: [],
  load: loadAnswer(async (ask) => {
    await new Promise((resolve) => setTimeout(resolve, 120));
    const passage = { source: 1, text: "Slowly.", start: 0, end: 7 };
    const sources = [{ number: 1, id: "a", short: "A", full: "A." }];
    return createAnswer({
      ask,
      title: "Slow",
      outcome: "found",
      items: [[{ type: "quote", passages: [passage] }]],
      sources,
    });
  }),
};

let stand: DiscordStandIn;
let stop: StopFunction | undefined;

async function start(policy: Partial<DeliveryPolicy> = {}): Promise<void> {
  const log = keptLog();
  const botFor: BotFactory = createBotFactory(library, [...commands, slow], log);
  const { token, apiUrl } = stand;
  stop = await discordGateway(
    { token, apiUrl },
    { defaultAudience: "room", replyTimeoutMs: 60_000, ...policy },
    log,
  )(botFor);
}

const flags = ({ data }: InteractionResponse): number =>
  Number((data as { flags?: number } | undefined)?.flags ?? 0);
const text = (part: unknown): string => JSON.stringify(part).replace(/\\\\/g, "");

beforeEach(async () => {
  stand = await startDiscord();
});

afterEach(async () => {
  await stop?.();
  await stand.close();
});

describe("privacy", () => {
  it.each([
    ["room", undefined, 0],
    ["room", true, EPHEMERAL],
    ["asker", undefined, EPHEMERAL],
    ["asker", false, 0],
  ] as const)("answers %s, private %s", async (answers, secret, expected) => {
    await start({ defaultAudience: answers });
    const options = { subject: "alibaba", ...(secret === undefined ? {} : { private: secret }) };
    const response = await stand.command("pledge", options as never);
    expect(flags(response) & EPHEMERAL).toBe(expected);
    expect(text(response).includes('"Share"')).toBe(expected !== 0);
    expect(text(response).includes('"Delete"')).toBe(expected === 0);
  });

  it("never makes a miss public", async () => {
    await start();
    expect(
      flags(await stand.command("pledge", { subject: "jd.com", private: false } as never)) & EPHEMERAL,
    ).toBe(EPHEMERAL);
  });
});

describe("sharing and removing", () => {
  it("puts a private answer before the others, with who shared it and what was asked", async () => {
    await start({ defaultAudience: "asker" });
    const first = await stand.command("pledge", { subject: "alibaba" });
    const shared = await stand.press("share:/pledge alibaba", messageOf(first));
    expect(flags(shared) & EPHEMERAL).toBe(0);
    expect(text(shared)).toContain("Shared by ");
    expect(text(shared)).toContain("/pledge alibaba");
    expect(text(shared)).not.toContain('"Share"');
  });

  it("removes for the asker, and for nobody else", async () => {
    await start();
    const first = await stand.command("pledge", { subject: "alibaba" });
    const others = await stand.press("dismiss", messageOf(first), { userId: OTHER });
    expect(flags(others) & EPHEMERAL).toBe(EPHEMERAL);
    expect(text(others)).toContain("Only the person who asked");
    const own = await stand.press("dismiss", messageOf(first));
    expect(own.type).toBe(6);
    expect(await stand.afterwards(own)).toMatchObject({ kind: "delete" });
  });

  it("shows at most five buttons, and the rest under More", async () => {
    await start();
    const first = await stand.command("pledge", { subject: "alibaba" });
    const buttons = text(first).match(/"type":2,/g) ?? [];
    expect(buttons.length).toBe(5);
    expect(text(first)).toContain('"custom_id":"more"');
    const more = await stand.press("more", messageOf(first), { values: ["/pledge zhengzhou-floods"] });
    expect(text(more)).toContain("Zhengzhou floods");
  });
});

it("reads an ask that is too long for a button's id back from the message", async () => {
  await start();
  const words = "xi ".repeat(30).trim();
  const first = await stand.command("quote", { speaker: "xi", about: `${"a".repeat(90)} poverty` });
  expect(askInMessage((first.data as { components: unknown }).components)).toBe(
    `/quote xi about:"${"a".repeat(90)} poverty"`,
  );
  const long = await stand.command("quote", { speaker: words });
  expect(askInMessage((long.data as { components: unknown }).components)).toBe(`/quote ${words}`);
});

it("finds the sources of a message, for who asks alone", async () => {
  await start();
  const id = "333333333333333333";
  const response = await stand.interact({
    type: 2,
    data: {
      id: "444444444444444444",
      name: "Find sources",
      type: 3,
      target_id: id,
      resolved: { messages: { [id]: { id, content: 'He said: "Alibaba pledged $20 billion"' } } },
    },
  } as never);
  expect(flags(response) & EPHEMERAL).toBe(EPHEMERAL);
  expect(text(response)).toContain(
    "you wrote $20 billion; the sources say “$15.5 billion” and “$15 billion”",
  );
});

it("speaks the asker's language, and leaves the sources theirs", async () => {
  await start();
  const hans = text(await stand.command("pledge", { subject: "alibaba" }, { locale: "zh-CN" }));
  const hant = text(await stand.command("pledge", { subject: "alibaba" }, { locale: "zh-TW" }));
  expect(hans).toContain("各来源说法不同");
  expect(hant).toContain("各來源說法不同");
  for (const answer of [hans, hant])
    expect(answer).toContain("Alibaba committed **$15.5 billion over the next several years**");
});

describe("a slow answer", () => {
  it("is promised to its asker, who can share it, and edited in", async () => {
    await start({ replyTimeoutMs: 20 });
    const first = await stand.command("slow", { what: "x" });
    expect(first).toMatchObject({ type: 5, data: { flags: EPHEMERAL } });
    const late = await stand.afterwards(first);
    expect(late.kind).toBe("edit");
    expect(text(late.body)).toContain("Slowly.");
    expect(text(late.body)).toContain('"Share"');
  });

  it("to a press is promised in the same way, and beside the message", async () => {
    await start();
    const help = await stand.command("help", { command: "slow" });
    const parts = messageOf(help).components;
    // What is asked for first may be late, too.
    await stop?.();
    await start({ replyTimeoutMs: 20 });
    const slowButton = { type: 2, style: 2, label: "Slow", custom_id: "/slow x" };
    const message = { ...messageOf(help), components: [...parts, { type: 1, components: [slowButton] }] };
    const promised = await stand.press("/slow x", message);
    expect(promised).toMatchObject({ type: 5, data: { flags: EPHEMERAL } });
    expect(text((await stand.afterwards(promised)).body)).toContain("Slowly.");
  });

  it("that comes in time is not deferred", async () => {
    await start();
    expect((await stand.command("slow", { what: "x" })).type).toBe(4);
  });
});

it("is registered for servers, direct messages and groups, in three languages", async () => {
  await start();
  const pledge = stand.registered.find(({ name }) => name === "pledge");
  expect(pledge).toMatchObject({
    integration_types: [0, 1],
    contexts: [0, 1, 2],
    name_localizations: { "zh-CN": "捐款", "zh-TW": "捐款" },
  });
  expect(stand.registered.find(({ type }) => type === 3)).toMatchObject({ name: "Find sources" });
});

describe("what comes again", () => {
  it("is answered once, where a resumed session is sent what it has had", async () => {
    await start();
    const data = commandData("1100000000000000301", "pledge", { subject: "alibaba" });
    const payload = interaction(stand.applicationId, { type: 2, data });
    for (let sent = 0; sent < 3; sent += 1) stand.raw({ t: "INTERACTION_CREATE", d: payload });
    const callbacks = () =>
      stand.requests.filter((request) => request.includes(`/interactions/${payload.id}/`));
    await expect.poll(callbacks).not.toEqual([]);
    // An answer to what came again would have come before this one.
    await stand.command("pledge", { subject: "alibaba" });
    expect(callbacks()).toHaveLength(1);
  });
});
