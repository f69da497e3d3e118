/** Tests which answers on Discord are recorded in the citation log: those that everyone in the channel sees. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import { conversationKey } from "../../../src/citation-log/conversation-key.ts";
import { openCitationLog } from "../../../src/citation-log/open-log.ts";
import { createRecorder } from "../../../src/citation-log/recorder.ts";
import type { DeliveryPolicy } from "../../../src/delivery/policy.ts";
import { createBotFactory } from "../../../src/desk/bot.ts";
import { type RouteTable, serveHttp } from "../../../src/http/server.ts";
import { discordGateway } from "../../../src/platforms/discord/gateway.ts";
import { discordHttp } from "../../../src/platforms/discord/http.ts";
import type { StopFunction } from "../../../src/support/stop-function.ts";
import { BOTH, changing, noted, paged } from "../../delivery/cited.ts";
import { keptLog, library } from "../../desks.ts";
import { temporaryFolder } from "../../shelves.ts";
import {
  type DiscordStandIn,
  type InteractionResponse,
  messageOf,
  startDiscord,
} from "../../stand-ins/discord.ts";
import { commandData, interaction } from "../../stand-ins/discord-payloads.ts";
import { discordSigner, send, startCallBacks } from "../../stand-ins/http.ts";

const CHANNEL = conversationKey("discord", "1100000000000000102");
const DIRECT = conversationKey("discord", "1100000000000000103");

let stand: DiscordStandIn;
let stop: StopFunction;
let seen: ReturnType<typeof noted>;

async function start(policy: Partial<DeliveryPolicy> = {}): Promise<void> {
  seen = noted();
  const log = keptLog();
  const botFor = createBotFactory(library, [...commands, paged, changing()], log);
  stop = await discordGateway(
    stand,
    { defaultAudience: "room", replyTimeoutMs: 60_000, recordCitations: seen.note, ...policy },
    log,
  )(botFor);
}

const idOf = ({ data }: InteractionResponse, label: RegExp): string =>
  /"custom_id":"([^"]+)"/.exec(
    JSON.stringify(data)
      .split("{")
      .find((part) => label.test(part) && part.includes("custom_id")) ?? "",
  )?.[1] ?? "";

/** Waits for `many` citations, then checks that no more have come after another answer. */
async function notes(many: number): Promise<typeof seen.lines> {
  await expect.poll(() => seen.lines.length).toBe(many);
  await stand.command("help");
  expect(seen.lines.length).toBe(many);
  return seen.lines;
}

beforeEach(async () => {
  stand = await startDiscord();
});

afterEach(async () => {
  await stop();
  await stand.close();
  expect(stand.faults).toEqual([]);
});

describe("an answer in the channel", () => {
  it("is noted with its sources, in the order of their numbers", async () => {
    await start();
    await stand.command("pledge", { subject: "alibaba" });
    expect(await notes(1)).toEqual([[CHANNEL, BOTH]]);
  });

  it("is noted each time, also where it was drawn before, and where it is asked", async () => {
    await start();
    await stand.command("pledge", { subject: "alibaba" });
    await stand.command("pledge", { subject: "alibaba" });
    await stand.command("pledge", { subject: "alibaba" }, { guildId: null });
    expect(await notes(3)).toEqual([CHANNEL, CHANNEL, DIRECT].map((place) => [place, BOTH]));
  });

  it("is noted page by page", async () => {
    await start();
    const first = await stand.command("paged");
    expect(await notes(1)).toEqual([[CHANNEL, ["a"]]]);
    let page = first;
    while (/"label":"Next/.test(JSON.stringify(page.data)))
      page = await stand.press(idOf(page, /"label":"Next/), messageOf(page));
    await expect.poll(() => seen.lines.at(-1)?.[1]).toContain("b");
  });
});

describe("an answer for its asker alone", () => {
  it.each([
    ["asked for in private", "room", { subject: "alibaba", private: true }],
    ["private by the deployment", "asker", { subject: "alibaba" }],
    ["with nothing found", "room", { subject: "jd.com" }],
  ] as const)("%s is not noted", async (_, answers, options) => {
    await start({ defaultAudience: answers });
    await stand.command("pledge", options as never);
    await notes(0);
  });

  it("is noted when it is shared", async () => {
    await start({ defaultAudience: "asker" });
    const first = await stand.command("pledge", { subject: "alibaba" });
    await notes(0);
    await stand.press("share:/pledge alibaba", messageOf(first));
    expect(await notes(1)).toEqual([[CHANNEL, BOTH]]);
  });

  it("is not noted where somebody else presses", async () => {
    await start();
    const first = await stand.command("paged");
    await notes(1);
    await stand.press(idOf(first, /"label":"Next/), messageOf(first), { userId: "222222222222222222" });
    await notes(1);
  });
});

describe("an answer that changes", () => {
  it("is asked for each time, and knows where", async () => {
    await start();
    const said = async (guildId?: null) =>
      JSON.stringify(await stand.command("changing", {}, guildId === null ? { guildId } : {}));
    expect(await said()).toContain(`Asked 1 from ${CHANNEL}.`);
    expect(await said()).toContain(`Asked 2 from ${CHANNEL}.`);
    expect(await said(null)).toContain(`Asked 3 from ${DIRECT}.`);
  });
});

it("with the database away, answers go on, and the log says what was not kept", async () => {
  const log = keptLog();
  const away = () => Promise.reject(new Error("the database is away"));
  const recorder = createRecorder(away, log, { pauses: [5] });
  const botFor = createBotFactory(library, commands, log, { citationLog: recorder });
  seen = noted();
  stop = await discordGateway(
    stand,
    { defaultAudience: "room", replyTimeoutMs: 60_000, recordCitations: recorder.record },
    log,
  )(botFor);
  const first = await stand.command("pledge", { subject: "alibaba" });
  expect(JSON.stringify(first)).toContain("“$15.5 billion”");
  await expect
    .poll(() => log.lines.some(({ message }) => message === "what was cited could not be kept"))
    .toBe(true);
  const asked = await stand.command("bibliography");
  expect(JSON.stringify(asked)).toContain("cannot be looked up at the moment");
  await recorder.close();
  expect(log.lines.at(-1)).toMatchObject({ message: "what was cited last was not kept", data: { lost: 1 } });
});

it("gives in the end the bibliography of the channel, from a file, and of no other", async () => {
  const log = keptLog();
  const folder = temporaryFolder();
  const recorder = createRecorder(() => openCitationLog({ folder }), log);
  const botFor = createBotFactory(library, commands, log, { citationLog: recorder });
  stop = await discordGateway(
    stand,
    { defaultAudience: "room", replyTimeoutMs: 60_000, recordCitations: recorder.record },
    log,
  )(botFor);
  const asked = async (guildId?: null) =>
    JSON.stringify(await stand.command("bibliography", {}, guildId === null ? { guildId } : {}));
  expect(await asked()).toContain("has cited a source yet");
  expect(existsSync(join(folder, "citations.db"))).toBe(true);
  await stand.command("pledge", { subject: "alibaba" });
  await expect.poll(() => asked()).toContain("Tam-Claiborne, D.");
  expect(await asked(null)).toContain("has cited a source yet");
  await recorder.close();
  expect(readFileSync(join(folder, "citations.db"), "latin1")).not.toContain("1100000000000000102");
});

it("is noted over HTTP too, once the reply has been written", async () => {
  await start();
  const { publicKey, signed } = discordSigner();
  const there = await startCallBacks(publicKey);
  const log = keptLog();
  const routes: RouteTable = new Map();
  const token = `${"A".repeat(24)}.AAAAAA.${"B".repeat(38)}`;
  const config = { token, publicKey, apiUrl: there.apiUrl };
  const policy = { defaultAudience: "room" as const, replyTimeoutMs: 60_000, recordCitations: seen.note };
  const leave = await discordHttp(config, policy, log, routes)(createBotFactory(library, commands, log));
  const server = await serveHttp({ host: "127.0.0.1", port: 0 }, routes, log);
  for (let asked = 0; asked < 2; asked += 1) {
    const data = commandData("1100000000000000301", "pledge", { subject: "alibaba" });
    const body = JSON.stringify(interaction(there.applicationId, { type: 2, data }));
    await send(server.port, { path: "/discord/interactions", headers: signed(body), body });
  }
  expect(await notes(2)).toEqual([CHANNEL, CHANNEL].map((place) => [place, BOTH]));
  await server.stop();
  await leave();
  await there.close();
});
