/** Tests the forms that ask for a text: when they open, what they hold, and what comes of them, over both ways in. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type HttpServer, type RouteTable, serveHttp } from "../../../src/http/server.ts";
import { discordGateway } from "../../../src/platforms/discord/gateway.ts";
import { discordHttp } from "../../../src/platforms/discord/http.ts";
import type { StopFunction } from "../../../src/support/stop-function.ts";
import { botsWithLog } from "../../desks.ts";
import { type DiscordStandIn, messageOf, startDiscord } from "../../stand-ins/discord.ts";
import { checkDiscord } from "../../stand-ins/discord-checks.ts";
import { commandData, interaction } from "../../stand-ins/discord-payloads.ts";
import { discordSigner, send, startCallBacks } from "../../stand-ins/http.ts";

const EPHEMERAL = 64;
/** Long enough for a busy machine: nothing here is about late answers. */
const POLICY = { defaultAudience: "room", replyTimeoutMs: 20_000 } as const;

let stand: DiscordStandIn;
let stop: StopFunction;

beforeEach(async () => {
  stand = await startDiscord();
  const { botFor, log } = botsWithLog();
  stop = await discordGateway(stand, POLICY, log)(botFor);
});

afterEach(async () => {
  await stop();
  const { faults } = stand;
  await stand.close();
  expect(faults).toEqual([]);
});

const text = (part: unknown): string => JSON.stringify(part).replace(/\\\\/g, "");

describe("a command without its text", () => {
  it("opens a form of one long field", async () => {
    expect(await stand.command("check")).toMatchInlineSnapshot(`
      {
        "data": {
          "components": [
            {
              "component": {
                "custom_id": "text",
                "max_length": 4000,
                "required": true,
                "style": 2,
                "type": 4,
              },
              "description": "Which parts of a sentence the sources support, and where they differ",
              "label": "check · sentence",
              "type": 18,
            },
          ],
          "custom_id": "form:check?",
          "title": "Ask Refdesk",
        },
        "type": 9,
      }
    `);
  });

  it.each([
    ["check", {}, "form:check?"],
    ["check", { text: "  " }, "form:check?"],
    ["check", { private: false, detail: "full" }, "form:check?private=false&detail=full"],
    ["search", { kind: "pledges" }, "form:search?kind=pledges"],
    ["ask", {}, "form:ask?"],
    ["ask", { private: true }, "form:ask?private=true"],
  ] as const)("/%s %o opens one", async (name, options, custom_id) => {
    expect(await stand.command(name, options)).toMatchObject({ type: 9, data: { custom_id } });
  });

  it.each([
    ["pledge", {}],
    ["help", {}],
    ["check", { text: "Alibaba pledged $20 billion" }],
    ["search", { words: "poverty" }],
    ["ask", { question: "who is xi?" }],
    ["search", { kind: "x".repeat(200) }],
  ] as const)("/%s %o opens none", async (name, options) => {
    expect(await stand.command(name, options)).toMatchObject({ type: 4 });
  });

  it("opens it in the asker's language", async () => {
    for (const [locale, title] of [
      ["zh-CN", "查询 Refdesk"],
      ["zh-TW", "查詢 Refdesk"],
    ] as const)
      expect(await stand.command("ask", {}, { locale })).toMatchObject({ data: { title } });
  });
});

describe("what is filled in", () => {
  const LONG = `Alibaba pledged $20 billion. ${"It is said that many more gave. ".repeat(120)}`.slice(
    0,
    4_000,
  );

  it.each([
    ["check", {}, "Alibaba pledged $20 billion", "you wrote $20 billion", EPHEMERAL],
    [
      "check",
      {},
      'He said: "private:no kind:x" \n\n Alibaba pledged $20 billion',
      "you wrote $20",
      EPHEMERAL,
    ],
    ["check", {}, LONG, "you wrote $20 billion", EPHEMERAL],
    ["search", {}, "donations to NGOs", "NGOs", 0],
    ["search", { kind: "quotes", private: true }, "poverty", "Xi Jinping", EPHEMERAL],
    ["ask", {}, "what did xi say about poverty?", "**Xi Jinping**: 1 partial and 1 reported", 0],
    ["ask", { private: true }, "who is xi?", "Chinese President", EPHEMERAL],
    ["ask", {}, "/pledge alibaba", "15.5 billion", 0],
    ["ask", {}, "pledge jd.com", "Nothing on record", EPHEMERAL],
  ] as const)("in /%s %o is asked: %.60s", async (name, options, typed, words, hidden) => {
    const answered = await stand.submit(await stand.command(name, options), typed);
    expect(text(answered)).toContain(words);
    expect(Number(answered.data?.flags) & EPHEMERAL).toBe(hidden);
  });

  it("belongs to whoever filled it in", async () => {
    const answered = await stand.submit(await stand.command("ask"), "pledge alibaba", {
      userId: "1100000000000000999",
    });
    expect(await stand.press("dismiss", messageOf(answered))).toMatchObject({ type: 6 });
  });

  it.each(["form:", "form:nosuch?", "form:pledge?", "nonsense", ""])(
    "in a form %j that is none is not",
    async (id) => {
      const form = await stand.command("check");
      const answered = await stand.submit({ ...form, data: { ...form.data, custom_id: id || "x" } }, "x");
      expect(answered.data).toMatchObject({ flags: EPHEMERAL });
      expect(answered.data?.content).toContain("I can’t tell what this message asked");
    },
  );
});

describe("Find sources", () => {
  const on = (content: string) => {
    const id = "1100000000000000333";
    const resolved = { messages: { [id]: { id, content } } };
    return stand.interact({
      type: 2,
      data: { id: "1100000000000000444", name: "Find sources", type: 3, target_id: id, resolved },
    });
  };

  it.each(["", " \n ", "<@1100000000000000999>"])(
    "on a message without a text, %j, opens the form",
    async (content) => {
      const form = await on(content);
      expect(form).toMatchObject({ type: 9, data: { custom_id: "form:check?" } });
      expect(text(await stand.submit(form, "Alibaba pledged $20 billion"))).toContain(
        "you wrote $20 billion",
      );
    },
  );

  it("on a message with a text answers, for the asker alone", async () => {
    const answered = await on("<@1100000000000000999> Alibaba pledged $20 billion");
    expect(answered.data?.flags).toBe(EPHEMERAL | (1 << 15));
  });
});

it("opens and is read over HTTP as over the gateway", async () => {
  const { publicKey, signed } = discordSigner();
  const there = await startCallBacks(publicKey);
  const { botFor, log } = botsWithLog();
  const routes: RouteTable = new Map();
  const token = `${"A".repeat(24)}.AAAAAA.${"B".repeat(38)}`;
  const config = { token, publicKey, apiUrl: there.apiUrl };
  const end = await discordHttp(config, POLICY, log, routes)(botFor);
  const server: HttpServer = await serveHttp({ host: "127.0.0.1", port: 0 }, routes, log);
  const post = async (part: Parameters<typeof interaction>[1]) => {
    const body = JSON.stringify(interaction(there.applicationId, part));
    const reply = await send(server.port, { path: "/discord/interactions", headers: signed(body), body });
    return JSON.parse(reply.body) as unknown;
  };
  try {
    const form = await post({ type: 2, data: commandData("1100000000000000301", "check", {}) });
    expect(form).toEqual(await stand.command("check"));
    expect(checkDiscord("callback", form)).toEqual([]);
    const component = { type: 4, id: 2, custom_id: "text", value: "Alibaba pledged $20 billion" };
    const data = { custom_id: "form:check?", components: [{ type: 18, id: 1, component }] };
    const answered = await post({ type: 5, data });
    expect(checkDiscord("callback", answered)).toEqual([]);
    expect(answered).toEqual(await stand.interact({ type: 5, data }));
  } finally {
    await server.stop();
    await end();
    await there.close();
  }
});
