/** Tests the two sockets: requests over either are answered, and both are reopened. */
import { afterEach, describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import { createBotFactory } from "../../../src/desk/bot.ts";
import { slackAdapter } from "../../../src/platforms/slack/adapter.ts";
import { reconnectPause } from "../../../src/platforms/slack/sockets.ts";
import { keptLog, library } from "../../desks.ts";
import { holdWork } from "../../held-work.ts";
import { startSlack } from "../../stand-ins/slack.ts";
import { triggerId } from "../../stand-ins/slack-payloads.ts";
import { answeredAfter, type RunningSlackBot, read, slow, startSlackBot, until } from "./slack-bot.ts";

let slackBot: RunningSlackBot | undefined;
afterEach(async () => {
  await slackBot?.end();
  slackBot = undefined;
});

async function both(
  extra: Parameters<typeof startSlackBot>[1] = {},
  replyTimeoutMs?: number,
): Promise<RunningSlackBot> {
  slackBot = await startSlackBot(replyTimeoutMs === undefined ? {} : { replyTimeoutMs }, extra);
  const { stand } = slackBot;
  await until(() => stand.open === 2, "two sockets");
  return slackBot;
}

const command = (text: string, responseUrl: string) => ({
  type: "slash_commands",
  payload: {
    ...{ command: "/refdesk", text, user_id: "U0READER001", user_name: "reader", team_id: "T0STANDIN01" },
    ...{
      channel_id: "C0LIBRARY01",
      channel_name: "library",
      trigger_id: triggerId(),
      response_url: responseUrl,
    },
    ...{ api_app_id: "A0STANDIN01", token: "x", is_enterprise_install: "false" },
  },
});

it("opens two, and answers on each", async () => {
  const { stand } = await both();
  for (const on of [0, 1])
    expect(read(await stand.raw(command("pledge alibaba", stand.responseUrl()), on))).toContain("Alibaba");
  expect(stand.connections).toBe(2);
});

it("has one while Slack refreshes the other, which comes back", async () => {
  const { stand } = await both();
  await stand.raw({ type: "disconnect", reason: "refresh_requested" }, 1);
  for (let asked = 0; stand.connections < 3 || asked < 20; asked++)
    expect(read(await stand.raw(command("pledge tencent", stand.responseUrl()), 0))).toContain("Tencent");
  await until(() => stand.open === 2, "two sockets again");
});

it("says that Slack allows ten where one is too many, and goes on trying", async () => {
  const { stand, log } = await both();
  await stand.raw(
    { type: "disconnect", reason: "too_many_websockets", debug_info: { host: "applink-1" } },
    1,
  );
  await until(() => stand.connections === 3, "another try");
  expect(log.lines.find(({ message }) => message.includes("is away"))).toMatchObject({
    data: {
      reason:
        "Slack allows ten sockets for all processes of an app together: end some, set SLACK_SOCKETS=1, or receive Slack's requests over HTTP",
    },
  });
});

it("is back after both dropped", async () => {
  const { stand } = await both();
  stand.drop();
  await until(() => stand.connections === 4 && stand.open === 2, "two sockets again");
  expect(read(await stand.command("/pledge", "alibaba"))).toContain("Alibaba");
});

it.each(["internal_error", "invalid_auth", 500, 429])(
  "is back after both dropped and opening failed with %s a few times",
  async (how) => {
    const { stand, log } = await both();
    stand.fail("apps.connections.open", 5, how);
    stand.drop();
    await until(() => stand.open === 2, "two sockets again");
    expect(read(await stand.command("/pledge", "alibaba"))).toContain("Alibaba");
    expect(log.lines.filter(({ message }) => message.includes("is away")).length).toBeGreaterThanOrEqual(7);
  },
);

it.each([
  ["before it is open again", 1],
  ["after it is open again", 2],
])("gives by a call what an ack can no longer carry, %s", async (_when, open) => {
  const held = holdWork();
  const late = answeredAfter(held.work);
  const { stand } = await both({ extra: [late] });
  const posted = stand.nextPost();
  const acked: unknown[] = [];
  stand.raw(command("slow x private:yes", stand.responseUrl()), 1).then(
    (ack) => acked.push(ack),
    () => {},
  );
  await held.begun;
  if (open === 1) stand.fail("apps.connections.open", Number.POSITIVE_INFINITY);
  stand.drop(1);
  await until(() => stand.open === open && stand.connections === open + 1, "its socket");
  held.end();
  const { body } = await posted;
  expect(read(body)).toContain("It came.");
  expect(body.response_type).toBe("ephemeral");
  expect(late.asked).toBe(1);
  // An ack that still reaches Slack must not repeat the answer.
  expect(acked.filter((ack) => JSON.stringify(ack) !== "{}")).toEqual([]);
  expect(stand.posts.length).toBe(1);
});

it("gives by a call what was acked over a socket that broke before Slack read it", async () => {
  const { stand, log } = await both();
  await stand.command("/pledge", "alibaba");
  const answered = () => log.lines.filter(({ message }) => message === "answered").length;
  await until(() => answered() === 1, "the first answer");
  const urls = Array.from({ length: 12 }, () => stand.responseUrl());
  const acked: unknown[] = [];
  for (const url of urls)
    stand.raw(command("pledge alibaba", url), 1).then(
      (ack) => acked.push(ack),
      () => {},
    );
  stand.drop(1);
  await until(() => stand.posts.length >= urls.length, "every answer");
  for (const { body } of stand.posts) expect(read(body)).toContain("Alibaba");
  await until(() => answered() === urls.length + 1);
  expect(new Set(stand.posts.map(({ url }) => url)).size).toBe(urls.length);
  expect(stand.posts).toHaveLength(urls.length);
  expect(acked.filter((ack) => JSON.stringify(ack) !== "{}")).toEqual([]);
});

it("finishes what is under way before it ends, and opens nothing afterwards", async () => {
  const late = slow(200);
  const { stand, stop } = await both({ extra: [late] });
  const ack = stand.raw(command("slow x", stand.responseUrl()), 0);
  await until(() => late.asked === 1);
  await stop();
  expect(read(await ack)).toContain("It came.");
  await until(() => stand.open === 0, "no socket");
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(stand.connections).toBe(2);
});

it("opens the second for as long as it takes, once the first is open", async () => {
  const stand = await startSlack();
  const log = keptLog();
  stand.fail("apps.connections.open", 1, "internal_error");
  const { botToken, appToken, apiUrl } = stand;
  const adapter = slackAdapter(
    { botToken, appToken, apiUrl },
    { defaultAudience: "room", replyTimeoutMs: 60_000, commandPrefix: "" },
    log,
  );
  const stop = await adapter(createBotFactory(library, commands, log));
  stand.fail("apps.connections.open", 1, "invalid_auth");
  await until(() => stand.open === 2, "two sockets");
  await stop();
  expect(stand.open).toBe(0);
  await stand.close();
});

it("leaves none open that was being opened when it ended", async () => {
  const { stand, stop } = await both();
  stand.drop();
  await until(() => stand.calls.filter(({ method }) => method === "apps.connections.open").length > 2);
  await stop();
  await until(() => stand.open === 0);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(stand.open).toBe(0);
});

it("ends while no socket is open", async () => {
  const { stand, stop } = await both();
  stand.fail("apps.connections.open", Number.POSITIVE_INFINITY);
  stand.drop();
  await until(() => stand.open === 0);
  await stop();
  expect(stand.open).toBe(0);
});

it("survives what is no envelope", async () => {
  const { stand, log } = await both();
  for (const envelope of [{ type: "events_api", payload: {} }, { type: "events_api" }, {}, { type: 7 }])
    for (const on of [0, 1]) void stand.raw(envelope, on).catch(() => {});
  expect(read(await stand.command("/pledge", "alibaba"))).toContain("Alibaba");
  expect(log.lines.map(({ message }) => message)).toContain("Slack sent what could not be read");
});

describe("the pause before a socket is opened again", () => {
  const pauses = { first: 100, longest: 30_000, settled: 1 };
  it.each([
    [1, 0, 50],
    [1, 1, 100],
    [2, 1, 200],
    [5, 0.5, 1200],
    [9, 1, 25_600],
    [10, 1, 30_000],
    [1_000_000, 1, 30_000],
  ])("after %i failures, at %f of chance, is %i ms", (failures, chance, wait) => {
    expect(reconnectPause(failures, pauses, chance)).toBe(wait);
  });
});
