/** Tests mentions and direct messages over the gateway. The stand-in checks every payload, and who could be pinged. */
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import type { DeliveryPolicy } from "../../../src/delivery/policy.ts";
import { createBotFactory } from "../../../src/desk/bot.ts";
import { discordGateway, gatewayIntents } from "../../../src/platforms/discord/gateway.ts";
import { createSessionStore } from "../../../src/platforms/discord/session-store.ts";
import type { StopFunction } from "../../../src/support/stop-function.ts";
import { anyText } from "../../delivery/answers.ts";
import { broken, keptLog, library } from "../../desks.ts";
import { temporaryFolder } from "../../shelves.ts";
import { type DiscordStandIn, messageOf, type Posted, startDiscord } from "../../stand-ins/discord.ts";
import { written } from "../../stand-ins/discord-payloads.ts";

const ALL_MESSAGES = (1 << 9) | (1 << 12);
const EPHEMERAL = 64;
const OTHER = "1100000000000000999";
const ASIDE = "There is an answer for you alone.";

let stand: DiscordStandIn;
let stop: StopFunction | undefined;
let log = keptLog();

async function start(policy: Partial<DeliveryPolicy> = {}, mentions?: false, folder?: string): Promise<void> {
  log = keptLog();
  const { token, apiUrl } = stand;
  const config = { token, apiUrl, ...(mentions === undefined ? {} : { mentions }) };
  const owner = { token, intents: gatewayIntents(config) };
  stop = await discordGateway(
    config,
    { defaultAudience: "room", replyTimeoutMs: 20_000, ...policy },
    log,
    ...(folder === undefined ? [] : [createSessionStore(folder, owner, log)]),
  )(createBotFactory(library, [...commands, broken], log));
}

beforeEach(async () => {
  stand = await startDiscord();
});

afterEach(async () => {
  await stop?.();
  const { faults } = stand;
  await stand.close();
  expect(faults).toEqual([]);
});

const mention = (line: string) => `<@${stand.applicationId}> ${line}`;
const text = (part: unknown): string => JSON.stringify(part).replace(/\\\\/g, "");
const ids = ({ body }: Pick<Posted, "body">): string[] =>
  [...JSON.stringify(body).matchAll(/"custom_id":"([^"]+)"/g)].map(([, id]) => id!);
const said = () => log.lines.map(({ message }) => message);

/** Resolves once everything that was sent before is answered, which the gateway sends in its order. */
const settled = () => stand.command("define", { term: "third-distribution" });

describe("a mention", () => {
  it.each([
    ["pledge alibaba", "15.5 billion"],
    ["/pledge alibaba", "15.5 billion"],
    ["what did xi say about poverty?", "**Xi Jinping**: 1 partial and 1 reported"],
    ["who is xi?", "Chinese President"],
    ["捐款 阿里巴巴", "来源"],
  ])("%s", async (line, words) => {
    await start();
    const { body } = await stand.write(mention(line));
    expect(text(body)).toContain(words);
    expect(body).toMatchObject({ allowed_mentions: { parse: [], replied_user: false } });
  });

  it("is replied to in its channel or thread", async () => {
    await start();
    for (const channel of ["1100000000000000701", "1100000000000000702"]) {
      const { body, message } = await stand.write(mention("pledge alibaba"), { channel });
      expect(message.channel_id).toBe(channel);
      expect(body.message_reference?.message_id).toMatch(/^\d+$/);
    }
  });

  it.each(["pledge jd.com", "pledge alibaba private:yes", "check Alibaba pledged $20 billion", "broken x"])(
    "%s is a line in the channel that its asker opens",
    async (line) => {
      await start();
      const posted = await stand.write(mention(line));
      const { body, message } = posted;
      expect([body.content, ids(posted)]).toEqual([ASIDE, [`open:${line}`, "dismiss:1100000000000000201"]]);
      const opened = await stand.press(`open:${line}`, message);
      expect(opened.data?.flags).toBe(EPHEMERAL | (1 << 15));
      const others = await stand.press(`open:${line}`, message, { userId: OTHER });
      expect(others.data).toMatchObject({
        ...{ flags: EPHEMERAL, content: "Only the person who asked can open this." },
      });
    },
  );

  it("that asks more than a button holds is read again where it stands, as long as it stands there", async () => {
    await start();
    const long = `check ${"Alibaba pledged $20 billion over five years. ".repeat(9)}`;
    const posted = await stand.write(mention(long));
    const [open = ""] = ids(posted);
    const asked = posted.body.message_reference!.message_id;
    expect(open).toBe(`read:${asked}`);
    expect(text(await stand.press(open, posted.message))).toContain("you wrote $20 billion");
    const requests = stand.requests.length;
    expect(text(await stand.press(open, posted.message, { userId: OTHER }))).toContain("Only the person who");
    expect(stand.requests.slice(requests).filter((request) => request.startsWith("GET"))).toEqual([]);
    stand.fail("fetch", 1, "reset");
    expect(text(await stand.press(open, posted.message))).toContain("I can’t tell what this message asked");
    stand.forget(asked);
    expect(text(await stand.press(open, posted.message))).toContain("I can’t tell what this message asked");
  });

  it("is opened also by a bot that was started since", async () => {
    await start();
    const posted = await stand.write(mention("pledge jd.com"));
    await stop?.();
    await start({}, false);
    expect(text(await stand.press("open:pledge jd.com", posted.message))).toContain("Nothing on record");
  });

  it("keeps its owner over the pages of its answer", async () => {
    await start();
    const posted = await stand.write(mention("quote xi"));
    const next = ids(posted).find((id) => id.startsWith("/quote xi item:"))!;
    const turned = await stand.press(next, posted.message);
    expect(turned.type).toBe(7);
    expect(text(turned)).toContain('"dismiss:1100000000000000201"');
    const removed = await stand.press("dismiss:1100000000000000201", messageOf(turned), { userId: OTHER });
    expect(removed.data?.content).toContain("Only the person who asked");
    expect(await stand.press("dismiss:1100000000000000201", messageOf(turned))).toMatchObject({ type: 6 });
  });

  it("gets its picture in the channel, and none where the answer is for the asker alone", async () => {
    await start({ drawPicture: async () => Buffer.from("89504e470d0a1a0a", "hex") });
    await stand.write(mention("compare alibaba tencent"));
    await expect.poll(() => stand.posts.map(({ kind }) => kind)).toEqual(["post", "edit"]);
    const [, edited] = stand.posts;
    expect(edited!.files.map(({ filename }) => filename)).toEqual(["refdesk.png"]);
    expect(ids(edited!)).toContain("dismiss:1100000000000000201");
    await stand.write(mention("compare alibaba tencent private:yes"));
    await settled();
    expect(stand.posts).toHaveLength(3);
  });

  it("is answered in the language of its text, or in the deployment's", async () => {
    await start({ locale: "zh-Hant" });
    expect(text((await stand.write(mention("pledge alibaba"))).body)).toContain("各來源說法不同");
  });

  it("is counted among what a person asks", async () => {
    let asked = 0;
    await start({ askLimit: async () => (++asked > 1 ? 7 : undefined) });
    await stand.write(mention("pledge alibaba"));
    const { body } = await stand.write(mention("pledge alibaba"));
    expect(body.content).toBe("Too many questions at once. Try again in 7 seconds.");
  });
});

describe("a direct message", () => {
  it.each([
    ["pledge alibaba", "15.5 billion"],
    ["pledge jd.com", "Nothing on record"],
    ["hello", "What can be asked"],
    ["", "What can be asked"],
  ])("%j is answered, without a line to be opened", async (line, words) => {
    await start();
    const { body } = await stand.write(line, { guildId: null });
    expect(text(body)).toContain(words);
    expect(body.message_reference).toBeUndefined();
  });
});

describe("what is not for the bot", () => {
  it("is neither answered nor told of in the log", async () => {
    await start();
    const { message } = await stand.write(mention("pledge alibaba"));
    await expect.poll(said).toContain("answered");
    const lines = log.lines.length;
    stand.say("pledge alibaba");
    stand.say("thanks", { to: message });
    stand.say(`<@&${stand.applicationId}> pledge alibaba`);
    stand.say("@everyone pledge alibaba");
    for (const rest of [{ author: { id: OTHER, bot: true } }, { webhook_id: OTHER }, { type: 6 }])
      stand.say(mention("pledge alibaba"), { rest });
    stand.raw({ t: "MESSAGE_UPDATE", d: written(stand.applicationId, mention("pledge tencent")) });
    for (const payload of [{}, null, [], { id: "x" }]) stand.raw({ t: "MESSAGE_CREATE", d: payload });
    await settled();
    expect(stand.posts).toHaveLength(1);
    await expect.poll(() => log.lines.slice(lines).map(({ data }) => data)).toMatchObject([{ type: 2 }]);
  });

  it("does not come where the deployment takes no mentions", async () => {
    await start({}, false);
    expect(stand.identified.map(({ intents }) => intents)).toEqual([0]);
    stand.say(mention("pledge alibaba"));
    stand.say("pledge alibaba", { guildId: null });
    await settled();
    expect(stand.posts).toEqual([]);
  });
});

describe("what comes again", () => {
  it("is answered once", async () => {
    await start();
    const payload = stand.say(mention("pledge alibaba"));
    for (let sent = 0; sent < 3; sent += 1) stand.raw({ t: "MESSAGE_CREATE", d: payload });
    await settled();
    await expect.poll(() => stand.posts).toHaveLength(1);
  });

  it("while no process runs is answered by the next one", async () => {
    const folder = temporaryFolder();
    await start({}, undefined, folder);
    await stop?.();
    const reply = stand.write(mention("pledge alibaba"));
    await start({}, undefined, folder);
    expect(text((await reply).body)).toContain("15.5 billion");
    expect([stand.identified.length, stand.resumes]).toEqual([1, 1]);
  });

  it("to a session that was begun without messages is a session that is begun anew", async () => {
    const folder = temporaryFolder();
    await start({}, false, folder);
    await stop?.();
    await start({}, undefined, folder);
    expect(stand.identified.map(({ intents }) => intents)).toEqual([0, ALL_MESSAGES]);
    expect(text((await stand.write(mention("pledge alibaba"))).body)).toContain("15.5 billion");
  });
});

describe("a reply", () => {
  it.each([
    ["is reset", "reset"],
    ["meets a 503", 503],
    ["meets a 429 of 1 s", { retryAfter: 1 }],
    ["is taken and cut", "cut"],
  ] as const)("that %s arrives once", async (_, how) => {
    await start();
    stand.fail("post", 1, how);
    await stand.write(mention("pledge alibaba"));
    await expect.poll(said).toContain("answered");
    expect(stand.posts).toHaveLength(1);
    expect(log.lines.filter(({ level }) => level === "error")).toEqual([]);
  });

  it.each([403, 404])(
    "that is refused with %s is logged without its text, and told nobody",
    async (status) => {
      const cited: (readonly string[])[] = [];
      await start({ recordCitations: (_, sources) => void cited.push(sources) });
      stand.fail("post", 9, { status, code: 50_013 });
      stand.say(mention("pledge alibaba qzxvwk"));
      await expect.poll(said).toContain("an answer failed");
      await settled();
      expect(stand.requests.filter((request) => request.startsWith("POST /channels"))).toHaveLength(1);
      // What is recorded is what everyone saw of the command that came after.
      await expect.poll(() => cited).toHaveLength(1);
      expect(JSON.stringify(log.lines.map(({ data, message }) => [data, message]))).not.toContain("Alibaba");
    },
  );

  it("is a message of its own where the bot may not read the history", async () => {
    await start();
    stand.fail("post", 1, { status: 400, code: 160_002 });
    const channel = "1100000000000000704";
    stand.say(mention("pledge alibaba"), { channel });
    await expect.poll(() => stand.posts).toHaveLength(1);
    expect(stand.posts[0]!.body.message_reference).toBeUndefined();
    expect(text(stand.posts[0]!.body)).toContain("15.5 billion");
  });

  it("follows those before it in its channel", async () => {
    await start();
    const lines = ["pledge alibaba", "pledge tencent", "pledge meituan", "define third distribution"];
    const replies = lines.map((line) => stand.write(mention(line)));
    const asked = (await Promise.all(replies)).map(({ body }) => body.message_reference!.message_id);
    expect(asked).toEqual([...asked].sort());
    expect(stand.posts.map(({ body }) => body.message_reference!.message_id)).toHaveLength(lines.length);
  });
});

it("whatever is written, one reply comes that Discord takes and that pings nobody", async () => {
  await start();
  await fc.assert(
    fc.asyncProperty(anyText, fc.boolean(), async (line, isDirect) => {
      const before = stand.posts.length;
      const { body } = await stand.write(isDirect ? line : mention(line), isDirect ? { guildId: null } : {});
      expect(stand.posts).toHaveLength(before + 1);
      expect(body.allowed_mentions).toEqual({ parse: [], replied_user: false });
    }),
    { numRuns: 60 },
  );
});
