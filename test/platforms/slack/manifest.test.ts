/** Tests the manifest: it has no names that Slack reserves, and the docs list each of its scopes. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import type { Command } from "../../../src/desk/command.ts";
import { englishMessages } from "../../../src/language/en/messages.ts";
import { LOCALES, loadMessages } from "../../../src/language/messages.ts";
import {
  RESERVED_NAMES,
  slackCommandName,
  slashCommandLine,
  UMBRELLA_NAME,
} from "../../../src/platforms/slack/command-names.ts";
import { SLACK_MANIFEST_LIMITS } from "../../../src/platforms/slack/limits.ts";
import { createManifest } from "../../../src/platforms/slack/manifest.ts";
import { grantedFeatures, requestedScopes, SLACK_SCOPES } from "../../../src/platforms/slack/scopes.ts";
import { broken, PROJECT } from "../../desks.ts";
import { PROGRAM } from "../../programs/compiled.ts";
import { temporaryFolder } from "../../shelves.ts";
import { startSlackBot } from "./slack-bot.ts";

type Manifest = {
  features: {
    slash_commands: { command: string }[];
    shortcuts: { name: string; description: string }[];
    unfurl_domains?: string[];
  };
  oauth_config: { scopes: { bot: string[] } };
  settings: { event_subscriptions: { bot_events: string[] } };
};
const namesIn = (named: readonly Command[], prefix: string): string[] =>
  (createManifest(named, englishMessages, { prefix }) as Manifest).features.slash_commands.map(
    ({ command }) => command,
  );

/** Command names that Slack reserves, as they are or with some prefix. */
const tails = [...new Set(RESERVED_NAMES.flatMap((name) => [...name].map((_, at) => name.slice(at))))];
const named = (name: string): Command => ({ ...broken, name });
const PREFIX = /^[a-z0-9][a-z0-9_-]{0,15}$/;

it("never holds a name of Slack's own, with any prefix, and what is left out is reached by the umbrella", () => {
  const heads = RESERVED_NAMES.flatMap((name) => [...name].map((_, at) => name.slice(0, at)));
  const prefix = fc.oneof(fc.constantFrom("", ...heads), fc.stringMatching(PREFIX));
  const names = fc.oneof(fc.constantFrom(...tails), fc.constantFrom(...commands.map(({ name }) => name)));
  fc.assert(
    fc.property(prefix, names, (before, name) => {
      const given = namesIn([...commands.filter((one) => one.name !== name), named(name)], before);
      for (const one of given) expect(RESERVED_NAMES).not.toContain(one.slice(1));
      expect(given).toContain(`/${UMBRELLA_NAME}`);
      const own = slackCommandName(name, before);
      if (own === undefined)
        expect(slashCommandLine(`/${UMBRELLA_NAME}`, `${name} x`, before)).toBe(`${name} x`);
      else expect(slashCommandLine(own, "x", before)).toBe(`/${name} x`);
    }),
    { numRuns: 1000 },
  );
});

it("splits every name of Slack's own into a prefix and a command, and takes none", () => {
  for (const name of RESERVED_NAMES)
    for (let at = 0; at < name.length; at++)
      expect(namesIn([named(name.slice(at))], name.slice(0, at))).toEqual([`/${UMBRELLA_NAME}`]);
});

it.each(LOCALES)("has shortcuts whose names Slack takes whole, in %s", async (locale) => {
  const messages = await loadMessages(locale);
  const { shortcuts } = (createManifest(commands, messages) as Manifest).features;
  const labels = [messages.check.action, messages.curation.suggest, messages.form.title];
  expect(shortcuts.map(({ name }) => name)).toEqual(labels);
  for (const { name, description } of shortcuts) {
    expect(name.length).toBeLessThanOrEqual(24);
    expect(description.length).toBeLessThanOrEqual(150);
  }
});

describe("over HTTP", () => {
  const URLS = [/^url$/, /_url$/];

  it("names the one address wherever Slack posts, and differs in nothing else", () => {
    const plain = (part: unknown): unknown => {
      if (Array.isArray(part)) return part.map(plain);
      if (typeof part !== "object" || part === null) return part;
      const kept = Object.entries(part).filter(([key]) => !URLS.some((url) => url.test(key)));
      return Object.fromEntries(
        kept.map(([key, value]) => [key, key === "socket_mode_enabled" ? true : plain(value)]),
      );
    };
    const posted = createManifest(commands, englishMessages, { address: "https://example.org/desk" });
    expect(plain(posted)).toEqual(createManifest(commands, englishMessages));
    expect(plain(createManifest(commands, englishMessages))).toEqual(
      createManifest(commands, englishMessages),
    );
    const addresses = JSON.stringify(posted).match(/https:[^"]+/g) ?? [];
    // One for each command, and one each for events, interactivity and suggestions.
    expect(addresses).toEqual(
      Array(namesIn(commands, "").length + 3).fill("https://example.org/desk/slack/events"),
    );
    expect((posted as { settings: object }).settings).toMatchObject({ socket_mode_enabled: false });
  });
});

describe("where workspaces install the app by themselves", () => {
  const address = "https://refdesk.example.org";

  it("asks for the way back, for what ends an installation, and for rotation and whole organizations", () => {
    const many = createManifest(commands, englishMessages, { address, hasInstalls: true });
    expect(many).toMatchObject({
      oauth_config: { redirect_urls: [`${address}/slack/oauth_redirect`] },
      settings: {
        event_subscriptions: {
          bot_events: ["app_home_opened", "app_mention", "app_uninstalled", "message.im", "tokens_revoked"],
        },
        ...{ org_deploy_enabled: true, token_rotation_enabled: true },
      },
    });
    const one = createManifest(commands, englishMessages, { address });
    expect(one).not.toHaveProperty("oauth_config.redirect_urls");
    expect(one).toMatchObject({ settings: { org_deploy_enabled: false, token_rotation_enabled: false } });
  });
});

describe("where the pages have a public address", () => {
  const LINKS = ["links:read", "links:write"];
  const made = (pages?: string): Manifest => createManifest(commands, englishMessages, { pages }) as Manifest;

  it.each([
    ["https://refdesk.example.org", "refdesk.example.org"],
    ["https://example.org:8443/desk", "example.org"],
    ["http://Desk.Example.org/", "desk.example.org"],
    ["https://图书馆.example", "xn--1jq52s681d.example"],
  ])("links to them are asked for by their domain: %s", (pages, domain) => {
    const { features, oauth_config, settings } = made(pages);
    expect(features.unfurl_domains).toEqual([domain]);
    expect(features.unfurl_domains?.length).toBeLessThanOrEqual(SLACK_MANIFEST_LIMITS.unfurlDomains);
    expect(oauth_config.scopes.bot).toEqual(requestedScopes(true).map(({ scope }) => scope));
    expect(settings.event_subscriptions.bot_events).toContain("link_shared");
  });

  it.each([
    undefined,
    "",
    "x",
    "http://localhost:3000",
    "http://127.0.0.1",
    "https://203.0.113.7",
    "http://[::1]",
  ])("and nothing of it where Slack cannot know that: %s", (pages) => {
    expect(made(pages)).toEqual(createManifest(commands, englishMessages));
    const text = JSON.stringify(made(pages));
    for (const part of [...LINKS, "link_shared", "unfurl_domains"]) expect(text).not.toContain(part);
  });

  it("nothing else differs", () => {
    const { features, oauth_config, settings } = made("https://refdesk.example.org");
    const { unfurl_domains: _, ...rest } = features;
    const plain = made();
    expect(rest).toEqual(plain.features);
    expect(oauth_config.scopes.bot.filter((scope) => !LINKS.includes(scope))).toEqual(
      plain.oauth_config.scopes.bot,
    );
    expect(settings.event_subscriptions.bot_events.filter((event) => event !== "link_shared")).toEqual(
      plain.settings.event_subscriptions.bot_events,
    );
  });
});

describe("refdesk manifest", () => {
  const printed = (args: readonly string[], variables: Readonly<Record<string, string>> = {}) => {
    const folder = temporaryFolder();
    writeFileSync(
      join(folder, ".env"),
      Object.entries(variables)
        .map(([name, value]) => `${name}=${value}\n`)
        .join(""),
    );
    const program = [PROGRAM, "manifest", ...args];
    const { PATH } = process.env;
    return spawnSync(process.execPath, program, { cwd: folder, env: { PATH }, encoding: "utf8" });
  };

  it("prints what is pasted, for a socket or for HTTP", () => {
    const [socket, http] = [printed([]), printed(["https://refdesk.example.org/"])];
    expect([socket.status, socket.stderr, http.status, http.stderr]).toEqual([0, "", 0, ""]);
    expect(JSON.parse(socket.stdout)).toEqual(createManifest(commands, englishMessages));
    expect(JSON.parse(http.stdout)).toEqual(
      createManifest(commands, englishMessages, { address: "https://refdesk.example.org" }),
    );
  });

  it("needs no other variable to be right, and holds the prefix", () => {
    const { status, stdout } = printed([], {
      SLACK_COMMAND_PREFIX: "desk-",
      SLACK_BOT_TOKEN: "xoxb-unfinished",
    });
    expect([status, JSON.parse(stdout)]).toEqual([
      0,
      createManifest(commands, englishMessages, { prefix: "desk-" }),
    ]);
  });

  it("holds the pages' domain, and names a public address of theirs that is none", () => {
    const pages = "https://refdesk.example.org/desk";
    const { status, stdout } = printed([], { PUBLIC_URL: pages });
    expect([status, JSON.parse(stdout)]).toEqual([0, createManifest(commands, englishMessages, { pages })]);
    const wrong = printed([], { PUBLIC_URL: "refdesk.example.org" });
    expect([wrong.status, wrong.stdout, wrong.stderr]).toEqual([
      2,
      "",
      expect.stringMatching(/^PUBLIC_URL: expected/),
    ]);
  });

  it("says that a socket's is not the one where Slack comes over HTTP", () => {
    const { status, stderr } = printed([], { SLACK_SIGNING_SECRET: "5ab1e".repeat(7).slice(0, 32) });
    expect([status, stderr]).toEqual([
      0,
      expect.stringMatching(/^This is for a socket, while SLACK_SIGNING_SECRET/),
    ]);
  });

  it.each([
    [
      ["http://refdesk.example.org"],
      /^The public address “http:\/\/refdesk\.example\.org” does not begin with “https/,
    ],
    [["https://me:hunter2@refdesk.example.org"], /holds a name or a password: leave out/],
    [["https://a.example", "https://b.example"], /^One address is expected, and 2 were given/],
  ])("prints nothing with %j, and says why: status 2", (args, said) => {
    const { status, stdout, stderr } = printed(args);
    expect([status, stdout, stderr]).toEqual([2, "", expect.stringMatching(said)]);
    expect(stderr).not.toContain("hunter2");
    expect(stderr.trimEnd()).not.toContain("\n");
  });

  it("names a prefix that Slack would not take", () => {
    const { status, stdout, stderr } = printed([], { SLACK_COMMAND_PREFIX: "Desk " });
    expect([status, stdout, stderr]).toEqual([
      2,
      "",
      expect.stringMatching(/^SLACK_COMMAND_PREFIX: expected/),
    ]);
  });
});

it("asks for no scope that docs/slack.md does not explain", () => {
  const page = readFileSync(join(PROJECT, "docs/slack.md"), "utf8");
  for (const { scope } of SLACK_SCOPES) expect(page).toContain(`| \`${scope}\` |`);
});

it.each([
  [undefined, true, true, 0],
  [
    ["commands", "app_mentions:read", "im:history", "chat:write", "files:write", "assistant:write"],
    ...([true, true, 0] as const),
  ],
  [["commands"], false, false, 5],
  [["commands", "chat:write", "im:history", "files:write"], false, true, 2],
  [["commands", "app_mentions:read", "im:history"], false, false, 3],
])("with the scopes %j: mentions %s, messages %s, %i off", (granted, mentions, messages, off) => {
  const features = grantedFeatures(granted, false);
  expect(features).toMatchObject({ mentions, messages, unfurls: false });
  expect(features.off.length).toBe(off);
  const withPages = grantedFeatures(granted, true);
  expect(withPages.unfurls).toBe(granted === undefined);
  expect(withPages.off.length).toBe(granted === undefined ? 0 : off + 2);
});

it("names at start what was not granted, and goes on", async () => {
  const slackBot = await startSlackBot({}, { scopes: ["commands", "app_mentions:read"] });
  const lines = slackBot.log.lines.filter(({ message }) => message.includes("scopes"));
  expect(lines.map(({ data }) => data)).toEqual([
    {
      off: [
        "direct messages (im:history)",
        "answers to mentions and direct messages (chat:write)",
        "pictures of comparisons and timelines (files:write)",
        "suggested questions in direct messages (assistant:write)",
      ],
    },
  ]);
  expect(String((await slackBot.stand.command("/pledge", "alibaba")).text)).toContain("Alibaba");
  await slackBot.end();
});
