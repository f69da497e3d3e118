/** An end over the gateway loses nothing: what is under way is answered, and what comes meanwhile by the next process. */
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { SessionInfo } from "@discordjs/ws";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import { createMemoryClaims } from "../../../src/delivery/memory-claims.ts";
import { createAnswer } from "../../../src/desk/answer.ts";
import { createBotFactory } from "../../../src/desk/bot.ts";
import { discordGateway, gatewayIntents } from "../../../src/platforms/discord/gateway.ts";
import { createSessionStore, type SessionStore } from "../../../src/platforms/discord/session-store.ts";
import type { StopFunction } from "../../../src/support/stop-function.ts";
import { broken, keptLog, library, loadAnswer } from "../../desks.ts";
import { temporaryFolder } from "../../shelves.ts";
import { type DiscordStandIn, startDiscord } from "../../stand-ins/discord.ts";

const ownerOf = ({ token }: { readonly token: string }) => ({ token, intents: gatewayIntents({}) });

const slow = {
  ...broken,
  name: "slow",
  load: loadAnswer(async (ask) => {
    await setTimeout(300);
    return createAnswer({ ask, title: "In the end", outcome: "found" });
  }),
};

let stand: DiscordStandIn;
let folder: string;
let log = keptLog();
const stops: StopFunction[] = [];

beforeEach(async () => {
  stand = await startDiscord();
  folder = temporaryFolder();
  log = keptLog();
});

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  await stand.close();
});

async function start(now?: () => number): Promise<StopFunction> {
  const stop = await discordGateway(
    { token: stand.token, apiUrl: stand.apiUrl },
    { defaultAudience: "room" },
    log,
    createSessionStore(folder, ownerOf(stand), log, now),
  )(createBotFactory(library, [...commands, slow], log));
  stops.push(stop);
  return stop;
}

const files = () => readdirSync(folder);

describe("an end under load", () => {
  it("answers what is under way, and leaves what comes meanwhile to the next process, which resumes", async () => {
    const answered: Promise<unknown>[] = [];
    const ask = () => answered.push(stand.command("slow", {}));
    let stop = await start();
    for (let restart = 0; restart < 4; restart++) {
      for (let turn = 0; turn < 5; turn++) ask();
      const load = setInterval(ask, 20);
      await setTimeout(20);
      await stop();
      await setTimeout(50);
      stop = await start();
      await expect.poll(() => answered.length).toBeGreaterThan(11 * (restart + 1));
      clearInterval(load);
    }
    await Promise.all(answered);
    expect(answered.length).toBeGreaterThan(40);
    expect(stand.identified).toHaveLength(1);
    expect(stand.resumes).toBe(4);
    expect(log.lines.filter(({ level }) => level === "error")).toEqual([]);
  });

  it("ends within its time also where an answer never comes", async () => {
    stand.fail("callback", 1_000, "hang");
    const stop = await start();
    stand.command("pledge", { subject: "alibaba" }).catch(() => {});
    await expect.poll(() => stand.requests.filter((one) => one.includes("callback"))).not.toEqual([]);
    await stop();
    expect(stand.requests.filter((one) => one.includes("callback"))).not.toEqual([]);
  });
});

it("a process that takes over from one that was killed resumes, and answers each mention once", async () => {
  const claims = createMemoryClaims();
  const kept: SessionInfo[][] = [];
  const store: SessionStore = {
    keepEvery: 10,
    claim: async () => kept.at(-1) ?? [],
    keep: async (sessions) => void kept.push([...sessions]),
  };
  const begin = async (own: SessionStore) => {
    const stop = await discordGateway(
      { token: stand.token, apiUrl: stand.apiUrl },
      { defaultAudience: "room", claims },
      log,
      own,
    )(createBotFactory(library, commands, log));
    stops.push(stop);
  };
  await begin(store);
  const mention = (name: string) => stand.write(`<@${stand.applicationId}> pledge ${name}`);
  await mention("alibaba");
  await expect.poll(() => kept.length).toBeGreaterThan(0);
  // What was kept before it was killed is older than what it answered, so that Discord sends some of it again.
  const earlier = kept.at(-1)!;
  await mention("tencent");
  const [session] = earlier;
  await begin({ ...store, claim: async () => [{ ...session!, sequence: 1 }], keep: async () => {} });
  await mention("meituan");
  expect(stand.resumes).toBe(1);
  expect(stand.identified).toHaveLength(1);
  expect(stand.posts.filter(({ kind }) => kind === "post")).toHaveLength(3);
});

describe("a kept session", () => {
  it("is readable by its owner alone, holds no token, and is gone once it is taken", async () => {
    await (await start())();
    const [name = "", ...others] = files();
    expect(others).toEqual([]);
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    expect(name + readFileSync(join(folder, name), "utf8")).not.toContain(stand.token);
    await start();
    expect(files()).toEqual([]);
    expect(stand.resumes).toBe(1);
  });

  it("is taken by one process of several that start at once", async () => {
    await (await start())();
    const stores = Array.from({ length: 8 }, () => createSessionStore(folder, ownerOf(stand), log));
    const claimed = await Promise.all(stores.map((store) => store.claim()));
    expect(claimed.filter((sessions) => sessions.length > 0)).toHaveLength(1);
    expect(files()).toEqual([]);
  });

  it.each([
    ["older than a minute", 60_001],
    ["from the future", -3_600_000],
  ])("that is %s is not resumed", async (_, later) => {
    await (await start())();
    await start(() => Date.now() + later);
    expect(stand.identified).toHaveLength(2);
    expect(stand.resumes).toBe(0);
    expect(files()).toEqual([]);
  });

  it.each([
    ["no JSON", () => "{"],
    ["something else", () => '{"savedAt":0,"sessions":[{"sessionId":1}]}'],
    ["an address that is no socket's", (text: string) => text.replace(/ws:\/\/[^"]*/, "file:///etc/passwd")],
  ])("that is %s is left aside, with a word, and a new one begins", async (_, change) => {
    await (await start())();
    const file = join(folder, files()[0]!);
    writeFileSync(file, change(readFileSync(file, "utf8")));
    await start();
    expect(stand.identified).toHaveLength(2);
    expect(log.lines.map(({ message }) => message)).toContain(
      "a kept session of Discord's could not be read",
    );
  });

  it("that Discord refuses makes a new one begin", async () => {
    await (await start())();
    const file = join(folder, files()[0]!);
    writeFileSync(file, readFileSync(file, "utf8").replace(/"sessionId":"[^"]*"/, '"sessionId":"gone"'));
    await start();
    expect(stand.identified).toHaveLength(2);
    await stand.command("pledge", { subject: "alibaba" });
  });

  it("of another bot in the same folder is not taken", async () => {
    await (await start())();
    expect(await createSessionStore(folder, ownerOf({ token: "another token" }), log).claim()).toEqual([]);
    expect(files()).toHaveLength(1);
  });
});
