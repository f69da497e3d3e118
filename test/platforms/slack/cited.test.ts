/** Tests which answers on Slack are recorded in the citation log: those that everyone in the channel sees. */
import { afterEach, describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import { conversationKey } from "../../../src/citation-log/conversation-key.ts";
import { createBotFactory } from "../../../src/desk/bot.ts";
import { type RouteTable, serveHttp } from "../../../src/http/server.ts";
import { slackAdapter } from "../../../src/platforms/slack/adapter.ts";
import type { SlackPolicy } from "../../../src/platforms/slack/policy.ts";
import { BOTH, changing, noted, paged } from "../../delivery/cited.ts";
import { keptLog, library } from "../../desks.ts";
import { asForm, send, slackSigner } from "../../stand-ins/http.ts";
import { commandPayload } from "../../stand-ins/slack-payloads.ts";
import { event, mentioned, written } from "../../stand-ins/slack-surfaces.ts";
import { aWhile, labelled, type RunningSlackBot, startSlackBot, until } from "./slack-bot.ts";

const CHANNEL = conversationKey("slack", "C0LIBRARY01");
const DIRECT = conversationKey("slack", "D0READER001");

let slackBot: RunningSlackBot;
let seen: ReturnType<typeof noted>;

async function start(policy: Partial<SlackPolicy> = {}): Promise<void> {
  seen = noted();
  slackBot = await startSlackBot({ recordCitations: seen.note, ...policy }, { extra: [paged, changing()] });
}

/** Waits for `many` citations, then checks that no more come. */
async function notes(many: number): Promise<typeof seen.lines> {
  await until(() => seen.lines.length >= many, `${many} notes`);
  await aWhile();
  expect(seen.lines.length).toBe(many);
  return seen.lines;
}

afterEach(() => slackBot.end());

describe("an answer in the channel", () => {
  it("is noted each time, also where it was drawn before, and where it is asked", async () => {
    await start();
    await slackBot.stand.command("pledge", "alibaba");
    await slackBot.stand.command("pledge", "alibaba");
    await slackBot.stand.command("pledge", "alibaba", { channelId: "D0READER001" });
    expect(await notes(3)).toEqual([CHANNEL, CHANNEL, DIRECT].map((place) => [place, BOTH]));
  });

  it("is noted for the channel of a thread, and for a direct message", async () => {
    await start();
    await slackBot.stand.raw(event(mentioned("pledge alibaba", { thread_ts: "1600000000.000100" })));
    expect(await notes(1)).toEqual([[CHANNEL, BOTH]]);
    await slackBot.stand.raw(event(written("pledge alibaba")));
    expect((await notes(2))[1]).toEqual([DIRECT, BOTH]);
  });

  it("is noted page by page", async () => {
    await start();
    let page = (await slackBot.stand.command("paged")) as Awaited<
      ReturnType<typeof slackBot.stand.press>
    >["posted"];
    expect(await notes(1)).toEqual([[CHANNEL, ["a"]]]);
    while (JSON.stringify(page).includes('"Next ('))
      page = (await slackBot.stand.press(labelled(page, "Next"), page)).posted;
    await until(() => seen.lines.at(-1)?.[1].includes("b") === true, "the last page");
  });
});

describe("an answer for its asker alone", () => {
  it.each([
    ["room", "alibaba private:yes"],
    ["asker", "alibaba"],
    ["room", "jd.com"],
  ] as const)("answers %s, /pledge %s: not noted", async (answers, text) => {
    await start({ defaultAudience: answers });
    await slackBot.stand.command("pledge", text);
    await slackBot.stand.command("pledge", text);
    await slackBot.stand.raw(event(mentioned(`pledge ${text}`)));
    await notes(0);
  });

  it("is noted when it is shared", async () => {
    await start({ defaultAudience: "asker" });
    const first = await slackBot.stand.command("pledge", "alibaba");
    await slackBot.stand.press(labelled(first, "Share"), first);
    expect(await notes(1)).toEqual([[CHANNEL, BOTH]]);
  });

  it("is not noted where somebody else presses", async () => {
    await start();
    const first = await slackBot.stand.command("paged");
    await slackBot.stand.press(labelled(first, "Next"), first, { userId: "U0OTHER0001" });
    expect(await notes(1)).toEqual([[CHANNEL, ["a"]]]);
  });
});

it("is not noted where it never arrived", async () => {
  await start({ defaultAudience: "asker" });
  const first = await slackBot.stand.command("pledge", "alibaba");
  slackBot.stand.fail("response_url", 1, 404);
  await slackBot.stand.press(labelled(first, "Share"), first).catch(() => {});
  await notes(0);
});

it("an answer that changes is asked for each time, and knows where", async () => {
  await start();
  const said = async (channelId: string) =>
    JSON.stringify(await slackBot.stand.command("changing", "", { channelId }));
  expect(await said("C0LIBRARY01")).toContain(`Asked 1 from ${CHANNEL}.`);
  expect(await said("C0LIBRARY01")).toContain(`Asked 2 from ${CHANNEL}.`);
  expect(await said("D0READER001")).toContain(`Asked 3 from ${DIRECT}.`);
});

it("is noted over HTTP too, drawn anew and drawn before", async () => {
  await start();
  const secret = "a-signing-secret-of-these-tests";
  const signed = slackSigner(secret);
  const log = keptLog();
  const routes: RouteTable = new Map();
  const { botToken, apiUrl } = slackBot.stand;
  const policy = {
    defaultAudience: "room" as const,
    replyTimeoutMs: 60_000,
    commandPrefix: "",
    recordCitations: seen.note,
  };
  const config = { botToken, apiUrl, signingSecrets: [secret] };
  const leave = await slackAdapter(config, policy, log, routes)(createBotFactory(library, commands, log));
  const server = await serveHttp({ host: "127.0.0.1", port: 0 }, routes, log);
  for (let asked = 0; asked < 2; asked += 1) {
    const body = asForm(commandPayload("/pledge", "alibaba", slackBot.stand.responseUrl()));
    await send(server.port, { path: "/slack/events", headers: signed(body), body });
  }
  expect(await notes(2)).toEqual([CHANNEL, CHANNEL].map((place) => [place, BOTH]));
  await server.stop();
  await leave();
});
