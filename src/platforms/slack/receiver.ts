/** Slack over HTTP: a receiver of our own in front of Bolt's app, with one route. */
import { createHmac, createSecretKey, timingSafeEqual } from "node:crypto";
import type { App, Receiver } from "@slack/bolt";
import { createDeduplicator } from "../../delivery/deduplicator.ts";
import type { HttpReply, RouteHandler, RouteTable } from "../../http/server.ts";
import { type Clock, isCurrentTimestamp } from "../../http/signed-requests.ts";
import type { Log } from "../../support/log.ts";
import type { CachedReply } from "./slash-commands.ts";

/** The address behind the server's own, as it is entered in the app's settings. */
export const SLACK_ROUTE = "POST /slack/events";

/** How long an ack may take, in milliseconds: Slack waits three seconds for it, the way there and back with them. */
const ACK_WITHIN = 2_900;

type Body = Readonly<Record<string, unknown>>;

const JSON_TYPE = { "content-type": "application/json" };
const EMPTY: HttpReply = { status: 200 };
const MALFORMED: HttpReply = { status: 400 };

/** @param secrets one, or several while one is being replaced by the other */
export function slackVerifier(secrets: readonly string[], now: Clock = Date.now) {
  const keys = secrets.map((secret) => createSecretKey(Buffer.from(secret)));
  /**
   * HMAC-SHA256 of `v0:timestamp:body` over the raw bytes, compared in constant time. Never throws.
   * https://docs.slack.dev/authentication/verifying-requests-from-slack
   */
  return (signature: unknown, timestamp: unknown, body: Buffer): boolean => {
    if (!isCurrentTimestamp(timestamp, now())) return false;
    const hex = typeof signature === "string" ? /^v0=([\da-f]{64})$/.exec(signature)?.[1] : undefined;
    if (hex === undefined) return false;
    const given = Buffer.from(hex, "hex");
    return keys
      .map((key) =>
        timingSafeEqual(createHmac("sha256", key).update(`v0:${timestamp}:`).update(body).digest(), given),
      )
      .includes(true);
  };
}

const isObject = (value: unknown): value is Body =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Slash commands come as a form, presses and shortcuts as JSON within a form, events as JSON; nothing where it is none. */
function parseBody(body: Buffer, type = ""): Body | undefined {
  const text = body.toString();
  try {
    if (!type.startsWith("application/x-www-form-urlencoded")) return object(JSON.parse(text));
    const form = new URLSearchParams(text);
    const payload = form.get("payload");
    return payload === null ? Object.fromEntries(form) : object(JSON.parse(payload));
  } catch {
    return undefined;
  }
}

const object = (value: unknown): Body | undefined => (isObject(value) ? value : undefined);

/** What an ack holds, as the reply: nothing, a line of text, or a message. */
function replyOf(acked: unknown): HttpReply {
  if (typeof acked === "string") return { ...EMPTY, headers: { "content-type": "text/plain" }, body: acked };
  if (!isObject(acked)) return EMPTY;
  return { ...EMPTY, headers: JSON_TYPE, body: JSON.stringify(acked) };
}

/**
 * One request through Bolt's app, answered once, by whichever comes first: its ack; 400, where Bolt cannot read
 * it; or 200 with nothing, where no ack came in time, since what it began may still be answered by a call.
 */
function processRequest(
  app: App,
  body: Body,
  headers: Parameters<RouteHandler>[0]["headers"],
  within: number,
  log: Log,
) {
  return new Promise<HttpReply>((resolve) => {
    let wrote = () => {};
    const written = new Promise<void>((done) => {
      wrote = done;
    });
    let answered = false;
    const answer = (reply: HttpReply, why?: string): void => {
      if (answered) return;
      answered = true;
      clearTimeout(late);
      if (why !== undefined) log.warn({ from: "slack" }, why);
      resolve({ ...reply, sent });
    };
    const sent = () => {
      wrote();
      return work;
    };
    const late = setTimeout(() => answer(EMPTY, "a request was not acked in time"), within);
    const retried = Number(headers["x-slack-retry-num"]);
    const reason = headers["x-slack-retry-reason"];
    const event = {
      body: body as Record<string, unknown>,
      // What follows an ack follows it once it has been written, as it would on a socket.
      ack: async (acked?: unknown) => {
        answer(replyOf(acked));
        await written;
      },
      ...(Number.isInteger(retried) ? { retryNum: retried } : {}),
      ...(typeof reason === "string" ? { retryReason: reason } : {}),
    };
    const work: Promise<void> = app.processEvent(event).then(
      () => answer(EMPTY, "nothing here answers a request"),
      (error: unknown) => {
        if (answered) log.error({ err: error }, "a request failed after its ack");
        else answer(MALFORMED, `a request was not of the expected form (${String(error)})`);
      },
    );
  });
}

/**
 * A receiver that stands as a route on the one server: what starts and stops is the server, not it. Each signed
 * request is taken once: whoever sends one again that was listened in on is refused.
 * @param kept the reply to a command, where it need not go through the app
 * @param within how long an ack may take, in milliseconds
 */
export function httpReceiver(
  secrets: readonly string[],
  routes: RouteTable,
  log: Log,
  {
    kept = () => undefined,
    now,
    within = ACK_WITHIN,
  }: {
    readonly kept?: (command: Body) => CachedReply | undefined;
    readonly now?: Clock;
    readonly within?: number;
  } = {},
): Receiver {
  const verified = slackVerifier(secrets, now);
  const isFirstDelivery = createDeduplicator();
  let app: App | undefined;
  const handle: RouteHandler = async ({ headers, body: raw }) => {
    const signature = headers["x-slack-signature"];
    if (
      !verified(signature, headers["x-slack-request-timestamp"], raw) ||
      !isFirstDelivery(String(signature))
    )
      return { status: 401 };
    const body = parseBody(raw, headers["content-type"]);
    if (!body || !app) return MALFORMED;
    if (body.ssl_check !== undefined) return EMPTY;
    if (body.type === "url_verification")
      return typeof body.challenge === "string" ? replyOf(body.challenge) : MALFORMED;
    const known = typeof body.command === "string" ? kept(body) : undefined;
    if (known) return { ...EMPTY, headers: JSON_TYPE, ...known };
    return processRequest(app, body, headers, within, log);
  };
  return {
    init(given) {
      app = given;
    },
    async start() {
      routes.set(SLACK_ROUTE, handle);
    },
    async stop() {},
  };
}
