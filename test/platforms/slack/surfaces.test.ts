/** Tests mentions, direct messages, the home, the form and the message shortcut. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import { createMemoryLimit } from "../../../src/delivery/ask-limit.ts";
import type { Json } from "../../stand-ins/json.ts";
import {
  actIn,
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
    expect(read(body)).toContain("/define");
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

const homeOpened = (tab: string, more: Json = {}) =>
  event({ type: "app_home_opened", user: "U0READER001", channel: "D0READER001", tab, ...more });

/** Returns the view of the next call of a method that `act` leads to. */
async function viewAfter(method: string, act: () => Promise<unknown>): Promise<Json> {
  const before = callsOf(method).length;
  await act();
  await until(() => callsOf(method).length > before, method);
  return callsOf(method).at(-1)!.body.view as Json;
}

const homeShown = (): Promise<Json> =>
  viewAfter("views.publish", () => slackBot.stand.raw(homeOpened("home")));
const act = (view: Json, action: string, chosen?: string) => async () =>
  expect(await actIn(slackBot.stand, view, action, chosen)).toEqual({});
const chosenIn = (view: Json): unknown =>
  ((view.blocks as Json[])[0]?.element as Json | undefined)?.initial_option as Json;

describe("the home", () => {
  it("begins with four examples, the form's button and the sources, and says what can be asked", async () => {
    const view = await homeShown();
    expect(callsOf("views.publish")[0]!.body.user_id).toBe("U0READER001");
    const [, actions, sources, list] = view.blocks as [Json, Json, Json, Json];
    expect((actions.elements as Json[]).map(({ text }) => (text as Json).text)).toEqual([
      ...["/pledge alibaba", "/quote xi", "/compare alibaba tencent", "/timeline common prosperity", "Ask"],
    ]);
    expect(sources).toMatchObject({ type: "header", text: { text: "Sources" } });
    expect(JSON.stringify(list)).toContain("SupChina, 23 November 2021");
    const text = JSON.stringify(view);
    for (const words of ["/pledge &lt;donor or cause&gt;", "2 sources, ", " records.", "Last change: "])
      expect(text).toContain(words);
  });

  it("answers an example in a window of its own", async () => {
    const view = await homeShown();
    const answered = await viewAfter("views.open", act(view, "example:0"));
    expect(JSON.stringify(answered)).toContain("$15.5 billion");
    expect(answered.submit).toBeUndefined();
    expect(posts()).toEqual([]);
  });

  it("opens the form, with the command chosen beside which it was pressed", async () => {
    const view = await homeShown();
    expect(chosenIn(await viewAfter("views.open", act(view, "form:")))).toMatchObject({ value: "pledge" });
    expect(chosenIn(await viewAfter("views.open", act(view, "form:define")))).toMatchObject({
      value: "define",
    });
    await expect(act(view, "form:bibliography")()).rejects.toThrow("no action");
  });

  it("whose window Slack refuses is logged, and the bot goes on", async () => {
    const view = await homeShown();
    slackBot.stand.fail("views.open", 2, "expired_trigger_id");
    await act(view, "example:0")();
    const isLogged = () =>
      slackBot.log.lines.some(({ message }) => message.includes("could not be delivered"));
    await until(isLogged, "the log");
    expect(JSON.stringify(await viewAfter("views.open", act(view, "example:1")))).toContain("Xi Jinping");
  });

  it("shows a slow example when it comes", async () => {
    await slackBot.end();
    const late = { ...slow(120), name: "pledge", examples: ["/pledge x"] };
    slackBot = await startSlackBot({ replyTimeoutMs: 30 }, { only: [late] });
    const view = await homeShown();
    const opened = await viewAfter("views.open", act(view, "example:0"));
    expect(JSON.stringify(opened)).toContain("I’ll post the answer here");
    await until(() => callsOf("views.update").length > 0);
    expect(JSON.stringify(callsOf("views.update")[0]!.body.view)).toContain("It came.");
  });

  it("is not drawn for the tab of messages, which suggests the same examples", async () => {
    await slackBot.stand.raw(homeOpened("messages"));
    await until(() => callsOf("assistant.threads.setSuggestedPrompts").length > 0, "prompts");
    const { channel_id, prompts } = callsOf("assistant.threads.setSuggestedPrompts")[0]!.body;
    expect(channel_id).toBe("D0READER001");
    const texts = ["pledge alibaba", "quote xi", "compare alibaba tencent", "timeline common prosperity"];
    expect(prompts).toEqual(texts.map((text) => ({ title: text, message: text })));
    expect(callsOf("views.publish")).toEqual([]);
    for (const text of texts)
      expect(read((await said(written(text))).body)).not.toContain("What can be asked");
  });

  it("suggests nothing without the scope, and costs nothing where Slack refuses it", async () => {
    slackBot.stand.fail("assistant.threads.setSuggestedPrompts", 1, "missing_scope");
    await slackBot.stand.raw(homeOpened("messages"));
    await until(() => slackBot.log.lines.some(({ level }) => level === "error"), "the log");
    await slackBot.end();
    slackBot = await startSlackBot({}, { scopes: ["commands", "chat:write", "im:history"] });
    await slackBot.stand.raw(homeOpened("messages"));
    await aWhile();
    expect(callsOf("assistant.threads.setSuggestedPrompts")).toEqual([]);
  });
});

describe("the form", () => {
  /** Opens the form, and chooses a command in it. */
  async function opened(command?: string): Promise<Json> {
    const view = await viewAfter("views.open", () => openShortcut(slackBot.stand, "ask"));
    return command === undefined ? view : viewAfter("views.update", act(view, "command", command));
  }

  it("has one choice, of each command but the one that asks of a conversation, and one field that follows it", async () => {
    const view = await opened();
    expect(view.callback_id).toBe("ask");
    const [choice, field, ...more] = view.blocks as Json[];
    expect(more).toEqual([]);
    expect(((choice!.element as Json).options as Json[]).map(({ value }) => value)).toEqual([
      ...commands.map(({ name }) => name).filter((name) => name !== "bibliography"),
      "broken",
    ]);
    expect(field).toMatchObject({
      label: { text: "pledge · donor or cause" },
      element: { type: "external_select", placeholder: { text: "For example: alibaba" } },
    });
    const next = await opened("check");
    expect(chosenIn(next)).toMatchObject({ value: "check" });
    expect((next.blocks as Json[])[1]).toMatchObject({
      label: { text: "check · sentence" },
      element: { type: "plain_text_input", multiline: true },
    });
    expect(callsOf("views.update")[0]!.body).toMatchObject({ view_id: "V0STANDIN01" });
  });

  it("ends with the field of what was chosen last, however quickly", async () => {
    const view = await opened();
    slackBot.stand.fail("views.update", 1, 503);
    await Promise.all(["define", "check", "quote"].map((command) => act(view, "command", command)()));
    await until(() => slackBot.stand.taken.filter((method) => method === "views.update").length === 3);
    expect(chosenIn(callsOf("views.update").at(-1)!.body.view as Json)).toMatchObject({ value: "quote" });
  });

  it("completes what is typed in its field", async () => {
    const values = async (command: string, typed: string) =>
      (await typeInto(slackBot.stand, await opened(command), typed)).map(({ value }) => value);
    expect((await values("pledge", "")).length).toBeGreaterThan(3);
    expect((await values("quote", "lu j"))[0]).toBe("lu-jun");
    expect(await values("quote", "poverty")).toContain("poverty");
    expect(await values("broken", "x")).toEqual(["x"]);
    expect((await values("define", "y".repeat(100))).length).toBe(0);
  });

  it("completes nothing for whoever has typed too much", async () => {
    await slackBot.end();
    slackBot = await startSlackBot({ typeLimit: createMemoryLimit("type", 2) });
    const view = await opened("quote");
    const count = async () => (await typeInto(slackBot.stand, view, "lu j")).length;
    expect([(await count()) > 0, (await count()) > 0, await count()]).toEqual([true, true, 0]);
  });

  it("gives its place to the answer, with nothing to press", async () => {
    const ack = await submit(slackBot.stand, await opened("quote"), "xi");
    expect(ack.response_action).toBe("update");
    const { blocks, submit: button } = ack.view as { blocks: Json[]; submit?: unknown };
    expect(button).toBeUndefined();
    expect(JSON.stringify(blocks)).toContain("1 quotation, 3 partial and 3 reported");
    expect(JSON.stringify(blocks)).toContain("To see the rest: /quote xi item:");
    expect(blocks.filter(({ type }) => type === "actions")).toEqual([]);
  });

  it("checks a sentence of several lines", async () => {
    const sentence = "Alibaba gave $20 billion.\nTencent gave nothing.";
    const ack = await submit(slackBot.stand, await opened("check"), sentence);
    expect(JSON.stringify(ack.view)).toContain("you wrote $20 billion");
  });

  it("says what several match, since nothing can be chosen there", async () => {
    const ack = await submit(slackBot.stand, await opened("quote"), "jun");
    expect(JSON.stringify(ack.view)).toContain("Lu Jun");
  });

  it.each([undefined, " "])("left empty says so: %j", async (text) => {
    const ack = await submit(slackBot.stand, await opened("check"), text);
    expect(ack).toMatchObject({
      response_action: "errors",
      errors: { "text:check": "Please fill this in." },
    });
  });

  it("submitted before its field has followed shows that field", async () => {
    const ack = await submit(slackBot.stand, await opened(), "xi", "quote");
    expect(ack.response_action).toBe("update");
    expect(chosenIn(ack.view as Json)).toMatchObject({ value: "quote" });
  });

  it("shows an apology where the answer fails", async () => {
    const ack = await submit(slackBot.stand, await opened("broken"), "x");
    expect(JSON.stringify(ack.view)).toContain("Reference:");
  });

  it("shows a slow answer when it comes", async () => {
    await slackBot.end();
    const late = slow(120);
    slackBot = await startSlackBot({ replyTimeoutMs: 30 }, { extra: [late] });
    const ack = await submit(slackBot.stand, await opened("slow"), "x");
    expect(JSON.stringify(ack.view)).toContain("I’ll post the answer here");
    await until(() => JSON.stringify(callsOf("views.update").at(-1)!.body.view).includes("It came."));
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
