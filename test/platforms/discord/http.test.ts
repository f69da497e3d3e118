/** Tests the HTTP adapter for Discord: the same answers as over the gateway, and their follow-ups. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import type { BotFactory } from "../../../src/desk/bot.ts";
import { type HttpServer, type RouteTable, serveHttp } from "../../../src/http/server.ts";
import { discordGateway } from "../../../src/platforms/discord/gateway.ts";
import { discordHttp } from "../../../src/platforms/discord/http.ts";
import { commandRegistration, matchesRegistration } from "../../../src/platforms/discord/registration.ts";
import type { StopFunction } from "../../../src/support/stop-function.ts";
import { botsWithLog, broken, keptLog } from "../../desks.ts";
import { holdWork } from "../../held-work.ts";
import { startDiscord } from "../../stand-ins/discord.ts";
import { checkDiscord } from "../../stand-ins/discord-checks.ts";
import {
  commandData,
  interaction,
  messageOf,
  type Part,
  remember,
} from "../../stand-ins/discord-payloads.ts";
import { discordSigner, type Posted, send, startCallBacks } from "../../stand-ins/http.ts";
import type { Json } from "../../stand-ins/json.ts";

const PATH = "/discord/interactions";
const { publicKey, signed } = discordSigner();
const token = `${"A".repeat(24)}.AAAAAA.${"B".repeat(38)}`;

let there: Awaited<ReturnType<typeof startCallBacks>>;
let server: HttpServer;
let stop: StopFunction;
let log = keptLog();

/** @param replyTimeoutMs long enough for a busy machine, where nothing is about late answers */
async function start(
  replyTimeoutMs = 20_000,
  change: (botFor: BotFactory) => BotFactory = (botFor) => botFor,
): Promise<void> {
  const made = botsWithLog();
  log = made.log;
  const routes: RouteTable = new Map();
  const policy = { defaultAudience: "room" as const, replyTimeoutMs };
  stop = await discordHttp(
    { token, publicKey, apiUrl: there.apiUrl },
    policy,
    log,
    routes,
  )(change(made.botFor));
  server = await serveHttp({ host: "127.0.0.1", port: 0 }, routes, log);
}

const post = (payload: unknown): Promise<Posted> => {
  const body = JSON.stringify(payload);
  return send(server.port, { path: PATH, headers: signed(body), body });
};

const typed = (name: string, options: Record<string, string> = {}, type = 2, focused?: string): Part => ({
  type,
  data: commandData("1100000000000000301", name, options, focused),
});

beforeEach(async () => {
  there = await startCallBacks(publicKey);
  await start();
});

afterEach(async () => {
  await server.stop();
  await stop();
  await there.close();
});

const settled = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
};

it("answers Discord's PING as it wants it", async () => {
  for (const ping of [
    { type: 1 },
    { ...interaction(there.applicationId, { type: 1, data: {} }), data: undefined },
  ]) {
    const { status, headers, body } = await post(ping);
    expect([status, headers["content-type"], body]).toEqual([200, "application/json", '{"type":1}']);
  }
});

it("registers the same commands, once", async () => {
  const ours = await commandRegistration([...commands, broken]);
  expect(matchesRegistration(there.registered, ours)).toBe(true);
  const registered = JSON.stringify(there.registered);
  await server.stop();
  await start();
  expect(JSON.stringify(there.registered)).toBe(registered);
  expect(log.lines.some(({ level }) => level !== "info")).toBe(false);
});

it("says when the key is another application's", async () => {
  const lines = keptLog();
  const other = discordSigner().publicKey;
  const { botFor } = botsWithLog();
  const policy = { defaultAudience: "room" as const };
  await discordHttp({ token, publicKey: other, apiUrl: there.apiUrl }, policy, lines, new Map())(botFor);
  expect(lines.lines.find(({ level }) => level === "warn")?.message).toMatch(/^DISCORD_PUBLIC_KEY is not/);
});

it("answers while Discord's API is away, and takes no request twice", async () => {
  const closed = await startCallBacks();
  await closed.close();
  const routes: RouteTable = new Map();
  const config = { token, publicKey, apiUrl: closed.apiUrl };
  const adapter = discordHttp(config, { defaultAudience: "room" }, keptLog(), routes);
  const { botFor } = botsWithLog();
  await expect(adapter(botFor)).rejects.toThrow();
  const away = await serveHttp({ host: "127.0.0.1", port: 0 }, routes, keptLog());
  try {
    const body = JSON.stringify(interaction(there.applicationId, typed("pledge", { subject: "alibaba" })));
    const request = { path: PATH, headers: signed(body), body };
    const first = await send(away.port, request);
    expect([first.status, first.body]).toEqual([200, expect.stringContaining("$15.5 billion")]);
    await expect(adapter(botFor)).rejects.toThrow();
    expect(await send(away.port, request)).toMatchObject({ status: 401 });
  } finally {
    await away.stop();
  }
});

it("names the token when Discord refuses it, and shows it nowhere", async () => {
  const policy = { defaultAudience: "room" as const };
  const elsewhere = { token, publicKey, apiUrl: `${there.apiUrl}/nowhere` };
  const refused = await discordHttp(elsewhere, policy, log, new Map())(botsWithLog().botFor).catch(String);
  expect(refused).toMatch(/DISCORD_TOKEN: Discord did not take it/);
  expect(`${refused}${JSON.stringify(log.lines)}`).not.toContain(token);
});

it("gives the same answers as over the gateway", async () => {
  const gateway = await startDiscord();
  const leave = await discordGateway(
    { token: gateway.token, apiUrl: gateway.apiUrl },
    { defaultAudience: "room", replyTimeoutMs: 20_000 },
    keptLog(),
  )(botsWithLog().botFor);
  try {
    const asked: Part[] = [
      ...commands.flatMap(({ examples, name, options }) =>
        examples.slice(0, 3).map((example) =>
          typed(name, {
            [options[0]?.name ?? "x"]: example.replace(/^\/\S+ /, "").replace(/ item:.*/, ""),
          }),
        ),
      ),
      typed("pledge"),
      typed("pledge", { subject: "jd.com" }),
      typed("nosuch"),
      typed("pledge", { subject: "ali" }, 4, "subject"),
    ];
    for (const part of asked) {
      const { status, headers, body } = await post(interaction(there.applicationId, part));
      expect([status, headers["content-type"]]).toEqual([200, "application/json"]);
      expect(JSON.parse(body)).toEqual(await gateway.interact(part));
    }
  } finally {
    await leave();
    await gateway.close();
  }
});

describe("what follows a response", () => {
  async function pressed(id: string): Promise<Posted> {
    const asked = interaction(there.applicationId, typed("pledge", { subject: "alibaba" }));
    const answer = JSON.parse((await send(server.port, toSend(asked))).body) as Json & { data: Json };
    remember(answer, asked, answer.data);
    const message = messageOf(answer);
    return post(
      interaction(there.applicationId, { type: 3, data: { custom_id: id, component_type: 2 }, message }),
    );
  }
  const toSend = (payload: unknown) => {
    const body = JSON.stringify(payload);
    return { path: PATH, headers: signed(body), body };
  };

  it("comes after it, and again where Discord does not know the message yet", async () => {
    there.unknownFor(2);
    const { body } = await pressed("dismiss");
    expect(JSON.parse(body)).toEqual({ type: 6 });
    await settled(() => there.calls.length > 0);
    expect(there.calls).toMatchObject([
      { method: "DELETE", path: expect.stringMatching(/@original|%40original/) },
    ]);
  });

  it("is an edit where an answer is slow", async () => {
    await server.stop();
    const held = holdWork();
    await start(0, (botFor) => async (locale) => {
      const bot = await botFor(locale);
      const slow: typeof bot.answerTo = async (parsed) => {
        await held.work();
        return bot.answerTo(parsed);
      };
      return { ...bot, answerTo: slow };
    });
    const { body } = await post(interaction(there.applicationId, typed("pledge", { subject: "alibaba" })));
    expect(JSON.parse(body)).toEqual({ type: 5, data: { flags: 64 } });
    // Stopping waits for the edit.
    const stopped = server.stop();
    held.end();
    await stopped;
    expect(there.calls).toHaveLength(1);
    expect(there.calls[0]?.method).toBe("PATCH");
    expect(checkDiscord("edit", there.calls[0]?.body)).toEqual([]);
    expect(JSON.stringify(there.calls)).toContain("15.5 billion");
  });
});

it.each([
  ["nothing", ""],
  ["no JSON", "{"],
  ["no object", "[1]"],
  ["null", "null"],
  ["another type", '{"type":99}'],
  ["a command without data", '{"type":2,"id":"1100000000000000301"}'],
  ["depth", `{"type":3,"message":${"[".repeat(100_000)}${"]".repeat(100_000)}}`],
])("refuses %s with 400, and goes on", async (_, body) => {
  expect(await send(server.port, { path: PATH, headers: signed(body), body })).toMatchObject({
    status: 400,
    body: "",
  });
  expect(await post({ type: 1 })).toMatchObject({ status: 200 });
});

it("answers a press on a message deeper than anyone makes, without falling over", async () => {
  const levels = 40_000;
  const components = `${'{"components":'.repeat(levels)}[]${"}".repeat(levels)}`;
  const pressed = { type: 3, data: { custom_id: "share", component_type: 2 } };
  const whole = JSON.stringify({ ...interaction(there.applicationId, pressed), message: "MESSAGE" });
  const body = whole.replace('"MESSAGE"', `{"flags":0,"components":${components}}`);
  expect(await send(server.port, { path: PATH, headers: signed(body), body })).toMatchObject({ status: 200 });
  expect(await post({ type: 1 })).toMatchObject({ status: 200 });
});
