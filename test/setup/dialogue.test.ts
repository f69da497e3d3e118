/** The dialogue over the stand-ins, with someone who answers: what is asked, told and kept. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import type { Environment } from "../../src/environment.ts";
import { converse } from "../../src/setup/dialogue.ts";
import type { Prompter } from "../../src/setup/prompter.ts";
import { SCOPES } from "../../src/slack/scopes.ts";
import { type DiscordStandIn, startDiscord } from "../stand-ins/discord.ts";
import { type SlackStandIn, startSlack } from "../stand-ins/slack.ts";

const WRONG = "made-up-for-these-tests.aaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbb";
const OTHER = "other-up-for-these-tests.aaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbb";

let discord: DiscordStandIn;
let slack: SlackStandIn;
let bare: SlackStandIn;
beforeAll(async () => {
  [discord, slack, bare] = await Promise.all([
    startDiscord(),
    startSlack({ scopes: SCOPES.map(({ scope }) => scope) }),
    startSlack({ scopes: [] }),
  ]);
});
afterAll(() => Promise.all([discord.close(), slack.close(), bare.close()]));

interface Said {
  /** Answers to whether to keep, replace or try again, by what the question holds; yes to all others. */
  readonly agree?: Readonly<Record<string, boolean>>;
  readonly held?: Environment;
  readonly outside?: Environment;
}

/** Goes through the dialogue, answering each secret in turn. */
async function through(
  platforms: readonly string[],
  secrets: readonly string[],
  { agree = {}, held = {}, outside = {} }: Said = {},
) {
  const left = [...secrets];
  const screen: string[] = [];
  const kept: [string, string][] = [];
  let preset: readonly string[] = [];
  const prompter: Prompter = {
    choose: async (_question, _options, chosen) => {
      preset = chosen;
      return platforms as never;
    },
    secret: async (question, fault) => {
      screen.push(question);
      for (;;) {
        const secret = left.shift();
        if (secret === undefined) throw new Error(`${question}: nobody has an answer`);
        const wrong = fault(secret);
        if (wrong === undefined) return secret;
        screen.push(wrong);
      }
    },
    agree: async (question) => {
      screen.push(question);
      return Object.entries(agree).find(([part]) => question.includes(part))?.[1] ?? true;
    },
    tell: (text, how) => void screen.push(how ? `${how}: ${text}` : text),
    link: (address) => void screen.push(address),
    start: (title) => void screen.push(title),
    end: (text) => void screen.push(text),
  };
  const places = { DISCORD_API_URL: discord.apiUrl, SLACK_API_URL: slack.apiUrl };
  const works = await converse({
    prompter,
    commands,
    held,
    outside: { ...places, ...outside },
    keep: (name, value) => void kept.push([name, value]),
  });
  const shown = screen.join("\n");
  for (const secret of [...secrets, discord.token, slack.botToken, slack.appToken])
    if (secret) expect(shown).not.toContain(secret);
  return { works, shown, kept, preset, left };
}

describe("Discord", () => {
  it("is set up: the token kept, the commands registered, the invitations shown", async () => {
    const { works, shown, kept } = await through(["discord"], [discord.token]);
    expect([works, kept]).toEqual([true, [["DISCORD_TOKEN", discord.token]]]);
    expect(shown).toContain("https://discord.com/developers/applications");
    expect(shown).toMatch(/done: Registered: pledge, quote, define/);
    expect(shown).toContain(
      `client_id=${discord.applicationId}&scope=bot+applications.commands&permissions=0`,
    );
    expect(shown).toContain("integration_type=1");
    expect(discord.registered.map(({ name }) => name)).toContain("pledge");
  });

  it("asks again for what is malformed and for what is refused", async () => {
    const { works, shown, kept } = await through(["discord"], ["", "made-up", WRONG, discord.token]);
    expect([works, kept]).toEqual([true, [["DISCORD_TOKEN", discord.token]]]);
    expect(shown).toMatch(
      /Nothing was typed\.\nexpected a bot token[^\n]*\nwrong: DISCORD_TOKEN: Discord refuses it \(401: [^\n]*\nTry another\?/,
    );
  });

  it("keeps nothing that was refused", async () => {
    const { works, shown, kept } = await through(["discord"], [WRONG], { agree: { "Try another": false } });
    expect([works, kept]).toEqual([false, []]);
    expect(shown).toContain("Not all of it works yet.");
    expect(shown).not.toContain("client_id");
  });
});

describe("a token that is set", () => {
  it("stays where its owner keeps it, and is checked", async () => {
    const held = { DISCORD_TOKEN: discord.token };
    const { works, shown, kept, preset } = await through(["discord"], [], { held });
    expect([works, kept, preset]).toEqual([true, [], ["discord"]]);
    expect(shown).toContain("DISCORD_TOKEN is set. Keep it?");
  });

  it("is replaced where its owner says so", async () => {
    const held = { DISCORD_TOKEN: WRONG };
    const { kept } = await through(["discord"], [discord.token], { held, agree: { "Keep it": false } });
    expect(kept).toEqual([["DISCORD_TOKEN", discord.token]]);
  });

  it("is named where it is malformed", async () => {
    const { shown, kept } = await through(["discord"], [discord.token], {
      held: { DISCORD_TOKEN: "made-up" },
    });
    expect(shown).toMatch(/DISCORD_TOKEN is set, and malformed: expected a bot token/);
    expect(shown).not.toContain("made-up");
    expect(kept).toHaveLength(1);
  });

  it.each([
    [true, 1],
    [false, 0],
  ])("in .env is not written over for another outside it unasked (%s)", async (replace, count) => {
    const { shown, kept } = await through(["discord"], [discord.token], {
      held: { DISCORD_TOKEN: OTHER },
      outside: { DISCORD_TOKEN: WRONG },
      agree: { "Keep it": false, "Replace it": replace },
    });
    expect(kept).toHaveLength(count);
    expect(shown).toContain(".env holds another DISCORD_TOKEN. Replace it?");
    if (replace) expect(shown).toContain("is also set in the environment, which wins over .env");
    expect(shown).not.toContain(OTHER);
  });
});

describe("Slack", () => {
  it("is set up: the manifest's link shown, both tokens kept", async () => {
    const { works, shown, kept } = await through(["slack"], [slack.botToken, slack.appToken]);
    expect(works).toBe(true);
    expect(kept).toEqual([
      ["SLACK_BOT_TOKEN", slack.botToken],
      ["SLACK_APP_TOKEN", slack.appToken],
    ]);
    expect(shown).toContain("https://api.slack.com/apps?new_app=1&manifest_json=%7B");
    expect(shown).toContain("done: Slack knows the bot, in the workspace Reading room.");
    expect(shown).toMatch(/scopes: all granted: .*commands/);
  });

  it("names the scopes that were not granted, and goes on", async () => {
    const outside = { SLACK_API_URL: bare.apiUrl };
    const { works, shown, kept } = await through(["slack"], [slack.botToken, slack.appToken], {
      outside,
    });
    expect([works, kept.length]).toEqual([false, 2]);
    expect(shown).toMatch(/wrong: scopes: not granted, .*commands/);
  });

  it("takes neither token for the other", async () => {
    const { shown } = await through(
      ["slack"],
      [slack.appToken, slack.botToken, slack.botToken, slack.appToken],
    );
    expect(shown).toMatch(
      /expected a token that begins with xoxb-[\s\S]*expected a token that begins with xapp-/,
    );
  });

  it("over HTTP needs no token for a socket", async () => {
    const held = { SLACK_SIGNING_SECRET: "5ab1e".repeat(7).slice(0, 32), PORT: "3000" };
    const { works, kept } = await through(["slack"], [slack.botToken], { held });
    expect([works, kept.map(([name]) => name)]).toEqual([true, ["SLACK_BOT_TOKEN"]]);
  });

  it("is not said to be set up where the start would be refused", async () => {
    const held = { SLACK_SIGNING_SECRET: "5ab1e".repeat(7).slice(0, 32) };
    const { works, shown } = await through(["slack"], [slack.botToken], { held });
    expect(works).toBe(false);
    expect(shown).toContain("wrong: PORT is missing while SLACK_SIGNING_SECRET is set");
  });
});

it("both, one after the other", async () => {
  const secrets = [discord.token, slack.botToken, slack.appToken];
  const { works, kept, left, shown } = await through(["discord", "slack"], secrets);
  expect([works, kept.length, left]).toEqual([true, 3, []]);
  expect(shown).toMatch(/All set\. Start it with `npm start`, then type \/pledge alibaba in a channel\.$/);
});
