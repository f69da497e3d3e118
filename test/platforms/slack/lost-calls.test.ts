/** Nothing is lost silently in Slack: a call that fails is made again or told of, and one channel waits for itself. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Json } from "../../stand-ins/json.ts";
import { event, mentioned, openShortcut, submit, written } from "../../stand-ins/slack-surfaces.ts";
import { aWhile, labelled, type RunningSlackBot, read, slow, startSlackBot, until } from "./slack-bot.ts";

let slackBot: RunningSlackBot;
beforeEach(async () => {
  slackBot = await startSlackBot();
});
afterEach(async () => {
  const { faults } = slackBot.stand;
  await slackBot.stand.close();
  await slackBot.stop();
  expect(faults).toEqual([]);
});

const callsOf = (method: string) => slackBot.stand.calls.filter((call) => call.method === method);
const seen = () => slackBot.stand.seen;
const errors = () => slackBot.log.lines.filter(({ level }) => level === "error");
const mention = (more: Json = {}, text = "pledge alibaba") =>
  slackBot.stand.raw(event(mentioned(text, more)));

describe("the answer to a mention", () => {
  it.each([
    ["reset", "reset", 2],
    ["503", 503, 2],
    ["hang", "hang", 1],
    ["429", { retryAfter: 1 }, 2],
    ["internal error", "internal_error", 2],
  ] as const)("arrives after a %s", async (_, how, times) => {
    slackBot.stand.fail("chat.postMessage", times, how);
    await mention();
    await until(() => seen().length > 0, "an answer");
    expect(read(seen()[0]!)).toContain("“$15.5 billion”");
    await until(() => slackBot.log.lines.some(({ message }) => message === "answered"));
    expect(seen()).toHaveLength(1);
    expect(errors()).toEqual([]);
  });

  it("that is taken and cut is not posted twice", async () => {
    slackBot.stand.fail("chat.postMessage", 1, "cut");
    await mention();
    await until(() => slackBot.log.lines.some(({ message }) => message === "answered"));
    expect(callsOf("chat.postMessage")).toHaveLength(2);
    expect(seen()).toHaveLength(1);
    expect(errors()).toEqual([]);
  });

  it.each([
    ["reset", "reset", 3],
    ["503", 503, 3],
    ["hang", "hang", 2],
    ["refusal", "not_in_channel", 1],
  ] as const)(
    "that cannot be posted for a %s is apologised for after a few tries, to the asker alone",
    async (_, how, tries) => {
      slackBot.stand.fail("chat.postMessage", 99, how);
      await mention();
      await until(() => callsOf("chat.postEphemeral").length > 0, "an apology");
      expect(callsOf("chat.postMessage").length).toBeLessThanOrEqual(tries);
      const id = (errors()[0]!.data as { id: string }).id;
      expect(read(callsOf("chat.postEphemeral")[0]!.body)).toContain(id);
    },
  );

  it("is apologised for in a direct message too", async () => {
    slackBot.stand.fail("chat.postMessage", 99, 503);
    await slackBot.stand.raw(event(written("pledge alibaba")));
    await until(() => callsOf("chat.postEphemeral").length > 0, "an apology");
    expect(errors()).toHaveLength(1);
  });
});

describe("a channel that Slack asks to wait", () => {
  it("keeps nobody else waiting: not another channel, the home or a form", async () => {
    // Who waited for that channel would wait for longer than this test may take.
    slackBot.stand.fail("chat.postMessage", 1, { retryAfter: 300 });
    await mention({ channel: "C0FULL00001" });
    await until(() => callsOf("chat.postMessage").length === 1);
    await mention({ channel: "C0OTHER0001" });
    await until(() => seen().some(({ channel }) => channel === "C0OTHER0001"), "the other channel");
    const home = { type: "app_home_opened", user: "U0READER001", channel: "D0READER001", tab: "home" };
    await slackBot.stand.raw(event(home));
    await until(() => callsOf("views.publish").length > 0, "the home");
    await openShortcut(slackBot.stand, "ask");
    await until(() => callsOf("views.open").length > 0, "the form");
    const view = callsOf("views.open")[0]!.body.view as Json;
    const parsed = (typeof view === "string" ? JSON.parse(view) : view) as Json;
    expect(JSON.stringify(await submit(slackBot.stand, parsed, "alibaba"))).toContain("Alibaba");
    expect(seen().some(({ channel, blocks }) => channel === "C0FULL00001" && blocks)).toBe(false);
  });

  it("has its answers in order, and the asker is told of a long wait", async () => {
    slackBot.stand.fail("chat.postMessage", 1, { retryAfter: 4 });
    await mention();
    await until(() => callsOf("chat.postMessage").length === 1);
    await mention({}, "pledge tencent");
    await until(() => callsOf("chat.postEphemeral").length === 1, "a word");
    expect(read(callsOf("chat.postEphemeral")[0]!.body)).toContain("I’ll post the answer here");
    await until(() => seen().filter(({ blocks }) => blocks).length === 2, "both answers");
    const answers = seen().filter(({ blocks }) => blocks);
    expect(answers.map((answer) => /Alibaba|Tencent/.exec(read(answer))?.[0])).toEqual([
      ...["Alibaba", "Tencent"],
    ]);
  });
});

describe("a post to a response URL", () => {
  /** Asks what is answered late, which a post to the response URL brings. */
  async function askLate(): Promise<void> {
    const ack = await slackBot.stand.command("/slow", "");
    expect(read(ack)).toContain("Taking longer than usual.");
  }
  const startLate = async () => {
    await slackBot.end();
    slackBot = await startSlackBot({ replyTimeoutMs: 100 }, { extra: [slow(300)] });
  };

  it.each([
    ["hang", "hang"],
    ["cut", "cut"],
  ] as const)(
    "is not repeated after a %s, since it may have been taken, and the asker is told",
    async (_, how) => {
      await startLate();
      slackBot.stand.fail("response_url", 1, how);
      await askLate();
      await until(
        () => slackBot.stand.posts.some((post) => read(post.body).includes("Reference:")),
        "a word",
      );
      await aWhile();
      const found = slackBot.stand.posts.filter(({ body }) => read(body).includes("It came."));
      expect(found).toHaveLength(how === "cut" ? 1 : 0);
      expect(errors()).toHaveLength(1);
    },
  );

  it.each(["invalid_blocks", 400])("that Slack refuses by %j is told of", async (how) => {
    await startLate();
    slackBot.stand.fail("response_url", 1, how);
    await askLate();
    const isTold = () => slackBot.stand.posts.some(({ body }) => read(body).includes("Reference:"));
    await until(isTold, "a word");
    expect(slackBot.stand.posts.some(({ body }) => read(body).includes("It came."))).toBe(false);
    expect(errors()).toHaveLength(1);
  });

  it("is repeated where it turns a page, which may be done twice", async () => {
    const first = await slackBot.stand.command("/quote", "xi");
    slackBot.stand.fail("response_url", 1, "reset");
    const { posted } = await slackBot.stand.press(labelled(first, "Next"), first);
    expect(posted.replace_original).toBe(true);
    expect(errors()).toEqual([]);
  });

  it.each([429, 503])("is repeated after a %i, which says that it was not taken", async (status) => {
    await startLate();
    slackBot.stand.fail("response_url", 1, status);
    await askLate();
    await until(() => slackBot.stand.posts.some(({ body }) => read(body).includes("It came.")), "the answer");
    expect(errors()).toEqual([]);
  });
});

it.each([
  [
    "views.publish",
    () => event({ type: "app_home_opened", user: "U0READER001", channel: "D1", tab: "home" }),
  ],
] as const)("%s is called again after a reset, a 5xx and a 429", async (method, of) => {
  for (const how of ["reset", 503, { retryAfter: 1 }] as const) {
    const before = callsOf(method).length;
    slackBot.stand.fail(method, 1, how);
    await slackBot.stand.raw(of());
    await until(() => callsOf(method).length === before + 2, `after ${JSON.stringify(how)}`);
  }
  expect(errors()).toEqual([]);
});
