/** Tests the gateway adapter over the real gateway and REST protocols. The stand-in checks every payload. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import { createMemoryLimit } from "../../../src/delivery/ask-limit.ts";
import type { DeliveryPolicy } from "../../../src/delivery/policy.ts";
import { discordGateway, gatewayIntents } from "../../../src/platforms/discord/gateway.ts";
import { commandRegistration, matchesRegistration } from "../../../src/platforms/discord/registration.ts";
import type { StopFunction } from "../../../src/support/stop-function.ts";
import { botsWithLog, broken, keptLog } from "../../desks.ts";
import {
  type DiscordStandIn,
  type InteractionResponse,
  messageOf,
  startDiscord,
} from "../../stand-ins/discord.ts";

const EPHEMERAL = 64;

let stand: DiscordStandIn;
let stop: StopFunction | undefined;
let log = keptLog();

async function start(token = stand.token, policy: Partial<DeliveryPolicy> = {}): Promise<void> {
  const made = botsWithLog();
  log = made.log;
  stop = await discordGateway(
    { token, apiUrl: stand.apiUrl },
    // Long enough for a busy machine: nothing here is about late answers.
    { defaultAudience: "room", replyTimeoutMs: 20_000, ...policy },
    log,
  )(made.botFor);
}

/** Returns the text that a user reads in a response. */
function read(response: InteractionResponse): string {
  const parts: string[] = [];
  const walk = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(walk);
    else if (typeof part === "object" && part !== null)
      for (const [key, value] of Object.entries(part)) {
        if (key === "content" && typeof value === "string") parts.push(value);
        else walk(value);
      }
  };
  walk(response.data);
  return parts.join("\n\n").replace(/\\([^\p{L}\p{N}\s])/gu, "$1");
}

function buttons(response: InteractionResponse): { label: string; id: string }[] {
  const found: { label: string; id: string }[] = [];
  const walk = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(walk);
    else if (typeof part === "object" && part !== null) {
      if ("type" in part && part.type === 2 && "custom_id" in part && "label" in part)
        found.push({ label: String(part.label), id: String(part.custom_id) });
      Object.values(part).forEach(walk);
    }
  };
  walk(response.data);
  return found;
}

const flags = (response: InteractionResponse): number =>
  Number((response.data as { flags?: number }).flags ?? 0);

beforeEach(async () => {
  stand = await startDiscord();
  await start();
});

afterEach(async () => {
  await stop?.();
  await stand.close();
});

describe("starting", () => {
  it("asks for no privileged intent and registers the list of commands once", async () => {
    expect(stand.identified.at(-1)).toMatchObject({ intents: gatewayIntents({}) });
    expect(stand.puts).toBe(1);
    expect(matchesRegistration(stand.registered, await commandRegistration([...commands, broken]))).toBe(
      true,
    );
    await stop?.();
    await start();
    expect(stand.puts).toBe(1);
  });

  it("registers again when the list has changed", async () => {
    const ours = await commandRegistration(commands);
    const [first, ...rest] = ours;
    expect(matchesRegistration([first!, ...rest], ours)).toBe(true);
    expect(matchesRegistration([...rest, first!], ours)).toBe(true);
    expect(matchesRegistration(rest, ours)).toBe(false);
    expect(matchesRegistration([{ ...first!, description: "Another" }, ...rest], ours)).toBe(false);
  });

  it("requires no option", async () => {
    for (const command of await commandRegistration(commands))
      for (const option of "options" in command ? (command.options ?? []) : [])
        expect(option).not.toHaveProperty("required", true);
  });

  it("says which variable is wrong when the token is refused, and keeps it out of the words and the log", async () => {
    await stop?.();
    stop = undefined;
    const wrong = `${"A".repeat(24)}.AAAAAA.${"B".repeat(38)}`;
    const refused = await start(wrong).catch((error: Error) => error.message);
    expect(refused).toMatch(/^DISCORD_TOKEN: Discord did not take it/);
    expect(refused).not.toContain(wrong);
    expect(JSON.stringify(log.lines)).not.toContain(wrong);
  });
});

describe("a command", () => {
  it("is answered in the first reply, to the room, with its sources", async () => {
    const response = await stand.command("pledge", { subject: "alibaba" });
    expect(response.type).toBe(4);
    expect(flags(response) & EPHEMERAL).toBe(0);
    expect(read(response)).toMatchInlineSnapshot(`
      "**Alibaba**: “$15.5 billion” [1] or “$15 billion” [2]; the sources differ

      > […] Alibaba committed **$15.5 billion over the next several years** toward initiatives […] [1]

      > Daniel Zhang, […] said his company’s donation of **$15 billion** to the initiative **over the next five years** represented its willingness to help China achieve its goal of prosperity for all. [2]

      One pledge by our reading: neither source has the other’s sum.

      ### Zhengzhou flood relief: four companies together
      Joint, with: Alibaba, Tencent, ByteDance and Meituan
      > […] Chinese tech giants AlibabaTencentByteDance, and Meituan pledged **a total of $154 million** for flood relief efforts. [1]

      One sum for the four together; no shares stated.
      Not to be added to the “nearly $300 million” given before it.
      “In July”: Jul 2021, year inferred.

      -# [1] SupChina, 23 Nov 2021, republished by All China Review · [2] Voice of America, 2021 (both inferred) · unreviewed"
    `);
  });

  it.each([
    ["quote", { speaker: "xi" }, "**Xi Jinping**: 1 quotation, 3 partial and 3 reported"],
    ["quote", { speaker: "lu jun about NGOs" }, "**Lu Jun**: 2 quotations and 1 reported"],
    ["quote", { speaker: "lu jun", about: "NGOs" }, "**Lu Jun**: 2 quotations and 1 reported"],
    ["define", { term: "third-distribution" }, "**Third distribution**"],
    ["define", { term: "illegal NGOs" }, "**Illegal NGOs**: not defined in the sources; used "],
  ])("/%s %o", async (name, options, title) => {
    expect(read(await stand.command(name, options as Record<string, string>))).toContain(title);
  });

  it.each([
    ["pledge", { subject: "jd.com" }, "Nothing on record for “jd.com”"],
    ["quote", { speaker: "li jun" }, "Nothing on record for “li jun”"],
    ["pledge", {}, "Which donor or cause?"],
    ["quote", { speaker: "jun" }, "Which “jun” do you mean?"],
    ["define", { term: "a:b" }, "I didn’t understand that"],
    ["pledge", { subject: "alibaba", donor: "x" }, "donor"],
    ["pledge", { subject: "alibaba", private: "perhaps" }, "private:perhaps"],
  ])("/%s %o is for the asker alone", async (name, options, title) => {
    const response = await stand.command(name, options as Record<string, string>);
    expect(flags(response) & EPHEMERAL).toBe(EPHEMERAL);
    expect(read(response)).toContain(title);
  });

  it("is answered also where its values fill the message, and offers no page that it could not turn", async () => {
    const value = '"'.repeat(500);
    const response = await stand.command("timeline", { subject: value, from: value, to: value });
    expect(read(response)).toContain("/timeline");
    expect(buttons(response)).toEqual([]);
  });

  it("that fails inside gives the asker an id that the log has too, and the bot goes on", async () => {
    const response = await stand.command("broken", { what: "x" });
    expect(flags(response) & EPHEMERAL).toBe(EPHEMERAL);
    const id = /Reference: ([0-9a-f]{8})/.exec(read(response))?.[1];
    expect(log.lines.find(({ level }) => level === "error")?.data).toMatchObject({ id, command: "broken" });
    expect(read(await stand.command("pledge", { subject: "tencent" }))).toContain("Tencent");
  });

  it("shows what is typed as text and mentions nobody", async () => {
    const typed = "@everyone <@123456789012345678> **x** [a](https://a.example)";
    const response = await stand.command("pledge", { subject: `"${typed}"` });
    expect(read(response)).toContain(typed);
  });
});

describe("a button", () => {
  it("turns the page for its asker and opens it for others alone", async () => {
    const first = await stand.command("quote", { speaker: "xi" });
    const next = buttons(first).find(({ label }) => label.startsWith("Next"));
    expect(next?.id).toMatch(/^\/quote xi item:\d$/);
    const turned = await stand.press(next!.id, messageOf(first));
    expect(turned.type).toBe(7);
    expect(read(turned)).toContain("Reported, not quoted");
    const others = await stand.press(next!.id, messageOf(first), { userId: "222222222222222222" });
    expect(others.type).toBe(4);
    expect(flags(others) & EPHEMERAL).toBe(EPHEMERAL);
  });

  it("asks what is offered next", async () => {
    const first = await stand.command("define", { term: "third distribution" });
    expect(buttons(first).map(({ label }) => label)).toEqual([
      "Cite",
      "Notes (3)",
      "Define: First distribution",
      "Next (2 of 2)",
      "Delete",
    ]);
    const response = await stand.press("more", messageOf(first), { values: ["/define second-distribution"] });
    expect(response.type).toBe(4);
    expect(read(response)).toContain("via taxes");
  });

  it("chooses from a menu", async () => {
    const menu = await stand.command("quote", {});
    const chosen = await stand.press("choose", messageOf(menu), { values: ["/quote lu-jun"] });
    expect(read(chosen)).toContain("**Lu Jun**: 3 quotations and 1 reported");
    const groups = await stand.command("pledge", {});
    const occasion = await stand.press("choose:1", messageOf(groups), { values: ["/pledge shanxi-floods"] });
    expect(read(occasion)).toContain("**Shanxi flood");
  });
});

describe("holding up", () => {
  it("suggests names as they are typed, and useful ones for an empty box", async () => {
    const typed = await stand.autocomplete("pledge", { subject: "ali" }, "subject");
    expect(typed).toMatchObject({ type: 8, data: { choices: [{ name: "Alibaba", value: "alibaba" }] } });
    const empty = await stand.autocomplete("quote", { speaker: "" }, "speaker");
    expect(empty.data).toMatchObject({
      choices: expect.arrayContaining([{ name: "Xi Jinping", value: "xi-jinping" }]),
    });
    expect(await stand.autocomplete("broken", { what: "x" }, "what")).toMatchObject({
      data: { choices: [] },
    });
  });

  it("suggests nothing to whoever has typed too much, who may still ask", async () => {
    await stop?.();
    const limits = { askLimit: createMemoryLimit("ask", 1), typeLimit: createMemoryLimit("type", 2) };
    await start(stand.token, limits);
    const choices = async (userId?: string) =>
      (await stand.autocomplete("pledge", { subject: "ali" }, "subject", { ...(userId ? { userId } : {}) }))
        .data?.choices?.length;
    expect([await choices(), await choices(), await choices()]).toEqual([1, 1, 0]);
    expect(await choices("1100000000000000209")).toBe(1);
    expect(read(await stand.command("pledge", { subject: "alibaba" }))).toContain("15.5 billion");
  });

  it("survives payloads that are no interactions, and a socket that drops", async () => {
    for (const payload of [
      {},
      null,
      { type: 99 },
      { type: 2, id: "x" },
      { type: 3, id: "1", token: "t", data: {} },
    ])
      stand.raw({ t: "INTERACTION_CREATE", d: payload });
    expect(read(await stand.command("pledge", { subject: "alibaba" }))).toContain("Alibaba");
    expect(log.lines.filter(({ message }) => message.includes("expected form")).length).toBeGreaterThan(0);
    stand.drop();
    expect(read(await stand.command("pledge", { subject: "alibaba" }))).toContain("Alibaba");
  });
});
