/** Runs the dialogue for many Slack workspaces: what it asks, checks, makes, saves and leaves to be done. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { readServerConfig } from "../../src/config/config.ts";
import { checkSlackClient } from "../../src/setup/platform-checks.ts";
import { createReport } from "../../src/setup/report.ts";
import { type DiscordStandIn, startDiscord } from "../stand-ins/discord.ts";
import { type SlackStandIn, startSlack } from "../stand-ins/slack.ts";
import { type SlackOAuth, startSlackOAuth } from "../stand-ins/slack-oauth.ts";
import { type Said, through as walk } from "./through.ts";

const ADDRESS = "https://refdesk.example.org";
const CLIENT_ID = "1234567890.9876543210";
const [CLIENT_SECRET, SIGNING_SECRET, WRONG] = ["c0ffee12", "5ab1e512", "deadbeef"].map((part) =>
  part.repeat(4),
) as [string, string, string];
const TEXTS = { "Public address": ADDRESS, SLACK_CLIENT_ID: CLIENT_ID };

let discord: DiscordStandIn;
let slack: SlackStandIn;
let apps: SlackOAuth;
beforeAll(async () => {
  [discord, slack, apps] = await Promise.all([
    startDiscord(),
    startSlack(),
    startSlackOAuth(CLIENT_ID, CLIENT_SECRET),
  ]);
});
afterAll(() => Promise.all([discord.close(), slack.close(), apps.close()]));

const through = (secrets: readonly string[], said: Said = {}) =>
  walk({ discord, slack }, ["slack"], secrets, {
    ...{ workspaces: "many", texts: TEXTS, ...said },
    outside: { SLACK_API_URL: apps.apiUrl, ...said.outside },
  });

/** What is kept when all of it is set up, without the key that is made. */
const KEPT = {
  ...{ PORT: "3000", HOST: "127.0.0.1", PUBLIC_URL: ADDRESS, SLACK_CLIENT_ID: CLIENT_ID },
  ...{ SLACK_CLIENT_SECRET: CLIENT_SECRET, SLACK_SIGNING_SECRET: SIGNING_SECRET },
};

describe("many workspaces", () => {
  it("are set up with the app's credentials and a key of their own, and the bot then starts so", async () => {
    const { works, shown, kept } = await through([CLIENT_SECRET, SIGNING_SECRET]);
    const { INSTALL_KEYS = "", ...others } = Object.fromEntries(kept);
    expect([works, others]).toEqual([true, KEPT]);
    expect(Buffer.from(INSTALL_KEYS, "base64")).toHaveLength(32);
    expect(shown).not.toContain(INSTALL_KEYS);
    expect(readServerConfig({ ...others, INSTALL_KEYS }).slack).toMatchObject({
      install: { clientId: CLIENT_ID, keys: [INSTALL_KEYS], publicUrl: ADDRESS },
    });
    const [, link = ""] = /^(https:\/\/api\.slack\.com\/apps\?\S+)$/m.exec(shown) ?? [];
    expect(JSON.parse(new URL(link).searchParams.get("manifest_json") ?? "")).toMatchObject({
      oauth_config: { redirect_urls: [`${ADDRESS}/slack/oauth_redirect`] },
      settings: { token_rotation_enabled: true, org_deploy_enabled: true, socket_mode_enabled: false },
    });
    expect(shown).toMatch(
      /Manage Distribution.*\nhttps:\/\/refdesk\.example\.org\/slack\/install\nAll set\./,
    );
  });

  it("make another key each time, and none where there is one", async () => {
    const keys = await Promise.all(
      [1, 2].map(async () =>
        new Map((await through([CLIENT_SECRET, SIGNING_SECRET])).kept).get("INSTALL_KEYS"),
      ),
    );
    expect(keys[0]).not.toBe(keys[1]);
    const held = { ...KEPT, INSTALL_KEYS: "k".repeat(43) };
    const { works, kept, shown } = await through([], { held });
    expect([works, kept]).toEqual([true, []]);
    expect(shown).toContain("done: INSTALL_KEYS, which seals the tokens of workspaces, is set.");
  });

  it("ask again for a secret that Slack does not take, and keep none of it", async () => {
    const { works, shown, kept } = await through(["made-up", WRONG, CLIENT_SECRET, SIGNING_SECRET]);
    expect(works).toBe(true);
    expect(kept.filter(([name]) => name === "SLACK_CLIENT_SECRET")).toEqual([
      ["SLACK_CLIENT_SECRET", CLIENT_SECRET],
    ]);
    expect(shown).toMatch(
      /wrong: Slack's client secret: Slack rejected it \(bad_client_secret\)\nTry another\?/,
    );
    const given = await through([WRONG], { agree: { "Try another": false } });
    expect(given.works).toBe(false);
    expect(given.kept.map(([name]) => name)).not.toContain("SLACK_CLIENT_SECRET");
  });

  it("take the place of one, whose tokens are cleared where that is agreed", async () => {
    const held = { SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken };
    const { works, kept } = await through([CLIENT_SECRET, SIGNING_SECRET], { held });
    expect([works, kept.slice(-2)]).toEqual([
      true,
      [
        ["SLACK_BOT_TOKEN", ""],
        ["SLACK_APP_TOKEN", ""],
      ],
    ]);
    const refused = await through([CLIENT_SECRET, SIGNING_SECRET], { held, agree: { "Clear it": false } });
    expect(refused.works).toBe(false);
    expect(refused.shown).toMatch(/wrong: SLACK_BOT_TOKEN /);
  });

  it("give way to one, where that is chosen", async () => {
    const held = { ...KEPT, INSTALL_KEYS: "k".repeat(43) };
    const said = { held, outside: { SLACK_API_URL: slack.apiUrl }, ways: { Slack: "http" } } as const;
    const { works, kept } = await through([slack.botToken], { ...said, workspaces: "one" });
    expect(works).toBe(true);
    expect(kept.slice(0, 3)).toEqual([
      ["SLACK_CLIENT_ID", ""],
      ["SLACK_CLIENT_SECRET", ""],
      ["INSTALL_KEYS", ""],
    ]);
  });
});

describe("the credentials of an app", () => {
  const check = (id: string, token: string, apiUrl = apps.apiUrl) => checkSlackClient(id, { token, apiUrl });

  it("are known to Slack, or not, or cannot be asked for", async () => {
    expect(await check(CLIENT_ID, CLIENT_SECRET)).toEqual({ accepted: true });
    const rejected = { accepted: false, reason: "Slack rejected it (bad_client_secret)" };
    expect(await check(CLIENT_ID, WRONG)).toEqual(rejected);
    expect(await check("1111111111.2222222222", CLIENT_SECRET)).toEqual(rejected);
    expect(await check(CLIENT_ID, CLIENT_SECRET, "http://127.0.0.1:9/")).toEqual({
      accepted: false,
      reason: expect.stringMatching(/^Slack could not be reached/),
    });
    expect(apps.calls).toEqual([]);
  });

  const report = (environment: Readonly<Record<string, string>>) =>
    createReport(
      { ...KEPT, INSTALL_KEYS: "k".repeat(43), SLACK_API_URL: apps.apiUrl, ...environment },
      commands,
      "",
      false,
    );

  it("are in the report, with where workspaces install the app", async () => {
    const { text, works } = await report({});
    expect(works).toBe(true);
    expect(text).toMatch(/^Everything works: Slack\./);
    expect(text).toMatch(/note +SLACK_SIGNING_SECRET +cannot be checked from here/);
    expect(text).toContain(`workspaces install the app at ${ADDRESS}/slack/install`);
  });

  it("are named in the report where Slack does not take them, and never shown", async () => {
    const { text, works } = await report({ SLACK_CLIENT_SECRET: WRONG });
    expect(works).toBe(false);
    expect(text).toMatch(/wrong +SLACK_CLIENT_SECRET +Slack rejected it \(bad_client_secret\)/);
    for (const secret of [WRONG, SIGNING_SECRET, "k".repeat(43)]) expect(text).not.toContain(secret);
  });
});
