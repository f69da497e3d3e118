/** Receives Slack's requests over HTTP, on one route, and passes them to Bolt's app. */
import { createHmac, createSecretKey, timingSafeEqual } from "node:crypto";
import type { App, Receiver } from "@slack/bolt";
import { RETRY_LATER } from "../../http/retry-later.ts";
import type { HttpReply, RouteHandler, RouteRegistry } from "../../http/server.ts";
import { type Clock, createReplayGuard, isCurrentTimestamp } from "../../http/signed-requests.ts";
import type { Log } from "../../support/log.ts";
import { plainMessage } from "../../support/serialize-error.ts";
import { EVENT_ACK_MS, EventHeldError } from "./redelivery.ts";
import type { CachedReply } from "./slash-commands.ts";

/** The route of all of Slack's requests, whose URL is entered in the app's settings. */
export const SLACK_ROUTE = "POST /slack/events";

/** Deadline of an ack, in milliseconds. Slack waits three seconds, network time included. */
const ACK_WITHIN = 2_900;

type Body = Readonly<Record<string, unknown>>;

const JSON_TYPE = { "content-type": "application/json" };
const EMPTY: HttpReply = { status: 200 };
const MALFORMED: HttpReply = { status: 400 };
const COME_AGAIN: HttpReply = { status: 503, headers: RETRY_LATER };

/**
 * Creates a verifier of Slack's request signatures.
 * @param secrets one signing secret, or several while one replaces another
 */
export function slackVerifier(secrets: readonly string[], now: Clock = Date.now) {
  const keys = secrets.map((secret) => createSecretKey(Buffer.from(secret)));
  /**
   * Compares the HMAC-SHA256 of `v0:timestamp:body` over the raw bytes in constant time. Never throws.
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

/**
 * Parses a request body: a form for slash commands, JSON within a form for presses and shortcuts, JSON for events.
 * Returns undefined when it is malformed.
 */
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

/** Converts what was acked (nothing, a line of text or a message) to an HTTP reply. */
function replyOf(acked: unknown): HttpReply {
  if (typeof acked === "string") return { ...EMPTY, headers: { "content-type": "text/plain" }, body: acked };
  if (!isObject(acked)) return EMPTY;
  return { ...EMPTY, headers: JSON_TYPE, body: JSON.stringify(acked) };
}

/**
 * Passes one request to Bolt's app. Resolves with the first of: its ack; 400, when the app throws before acking; an
 * empty 200, when no ack came in time, since the app may still answer by a call. An event, which Bolt acks at once, is
 * acked once it is answered.
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
    const isEvent = body.type === "event_callback";
    let isTaken = false;
    const late = isEvent
      ? setTimeout(() => answer(EMPTY), Math.min(within, EVENT_ACK_MS))
      : setTimeout(() => answer(EMPTY, "a request was not acked in time"), within);
    const retried = Number(headers["x-slack-retry-num"]);
    const reason = headers["x-slack-retry-reason"];
    const event = {
      body: body as Record<string, unknown>,
      // Resolves once the reply has been written, so that later calls arrive after it, as on a socket.
      ack: async (acked?: unknown) => {
        isTaken = true;
        if (isEvent) return;
        answer(replyOf(acked));
        await written;
      },
      ...(Number.isInteger(retried) ? { retryNum: retried } : {}),
      ...(typeof reason === "string" ? { retryReason: reason } : {}),
    };
    const work: Promise<void> = app.processEvent(event).then(
      () => answer(EMPTY, isTaken ? undefined : "nothing here answers a request"),
      (error: unknown) => {
        if (error instanceof EventHeldError) answer(COME_AGAIN);
        else if (answered) log.error({ err: error }, "a request failed after its ack");
        else answer(MALFORMED, `a request was not of the expected form (${plainMessage(String(error))})`);
      },
    );
  });
}

/**
 * Tells Slack to come again until the receiver is started, which needs Slack's API: what it sends as an event it sends
 * again after a 503, and not after a 405.
 */
export function holdRoute(routes: RouteRegistry): void {
  routes.set(SLACK_ROUTE, async () => COME_AGAIN);
}

/**
 * Creates a receiver for Bolt that is a route of the HTTP server, which starts and stops independently of it. Each
 * signed request is accepted once, so that an intercepted one cannot be replayed.
 * @param kept returns the cached reply to a command, if there is one
 * @param refuse returns the reply to a request that nobody here answers
 * @param within deadline of an ack, in milliseconds
 */
export function httpReceiver(
  secrets: readonly string[],
  routes: RouteRegistry,
  log: Log,
  {
    kept = async () => undefined,
    refuse = async () => undefined,
    now,
    within = ACK_WITHIN,
  }: {
    readonly kept?: (command: Body) => Promise<CachedReply | undefined>;
    readonly refuse?: (body: Body) => Promise<HttpReply | undefined>;
    readonly now?: Clock;
    readonly within?: number;
  } = {},
): Receiver {
  const verified = slackVerifier(secrets, now);
  const guard = createReplayGuard();
  let app: App | undefined;
  const handle: RouteHandler = async ({ headers, body: raw }) => {
    const signature = headers["x-slack-signature"];
    const timestamp = headers["x-slack-request-timestamp"];
    if (!verified(signature, timestamp, raw)) return { status: 401 };
    const use = guard(String(signature), String(timestamp), (now ?? Date.now)());
    if (use !== "new") return { status: use === "seen" ? 401 : 503 };
    const body = parseBody(raw, headers["content-type"]);
    if (!body || !app) return MALFORMED;
    if (body.ssl_check !== undefined) return EMPTY;
    if (body.type === "url_verification")
      return typeof body.challenge === "string" ? replyOf(body.challenge) : MALFORMED;
    const refused = await refuse(body);
    if (refused) return refused;
    const known = typeof body.command === "string" ? await kept(body) : undefined;
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
