/** Tests the platform checks against the stand-ins, and the report made from them. */
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { commands } from "../../commands/index.ts";
import { VARIABLE_NAMES } from "../../src/config/config.ts";
import type { Environment } from "../../src/config/environment.ts";
import {
  DISCORD_PERMISSIONS,
  linkPage,
  serverInvitation,
  slackCreation,
  userInvitation,
} from "../../src/setup/install-links.ts";
import {
  checkCommands,
  checkDiscord,
  checkSlackApp,
  checkSlackBot,
  type DiscordBot,
  registerCommands,
  secretValues,
} from "../../src/setup/platform-checks.ts";
import { createReport, deploymentManifest, discordConnection, scopesLine } from "../../src/setup/report.ts";
import { PROJECT } from "../desks.ts";
import { temporaryFolder } from "../shelves.ts";
import { type DiscordStandIn, startDiscord } from "../stand-ins/discord.ts";
import { type SlackStandIn, startSlack } from "../stand-ins/slack.ts";

const WRONG = {
  DISCORD_TOKEN: "made-up-for-these-tests.aaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbb",
  SLACK_BOT_TOKEN: "xoxb-made-up-for-these-tests",
  SLACK_APP_TOKEN: "xapp-made-up-for-these-tests",
};
const manifest = deploymentManifest({}, commands) as {
  display_information: object;
  oauth_config: { scopes: { bot: string[] } };
};
const SCOPES = manifest.oauth_config.scopes.bot;
const NONE = join(temporaryFolder(), ".env");
const NOWHERE = "http://127.0.0.1:9/api";

let discord: DiscordStandIn;
let slack: SlackStandIn;
let bare: SlackStandIn;
beforeAll(async () => {
  [discord, slack, bare] = await Promise.all([
    startDiscord(),
    startSlack({ scopes: SCOPES }),
    startSlack({ scopes: ["channels:read"] }),
  ]);
});
afterAll(() => Promise.all([discord.close(), slack.close(), bare.close()]));

/** Starts a server that answers every request the same way, such as a platform that fails. */
async function saying(status: number, body: string, headers: Readonly<Record<string, string>> = {}) {
  const server = createServer((_, response) => response.writeHead(status, headers).end(body));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close().closeAllConnections());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
}

const good = () => ({
  DISCORD_TOKEN: discord.token,
  DISCORD_API_URL: discord.apiUrl,
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_APP_TOKEN: slack.appToken,
  SLACK_API_URL: slack.apiUrl,
});

describe("Discord's token", () => {
  it("is accepted, and says whose it is", async () => {
    expect(await checkDiscord(discord)).toMatchObject({
      accepted: true,
      applicationId: discord.applicationId,
      name: "Refdesk",
      publicKey: "0".repeat(64),
    });
  });

  it.each([
    [
      "refused",
      () => ({ ...discord, token: WRONG.DISCORD_TOKEN }),
      /^Discord rejected it \(401: Unauthorized\)$/,
    ],
    ["asked in vain", () => ({ ...discord, apiUrl: NOWHERE }), /^Discord could not be reached \(.+\)$/],
  ])("is %s, with the reason and without the token", async (_, place, said) => {
    const checked = await checkDiscord(place());
    expect(checked).toEqual({ accepted: false, reason: expect.stringMatching(said) });
    expect(JSON.stringify(checked)).not.toContain(place().token);
  });

  it("registers the commands once", async () => {
    const own = await startDiscord();
    const before = await checkCommands(own, own.applicationId, commands);
    expect(before).toMatchObject({ current: false, absent: before.accepted && before.names });
    await registerCommands(own, own.applicationId, commands);
    expect(await checkCommands(own, own.applicationId, commands)).toMatchObject({
      current: true,
      absent: [],
    });
    expect(await registerCommands(own, own.applicationId, commands)).toMatchObject({ current: true });
    expect([own.puts, own.faults]).toEqual([1, []]);
    await own.close();
  });
});

describe("how Discord's commands come", () => {
  const bot: DiscordBot = { applicationId: "1", name: "Refdesk", publicKey: "ab".repeat(32) };
  const endpoint = "https://desk.example/discord/interactions";
  it.each([
    ["over the gateway", bot, undefined, "ok", /gateway/],
    ["over HTTP", { ...bot, endpoint }, "AB".repeat(32), "ok", /over HTTP, at https:/],
    ["over HTTP, but from no address yet", bot, bot.publicKey, "note", /no Interactions Endpoint URL/],
    ["over HTTP, while the gateway waits", { ...bot, endpoint }, undefined, "wrong", /set it, or clear/],
    ["with another application's key", bot, "cd".repeat(32), "wrong", /belongs to another application/],
  ])("%s", (_, told, key, mark, says) => {
    expect(discordConnection(told, key)).toMatchObject({ mark, says: expect.stringMatching(says) });
  });
});

describe("Slack's tokens", () => {
  it("are accepted, with the workspace and its scopes", async () => {
    const { apiUrl } = slack;
    expect(await checkSlackBot({ token: slack.botToken, apiUrl })).toEqual({
      accepted: true,
      team: "Reading room",
      scopes: SCOPES,
    });
    expect(await checkSlackApp({ token: slack.appToken, apiUrl })).toEqual({ accepted: true });
  });

  it.each([
    ["refused", WRONG.SLACK_BOT_TOKEN, () => slack.apiUrl, /^Slack rejected it \(invalid_auth\)$/],
    ["asked in vain", WRONG.SLACK_BOT_TOKEN, () => `${NOWHERE}/`, /^Slack could not be reached \(.+\)$/],
  ])("are %s, with the reason and without the token", async (_, token, apiUrl, said) => {
    for (const check of [checkSlackBot, checkSlackApp]) {
      const checked = await check({ token, apiUrl: apiUrl() });
      expect(checked).toEqual({ accepted: false, reason: expect.stringMatching(said) });
      expect(JSON.stringify(checked)).not.toContain(token);
    }
  });

  it("may lack scopes, which are named with what they serve", async () => {
    const bot = await checkSlackBot({ token: slack.botToken, apiUrl: bare.apiUrl });
    if (!bot.accepted) throw new Error(bot.reason);
    expect(scopesLine(bot)).toMatchObject({
      mark: "wrong",
      says: expect.stringMatching(
        /^not granted, so these are off: slash commands and shortcuts \(commands\)/,
      ),
    });
    expect(scopesLine({ team: "" }).mark).toBe("note");
  });

  it("lacks suggested questions without a fault: not every plan of Slack has them", () => {
    expect(
      scopesLine({ team: "", scopes: SCOPES.filter((scope) => scope !== "assistant:write") }),
    ).toMatchObject({
      mark: "note",
      says: expect.stringContaining("suggested questions in direct messages (assistant:write)"),
    });
  });

  it("lack those for links to the pages only where these have a public address, which the manifest then holds", () => {
    const granted = { team: "Reading room", scopes: SCOPES };
    const pages = "https://refdesk.example.org/desk";
    expect(scopesLine(granted).mark).toBe("ok");
    expect(scopesLine(granted, "http://localhost:3000").mark).toBe("ok");
    expect(scopesLine(granted, pages)).toMatchObject({
      mark: "wrong",
      says: expect.stringMatching(/are off: .*\(links:read\), .*\(links:write\)/),
    });
    const { features, oauth_config } = deploymentManifest({ PUBLIC_URL: pages }, commands) as {
      features: { unfurl_domains: string[] };
      oauth_config: { scopes: { bot: string[] } };
    };
    expect(features.unfurl_domains).toEqual(["refdesk.example.org"]);
    expect(scopesLine({ ...granted, scopes: oauth_config.scopes.bot }, pages).mark).toBe("ok");
  });
});

describe("what is no answer of either", () => {
  it.each([
    ["a page", 200, "<html>", {}, /expected form/, /^Slack could not be reached/],
    ["a failure", 502, "<html>", {}, /Bad Gateway/, /statusCode = 502/],
    ["a limit", 429, "{}", { "retry-after": "300" }, /again in 300 s|again in 301 s/, /in 300 seconds/],
  ])("is told as such, and at once: %s", async (_, status, body, headers, byDiscord, bySlack) => {
    const apiUrl = await saying(status, body, headers);
    const [ofDiscord, ofSlack] = await Promise.all([
      checkDiscord({ token: WRONG.DISCORD_TOKEN, apiUrl }),
      checkSlackBot({ token: WRONG.SLACK_BOT_TOKEN, apiUrl: `${apiUrl}/` }),
    ]);
    expect(ofDiscord).toEqual({ accepted: false, reason: expect.stringMatching(byDiscord) });
    expect(ofSlack).toEqual({ accepted: false, reason: expect.stringMatching(bySlack) });
  });
});

describe("the links", () => {
  it("invite into a server with the permissions that the docs explain, and no other", () => {
    const rows = readFileSync(join(PROJECT, "docs/discord.md"), "utf8").split("\n");
    const explained = rows
      .filter((row) => /^\| [A-Z]/.test(row))
      .flatMap((row) => row.split(" | ")[0]!.slice(2).split(", "));
    expect(explained.sort()).toEqual(Object.keys(DISCORD_PERMISSIONS).sort());
  });

  it("invite into a server, and to oneself", () => {
    expect(serverInvitation("123")).toBe(
      "https://discord.com/oauth2/authorize?client_id=123&scope=bot+applications.commands&permissions=274878008320",
    );
    expect(userInvitation("123")).toBe(
      "https://discord.com/oauth2/authorize?client_id=123&integration_type=1&scope=applications.commands",
    );
  });

  it.each([
    ["a socket", undefined],
    ["HTTP", `https://refdesk.${"a".repeat(50)}.example.org`],
  ])("bring the whole manifest to Slack for %s, in an address that a browser takes", (_, address) => {
    const whole = deploymentManifest({}, commands, { address });
    const link = new URL(slackCreation(whole));
    expect(JSON.parse(link.searchParams.get("manifest_json") ?? "")).toEqual(whole);
    expect(`${link.origin}${link.pathname} ${link.searchParams.get("new_app")}`).toBe(
      "https://api.slack.com/apps 1",
    );
    expect(link.href.length).toBeLessThan(8000);
  });
});

it("a page that leads to an address holds it whole, also one that looks like markup", () => {
  const address = `https://a.example/?x=1&y="><script>'&lt;`;
  const page = linkPage("Create the app", address);
  const [, shown = ""] = /<a href="([^"<>]*)">Create the app<\/a>/.exec(page) ?? [];
  expect(shown.replaceAll("&amp;", "&")).toBe(new URL(address).href);
  expect(page).toContain(`content="0; url=${shown}"`);
  expect(page).not.toContain("<script");
});

describe("the report", () => {
  it("says that everything works", async () => {
    await registerCommands(discord, discord.applicationId, commands);
    const { text, works } = await createReport(good(), commands, NONE, true);
    expect([works, text.includes("wrong")], text).toEqual([true, false]);
    expect(text).toMatch(/^Everything works: Discord and Slack\.\n\nVariables\n/);
    expect(text).toMatch(/ok +DISCORD_TOKEN +accepted: Refdesk, application \d+/);
    expect(text).toMatch(/ok +commands +all \d+ are registered/);
    expect(text).toMatch(/ok +SLACK_BOT_TOKEN +accepted: workspace Reading room/);
    expect(text).toMatch(/ok +scopes +all granted: /);
    expect(text).toMatch(/ok +SLACK_APP_TOKEN +accepted/);
    for (const name of VARIABLE_NAMES) expect(text).toMatch(new RegExp(`^  (ok|-) +${name} `, "m"));
  });

  it.each([
    ["nothing set", {}, /^Nothing is set up yet\. Run `npm run setup` in a terminal\.$/m],
    [
      "a wrong token",
      { DISCORD_TOKEN: WRONG.DISCORD_TOKEN },
      /wrong +DISCORD_TOKEN +Discord rejected it \(401/,
    ],
    [
      "a malformed token",
      { DISCORD_TOKEN: "made-up" },
      /wrong +DISCORD_TOKEN +malformed: expected a bot token/,
    ],
    [
      "a malformed address",
      { DISCORD_API_URL: "made-up" },
      /wrong +DISCORD_API_URL +malformed: expected an http/,
    ],
    [
      "wrong bot token",
      { SLACK_BOT_TOKEN: WRONG.SLACK_BOT_TOKEN },
      /wrong +SLACK_BOT_TOKEN +Slack rejected it/,
    ],
    [
      "wrong app token",
      { SLACK_APP_TOKEN: WRONG.SLACK_APP_TOKEN },
      /wrong +SLACK_APP_TOKEN +Slack rejected it/,
    ],
    [
      "two ways in",
      { SLACK_SIGNING_SECRET: "5ab1e".repeat(8) },
      /wrong +SLACK_APP_TOKEN +is set, and so is SLACK_S/,
    ],
    [
      "no port",
      { DISCORD_PUBLIC_KEY: "0".repeat(64) },
      /wrong +PORT +is missing while DISCORD_PUBLIC_KEY is set/,
    ],
    ["no app token", { SLACK_APP_TOKEN: "" }, /wrong +SLACK_[A-Z_ ]+is missing/],
  ])("says what is wrong with %s", async (what, changed, said) => {
    const environment = what === "nothing set" ? {} : { ...good(), ...changed };
    const { text, works } = await createReport(environment, commands, NONE, true);
    expect(works).toBe(false);
    expect(text).toMatch(said);
    for (const secret of [...Object.values(WRONG), discord.token, slack.botToken, slack.appToken, "made-up"])
      expect(text).not.toContain(secret);
  });

  it("says of HTTP what cannot be checked from here, and shows none of several secrets", async () => {
    const secrets = ["5ab1e", "5ab1f"].map((part) => part.repeat(7).slice(0, 32));
    const environment = {
      ...good(),
      SLACK_APP_TOKEN: "",
      SLACK_SIGNING_SECRET: secrets.join(","),
      DISCORD_PUBLIC_KEY: "0".repeat(64),
      PORT: "3000",
    };
    const { text, works } = await createReport(environment, commands, NONE, true);
    expect(works, text).toBe(true);
    expect(text).toMatch(/note +SLACK_SIGNING_SECRET +cannot be checked from here: once/);
    expect(text).toMatch(/note +DISCORD_PUBLIC_KEY +the portal has no Interactions Endpoint URL yet: enter/);
    for (const secret of secrets) {
      expect(text).not.toContain(secret);
      expect(secretValues(environment)).toContain(secret);
    }
  });

  it("begins with the verdict, and leaves out what works unless all is asked for", async () => {
    await registerCommands(discord, discord.applicationId, commands);
    const short = async (environment: Environment) =>
      (await createReport(environment, commands, NONE, false)).text;
    expect(await short(good())).toMatchInlineSnapshot(`
      "Everything works: Discord and Slack.

      To see every setting and check: npm run setup -- --check --all"
    `);
    expect(await short({})).toMatchInlineSnapshot(`
      "Nothing is set up yet. Run \`npm run setup\` in a terminal.

      To see every setting and check: npm run setup -- --check --all"
    `);
    const oneWrong = { ...good(), SLACK_BOT_TOKEN: WRONG.SLACK_BOT_TOKEN };
    expect(await short(oneWrong)).toMatchInlineSnapshot(`
      "1 problem:

      Slack
        wrong  SLACK_BOT_TOKEN       Slack rejected it (invalid_auth)

      To see every setting and check: npm run setup -- --check --all"
    `);
    const several = { DISCORD_TOKEN: "made-up", SLACK_API_URL: slack.apiUrl, ANSWERS: "room" };
    expect(await short({ ...several, SLACK_BOT_TOKEN: WRONG.SLACK_BOT_TOKEN })).toMatchInlineSnapshot(`
      "3 problems:

      Variables
        wrong  DISCORD_TOKEN         malformed: expected a bot token of three parts joined by dots; found in Discord's developer portal under Bot, Reset Token
        wrong  SLACK_APP_TOKEN       is missing while SLACK_BOT_TOKEN is set; expected a token that begins with xapp-; made in the Slack app's settings under Basic Information, App-Level Tokens, with the scope connections:write; or, over HTTP, SLACK_SIGNING_SECRET instead
        note   ANSWERS               is the old name of DEFAULT_VISIBILITY: set DEFAULT_VISIBILITY=channel instead

      Slack
        wrong  SLACK_BOT_TOKEN       Slack rejected it (invalid_auth)

      To see every setting and check: npm run setup -- --check --all"
    `);
  });

  it("names missing scopes, absent commands and a file that others can read", async () => {
    const own = await startDiscord();
    const file = join(temporaryFolder(), ".env");
    writeFileSync(file, "", { mode: 0o644 });
    const environment = {
      ...good(),
      DISCORD_TOKEN: own.token,
      DISCORD_API_URL: own.apiUrl,
      SLACK_API_URL: bare.apiUrl,
    };
    const { text, works } = await createReport(environment, commands, file, true);
    await own.close();
    expect(works).toBe(false);
    expect(text).toMatch(/wrong +scopes +not granted, .*commands/);
    expect(text).toMatch(/wrong +commands +not registered: pledge, quote, define/);
    expect(text).toContain("other users can read it: run chmod 600");
    expect([own.puts, readFileSync(file, "utf8")]).toEqual([0, ""]);
  });
});
