/** The whole program as a process, on both platforms at once. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { PROJECT } from "./desks.ts";
import { type DiscordStandIn, startDiscord } from "./stand-ins/discord.ts";
import { type SlackStandIn, startSlack } from "./stand-ins/slack.ts";

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
  child = spawn(process.execPath, [join(PROJECT, "bin/refdesk.js")], {
    cwd: cache,
    env: { PATH, HOME, CACHE_DIR: cache, ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stderr?.on("data", (chunk) => {
    errors += chunk;
  });
  return { errors: () => errors, ended: once(child, "exit") };
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
  const there = await discord.command("pledge", { subject: "alibaba" });
  const here = await slack.command("/pledge", "alibaba");
  expect(JSON.stringify(there)).toContain("“$15.5 billion”");
  expect(here.text).toContain("“$15.5 billion”");
  child?.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
  for (const secret of [discord.token, slack.botToken, slack.appToken])
    expect(errors()).not.toContain(secret);
});

it("stops the start with status 2 where Discord refuses the token", async () => {
  const { errors, ended } = start({
    DISCORD_TOKEN: `${"A".repeat(24)}.AAAAAA.${"B".repeat(38)}`,
    DISCORD_API_URL: discord.apiUrl,
  });
  expect(await ended).toEqual([2, null]);
  expect(errors()).toMatch(/^DISCORD_TOKEN: Discord did not take it/m);
});
