/** Runs the dialogue for HTTP: what it asks, reads from Discord, saves, clears and leaves to be entered. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SLACK_SCOPES } from "../../src/platforms/slack/scopes.ts";
import { type DiscordStandIn, startDiscord } from "../stand-ins/discord.ts";
import { type SlackStandIn, startSlack } from "../stand-ins/slack.ts";
import { type Said, through as walk } from "./through.ts";

const ADDRESS = "https://refdesk.example.org";
const ENDPOINT = `${ADDRESS}/discord/interactions`;
const KEY = "0".repeat(64);
const SECRET = "5ab1e".repeat(7).slice(0, 32);
const HTTP = { Discord: "http", Slack: "http" } as const;
const TEXTS = { "Public address": ADDRESS };

let discord: DiscordStandIn;
let posting: DiscordStandIn;
let slack: SlackStandIn;
beforeAll(async () => {
  [discord, posting, slack] = await Promise.all([
    startDiscord(),
    startDiscord({ application: { interactions_endpoint_url: ENDPOINT } }),
    startSlack({ scopes: SLACK_SCOPES.map(({ scope }) => scope) }),
  ]);
});
afterAll(() => Promise.all([discord.close(), posting.close(), slack.close()]));

const through = (platforms: readonly string[], secrets: readonly string[], said?: Said) =>
  walk({ discord, slack }, platforms, secrets, said);
const listening: [string, string][] = [
  ["PORT", "3000"],
  ["HOST", "127.0.0.1"],
];

/** Returns the manifest in the link shown. */
const manifestIn = (shown: string) => {
  const link = /^https:\/\/api\.slack\.com\/apps\?\S+$/m.exec(shown)?.[0] ?? "";
  return JSON.parse(new URL(link).searchParams.get("manifest_json") ?? "") as {
    features: { slash_commands: { url?: string }[] };
    settings: Record<string, unknown>;
  };
};

describe("Discord", () => {
  it("tells its key itself, and what is left is to enter the address once the bot runs", async () => {
    const said = { ways: HTTP, texts: TEXTS };
    const { works, shown, kept } = await through(["discord"], [discord.token], said);
    expect([works, kept]).toEqual([
      true,
      [["DISCORD_TOKEN", discord.token], ...listening, ["DISCORD_PUBLIC_KEY", KEY]],
    ]);
    expect(shown).toContain("* Over a connection that the bot opens (the gateway)");
    expect(shown).toContain(`done: DISCORD_PUBLIC_KEY was read from the application: ${KEY}`);
    expect(shown).toMatch(
      /your proxy forwards https:\/\/refdesk\.example\.org to 127\.0\.0\.1, port 3000:\nDiscord: .*Interactions Endpoint URL, and save\. .*\nhttps:\/\/refdesk\.example\.org\/discord\/interactions\nAll set\./,
    );
  });

  it("that posts to an address already is kept to it, with nothing left to enter", async () => {
    const held = { DISCORD_TOKEN: posting.token, PORT: "8080", HOST: "0.0.0.0", DISCORD_PUBLIC_KEY: KEY };
    const outside = { DISCORD_API_URL: posting.apiUrl };
    const { works, shown, kept } = await through(["discord"], [], { held, outside });
    expect([works, kept]).toEqual([true, []]);
    expect(shown).toContain("* Over HTTP");
    expect(shown).toContain(`for example https://refdesk.example.org [${ADDRESS}]`);
    expect(shown).toContain(`done: Discord already posts to ${ENDPOINT}.`);
    expect(shown).toMatch(/All set\. Start it with `npm start`, then type/);
  });

  it("that posts to another address is to be told the new one in its place", async () => {
    const outside = { DISCORD_API_URL: posting.apiUrl };
    const texts = { "Public address": "https://new.example.org/desk/" };
    const { shown } = await through(["discord"], [posting.token], { outside, texts });
    expect(shown).toContain(`replacing ${ENDPOINT}, and save.`);
    expect(shown).toContain("\nhttps://new.example.org/desk/discord/interactions\n");
  });

  it("that posts somewhere is not said to work over the gateway", async () => {
    const said = { outside: { DISCORD_API_URL: posting.apiUrl }, ways: { Discord: "socket" } } as const;
    const { works, shown } = await through(["discord"], [posting.token], said);
    expect(works).toBe(false);
    expect(shown).toContain(`wrong: DISCORD_PUBLIC_KEY: not set, but commands go to ${ENDPOINT}`);
  });

  it.each([
    [true, [["DISCORD_PUBLIC_KEY", KEY]], true],
    [false, [], false],
  ])("has its own key put in another's place only where that is agreed (%s)", async (own, kept, works) => {
    const held = { DISCORD_TOKEN: discord.token, DISCORD_PUBLIC_KEY: "a".repeat(64), PORT: "1", HOST: "::1" };
    const said = { held, texts: TEXTS, agree: { "application's own": own } };
    const done = await through(["discord"], [], said);
    expect([done.kept, done.works]).toEqual([kept, works]);
    expect(done.shown).toContain("wrong: DISCORD_PUBLIC_KEY is set but belongs to another application.");
  });

  it("is led back to the gateway by emptying the key", async () => {
    const held = { DISCORD_TOKEN: discord.token, DISCORD_PUBLIC_KEY: KEY, PORT: "3000" };
    const { works, kept } = await through(["discord"], [], { held, ways: { Discord: "socket" } });
    expect([works, kept]).toEqual([true, [["DISCORD_PUBLIC_KEY", ""]]]);
  });
});

describe("Slack", () => {
  it("is made with the request URLs filled in, and asks for the signing secret", async () => {
    const said = { ways: HTTP, texts: TEXTS };
    const { works, shown, kept } = await through(["slack"], [slack.botToken, SECRET], said);
    expect([works, kept]).toEqual([
      true,
      [...listening, ["SLACK_BOT_TOKEN", slack.botToken], ["SLACK_SIGNING_SECRET", SECRET]],
    ]);
    const { features, settings } = manifestIn(shown);
    const url = `${ADDRESS}/slack/events`;
    expect(features.slash_commands.map((command) => command.url)).toEqual(
      features.slash_commands.map(() => url),
    );
    expect(settings).toMatchObject({
      event_subscriptions: { request_url: url },
      interactivity: { is_enabled: true, request_url: url, message_menu_options_url: url },
      socket_mode_enabled: false,
    });
    expect(shown).not.toContain("npm run --silent manifest");
    expect(shown).toMatch(
      /Event Subscriptions, press Retry .*\nhttps:\S+\/slack\/events\nAll set\. .*do the steps above/,
    );
  });

  it("takes several secrets while one replaces the other, and nothing that is none", async () => {
    const secrets = [slack.botToken, "made-up", slack.botToken, `${SECRET},nope`, `${SECRET}, ${SECRET}`];
    const { kept, shown } = await through(["slack"], secrets, { ways: HTTP, texts: TEXTS });
    expect(kept.at(-1)).toEqual(["SLACK_SIGNING_SECRET", `${SECRET}, ${SECRET}`]);
    expect(shown.match(/^expected 32 hexadecimal digits/gm)).toHaveLength(3);
  });

  it("has the socket's token emptied where that is agreed, since both stop the start", async () => {
    const held = { SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken };
    const said = { held, ways: HTTP, texts: TEXTS };
    const agreed = await through(["slack"], [SECRET], said);
    expect([agreed.works, agreed.kept.slice(2)]).toEqual([
      true,
      [
        ["SLACK_SIGNING_SECRET", SECRET],
        ["SLACK_APP_TOKEN", ""],
      ],
    ]);
    expect(agreed.shown).toContain(`npm run --silent manifest -- ${ADDRESS}\n`);
    const refused = await through(["slack"], [SECRET], { ...said, agree: { "Clear it": false } });
    expect(refused.works).toBe(false);
    expect(refused.shown).toContain("wrong: SLACK_APP_TOKEN is set, and so is SLACK_SIGNING_SECRET");
  });

  it("names what is set outside .env, which no setting here can empty", async () => {
    const outside = { SLACK_APP_TOKEN: slack.appToken };
    const said = { outside, ways: HTTP, texts: TEXTS };
    const { works, shown, kept } = await through(["slack"], [slack.botToken, SECRET], said);
    expect([works, kept.some(([name]) => name === "SLACK_APP_TOKEN")]).toEqual([false, false]);
    expect(shown).toMatch(
      /wrong: SLACK_APP_TOKEN is set in the environment and .* Remove it from the environment\./,
    );
  });

  it("is led back to a socket by emptying the secret", async () => {
    const held = { SLACK_BOT_TOKEN: slack.botToken, SLACK_SIGNING_SECRET: SECRET, PORT: "3000" };
    const { works, kept } = await through(["slack"], [slack.appToken], { held, ways: { Slack: "socket" } });
    expect([works, kept]).toEqual([
      true,
      [
        ["SLACK_APP_TOKEN", slack.appToken],
        ["SLACK_SIGNING_SECRET", ""],
      ],
    ]);
  });

  it("goes on over HTTP where it is so already", async () => {
    const held = { SLACK_BOT_TOKEN: slack.botToken, SLACK_SIGNING_SECRET: SECRET, PORT: "80", HOST: "::" };
    const { works, kept, shown } = await through(["slack"], [], { held, texts: TEXTS });
    expect([works, kept]).toEqual([true, []]);
    expect(shown).not.toContain(SECRET);
  });
});

describe("both", () => {
  it("are asked for the address, the port and the host once", async () => {
    const secrets = [discord.token, slack.botToken, SECRET];
    const said = { ways: HTTP, texts: TEXTS };
    const { works, shown, left } = await through(["discord", "slack"], secrets, said);
    expect([works, left]).toEqual([true, []]);
    for (const question of [
      /^Public address/gm,
      /^Port to listen on \(PORT\)/gm,
      /^Host to listen on \(HOST\)/gm,
    ])
      expect(shown.match(question)).toHaveLength(1);
    expect(shown).toMatch(
      /Once the bot is running[\s\S]*discord\/interactions[\s\S]*slack\/events\nAll set\./,
    );
  });

  it("may be reached in different ways", async () => {
    const secrets = [discord.token, slack.botToken, SECRET];
    const { kept, shown } = await through(["discord", "slack"], secrets, {
      ways: { Slack: "http" },
      texts: TEXTS,
    });
    expect(kept.map(([name]) => name)).toEqual([
      ...["DISCORD_TOKEN", "PORT", "HOST", "SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET"],
    ]);
    expect(shown).not.toContain("Interactions Endpoint URL");
  });
});

describe("what may be seen", () => {
  it("is asked again until it will do, and says why it does not", async () => {
    const texts = {
      "Public address": ["", "http://a.example", ADDRESS],
      PORT: ["x", "99999", "443"],
      HOST: ["a b", "::1"],
    };
    const { kept, shown } = await through(["discord"], [discord.token], { ways: HTTP, texts });
    expect(kept.slice(1, 3)).toEqual([
      ["PORT", "443"],
      ["HOST", "::1"],
    ]);
    expect(shown).toContain("“http://a.example” does not begin with “https://”");
    expect(shown).toContain("expected a port from 1 to 65535");
  });

  it("stands there where it is set, and is changed by changing it", async () => {
    const held = { PORT: "8080", HOST: "0.0.0.0" };
    const said = { held, ways: HTTP, texts: { ...TEXTS, PORT: "8081" } };
    const { kept, shown } = await through(["discord"], [discord.token], said);
    expect(kept.slice(1, -1)).toEqual([["PORT", "8081"]]);
    expect(shown).toMatch(/^Port to listen on \(PORT\) \[8080\]$/m);
    expect(shown).not.toContain("Replace it?");
  });
});
