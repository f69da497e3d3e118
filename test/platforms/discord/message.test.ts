/** Tests which messages are read, and what is read of them: rows, and whatever else people write. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_LINE_LENGTH } from "../../../src/ask/ask.ts";
import { readableContent, readWritten } from "../../../src/platforms/discord/message.ts";
import { anyText } from "../../delivery/answers.ts";
import { type Message, type Writing, written } from "../../stand-ins/discord-payloads.ts";

const SELF = "1100000000000000001";
const OTHER = "1100000000000000999";
const ours = { id: "1100000000000000555", channel_id: "1", author: { id: SELF } } as unknown as Message;

const heard = (content: string, writing?: Writing) => readWritten(written(SELF, content, writing), SELF);

describe("what is read", () => {
  it.each([
    [`<@${SELF}> pledge alibaba`, "pledge alibaba"],
    [`<@!${SELF}> pledge alibaba`, "pledge alibaba"],
    [`what did <@${SELF}> say? `, "what did   say?"],
    [`<@${SELF}> \`/pledge alibaba\``, "/pledge alibaba"],
    [`<@${SELF}> </pledge:1100000000000000300> alibaba`, "/pledge alibaba"],
    [`<@${SELF}> <@${OTHER}> <@&${OTHER}> <#${OTHER}> <:smile:${OTHER}> <t:1600000000:R> xi`, "xi"],
    [`<@${SELF}> <https://example.org/a> 3 < 4 > 2 <x>`, "https://example.org/a 3 < 4 > 2 <x>"],
    [`<@${SELF}>`, ""],
  ])("%j", (content, line) => {
    expect(heard(content)).toMatchObject({ line, isDirect: false });
  });

  it.each(["pledge alibaba", "hello", ""])("in a direct message is all of %j", (line) => {
    expect(heard(line, { guildId: null })).toMatchObject({ line, isDirect: true });
  });

  it("is in a thread what it is in a channel", () => {
    expect(heard(`<@${SELF}> xi`, { channel: "1100000000000000777" })).toMatchObject({
      ...{ channel: "1100000000000000777", line: "xi" },
    });
  });

  it("is in a reply what its own text says", () => {
    expect(heard(`<@${SELF}> and tencent?`, { to: ours })).toMatchObject({ line: "and tencent?" });
    expect(heard("and tencent?", { to: ours })).toBeUndefined();
  });
});

describe("what is not read", () => {
  const mention = `<@${SELF}> pledge alibaba`;
  it.each([
    ["a bot's", { author: { id: OTHER, bot: true } }],
    ["the bot's own", { author: { id: SELF } }],
    ["a webhook's", { webhook_id: OTHER }],
    ["one that Discord makes", { type: 6 }],
    ["a command's response", { type: 20 }],
    ["one without an author", { author: undefined }],
    ["one without an id", { id: "x" }],
    ["one whose mentions are none", { mentions: "all" }],
  ] as const)("is %s", (_, rest) => {
    expect(heard(mention, { rest })).toBeUndefined();
    expect(heard("pledge alibaba", { guildId: null, rest })).toBeUndefined();
  });

  it.each([
    "pledge alibaba",
    `<@&${SELF}> pledge alibaba`,
    "@everyone pledge alibaba",
    "@here pledge alibaba",
    `<@${OTHER}> pledge alibaba`,
    `\u200b<@\u200b${SELF}>`,
    `<@${SELF}0>`,
  ])("is %j, which does not mention the bot", (content) => {
    const roles = { mention_roles: [SELF], mention_everyone: true };
    expect(heard(content, { rest: { ...roles, content } })).toBeUndefined();
  });

  it("is the text of a message that is not for the bot", () => {
    const untouched = { ...written(SELF, "pledge alibaba") };
    Object.defineProperty(untouched, "content", {
      get: () => {
        throw new Error("the text was read");
      },
    });
    expect(readWritten(untouched, SELF)).toBeUndefined();
  });

  it.each([undefined, null, 1, "", [], {}, { id: 1 }])("is %j", (payload) => {
    expect(readWritten(payload, SELF)).toBeUndefined();
  });
});

it("never fails, and leaves no mark by which Discord mentions anybody, whatever is written", () => {
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 4 }), fc.boolean(), (texts, isDirect) => {
      const content = [`<@${SELF}>`, ...texts].join(" ");
      const read = heard(content, isDirect ? { guildId: null } : {});
      expect(read?.line).not.toMatch(/<[@#][!&]?\d+>/);
      expect(read!.line.length).toBeLessThanOrEqual(MAX_LINE_LENGTH);
      expect(readableContent(read!.line).length).toBeLessThanOrEqual(read!.line.length);
    }),
  );
});
