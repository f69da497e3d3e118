/** Runs the dialogue against the stand-ins with scripted answers: what it asks, shows and saves. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SLACK_SCOPES } from "../../src/platforms/slack/scopes.ts";
import { type DiscordStandIn, startDiscord } from "../stand-ins/discord.ts";
import { type SlackStandIn, startSlack } from "../stand-ins/slack.ts";
import { type Said, through as walk } from "./through.ts";

const WRONG = "made-up-for-these-tests.aaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbb";
const OTHER = "other-up-for-these-tests.aaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbb";

let discord: DiscordStandIn;
let slack: SlackStandIn;
let bare: SlackStandIn;
beforeAll(async () => {
  [discord, slack, bare] = await Promise.all([
    startDiscord(),
    startSlack({ scopes: SLACK_SCOPES.map(({ scope }) => scope) }),
    startSlack({ scopes: [] }),
  ]);
});
afterAll(() => Promise.all([discord.close(), slack.close(), bare.close()]));

const through = (platforms: readonly string[], secrets: readonly string[], said?: Said) =>
  walk({ discord, slack }, platforms, secrets, said);

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
});

it("both, one after the other", async () => {
  const secrets = [discord.token, slack.botToken, slack.appToken];
  const { works, kept, left, shown } = await through(["discord", "slack"], secrets);
  expect([works, kept.length, left]).toEqual([true, 3, []]);
  expect(shown).toMatch(/All set\. Start it with `npm start`, then type \/pledge alibaba in a channel\.$/);
});
