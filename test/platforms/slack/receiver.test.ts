/** Tests the HTTP receiver for Slack: the same answers as over sockets, one per request. */
import { App, LogLevel } from "@slack/bolt";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import { type HttpServer, type RouteTable, serveHttp } from "../../../src/http/server.ts";
import { slackAdapter } from "../../../src/platforms/slack/adapter.ts";
import { httpReceiver } from "../../../src/platforms/slack/receiver.ts";
import type { StopFunction } from "../../../src/support/stop-function.ts";
import { botsWithLog, keptLog } from "../../desks.ts";
import { holdWork } from "../../held-work.ts";
import { asForm, asPayload, type Posted, send, slackSigner, startCallBacks } from "../../stand-ins/http.ts";
import { type SlackStandIn, startSlack } from "../../stand-ins/slack.ts";
import { checkSlack } from "../../stand-ins/slack-checks.ts";
import { actionPayload, BOT, BOT_USER, commandPayload } from "../../stand-ins/slack-payloads.ts";

const PATH = "/slack/events";
const SECRETS = ["the-old-signing-secret-0", "the-new-signing-secret-0"];
const signed = slackSigner(SECRETS[1]!);

let stand: SlackStandIn;
let there: Awaited<ReturnType<typeof startCallBacks>>;
let server: HttpServer;
let stop: StopFunction | undefined;
let log = keptLog();

const post = (body: string, headers: Record<string, string> = {}): Promise<Posted> =>
  send(server.port, { path: PATH, headers: { ...signed(body), ...headers }, body });

const typed = (command: string, text: string): string =>
  asForm(commandPayload(command, text, there.responseUrl));

beforeEach(async () => {
  stand = await startSlack();
  there = await startCallBacks();
});

afterEach(async () => {
  await server.stop();
  await stop?.();
  stop = undefined;
  await there.close();
  await stand.close();
});

describe("the bot", () => {
  beforeEach(async () => {
    const made = botsWithLog();
    log = made.log;
    const routes: RouteTable = new Map();
    const { botToken, apiUrl } = stand;
    const config = { botToken, apiUrl, signingSecrets: SECRETS };
    stop = await slackAdapter(
      config,
      { defaultAudience: "room", commandPrefix: "", replyTimeoutMs: 60_000 },
      log,
      routes,
    )(made.botFor);
    server = await serveHttp({ host: "127.0.0.1", port: 0 }, routes, log);
  });

  it("asks Slack to come again until it is started", async () => {
    const routes: RouteTable = new Map();
    const config = { botToken: stand.botToken, apiUrl: `${stand.apiUrl}nowhere/`, signingSecrets: SECRETS };
    const policy = { defaultAudience: "room" as const, commandPrefix: "" };
    await expect(slackAdapter(config, policy, keptLog(), routes)(botsWithLog().botFor)).rejects.toThrow();
    const away = await serveHttp({ host: "127.0.0.1", port: 0 }, routes, keptLog());
    const body = typed("/pledge", "alibaba");
    const reply = await send(away.port, { path: PATH, headers: signed(body), body });
    expect([reply.status, reply.headers["retry-after"]]).toEqual([503, "5"]);
    await away.stop();
  });

  it("opens no socket", () => {
    expect(stand.connections).toBe(0);
    expect(stand.calls.map(({ method }) => method)).toEqual(["auth.test"]);
  });

  it("gives the same answers as over the socket, in the ack", async () => {
    const { botFor } = botsWithLog();
    const { botToken, appToken, apiUrl } = stand;
    const leave = await slackAdapter(
      { botToken, appToken, apiUrl },
      { defaultAudience: "room", commandPrefix: "", replyTimeoutMs: 60_000 },
      keptLog(),
    )(botFor);
    try {
      await stand.connected();
      const asked = [
        ...commands.flatMap(({ examples }) => examples.slice(0, 2)),
        "/pledge jd.com",
        "/pledge",
        "/nosuch x",
      ];
      for (const line of asked) {
        const [command = "", ...words] = line.split(" ");
        const { status, headers, body } = await post(typed(command, words.join(" ")));
        expect([status, headers["content-type"]]).toEqual([200, "application/json"]);
        expect(JSON.parse(body)).toEqual(await stand.command(command, words.join(" ")));
      }
    } finally {
      await leave();
    }
  });

  it("acks a press with nothing, and answers it by one call", async () => {
    const answer = JSON.parse((await post(typed("/define", "third distribution"))).body);
    const ids = JSON.stringify(answer).match(/"action_id":"[^"]+"/g) ?? [];
    const ask = ids.map((id) => id.slice('"action_id":"'.length, -1)).find((id) => id.startsWith("ask:"));
    const { status, body } = await post(asPayload(actionPayload(ask!, answer, there.responseUrl)));
    expect([status, body]).toEqual([200, ""]);
    // Stopping waits for the call.
    await server.stop();
    expect(there.calls).toHaveLength(1);
    expect(checkSlack("message", there.calls[0]?.body)).toEqual([]);
    expect(JSON.stringify(there.calls)).toContain("· citation");
  });

  it("takes either of two secrets, and no third", async () => {
    const body = typed("/pledge", "alibaba");
    for (const [secret, status] of [...SECRETS.map((secret) => [secret, 200] as const), ["x", 401] as const])
      expect((await send(server.port, { path: PATH, headers: slackSigner(secret)(body), body })).status).toBe(
        status,
      );
  });

  it("answers Slack's own trials of the address", async () => {
    const challenge = JSON.stringify({ type: "url_verification", token: "x", challenge: "3eZbrw1a&<b>" });
    expect(await post(challenge)).toMatchObject({
      status: 200,
      headers: { "content-type": "text/plain" },
      body: "3eZbrw1a&<b>",
    });
    expect(await post('{"type":"url_verification"}')).toMatchObject({ status: 400 });
    expect(await post("ssl_check=1&token=x")).toMatchObject({ status: 200, body: "" });
  });

  it.each([
    ["nothing", "", "application/json"],
    ["no JSON", "{", "application/json"],
    ["a list", "[{}]", "application/json"],
    ["null", "null", "application/json"],
    ["no JSON in a form", "payload=%7B", "application/x-www-form-urlencoded"],
    ["a number in a form", "payload=1", "application/x-www-form-urlencoded"],
    ["an event that is none", '{"type":"event_callback","event":null}', "application/json"],
    ["an event without a form", '{"type":"event_callback","event":"x"}', "application/json"],
    ["a press by nobody", '{"type":"block_actions","actions":[]}', "application/json"],
    ["actions that are none", '{"type":"block_actions","actions":7,"user":{},"team":{}}', "application/json"],
    ["a view that is none", '{"type":"view_submission"}', "application/json"],
    ["a shortcut by nobody", '{"type":"message_action"}', "application/json"],
    ["depth", `{"event":${"[".repeat(100_000)}${"]".repeat(100_000)}}`, "application/json"],
  ])("is not upset by %s", async (_, body, type) => {
    const { status } = await post(body, { "content-type": type });
    expect([200, 400]).toContain(status);
    if (!body.startsWith("{") || body === "{") expect(status).toBe(400);
    expect((await post(typed("/pledge", "alibaba"))).body).toContain("Alibaba");
  });
});

describe("the receiver", () => {
  async function receive(listen: (app: App) => void, within?: number): Promise<void> {
    const routes: RouteTable = new Map();
    log = keptLog();
    const receiver = httpReceiver(SECRETS, routes, log, within === undefined ? {} : { within });
    const app = new App({
      token: stand.botToken,
      receiver,
      logLevel: LogLevel.ERROR,
      clientOptions: { slackApiUrl: stand.apiUrl },
      tokenVerificationEnabled: false,
      ...{ botId: BOT, botUserId: BOT_USER, convoStore: false as const, ignoreSelf: false },
    });
    listen(app);
    app.error(async (error) => log.error({ err: error }, "an error"));
    await app.start();
    server = await serveHttp({ host: "127.0.0.1", port: 0 }, routes, log);
  }

  const event = (id: string): string =>
    JSON.stringify({
      ...{ type: "event_callback", event_id: id, team_id: "T1", api_app_id: "A1" },
      event: { type: "app_mention", user: "U1", text: "hello", channel: "C1", ts: "1.1" },
    });

  it.each([
    ["nothing", undefined, "", undefined],
    ["a text", "one line", "one line", "text/plain"],
    ["a message", { text: "x" }, '{"text":"x"}', "application/json"],
  ])("answers 200 with an ack's %s", async (_, acked, body, type) => {
    await receive((app) => app.command(/.*/, ({ ack }) => ack(acked as string)));
    const reply = await post(typed("/x", ""));
    expect(reply).toMatchObject({ status: 200, body });
    expect(reply.headers["content-type"]).toBe(type);
  });

  it("answers with nothing where no ack comes in time, and when one then comes", async () => {
    await receive(
      (app) =>
        app.command(/.*/, async ({ ack }) => {
          await new Promise((resolve) => setTimeout(resolve, 200));
          await ack("too late");
        }),
      80,
    );
    expect(await post(typed("/x", ""))).toMatchObject({ status: 200, body: "" });
    expect(log.lines.at(-1)).toMatchObject({ level: "warn", message: "a request was not acked in time" });
    await server.stop();
  });

  it("answers at once where a listener fails or there is none", async () => {
    // Whoever waited for an ack would wait for ever.
    await receive(
      (app) =>
        app.command("/x", async () => {
          throw new Error("it broke");
        }),
      1e9,
    );
    expect(await post(typed("/x", ""))).toMatchObject({ status: 200, body: "" });
    expect(log.lines.some(({ message }) => message === "an error")).toBe(true);
    expect(await post(typed("/y", ""))).toMatchObject({ status: 200, body: "" });
    expect(await post('{"what":1}')).toMatchObject({ status: 200, body: "" });
  });

  it("passes on what was said of a retry", async () => {
    const heard: unknown[] = [];
    await receive((app) =>
      app.event("app_mention", async ({ context }) => {
        heard.push([context.retryNum, context.retryReason]);
      }),
    );
    const retried = { "x-slack-retry-num": "1", "x-slack-retry-reason": "http_timeout" };
    expect(await post(event("Ev1"))).toMatchObject({ status: 200, body: "" });
    expect(await post(event("Ev2"), retried)).toMatchObject({ status: 200, body: "" });
    await server.stop();
    expect(heard).toEqual([
      [undefined, undefined],
      [1, "http_timeout"],
    ]);
  });

  it("waits, when stopped, for what follows an ack", async () => {
    const order: string[] = [];
    const following = holdWork();
    await receive((app) =>
      app.command(/.*/, async ({ ack }) => {
        await ack();
        await following.work();
        order.push("followed");
      }),
    );
    await post(typed("/x", ""));
    const stopped = server.stop().then(() => order.push("stopped"));
    // As long as it takes where nothing follows.
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(order).toEqual([]);
    following.end();
    await stopped;
    expect(order).toEqual(["followed", "stopped"]);
  });
});
