/** Tests one delivery from ask to attachment, over a transport that keeps what is sent. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { conversationKey } from "../../src/citation-log/conversation-key.ts";
import { createMemoryLimit } from "../../src/delivery/ask-limit.ts";
import { createDelivery, type DeliveryRequest, type DrawMessage } from "../../src/delivery/deliver.ts";
import type { BlockPost } from "../../src/delivery/follow-ups.ts";
import type { DeliveryPolicy } from "../../src/delivery/policy.ts";
import type { MessageTransport, PostOutcome } from "../../src/delivery/transport.ts";
import { type Answer, createAnswer } from "../../src/desk/answer.ts";
import { createBot } from "../../src/desk/bot.ts";
import type { Command } from "../../src/desk/command.ts";
import { englishMessages } from "../../src/language/en/messages.ts";
import { broken, keptLog, library, loadAnswer } from "../desks.ts";

interface Sent {
  readonly title: string;
  readonly isPrivate: boolean;
  readonly sharedBy?: string;
}

const SOURCES = [{ number: 1, id: "a", short: "A", full: "A." }];

/** Starts a delivery of one command, and returns what was sent, in order, and what was recorded. */
function startDelivery({
  policy = {},
  parts = {},
  failing = "",
  milliseconds = 0,
  transport: own = {},
  posts = [],
}: {
  policy?: Partial<DeliveryPolicy>;
  parts?: Partial<Answer>;
  failing?: "draw" | "send" | "notify" | "attach" | "post" | "";
  milliseconds?: number;
  transport?: Partial<MessageTransport<Sent>>;
  posts?: readonly Pick<BlockPost<Sent>, "block" | "isPicture" | "cited">[];
} = {}) {
  const log = keptLog();
  const sent: unknown[] = [];
  const cited: [string, readonly string[]][] = [];
  let asked = 0;
  const command: Command = {
    ...broken,
    name: "thing",
    localizedName: () => "thing",
    load: loadAnswer(async (ask) => {
      asked += 1;
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      const passages = [{ source: 1, text: "x", start: 0, end: 1 }];
      const items = [[{ type: "quote" as const, passages }], [{ type: "quote" as const, passages }]];
      return createAnswer({ ask, title: "Thing", outcome: "found", items, sources: SOURCES, ...parts });
    }),
  };
  const bot = createBot(library, [command, broken], englishMessages, log);
  const fail = (step: typeof failing) => {
    if (failing === step) throw new Error(`no ${step}`);
  };
  const draw: DrawMessage<Sent> = ({ title }, _, { isPrivate, sharedBy }) => {
    fail("draw");
    return { message: { title, isPrivate, ...(sharedBy ? { sharedBy } : {}) }, cited: ["a"] };
  };
  const transport: MessageTransport<Sent> = {
    async send(message, effect) {
      fail("send");
      sent.push([effect, message]);
    },
    async notify(line) {
      fail("notify");
      sent.push(["notify", line]);
    },
    async remove() {
      sent.push(["remove"]);
    },
    async attach({ name }) {
      fail("attach");
      sent.push(["attach", name]);
    },
    ...own,
  };
  const recordCitations = (...given: [string, readonly string[]]) => void cited.push(given);
  const { deliver } = createDelivery({
    platform: "slack",
    policy: { defaultAudience: "room", recordCitations, ...policy },
    draw,
    drawPosts: ({ title }, _, { isPrivate }) => {
      fail("post");
      return posts.map((post) => ({ ...post, message: { title: `${title}, ${post.block}`, isPrivate } }));
    },
    log,
  });
  return {
    ...{ log, sent, cited },
    asked: () => asked,
    ask: (request: Partial<DeliveryRequest> = {}, line = "/thing x") =>
      deliver({ bot, asker: "U1", channel: "C1", read: () => bot.parse(line), ...request }, transport),
  };
}

const PUBLIC = { title: "Thing", isPrivate: false };
const PRIVATE = { title: "Thing", isPrivate: true };
const FILE = { type: "file", name: "list.txt", title: "List", text: "1" } as const;

it("sends an answer, then records its citations and adds its file, and logs nothing typed", async () => {
  const { ask, sent, cited, log } = startDelivery({ parts: { file: FILE } });
  await ask({ logFields: { event: "mention" } });
  expect(sent).toEqual([
    ["post", PUBLIC],
    ["attach", "list.txt"],
  ]);
  expect(cited).toEqual([[conversationKey("slack", "C1"), ["a"]]]);
  expect(log.lines).toMatchObject([
    { message: "answered", data: { event: "mention", command: "thing", outcome: "found" } },
  ]);
});

describe("who sees an answer", () => {
  it.each<[line: string, request: Partial<DeliveryRequest>, message: object]>([
    ["/thing x", {}, PUBLIC],
    ["/thing x private:yes", {}, PRIVATE],
    ["/thing x", { audience: "asker" }, PRIVATE],
    ["/thing x private:yes", { audience: "room" }, PUBLIC],
  ])("%s, where the request says %j", async (line, request, message) => {
    const { ask, sent, cited } = startDelivery();
    await ask(request, line);
    expect(sent).toEqual([["post", message]]);
    expect(cited.length).toBe("isPrivate" in message && message.isPrivate ? 0 : 1);
  });

  it("is who the press decides, with who shared it", async () => {
    const { ask, sent } = startDelivery({ parts: { audience: "asker" } });
    const press = { isOwner: true, isPrivate: true, presser: "ann" };
    await ask({ press: { ...press, kind: "ask" } });
    await ask({ press: { ...press, kind: "share" } });
    await ask({ press: { ...press, kind: "next", isPrivate: false } }, "/thing x item:2");
    expect(sent).toEqual([
      ["post", PRIVATE],
      ["post", { ...PUBLIC, sharedBy: "ann" }],
      ["replace", PUBLIC],
    ]);
  });

  it("a file that everyone would see does not follow a private answer", async () => {
    const { ask, sent } = startDelivery({ parts: { file: FILE }, transport: { hasPublicFiles: true } });
    await ask({}, "/thing x private:yes");
    expect(sent).toEqual([["post", PRIVATE]]);
  });
});

describe("a block that a platform may refuse", () => {
  const chart = { block: "chart", isPicture: true, cited: [] };
  const table = { block: "table", isPicture: false, cited: ["b"] };
  /** Delivers an answer with a file and both blocks, where the platform makes this of each post in turn. */
  function withBlocks(
    outcomes: readonly PostOutcome["type"][],
    more: Parameters<typeof startDelivery>[0] = {},
  ) {
    const posted: string[] = [];
    const post = async ({ title, isPrivate }: Sent): Promise<PostOutcome> => {
      const type = outcomes[posted.push(`${title}${isPrivate ? ", privately" : ""}`) - 1] ?? "shown";
      return type === "shown" ? { type } : { type, error: new Error("no such block") };
    };
    return {
      posted,
      ...startDelivery({
        ...{ parts: { file: FILE }, posts: [chart, table], transport: { post, hasPublicFiles: true } },
        ...more,
      }),
    };
  }

  it.each<[outcome: PostOutcome["type"], attached: unknown[], warned: string[]]>([
    ["shown", [], []],
    ["refused", [["attach", "list.txt"]], ["a block was refused"]],
    ["unknown", [], ["a block may or may not have been taken"]],
  ])("that is %s in place of the picture", async (outcome, attached, warned) => {
    const { ask, sent, posted, cited, log } = withBlocks([outcome]);
    await ask();
    expect(posted).toEqual(["Thing, chart", "Thing, table"]);
    expect(sent).toEqual([["post", PUBLIC], ...attached]);
    expect(cited.map(([, ids]) => ids)).toEqual([["a"], ["b"]]);
    const lines = log.lines.filter(({ level }) => level === "warn");
    expect(lines.map(({ message }) => message)).toEqual(warned);
    for (const { data } of lines) expect(data).toMatchObject({ block: "chart", command: "thing" });
  });

  it("is posted for the asker alone below a private answer, and nothing of it is recorded", async () => {
    const { ask, posted, cited, sent } = withBlocks([]);
    await ask({}, "/thing x private:yes");
    expect(posted).toEqual(["Thing, chart, privately", "Thing, table, privately"]);
    expect([sent, cited]).toEqual([[["post", PRIVATE]], []]);
  });

  it("follows a kept reply too, but no later page, and no part that is opened beside an answer", async () => {
    const { ask, posted, asked } = withBlocks([]);
    await ask({ cacheKey: "key" });
    await ask({ cacheKey: "key" });
    expect([posted.length, asked()]).toEqual([4, 1]);
    await ask({}, "/thing x item:2");
    const press = { kind: "ask", isOwner: true, isPrivate: false, presser: "ann" } as const;
    await ask({ press }, "/thing x detail:full");
    expect(posted.length).toBe(4);
  });

  it("that cannot be drawn costs nothing else", async () => {
    const { ask, sent, log } = withBlocks([], { failing: "post" });
    await ask({ cacheKey: "key" });
    expect(sent).toEqual([
      ["post", PUBLIC],
      ["attach", "list.txt"],
    ]);
    expect(log.lines.map(({ message }) => message)).toContain("a block could not be drawn");
  });
});

describe("an answer that is late", () => {
  it("is promised where a first reply is due, and then for the asker alone, whatever was pressed", async () => {
    for (const press of [
      undefined,
      { kind: "share", isOwner: true, isPrivate: true, presser: "ann" },
    ] as const) {
      const sent: unknown[] = [];
      const promise = async (line: string) => void sent.push(["promise", line]);
      const send = async (message: Sent, effect: string) => void sent.push([effect, message]);
      const delivery = startDelivery({
        ...{ milliseconds: 60, policy: { replyTimeoutMs: 10 }, transport: { promise, send } },
      });
      await delivery.ask({ cacheKey: "key", ...(press ? { press } : {}) });
      expect(sent).toEqual([
        ["promise", englishMessages.delivery.slow],
        ["post", PRIVATE],
      ]);
      expect(delivery.cited).toEqual([]);
      await delivery.ask({ cacheKey: "key" });
      expect(delivery.asked()).toBe(2);
    }
  });

  it("is waited for where nothing is due", async () => {
    const { ask, sent } = startDelivery({ milliseconds: 40, policy: { replyTimeoutMs: 10 } });
    await ask();
    expect(sent).toEqual([["post", PUBLIC]]);
  });
});

it("a reply is kept under its key, and a failure is not", async () => {
  const { ask, sent, cited, asked, log } = startDelivery();
  for (let times = 0; times < 3; times += 1) await ask({ cacheKey: "key" });
  expect([asked(), sent.length, cited.length]).toEqual([1, 3, 3]);
  for (let times = 0; times < 2; times += 1) await ask({ cacheKey: "other" }, "/broken x");
  expect(sent.length).toBe(5);
  expect(log.lines.filter(({ message }) => message === "an answer failed")).toHaveLength(2);
});

describe("what goes wrong", () => {
  it.each(["draw", "send"] as const)("in %s is told with the id that the log has", async (failing) => {
    const { ask, sent, cited, log } = startDelivery({ failing });
    await ask();
    const [, line] = sent[0] as string[];
    const id = /Reference: ([0-9a-f]{8})/.exec(line ?? "")?.[1];
    expect(log.lines.find(({ level }) => level === "error")?.data).toMatchObject({ id });
    expect(log.lines.at(-1)).toMatchObject({ message: "answered", data: { outcome: "failure" } });
    expect(cited).toEqual([]);
  });

  it("in telling it is logged under the same id", async () => {
    const notify = () => Promise.reject(new Error("gone"));
    const { ask, log } = startDelivery({ failing: "send", transport: { notify } });
    await ask();
    const [failed, untold] = log.lines.filter(({ level }) => level === "error");
    expect(untold?.message).toBe("an apology could not be delivered");
    expect(untold?.data).toMatchObject({ id: (failed!.data as { id: string }).id });
  });

  it("with a file leaves the answer as it is", async () => {
    const { ask, sent, log } = startDelivery({ failing: "attach", parts: { file: FILE } });
    await ask();
    expect(sent).toEqual([["post", PUBLIC]]);
    expect(log.lines.map(({ message }) => message)).toEqual([
      "answered",
      "a file could not be added to an answer",
    ]);
  });

  it("a message that no longer says what was asked says so", async () => {
    const { ask, sent } = startDelivery();
    await ask({ read: () => undefined });
    expect(sent).toEqual([["notify", englishMessages.delivery.unreadable]]);
  });
});

it.each([
  [true, ["remove"]],
  [false, ["notify", englishMessages.delivery.notYours]],
])("a message is removed for its owner alone: %s", async (isOwner, step) => {
  const { ask, sent, asked } = startDelivery();
  await ask({ press: { kind: "dismiss", isOwner, isPrivate: false, presser: "ann" } });
  expect(sent).toEqual([step]);
  expect(asked()).toBe(0);
});

describe("who asks too much", () => {
  const limited = (asks: number) => startDelivery({ policy: { askLimit: createMemoryLimit("ask", asks) } });
  const told = ["notify", expect.stringMatching(/Try again in \d+ seconds\.$/)];

  it("is told when to ask again, alone, and nobody else is", async () => {
    const { ask, sent, log } = limited(2);
    for (const asker of ["U1", "U1", "U1", "U2"]) await ask({ asker });
    expect(sent).toEqual([["post", PUBLIC], ["post", PUBLIC], told, ["post", PUBLIC]]);
    expect(log.lines.map(({ data }) => (data as { outcome: string }).outcome)).toEqual([
      ...["found", "found", "limited", "found"],
    ]);
  });

  it("may turn pages and remove messages, but not ask by buttons", async () => {
    const { ask, sent } = limited(1);
    const press = { isOwner: true, isPrivate: false, presser: "ann" };
    await ask();
    await ask({ press: { ...press, kind: "next" } });
    await ask({ press: { ...press, kind: "ask" } }, "/thing x item:2");
    await ask({ press: { ...press, kind: "dismiss" } });
    await ask({ press: { ...press, kind: "ask" } });
    await ask({ press: { ...press, kind: "share" } });
    expect(sent).toEqual([
      ...[["post", PUBLIC], ["replace", PUBLIC], ["replace", PUBLIC], ["remove"]],
      ...[told, told],
    ]);
  });

  it("is told so too where the reply was kept", async () => {
    const { ask, sent } = limited(2);
    for (let turn = 0; turn < 3; turn++) await ask({ cacheKey: "k" });
    expect(sent).toEqual([["post", PUBLIC], ["post", PUBLIC], told]);
  });

  it("is nobody where the limit is lifted", async () => {
    const { ask, sent } = limited(0);
    for (let turn = 0; turn < 200; turn++) await ask();
    expect(sent).toHaveLength(200);
  });
});

it("of files that wait to be taken, those too many are left out, with a word in the log", async () => {
  let take = () => {};
  const taken = new Promise<void>((resolve) => {
    take = resolve;
  });
  let waiting = 0;
  const { ask, sent, log } = startDelivery({
    parts: { file: FILE },
    transport: {
      attach() {
        waiting += 1;
        return taken;
      },
    },
  });
  const all = Promise.all(Array.from({ length: 100 }, () => ask()));
  await expect.poll(() => sent).toHaveLength(100);
  await expect.poll(() => log.lines.length + waiting).toBe(200);
  expect(waiting).toBeLessThanOrEqual(32);
  expect(log.lines.filter(({ level }) => level === "warn").map(({ message }) => message)).toEqual(
    Array.from({ length: 100 - waiting }, () => "a file was left out: too many are waiting to be taken"),
  );
  take();
  await all;
  await ask();
  expect(waiting).toBe(33);
});

it("keeps of a reply what is sent, and not the answer that it was drawn from", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const answers: WeakRef<object>[] = [];
  const command: Command = {
    ...broken,
    name: "thing",
    localizedName: () => "thing",
    load: loadAnswer(async (ask) => {
      const answer = createAnswer({ ask, title: "Thing", outcome: "found", file: FILE });
      answers.push(new WeakRef(answer));
      return answer;
    }),
  };
  const bot = createBot(library, [command], englishMessages, keptLog());
  const delivery = createDelivery<{ title: string }>({
    ...{ platform: "slack", policy: { defaultAudience: "room" }, log: keptLog() },
    draw: ({ title }) => ({ message: { title }, cited: [] }),
  });
  const attached: object[] = [];
  const transport: MessageTransport<{ title: string }> = {
    async send() {},
    async notify() {},
    async attach(_, redrawn) {
      attached.push(redrawn());
    },
  };
  const request = { bot, asker: "U1", read: () => bot.parse("/thing x"), cacheKey: "k" };
  for (let turn = 0; turn < 2; turn++) await delivery.deliver(request, transport);
  expect(attached).toEqual([{ title: "Thing" }, { title: "Thing" }]);
  expect(answers).toHaveLength(1);
  const kept = () => {
    collect();
    return answers[0]!.deref() !== undefined;
  };
  await expect.poll(kept).toBe(false);
});
