/** Runs the dialogue against the stand-ins with scripted answers: what it asks, shows and saves. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SLACK_SCOPES } from "../../src/platforms/slack/scopes.ts";
import { linkPage } from "../../src/setup/install-links.ts";
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
    expect(shown).toMatch(/done: Registered commands: pledge, quote, define/);
    expect(shown).toContain(
      `client_id=${discord.applicationId}&scope=bot+applications.commands&permissions=274878008320`,
    );
    expect(shown).toContain("integration_type=1");
    expect(discord.registered.map(({ name }) => name)).toContain("pledge");
  });

  it("asks again for what is malformed and for what is refused", async () => {
    const { works, shown, kept } = await through(["discord"], ["", "made-up", WRONG, discord.token]);
    expect([works, kept]).toEqual([true, [["DISCORD_TOKEN", discord.token]]]);
    expect(shown).toMatch(
      /Nothing was entered\.\nexpected a bot token[^\n]*\nwrong: Discord's bot token: Discord rejected it \(401: [^\n]*\nTry another\?/,
    );
  });

  it("keeps nothing that was refused", async () => {
    const { works, shown, kept } = await through(["discord"], [WRONG], { agree: { "Try another": false } });
    expect([works, kept]).toEqual([false, []]);
    expect(shown).toContain("Not everything works yet.");
    expect(shown).not.toContain("client_id");
  });
});

describe("a token that is set", () => {
  it("stays where its owner keeps it, and is checked", async () => {
    const held = { DISCORD_TOKEN: discord.token };
    const { works, shown, kept, preset } = await through(["discord"], [], { held });
    expect([works, kept, preset]).toEqual([true, [], "discord"]);
    expect(shown).toContain("Discord's bot token is already set (DISCORD_TOKEN). Keep it?");
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
    expect(shown).toMatch(/Discord's bot token \(DISCORD_TOKEN\) is set but malformed: expected a bot token/);
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
    expect(shown).toContain(".env has a different value for DISCORD_TOKEN. Replace it?");
    if (replace) expect(shown).toContain("is also set in the environment, which overrides .env");
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
    expect(shown).toContain("done: Connected to workspace Reading room.");
    expect(shown).toMatch(/scopes: all granted: .*commands/);
  });

  it("explains the link that creates the app, then shows it by name, and saves it as a file too", async () => {
    const { shown, files } = await through(["slack"], [slack.botToken, slack.appToken]);
    const [, address = ""] = /^(https:\/\/api\.slack\.com\/apps\?new_app=1\S+)$/m.exec(shown) ?? [];
    const length = address.length.toLocaleString("en");
    expect(shown.replace(address, "<address>")).toMatch(
      new RegExp(
        `^Create the Slack app\n.*opens Slack's page for a new app.* ${length} characters long\\.\n[\\s\\S]*` +
          "^Create the Refdesk app on api\\.slack\\.com\n<address>\n" +
          "Save the link as a file too \\(slack-app\\.html\\)\\?.*\n" +
          "done: Saved\\. Open this file in a browser, .*: /home/me/slack-app\\.html$",
        "m",
      ),
    );
    expect(files).toEqual([["slack-app.html", linkPage("Create the Refdesk app on api.slack.com", address)]]);
  });

  it.each([
    ["saved, where links have no names", false, true, 1, 0],
    ["printed in full, where they have none and no file is wanted", false, false, 0, 1],
    ["shown by name alone, where no file is wanted", true, false, 0, 1],
  ])("has its link %s", async (_, showsLinks, save, saved, printed) => {
    const said = { showsLinks, agree: { "Save the link": save } };
    const { shown, files } = await through(["slack"], [slack.botToken, slack.appToken], said);
    expect(files).toHaveLength(saved);
    expect(shown.match(/^https:\/\/api\.slack\.com\/apps\?new_app/gm) ?? []).toHaveLength(printed);
  });

  it("says that the bot must be invited for mentions and files, once Slack can reach it", async () => {
    const { shown } = await through(["slack"], [slack.botToken, slack.appToken]);
    expect(shown).toMatch(/^.*mentions and files, invite the bot.*\n +\/invite @Refdesk\nAll set/m);
    const refused = await through(["slack"], ["xoxb-made-up-for-these-tests"], {
      agree: { "Try another": false },
    });
    expect(refused.shown).not.toContain("/invite");
  });

  it("names in each question what is to be pasted", async () => {
    const { shown } = await through(["discord", "slack"], [discord.token, slack.botToken, slack.appToken]);
    expect(shown.match(/^Paste .*$/gm)).toEqual([
      "Paste Discord's bot token; it is not displayed",
      "Paste Slack's Bot User OAuth Token (xoxb-…); it is not displayed",
      "Paste Slack's app-level token (xapp-…); it is not displayed",
    ]);
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
