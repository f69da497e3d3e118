/** What the whole program says of itself: which platform can be answered, and what to do where one cannot. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { type DiscordStandIn, startDiscord } from "../stand-ins/discord.ts";
import { send } from "../stand-ins/http.ts";
import { type SlackStandIn, startSlack } from "../stand-ins/slack.ts";
import { type RunningProgram, startProgram } from "./running.ts";

let discord: DiscordStandIn;
let slack: SlackStandIn;
let program: RunningProgram | undefined;

beforeEach(async () => {
  discord = await startDiscord();
  slack = await startSlack();
});

afterEach(async () => {
  await program?.kill();
  await discord.close();
  await slack.close();
});

const onDiscord = () => ({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl });
const onSlack = () => ({
  ...{ SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.apiUrl },
});
const NOWHERE = "http://127.0.0.1:9/api";

function start(variables: Record<string, string>): RunningProgram {
  program = startProgram({ ADMIN_PORT: "0", ...variables });
  return program;
}

/** Asks the admin port, which is the first that the program listens on. */
async function ready(path = "") {
  const { status, body } = await send(await program!.port(0), { method: "GET", path: `/readyz${path}` });
  return { status, body: body.trim().split("\n") };
}

// The first answer may be so late that it is promised.
const answersOnSlack = () =>
  expect.poll(async () => (await slack.command("/pledge", "alibaba")).text).toContain("“$15.5 billion”");
const answersOnDiscord = () =>
  expect
    .poll(async () => JSON.stringify(await discord.command("pledge", { subject: "alibaba" })))
    .toContain("$15.5 billion");

it("names each platform, and which can be answered", async () => {
  start({ ...onDiscord(), ...onSlack() });
  await expect
    .poll(() => ready())
    .toEqual({
      ...{ status: 200, body: ["ready", "discord: ready", "slack: ready"] },
    });
  expect(await ready("/slack")).toEqual({ status: 200, body: ["ready", "slack: ready"] });
  expect((await ready("/terminal")).status).toBe(404);
});

it.each([
  [4004, /^DISCORD_TOKEN: Discord did not take it \(4004: it is no longer valid\).*Reset Token/m],
  [4011, /^Discord asks for more shards \(4011\)\. Start again/m],
])(
  "ends where Discord closes for good with %i and is the only one, and says what to do",
  async (code, line) => {
    const { errors, ended } = start(onDiscord());
    await expect.poll(() => ready().then(({ status }) => status)).toBe(200);
    discord.closeWith(code);
    expect(await ended).toEqual([2, null]);
    expect(errors()).toMatch(line);
  },
);

it("goes on with the other where Discord closes for good, and takes Discord up again", async () => {
  const { errors } = start({ ...onDiscord(), ...onSlack() });
  await expect.poll(async () => (await ready()).body).toEqual(["ready", "discord: ready", "slack: ready"]);
  discord.recommend(2);
  // Discord is taken up again once it has been seen that it is not there.
  discord.fail("gateway", 1_000, { retryAfter: 1 });
  discord.closeWith(4011);
  await expect.poll(() => ready("/discord").then(({ status }) => status)).toBe(503);
  const { status, body } = await ready();
  expect(status).toBe(200);
  expect(body[1]).toMatch(/^discord: refused \(Discord asks for more shards \(4011\)/);
  await answersOnSlack();
  await expect.poll(errors).toContain("a platform refuses what is configured");
  discord.fail("gateway", 0);
  await expect.poll(() => discord.identified.length).toBe(3);
  expect(discord.identified.slice(1).map(({ shard }) => shard)).toEqual([
    [0, 2],
    [1, 2],
  ]);
});

it("waits for platforms that are away at the start, blames no token, and serves the pages meanwhile", async () => {
  const { errors, ended } = start({
    ...onDiscord(),
    ...{ DISCORD_API_URL: NOWHERE, PORT: "0" },
    ...{ SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: `${NOWHERE}/` },
  });
  const page = await send(await program!.port(1), { method: "GET", path: "/sources" });
  expect(page.status).toBe(200);
  await expect
    .poll(() => ready())
    .toEqual({
      status: 503,
      body: [
        ...["not ready", expect.stringMatching(/^discord: away \(Discord cannot be reached/)],
        expect.stringMatching(/^slack: away \(Slack cannot be reached/),
      ],
    });
  expect(errors()).not.toMatch(/_TOKEN|Reset Token/);
  program!.child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
});

it("answers on the other where one is refused at the start, and says what to do", async () => {
  const { errors } = start({ ...onDiscord(), ...onSlack(), SLACK_BOT_TOKEN: `${slack.botToken}x` });
  await expect.poll(() => ready().then(({ status }) => status)).toBe(200);
  await expect
    .poll(async () => (await ready("/slack")).body[1])
    .toMatch(/^slack: refused \(SLACK_BOT_TOKEN: Slack did not take it/);
  await answersOnDiscord();
  await expect.poll(errors).toContain("SLACK_BOT_TOKEN: Slack did not take it");
});

it("ends in order as soon as one platform is connected, also while another is not reached", async () => {
  discord.fail("gateway", 1_000, "hang");
  const { errors, child, ended } = start({ ...onDiscord(), ...onSlack() });
  await expect.poll(errors).toContain("connected to Slack");
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
});

it("says no while every socket is away", async () => {
  start(onSlack());
  await expect.poll(() => ready().then(({ status }) => status)).toBe(200);
  slack.fail("apps.connections.open", 1_000, 503);
  slack.drop();
  await expect.poll(() => ready("/slack").then(({ status }) => status)).toBe(503);
  slack.fail("apps.connections.open", 0);
  await expect.poll(() => ready("/slack").then(({ status }) => status)).toBe(200);
});
