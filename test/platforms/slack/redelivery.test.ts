/** A message that Slack sends again is answered once, by whichever process; what another may still answer is sent again. */
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CLAIM_MS, type DeliveryClaims } from "../../../src/delivery/delivery-claims.ts";
import { createMemoryClaims } from "../../../src/delivery/memory-claims.ts";
import { type HttpServer, type RouteTable, serveHttp } from "../../../src/http/server.ts";
import { slackAdapter } from "../../../src/platforms/slack/adapter.ts";
import type { StopFunction } from "../../../src/support/stop-function.ts";
import { botsWithLog } from "../../desks.ts";
import { send, slackSigner } from "../../stand-ins/http.ts";
import type { Json } from "../../stand-ins/json.ts";
import { type SlackStandIn, startSlack } from "../../stand-ins/slack.ts";
import { event, mentioned } from "../../stand-ins/slack-surfaces.ts";

const SECRET = crypto.randomUUID();
const signed = slackSigner(SECRET);

let stand: SlackStandIn;
let claims: DeliveryClaims;
let now: number;
let stops: StopFunction[];

/** What is loaded for a first answer would make it late for the ack. */
beforeAll(async () => {
  stand = await startSlack();
  [claims, stops] = [createMemoryClaims(), []];
  await overSockets(1);
  await stand.raw(event(mentioned("pledge alibaba")));
  await end();
});

beforeEach(async () => {
  stand = await startSlack();
  now = 0;
  claims = createMemoryClaims(() => now);
  stops = [];
});

async function end(): Promise<void> {
  for (const stop of stops) await stop();
  await stand.close();
}
afterEach(end);

/** A busy machine may be late with its answers. */
const policy = () => ({
  ...{ defaultAudience: "room" as const, commandPrefix: "", claims, replyTimeoutMs: 60_000 },
});
const answers = () => stand.calls.filter(({ method }) => method === "chat.postMessage").length;

/** Starts a process over HTTP. @returns the port of its server */
async function overHttp(): Promise<number> {
  const { botFor, log } = botsWithLog();
  const routes: RouteTable = new Map();
  const { botToken, apiUrl } = stand;
  const config = { botToken, apiUrl, signingSecrets: [SECRET] };
  stops.push(await slackAdapter(config, policy(), log, routes)(botFor));
  const server: HttpServer = await serveHttp({ host: "127.0.0.1", port: 0 }, routes, log);
  stops.unshift(server.stop);
  return server.port;
}

/** Starts a process over sockets. @returns its log */
async function overSockets(sockets: number) {
  const { botFor, log } = botsWithLog();
  const { botToken, appToken, apiUrl } = stand;
  const config = { botToken, appToken, apiUrl, sockets };
  stops.push(await slackAdapter(config, policy(), log)(botFor));
  return log;
}

/** Delivers an event to a process as often as it is called; the signature of each delivery is its own. */
function deliveryOf(envelope: Json) {
  const body = JSON.stringify(envelope.payload);
  let seconds = Math.floor(Date.now() / 1_000);
  return (port: number) =>
    send(port, { path: "/slack/events", headers: signed(body, String(seconds--)), body });
}

describe("over HTTP", () => {
  it("a message is acked once it is answered, and not answered again by another process", async () => {
    const [one, another] = [await overHttp(), await overHttp()];
    const deliver = deliveryOf(event(mentioned("pledge alibaba")));
    expect((await deliver(one)).status).toBe(200);
    expect(answers()).toBe(1);
    expect((await deliver(another)).status).toBe(200);
    expect((await deliver(one)).status).toBe(200);
    expect(answers()).toBe(1);
  });

  it("one that several get at once is answered by one, and the others ask for it again", async () => {
    const ports = [await overHttp(), await overHttp(), await overHttp()];
    const deliver = deliveryOf(event(mentioned("pledge alibaba")));
    const replies = await Promise.all(ports.map((port) => deliver(port)));
    // Whoever comes once it is answered is acked too.
    const statuses = replies.map(({ status }) => status);
    expect(statuses).toContain(200);
    expect(statuses.filter((status) => ![200, 503].includes(status))).toEqual([]);
    expect(answers()).toBe(1);
  });

  it("one whose process was killed before it answered is asked for again until it can be answered", async () => {
    const envelope = event(mentioned("pledge alibaba"));
    const { event_id: id } = envelope.payload as Json;
    // What a process does before it is killed.
    expect(await claims.claim(`slack ${id}`)).toBe("ours");
    const [port, deliver] = [await overHttp(), deliveryOf(envelope)];
    const reply = await deliver(port);
    expect([reply.status, reply.headers["retry-after"]]).toEqual([503, "5"]);
    expect(answers()).toBe(0);
    now += CLAIM_MS + 1;
    expect((await deliver(port)).status).toBe(200);
    expect(answers()).toBe(1);
  });

  it("one whose answer takes long is acked in time all the same", async () => {
    stand.fail("chat.postMessage", 1, "hang");
    const port = await overHttp();
    const reply = await deliveryOf(event(mentioned("pledge alibaba")))(port);
    expect(reply.status).toBe(200);
    expect(answers()).toBeGreaterThan(0);
  });
});

describe("over sockets", () => {
  it("a message is acked once it is answered", async () => {
    await overSockets(1);
    await stand.raw(event(mentioned("pledge alibaba")));
    expect(answers()).toBe(1);
    expect(stand.open).toBe(1);
  });

  it("one that another process has claimed is left unacked, and acked when it comes again and is answered", async () => {
    const envelope = event(mentioned("pledge alibaba"));
    const { event_id: id } = envelope.payload as Json;
    await claims.claim(`slack ${id}`);
    const log = await overSockets(1);
    let isAcked = false;
    const first = stand.raw(envelope).then(() => {
      isAcked = true;
    });
    first.catch(() => {});
    // Whatever is sent after it on the socket is acked.
    await stand.raw(event(mentioned("pledge tencent")));
    expect([isAcked, answers()]).toEqual([false, 1]);
    await claims.finish(`slack ${id}`);
    await stand.raw(envelope);
    expect([isAcked, answers()]).toEqual([false, 1]);
    expect(log.lines.filter(({ level }) => level !== "info")).toEqual([]);
  });
});
