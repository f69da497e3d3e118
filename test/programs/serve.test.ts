/** The whole program as a process, serving both platforms at once. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type DiscordStandIn, startDiscord } from "../stand-ins/discord.ts";
import { commandData, interaction } from "../stand-ins/discord-payloads.ts";
import { asForm, discordSigner, send, slackSigner } from "../stand-ins/http.ts";
import { type SlackStandIn, startSlack } from "../stand-ins/slack.ts";
import { commandPayload } from "../stand-ins/slack-payloads.ts";
import { event, linked } from "../stand-ins/slack-surfaces.ts";
import { PROGRAM } from "./compiled.ts";

let discord: DiscordStandIn;
let slack: SlackStandIn;
let cache: string;
let child: ChildProcess | undefined;

beforeEach(async () => {
  discord = await startDiscord();
  slack = await startSlack();
  cache = mkdtempSync(join(tmpdir(), "refdesk-"));
});

afterEach(async () => {
  child?.kill("SIGKILL");
  await discord.close();
  await slack.close();
  rmSync(cache, { recursive: true });
});

function start(variables: Record<string, string>): { errors: () => string; ended: Promise<unknown[]> } {
  const { PATH, HOME } = process.env;
  let errors = "";
  child = spawn(process.execPath, [PROGRAM], {
    cwd: cache,
    env: { PATH, HOME, CACHE_DIR: cache, ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stderr?.on("data", (chunk) => {
    errors += chunk;
  });
  return { errors: () => errors, ended: once(child, "close") };
}

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
};

it("answers on both at once, shows no token, and ends with status 0 when asked to", async () => {
  const { errors, ended } = start({
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
  });
  await slack.connected();
  await until(() => errors().includes("connected to Discord") && errors().includes("connected to Slack"));
  // The first answer may be so late that it is promised.
  const there = async () => JSON.stringify(await discord.command("pledge", { subject: "alibaba" }));
  await expect.poll(there).toContain("“$15.5 billion”");
  await expect
    .poll(async () => (await slack.command("/pledge", "alibaba")).text)
    .toContain("“$15.5 billion”");
  child?.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
  expect(existsSync(join(cache, ".refdesk", "citations.db"))).toBe(true);
  for (const secret of [discord.token, slack.botToken, slack.appToken])
    expect(errors()).not.toContain(secret);
});

it("unfurls a link to its pages in Slack, where they have a public address", async () => {
  const { errors, ended } = start({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    PUBLIC_URL: "https://refdesk.example.org/",
  });
  await slack.connected();
  const url = "https://refdesk.example.org/records/pledges/alibaba-common-prosperity";
  await slack.raw(event(linked([url])));
  const unfurls = () => slack.calls.filter(({ method }) => method === "chat.unfurl");
  await until(() => unfurls().length > 0);
  expect(JSON.stringify(unfurls()[0]?.body.unfurls)).toContain("Alibaba committed $15.5 billion");
  expect(slack.faults).toEqual([]);
  child?.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
  expect(errors()).not.toContain(url);
});

it("answers both over HTTP, opens no socket, and ends with status 0 when what was taken is answered", async () => {
  const { publicKey, signed } = discordSigner();
  const secret = "a-signing-secret-of-these-tests";
  const { errors, ended } = start({
    DISCORD_TOKEN: discord.token,
    DISCORD_PUBLIC_KEY: publicKey,
    DISCORD_API_URL: discord.apiUrl,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: secret,
    SLACK_API_URL: slack.apiUrl,
    PORT: "0",
  });
  const listening = () => /"port":(\d+),.*"msg":"listening"/.exec(errors())?.[1];
  await until(() => listening() !== undefined);
  const pledge = { type: 2, data: commandData("1100000000000000301", "pledge", { subject: "alibaba" }) };
  const asked = [
    () =>
      ["/discord/interactions", JSON.stringify(interaction(discord.applicationId, pledge)), signed] as const,
    () => ["/slack/events", asForm(commandPayload("/pledge", "alibaba", "")), slackSigner(secret)] as const,
  ];
  const ask = ([path, body, signer]: ReturnType<(typeof asked)[number]>) =>
    send(Number(listening()), { path, headers: signer(body), body });
  // It may listen before it has reached a platform, and the first answer may be promised.
  for (const one of asked)
    await expect.poll(async () => (await ask(one())).body).toContain("“$15.5 billion”");
  const answers = Array.from({ length: 20 }, (_, index) => ask(asked[index % 2]!()));
  await answers[0];
  child?.kill("SIGTERM");
  for (const { status, body } of await Promise.all(answers)) {
    expect(status).toBe(200);
    expect(body).toContain("“$15.5 billion”");
  }
  expect(await ended).toEqual([0, null]);
  expect(discord.identified).toEqual([]);
  expect(slack.connections).toBe(0);
  for (const hidden of [discord.token, slack.botToken, secret]) expect(errors()).not.toContain(hidden);
});

it("stops the start with status 2 where what comes over HTTP has no port to come to", async () => {
  const { errors, ended } = start({ DISCORD_PUBLIC_KEY: discordSigner().publicKey });
  expect(await ended).toEqual([2, null]);
  expect(errors()).toMatch(/^DISCORD_TOKEN: is missing while DISCORD_PUBLIC_KEY is set/m);
  expect(errors()).toMatch(/^PORT: is missing while DISCORD_PUBLIC_KEY is set/m);
});

it("stops the start with status 2 where Discord refuses the token", async () => {
  const { errors, ended } = start({
    DISCORD_TOKEN: `${"A".repeat(24)}.AAAAAA.${"B".repeat(38)}`,
    DISCORD_API_URL: discord.apiUrl,
  });
  expect(await ended).toEqual([2, null]);
  expect(errors()).toMatch(/^DISCORD_TOKEN: Discord did not take it/m);
});
