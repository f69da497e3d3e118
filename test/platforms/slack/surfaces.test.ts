/** Tests mentions, direct messages, the home, the form and the message shortcut. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import type { Json } from "../../stand-ins/json.ts";
import {
  event,
  mentioned,
  openOnMessage,
  openShortcut,
  submit,
  typeInto,
  written,
} from "../../stand-ins/slack-surfaces.ts";
import { aWhile, type RunningSlackBot, read, slow, startSlackBot, until } from "./slack-bot.ts";

let slackBot: RunningSlackBot;
beforeEach(async () => {
  slackBot = await startSlackBot();
});
afterEach(async () => {
  const { faults } = slackBot.stand;
  await slackBot.end();
  expect(faults).toEqual([]);
});

const callsOf = (...methods: string[]) =>
  slackBot.stand.calls.filter(({ method }) => methods.includes(method));
const posts = () => callsOf("chat.postMessage", "chat.postEphemeral");

/** Sends an event, checks that its ack is empty, and returns the bot's reply. */
async function said(of: Json, id?: string): Promise<{ method: string; body: Json }> {
  const before = posts().length;
  expect(await slackBot.stand.raw(event(of, id))).toEqual({});
  await until(() => posts().length > before, "an answer");
  return posts().at(-1)!;
}

describe("a mention", () => {
  it.each([
    ["pledge alibaba", "“$15.5 billion” [1]"],
    ["/pledge alibaba", "“$15.5 billion” [1]"],
    ["/refdesk pledge alibaba", "“$15.5 billion” [1]"],
    ["what did xi say about poverty?", "Xi Jinping: 1 partial and 1 reported"],
    ["what does third distribution mean", "Third distribution: part of “Three distributions”\n"],
    ["how much did alibaba pledge?", "“$15.5 billion” [1]"],
    ["who is xi?", "Xi Jinping: “Chinese President” [1]"],
    ["/refdesk who xi", "Xi Jinping: “Chinese President” [1]"],
    ["捐款 阿里巴巴", "来源"],
  ])("%s", async (text, words) => {
    const { method, body } = await said(mentioned(text));
    expect(method).toBe("chat.postMessage");
    expect(body).toMatchObject({ channel: "C0LIBRARY01", unfurl_links: false, unfurl_media: false });
    expect(read(body)).toContain(words);
  });

  it("is answered in its thread, or in one that begins with it", async () => {
    const ts = "1700000000.000100";
    expect((await said(mentioned("pledge alibaba", { ts }))).body.thread_ts).toBe(ts);
    const thread_ts = "1600000000.000100";
    expect((await said(mentioned("pledge alibaba", { thread_ts }))).body.thread_ts).toBe(thread_ts);
  });

  it.each(["pledge jd.com", "pledge alibaba private:yes", "quote xi wher:x", "broken x"])(
    "%s is for the asker alone, in the thread if there is one",
    async (text) => {
      const alone = await said(mentioned(text));
      expect(alone.method).toBe("chat.postEphemeral");
      expect(alone.body).toMatchObject({ user: "U0READER001", channel: "C0LIBRARY01" });
      expect(alone.body.thread_ts).toBeUndefined();
      const thread_ts = "1600000000.000100";
      expect((await said(mentioned(text, { thread_ts }))).body.thread_ts).toBe(thread_ts);
    },
  );

  it.each(["", "help", "thanks!", "good morning everyone"])("%j is told what can be asked", async (text) => {
    const { method, body } = await said(mentioned(text));
    expect(method).toBe("chat.postEphemeral");
    expect(read(body)).toContain("What can be asked");
    expect(read(body)).toContain("/define <term>");
  });

  it("reads what Slack writes as markup, and mentions nobody", async () => {
    const { body } = await said(mentioned("pledge &lt;!here&gt; <https://jd.com|jd.com> <#C123|room>"));
    expect(read(body)).toContain("Nothing on record for “<!here> jd.com room”");
  });

  it("that comes twice, on either socket, is answered once", async () => {
    await until(() => slackBot.stand.open === 2, "two sockets");
    const repeated = event(mentioned("pledge alibaba"), "Ev0REPEATED");
    for (const on of [0, 1, 1, 0]) expect(await slackBot.stand.raw(repeated, on)).toEqual({});
    await until(() => posts().length > 0);
    await aWhile();
    expect(posts().length).toBe(1);
  });

  it("is answered after Slack was out of breath", async () => {
    slackBot.stand.fail("chat.postMessage", 2, 503);
    expect(read((await said(mentioned("pledge alibaba"))).body)).toContain("Alibaba");
    await until(() => posts().length === 3);
  });

  it("whose answer Slack refuses is apologised for, with the id that the log has", async () => {
    slackBot.stand.fail("chat.postMessage", 1, "not_in_channel");
    await slackBot.stand.raw(event(mentioned("pledge alibaba")));
    await until(() => callsOf("chat.postEphemeral").length > 0);
    const id = /Reference: ([0-9a-f]{8})/.exec(read(callsOf("chat.postEphemeral")[0]!.body))?.[1];
    expect(slackBot.log.lines.find(({ level }) => level === "error")?.data).toMatchObject({ id });
  });
});

describe("a direct message", () => {
  it("is answered in its thread by an ordinary message, also where nothing was found", async () => {
    for (const [text, words] of [
      ["what did xi say about poverty?", "Xi Jinping"],
      ["pledge jd.com", "Nothing on record for “jd.com”"],
      ["hello", "What can be asked"],
      ["broken x", "Reference:"],
    ] as const) {
      const { method, body } = await said(written(text, { ts: "1700000000.000200" }));
      expect(method).toBe("chat.postMessage");
      expect(body).toMatchObject({ channel: "D0READER001", thread_ts: "1700000000.000200" });
      expect(read(body)).toContain(words);
    }
  });
});

it.each([
  ["the bot's own", written("pledge alibaba", { user: "U0STANDBOT1", bot_id: "B0STANDIN01" })],
  ["its own, without a bot's id", written("pledge alibaba", { user: "U0STANDBOT1" })],
  ["another bot's", mentioned("pledge alibaba", { bot_id: "B0OTHER0001" })],
  ["an edit", written("", { subtype: "message_changed", message: { text: "pledge alibaba" } })],
  ["a mention that was edited", mentioned("pledge alibaba", { edited: { user: "U0READER001", ts: "1.1" } })],
  ["someone's joining", written("pledge alibaba", { subtype: "channel_join" })],
  ["a message in a channel", written("pledge alibaba", { channel_type: "channel", channel: "C0LIBRARY01" })],
  ["what has no text or user", { type: "message", channel_type: "im", channel: "D0READER001", ts: "1.1" }],
])("%s is acked and left alone", async (_what, of) => {
  expect(await slackBot.stand.raw(event(of))).toEqual({});
  await aWhile();
  expect(posts()).toEqual([]);
});

describe("the home", () => {
  it("says what can be asked, and what the shelf holds", async () => {
    await slackBot.stand.raw(
      event({ type: "app_home_opened", user: "U0READER001", tab: "home", channel: "D0READER001" }),
    );
    await until(() => callsOf("views.publish").length > 0);
    const { user_id, view } = callsOf("views.publish")[0]!.body as { user_id: string; view: Json };
    expect(user_id).toBe("U0READER001");
    const text = JSON.stringify(view);
    for (const words of [
      "/pledge <donor or cause>",
      "/quote xi",
      "2 sources, ",
      " records.",
      "Last change: ",
    ])
      expect(text).toContain(words);
  });

  it("is not drawn for the tab of messages", async () => {
    await slackBot.stand.raw(event({ type: "app_home_opened", user: "U0READER001", tab: "messages" }));
    await aWhile();
    expect(callsOf("views.publish")).toEqual([]);
  });
});

describe("the form", () => {
  async function opened(): Promise<Json> {
    expect(await openShortcut(slackBot.stand, "ask")).toEqual({});
    await until(() => callsOf("views.open").length > 0);
    return callsOf("views.open").at(-1)!.body.view as Json;
  }

  it("has a field for each command but the one that asks of a conversation, which completes what is typed", async () => {
    const view = await opened();
    expect(view.callback_id).toBe("ask");
    expect((view.blocks as Json[]).map(({ block_id }) => block_id)).toEqual([
      ...commands.map(({ name }) => name).filter((name) => name !== "bibliography"),
      "broken",
    ]);
    const values = async (command: string, typed: string) =>
      (await typeInto(slackBot.stand, view, command, typed)).map(({ value }) => value);
    expect((await values("pledge", "")).length).toBeGreaterThan(3);
    expect((await values("quote", "lu j"))[0]).toBe("lu-jun");
    expect(await values("quote", "poverty")).toContain("poverty");
    expect(await values("broken", "x")).toEqual(["x"]);
    expect((await values("define", "y".repeat(100))).length).toBe(0);
  });

  it("gives its place to the answer, with nothing to press", async () => {
    const ack = await submit(slackBot.stand, await opened(), { quote: "xi", define: "third-distribution" });
    expect(ack.response_action).toBe("update");
    const { blocks, submit: button } = ack.view as { blocks: Json[]; submit?: unknown };
    expect(button).toBeUndefined();
    expect(JSON.stringify(blocks)).toContain("1 quotation, 3 partial and 3 reported");
    expect(JSON.stringify(blocks)).toContain("To see the rest: /quote xi item:");
    expect(blocks.filter(({ type }) => type === "actions")).toEqual([]);
  });

  it("says what several match, since nothing can be chosen there", async () => {
    const ack = await submit(slackBot.stand, await opened(), { quote: "jun" });
    expect(JSON.stringify(ack.view)).toContain("Lu Jun");
  });

  it("left empty says so", async () => {
    const ack = await submit(slackBot.stand, await opened(), {});
    expect(ack).toMatchObject({
      response_action: "errors",
      errors: { pledge: "Fill in one field." },
    });
  });

  it("shows an apology where the answer fails", async () => {
    const ack = await submit(slackBot.stand, await opened(), { broken: "x" });
    expect(JSON.stringify(ack.view)).toContain("Reference:");
  });

  it("shows a slow answer when it comes", async () => {
    await slackBot.end();
    const late = slow(120);
    slackBot = await startSlackBot({ replyTimeoutMs: 30 }, { extra: [late] });
    const ack = await submit(slackBot.stand, await opened(), { slow: "x" });
    expect(JSON.stringify(ack.view)).toContain("I’ll post the answer here");
    await until(() => callsOf("views.update").length > 0);
    expect(JSON.stringify(callsOf("views.update")[0]!.body.view)).toContain("It came.");
    expect(late.asked).toBe(1);
  });
});

it("a shortcut that is not the bot's own is acked", async () => {
  expect(await openShortcut(slackBot.stand, "nosuch")).toEqual({});
});

describe("Find sources", () => {
  const message = "Alibaba gave $20 billion, says &lt;the&gt; <https://jd.com|report>";

  it("tells the asker alone what the sources say of a message", async () => {
    const posted = await openOnMessage(slackBot.stand, "find_sources", message);
    expect(posted.response_type).toBe("ephemeral");
    expect(read(posted)).toContain("$15.5 billion");
    expect(read(posted)).toContain("you wrote $20 billion");
  });

  it("reads a message of any length", async () => {
    const posted = await openOnMessage(slackBot.stand, "find_sources", `${message} ${'"\\x: '.repeat(5000)}`);
    expect(read(posted)).toContain("you wrote $20 billion");
  });
});
