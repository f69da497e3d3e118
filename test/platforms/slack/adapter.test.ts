/** Tests the Slack adapter over the real Socket Mode and Web API protocols. The stand-in checks every payload. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import { englishMessages } from "../../../src/language/en/messages.ts";
import { slackAdapter } from "../../../src/platforms/slack/adapter.ts";
import { createManifest } from "../../../src/platforms/slack/manifest.ts";

import type { SlackPolicy } from "../../../src/platforms/slack/policy.ts";

import type { StopFunction } from "../../../src/support/stop-function.ts";

import { botsWithLog, keptLog } from "../../desks.ts";
import { type SlackMessage, type SlackStandIn, startSlack } from "../../stand-ins/slack.ts";

let stand: SlackStandIn;
let stop: StopFunction | undefined;
let log = keptLog();

async function start(
  tokens: { botToken?: string; appToken?: string } = {},
  policy: Partial<SlackPolicy> = {},
): Promise<void> {
  const made = botsWithLog();
  log = made.log;
  const { botToken, appToken, apiUrl } = stand;
  stop = await slackAdapter(
    { botToken, appToken, apiUrl, ...tokens },
    { defaultAudience: "room", replyTimeoutMs: 60_000, commandPrefix: "", ...policy },
    log,
  )(made.botFor);
  await stand.connected();
}

/** Returns the text that is read without the blocks; other tests check that it says the same as they do. */
const read = (message: SlackMessage): string =>
  String(message.text).replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

interface Control {
  readonly type: string;
  readonly action_id: string;
  readonly value?: string;
  readonly text?: { readonly text: string };
}

const controls = (message: SlackMessage): Control[] =>
  ((message.blocks ?? []) as { type: string; elements?: Control[] }[])
    .filter(({ type }) => type === "actions")
    .flatMap(({ elements = [] }) => elements);

interface Part {
  readonly type?: string;
  readonly action_id?: string;
  readonly value?: string;
  readonly style?: { readonly bold?: boolean };
  readonly text?: string | { readonly text: string };
  readonly elements?: readonly Part[];
  readonly options?: readonly Part[];
}

/** Writes blocks as they are read, a line for each text, button or choice, with bold words between asterisks. */
function outline(parts: readonly Part[]): string[] {
  return parts.flatMap(
    ({ type = "option", action_id = "", value = "", text, elements = [], options = [] }) => {
      const own = typeof text === "object" ? text.text : (text ?? "");
      if (own !== "") return [[type, action_id, value, own].filter((word) => word !== "").join(" | ")];
      const words = elements.map(({ text, style }) => (style?.bold ? `*${text}*` : text));
      if (/^rich_text_/.test(type)) return [`${type} | ${words.join("")}`];
      return [
        [type, action_id].filter((word) => word !== "").join(" | "),
        ...outline([...elements, ...options]),
      ];
    },
  );
}

beforeEach(async () => {
  stand = await startSlack();
  await start();
});

afterEach(async () => {
  await stop?.();
  await stand.close();
});

describe("a command", () => {
  it("carries the answer in its ack, to the channel, with no other call", async () => {
    const before = stand.calls.length;
    const ack = await stand.command("/pledge", "alibaba");
    expect(ack.response_type).toBe("in_channel");
    expect(read(ack)).toContain("“$15.5 billion” [1]");
    expect(read(ack)).toContain("the sources differ");
    expect(outline(ack.blocks as Part[])).toMatchInlineSnapshot(`
      [
        "rich_text",
        "rich_text_section | *Alibaba*: “$15.5 billion” [1] or “$15 billion” [2]; the sources differ",
        "rich_text",
        "rich_text_quote | […] Alibaba committed *$15.5 billion over the next several years* toward initiatives […] [1]",
        "rich_text_quote | Daniel Zhang, […] said his company’s donation of *$15 billion* to the initiative *over the next five years* represented its willingness to help China achieve its goal of prosperity for all. [2]",
        "rich_text_section | One pledge by our reading: neither source has the other’s sum.",
        "rich_text",
        "rich_text_section | *Zhengzhou flood relief: four companies together*",
        "rich_text_section | Joint, with: Alibaba, Tencent, ByteDance and Meituan",
        "rich_text_quote | […] Chinese tech giants AlibabaTencentByteDance, and Meituan pledged *a total of $154 million* for flood relief efforts. [1]",
        "rich_text_section | One sum for the four together; no shares stated.",
        "rich_text_section | Not to be added to the “nearly $300 million” given before it.",
        "rich_text_section | “In July”: Jul 2021, year inferred.",
        "context",
        "plain_text | [1] SupChina, 23 Nov 2021, republished by All China Review · [2] Voice of America, 2021 (both inferred) · unreviewed",
        "actions",
        "button | ask:0:U0READER001 | /cite supchina-tech-philanthropy voa-common-prosperity | Cite",
        "button | ask:1:U0READER001 | /pledge alibaba detail:full | Whole passages",
        "button | ask:2:U0READER001 | /pledge alibaba detail:notes | Notes (14)",
        "button | ask:3:U0READER001 | /quote daniel-zhang | Quotes: Daniel Zhang",
        "button | dismiss:4:U0READER001 | /pledge alibaba | Delete",
        "actions",
        "static_select | more:0:U0READER001",
        "option | /define common-prosperity | Define: Common prosperity",
        "option | /pledge world-internet-conference | Pledges: World Internet Conference",
        "option | /pledge zhengzhou-floods | Pledges: Zhengzhou floods",
        "option | /source supchina-tech-philanthropy at:3378 | See in context: In light of these […]",
      ]
    `);
    expect(stand.calls.length).toBe(before);
    expect(stand.posts).toEqual([]);
  });

  it.each([
    ["/quote", "xi", "Xi Jinping: 1 quotation, 3 partial and 3 reported"],
    ["/quote", "lu jun about NGOs", "Lu Jun: 2 quotations and 1 reported"],
    ["/quote", "inequality", "No speaker “inequality”; quotes about it:"],
    ["/define", "third-distribution", "Third distribution: part of “Three distributions”\n"],
    ["/pledge", "“common prosperity”", "Common prosperity: 4 pledges"],
  ])("%s %s", async (command, text, words) => {
    const ack = await stand.command(command, text);
    expect(ack.response_type).toBe("in_channel");
    expect(read(ack)).toContain(words);
  });

  it.each([
    ["/pledge", "jd.com", "Nothing on record for “jd.com”"],
    ["/quote", "li jun", "/quote lei-jun"],
    ["/pledge", "", "Which donor or cause?"],
    ["/quote", "jun", "Which “jun” do you mean?"],
    ["/nosuch", "x", "Unknown command “/nosuch”."],
  ])("%s %s is for the asker alone", async (command, text, words) => {
    const ack = await stand.command(command, text);
    expect(ack.response_type).toBe("ephemeral");
    expect(read(ack)).toContain(words);
  });

  it("that fails inside gives the asker an id that the log has too, and the bot goes on", async () => {
    const ack = await stand.command("/broken", "x");
    expect(ack.response_type).toBe("ephemeral");
    const id = /Reference: ([0-9a-f]{8})/.exec(read(ack))?.[1];
    expect(log.lines.find(({ level }) => level === "error")?.data).toMatchObject({ id, command: "broken" });
    expect(read(await stand.command("/pledge", "tencent"))).toContain("Tencent");
  });

  it("shows what is typed as text, once, and mentions nobody", async () => {
    const ack = await stand.command("/pledge", "&lt;!here&gt; &lt;@U012AB3CD&gt; *x* &amp;amp;");
    expect(read(ack)).toContain("<!here> <@U012AB3CD> *x* &amp;");
  });
});

describe("a press", () => {
  it("of Next is acked at once and turns the page by one call, for its asker; for others it opens apart", async () => {
    const first = await stand.command("/quote", "xi", { userId: "U0ASKER001" });
    const next = controls(first).find(({ text }) => text?.text.startsWith("Next"));
    const turned = await stand.press(next!.action_id, first, { userId: "U0ASKER001" });
    expect(turned.ack).toEqual({});
    expect(turned.posted).toMatchObject({ replace_original: true });
    const others = await stand.press(next!.action_id, first, { userId: "U0OTHER001" });
    expect(others.posted).toMatchObject({ replace_original: false, response_type: "ephemeral" });
  });

  it("of a neighbour asks it", async () => {
    const first = await stand.command("/define", "third distribution");
    const more = controls(first).find(({ type }) => type === "static_select");
    const option = {
      text: { type: "plain_text", text: "Define: Second distribution", emoji: false },
      value: "/define second-distribution",
    };
    expect(more).toMatchObject({ options: expect.arrayContaining([option]) });
    const { ack, posted } = await stand.press({ ...more!, selected_option: option } as never, first);
    expect(ack).toEqual({});
    expect(read(posted)).toContain("Second distribution: part of “Three distributions”\n");
  });

  it("chooses from a menu", async () => {
    const menu = await stand.command("/quote", "");
    const select = controls(menu).find(({ type }) => type === "static_select");
    const { posted } = await stand.press(
      {
        ...select!,
        selected_option: {
          text: { type: "plain_text", text: "Lu Jun", emoji: false },
          value: "/quote lu-jun",
        },
      } as never,
      menu,
    );
    expect(read(posted)).toContain("Lu Jun: 3 quotations and 1 reported");
  });
});

describe("starting and holding up", () => {
  it.each([
    ["SLACK_BOT_TOKEN", { botToken: "xoxb-1111111111-2222222222-wrongwrongwrong" }],
    ["SLACK_APP_TOKEN", { appToken: "xapp-1-A0WRONG-3333333333-wrongwrongwrong" }],
  ])("names %s when Slack refuses it, and shows it nowhere", async (name, tokens) => {
    await stop?.();
    stop = undefined;
    const refused = await start(tokens).catch((error: Error) => error.message);
    expect(refused).toMatch(new RegExp(`^${name}: `));
    expect(`${refused}${JSON.stringify(log.lines)}`).not.toContain(Object.values(tokens)[0]);
  });

  it("acks what it cannot read, and goes on", async () => {
    await stand
      .raw({
        type: "slash_commands",
        accepts_response_payload: true,
        payload: { command: "/pledge", text: 7 },
      } as never)
      .catch(() => {});
    expect(read(await stand.command("/pledge", "alibaba"))).toContain("Alibaba");
  });

  it("is back after its socket dropped", async () => {
    stand.drop();
    await stand.connected();
    expect(read(await stand.command("/pledge", "alibaba"))).toContain("Alibaba");
  });
});

it("prints a manifest of the same commands", () => {
  const few = commands.filter(({ name }) => ["pledge", "who", "check"].includes(name));
  expect(createManifest(few, englishMessages)).toMatchInlineSnapshot(`
    {
      "display_information": {
        "description": "A reference desk for team chat: what the sources say, word for word, numbered and cited.",
        "name": "Refdesk",
      },
      "features": {
        "agent_view": {
          "agent_description": "A reference desk for team chat: what the sources say, word for word, numbered and cited.",
        },
        "app_home": {
          "home_tab_enabled": true,
          "messages_tab_enabled": true,
          "messages_tab_read_only_enabled": false,
        },
        "bot_user": {
          "always_online": true,
          "display_name": "Refdesk",
        },
        "shortcuts": [
          {
            "callback_id": "find_sources",
            "description": "Which parts of a sentence the sources support, and where they differ",
            "name": "Find sources",
            "type": "message",
          },
          {
            "callback_id": "suggest_record",
            "description": "Suggest a passage of a stored source as a record",
            "name": "Suggest a record",
            "type": "message",
          },
          {
            "callback_id": "ask",
            "description": "Ask what the sources say, with names completed as you type",
            "name": "Ask Refdesk",
            "type": "global",
          },
        ],
        "slash_commands": [
          {
            "command": "/pledge",
            "description": "What was pledged or given, by donor or cause, as each source puts it",
            "should_escape": false,
            "usage_hint": "<donor or cause>",
          },
          {
            "command": "/check",
            "description": "Which parts of a sentence the sources support, and where they differ",
            "should_escape": false,
            "usage_hint": "<sentence>",
          },
          {
            "command": "/refdesk",
            "description": "Everything that can be asked, under one name",
            "should_escape": false,
            "usage_hint": "pledge alibaba",
          },
        ],
      },
      "oauth_config": {
        "scopes": {
          "bot": [
            "commands",
            "app_mentions:read",
            "im:history",
            "chat:write",
            "files:write",
            "assistant:write",
          ],
        },
      },
      "settings": {
        "event_subscriptions": {
          "bot_events": [
            "app_home_opened",
            "app_mention",
            "message.im",
          ],
        },
        "interactivity": {
          "is_enabled": true,
        },
        "org_deploy_enabled": false,
        "socket_mode_enabled": true,
        "token_rotation_enabled": false,
      },
    }
  `);
});
