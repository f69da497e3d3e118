/** Stands in for Slack: a Web API, Socket Mode and response URLs that check what an app sends. */
import { once } from "node:events";
import type { WebSocket } from "ws";
import { createFailures, type Failure } from "./failures.ts";
import { isJson, type Json } from "./json.ts";
import { type Asked, listen, type Reply, refusal, type Waiting, waitFor } from "./loopback.ts";
import { partsOf, type Upload } from "./multipart.ts";
import { checkAck, checkPrompts, checkSlack, isNewBlock, prepareSlackChecks } from "./slack-checks.ts";
import { createLinks } from "./slack-links.ts";
import {
  APP,
  actionPayload,
  BOT,
  BOT_USER,
  commandPayload,
  parseCall,
  posted,
  type SlackAction,
  type SlackMessage,
  type SlackWho,
  TEAM,
  timestamp,
} from "./slack-payloads.ts";

export type { SlackAction, SlackBlock, SlackMessage, SlackWho } from "./slack-payloads.ts";

export type SlackOptions = {
  /** Whether to check what the app sends; true by default. */
  checks?: boolean;
  /** How long to wait for the app, in milliseconds; 120,000 by default. */
  timeout?: number;
  /** The scopes of the bot's token; by default, replies do not list them. */
  scopes?: readonly string[];
  /** Types of blocks that the workspace does not have, so that it refuses them. */
  lacks?: readonly string[];
  /** How long a press waits for a second post, which is an error, in milliseconds; 30 by default. */
  grace?: number;
};

/** The content of an ack; `{}` if it is empty. */
export type Ack = SlackMessage & Json;
export type Post = { url: string; body: SlackMessage };

/** A local stand-in for Slack's Web API, Socket Mode and response URLs, for one app in one workspace. */
export type SlackStandIn = {
  /** For Bolt: `clientOptions: { slackApiUrl }`. */
  apiUrl: string;
  botToken: string;
  appToken: string;
  botId: string;
  botUserId: string;
  /** All calls of the Web API. */
  calls: { method: string; body: Json }[];
  /** The methods of all calls that were taken, also where the caller was told otherwise or nothing. */
  taken: string[];
  /** What people see of the posts by chat.postMessage and chat.postEphemeral: each id of a client once. */
  seen: Json[];
  /** All accepted posts to response URLs. */
  posts: Post[];
  /** All uploaded files. */
  uploads: Upload[];
  /** The ids of the workspace's admins, as users.info tells them. */
  admins: Set<string>;
  /** Number of sockets opened so far. */
  readonly connections: number;
  /** Every fault found so far, including those that rejected no promise. */
  faults: string[];
  /** Resolves once an app is connected. */
  connected(): Promise<void>;
  /** Types a slash command, with or without its slash, and returns the ack. */
  command(command: string, text?: string, who?: SlackWho): Promise<Ack>;
  /** Presses a button or chooses an option. Rejects unless exactly one post to the response URL arrives. */
  press(
    action: SlackAction | string,
    message?: SlackMessage,
    who?: SlackWho,
  ): Promise<{ ack: Ack; posted: SlackMessage }>;
  /** Resolves with the next post to any response URL, such as a late reply to a command. */
  nextPost(): Promise<Post>;
  /** Sends any envelope, on the newest socket or on socket number `on`, and waits for its ack if it has one. */
  raw(envelope: Json, on?: number): Promise<Ack>;
  /** Allows the links of an event to be unfurled, if the app receives it other than through `raw`. */
  linked(event: Json): void;
  /** Returns a new response URL, like those of commands, presses and message shortcuts. */
  responseUrl(): string;
  /** Fails the next `times` calls of a method, of "response_url" or of "upload", with an error code or an HTTP status. */
  fail(method: string, times: number, how?: Failure): void;
  /** Number of open sockets. */
  readonly open: number;
  /** Resolves once the app has read all that was sent over the sockets that are open. */
  read(): Promise<void>;
  /** Cuts all sockets, or socket number `on`, as a lost network would. */
  drop(on?: number): void;
  close(): Promise<void>;
};

type Sent = { type: string; payload: Json; waiting: Waiting<Ack> };
type Url = { used: number; heard(what: Post | Error): void };

/** The most posts that a response URL accepts. */
const USES = 5;

/** Starts the stand-in. Resolves once an app can connect. */
export async function startSlack(options: SlackOptions = {}): Promise<SlackStandIn> {
  const { checks = true, timeout = 120_000, grace = 30, scopes, lacks = [] } = options;
  const isLacking = ({ blocks }: { blocks?: unknown }): boolean =>
    (Array.isArray(blocks) ? blocks : []).some(
      (block) => isJson(block) && lacks.includes(String(block.type)),
    );
  const failures = createFailures();
  const botToken = ["xoxb", "100000000001", "100000000002", "StandIn".repeat(4).slice(0, 24)].join("-");
  const appToken = ["xapp", "1", APP, "100000000003", "5ab1e".repeat(13).slice(0, 64)].join("-");
  const calls: SlackStandIn["calls"] = [];
  const taken: string[] = [];
  const seen: Json[] = [];
  const posts: Post[] = [];
  const uploads: Upload[] = [];
  const admins = new Set<string>();
  const faults: string[] = [];
  const sent = new Map<string, Sent>();
  const urls = new Map<string, Url>();
  let arrivals: Waiting<void>[] = [];
  let listeners: Waiting<Post>[] = [];
  let connections = 0;

  if (checks) prepareSlackChecks();
  const links = createLinks(checks);
  const server = await listen(answer, greet);
  const origin = `127.0.0.1:${server.port}`;

  function greet(socket: WebSocket): void {
    connections += 1;
    socket.on("message", (text) => acked(JSON.parse(String(text))));
    socket.send(
      JSON.stringify({
        type: "hello",
        num_connections: server.sockets.size,
        debug_info: { host: "applink-1", build_number: 1, approximate_connection_time: 18_060 },
        connection_info: { app_id: APP },
      }),
    );
    for (const one of arrivals) one.resolve();
    arrivals = [];
  }

  function acked({ envelope_id, payload = {} }: { envelope_id: string; payload?: Ack }): void {
    const found = sent.get(envelope_id);
    if (!found) return;
    sent.delete(envelope_id);
    const problems = checks ? checkAck(found, payload) : [];
    faults.push(...problems);
    if (problems.length > 0) found.waiting.reject(refusal("this ack", problems, payload));
    else found.waiting.resolve(payload);
  }

  const openSockets = () => [...server.sockets].filter((one) => one.readyState === one.OPEN);

  async function raw(envelope: Json, on = -1): Promise<Ack> {
    const socket = openSockets().at(on);
    if (!socket) throw new Error("no app is connected in Socket Mode");
    const { type, payload } = envelope as { type: string; payload: Json };
    if (type === "disconnect" || type === "hello") {
      socket.send(JSON.stringify(envelope));
      return {};
    }
    const full = {
      envelope_id: crypto.randomUUID(),
      accepts_response_payload: type !== "events_api",
      ...envelope,
    };
    if (isJson(payload?.event)) links.linked(payload.event);
    const waiting = waitFor<Ack>(`the ack of ${payload?.command ?? payload?.type ?? type}`, timeout);
    sent.set(full.envelope_id, { type, payload, waiting });
    waiting.promise.catch(() => sent.delete(full.envelope_id));
    socket.send(JSON.stringify(full));
    return waiting.promise;
  }

  function openUrl(kind: string, heard: Url["heard"] = () => {}): string {
    const path = `/${kind}/${TEAM}/${crypto.randomUUID()}`;
    urls.set(path, { used: 0, heard });
    if (urls.size > 1_000) urls.delete(urls.keys().next().value!);
    return `http://${origin}${path}`;
  }

  async function press(action: SlackAction | string, message?: SlackMessage, who?: SlackWho) {
    const heard: SlackMessage[] = [];
    const waiting = waitFor<SlackMessage>(`the post to the response_url of ${idOf(action)}`, timeout);
    waiting.promise.catch(() => {});
    const url = openUrl("actions", (what) => {
      if (what instanceof Error) return waiting.reject(what);
      // A block that a workspace may lack follows the answer to a press, in a post of its own.
      if (heard.length > 0 && isNewBlock(what.body.blocks?.[0])) return;
      heard.push(what.body);
      waiting.resolve(what.body);
    });
    try {
      const payload = actionPayload(action, message, url, who);
      const ack = await raw({ type: "interactive", payload });
      const first = await waiting.promise;
      if (grace > 0) await new Promise((resolve) => setTimeout(resolve, grace));
      if (heard.length > 1)
        throw new Error(`${heard.length} posts came to the response_url of ${idOf(action)}`);
      return { ack, posted: first };
    } catch (error) {
      waiting.reject(error as Error);
      throw error;
    }
  }

  function answer(asked: Asked): Reply {
    if (asked.path.startsWith("/upload/"))
      return failures.next("upload", () => takeUpload(asked)) ?? takeUpload(asked);
    if (asked.path.startsWith("/api/")) return answerMethod(asked.path.slice("/api/".length), asked);
    const url = urls.get(asked.path);
    if (!url || asked.method !== "POST") return { status: 404, body: { ok: false, error: "expired_url" } };
    const fails = failures.next("response_url", () => takePost(url, asked));
    return fails ?? takePost(url, asked);
  }

  function takeUpload({ headers, raw: bytes }: Asked): Reply {
    uploads.push(...(partsOf(headers, bytes)?.files ?? [{ filename: "", bytes }]));
    return { status: 200, body: "OK" };
  }

  function takePost(url: Url, asked: Asked): Reply {
    if (++url.used > USES) return { status: 404, body: { ok: false, error: "used_url" } };
    const body = JSON.parse(asked.body) as SlackMessage;
    if (isLacking(body)) return { status: 200, body: { ok: false, error: "invalid_blocks" } };
    const problems = checks ? checkSlack("message", body) : [];
    const what = problems.length > 0 ? refusal("this post", problems, body) : { url: asked.path, body };
    url.heard(what);
    faults.push(...problems);
    for (const one of listeners) what instanceof Error ? one.reject(what) : one.resolve(what);
    listeners = [];
    if (what instanceof Error) return { status: 400, body: { ok: false, error: "invalid_blocks" } };
    posts.push(what);
    return { status: 200, body: { ok: true } };
  }

  function answerMethod(method: string, asked: Asked): Reply {
    const body = parseCall(asked);
    calls.push({ method, body });
    const token = asked.headers.authorization?.replace(/^Bearer /, "") ?? body.token;
    const needed = method === "apps.connections.open" ? appToken : botToken;
    const fails = failures.next(method, () => call(method, body));
    if (fails) return fails;
    const headers = scopes ? { "x-oauth-scopes": scopes.join(",") } : {};
    const [result, problems] =
      token === needed
        ? call(method, body)
        : [{ ok: false, error: token ? "invalid_auth" : "not_authed" }, []];
    if (problems.length === 0) return { status: 200, headers, body: result };
    faults.push(...problems);
    const response_metadata = { messages: problems.map((problem) => `[ERROR] ${problem}`) };
    return { status: 200, body: { ok: false, error: "invalid_arguments", response_metadata } };
  }

  function call(method: string, body: Json): [result: Json, problems: string[]] {
    const { channel, ts = timestamp(), user } = body;
    if (isLacking(body)) return [{ ok: false, error: "invalid_blocks" }, []];
    taken.push(method);
    const check = (kind: "post" | "view", what: unknown) => (checks ? checkSlack(kind, what) : []);
    switch (method) {
      case "api.test":
        return [{ ok: true }, []];
      case "apps.connections.open":
        return [{ ok: true, url: `ws://${origin}/link/?ticket=${crypto.randomUUID()}&app_id=${APP}` }, []];
      case "auth.test": {
        const names = { url: "https://reading-room.slack.com/", team: "Reading room", user: "refdesk" };
        return [{ ok: true, ...names, team_id: TEAM, user_id: BOT_USER, bot_id: BOT }, []];
      }
      case "chat.postMessage":
      case "chat.postEphemeral":
        if (!body.client_msg_id || seen.every(({ client_msg_id }) => client_msg_id !== body.client_msg_id))
          seen.push(body);
        return [{ ok: true, channel, ts, message: posted(body, String(ts)) }, check("post", body)];
      case "chat.update":
        return [{ ok: true, channel, ts, message: posted(body, String(ts)) }, check("post", body)];
      case "chat.unfurl":
        return links.unfurl(body);
      case "users.info": {
        const profile = { real_name: "Reader", display_name: "reader" };
        const is_admin = admins.has(String(user));
        const who = { id: user, team_id: TEAM, name: "reader", is_bot: false, is_admin, profile };
        return [{ ok: true, user: who }, []];
      }
      case "views.open":
      case "views.push":
      case "views.publish":
      case "views.update": {
        const view = {
          ...(isJson(body.view) ? body.view : {}),
          id: "V0STANDIN01",
          team_id: TEAM,
          hash: "1.a",
        };
        return [{ ok: true, view }, check("view", body.view)];
      }
      case "assistant.threads.setSuggestedPrompts":
        return [{ ok: true }, checks ? checkPrompts(body) : []];
      case "files.getUploadURLExternal":
        return [{ ok: true, upload_url: `http://${origin}/upload/1`, file_id: "F0STANDIN01" }, []];
      case "files.completeUploadExternal":
        return [{ ok: true, files: [{ id: "F0STANDIN01", title: "" }] }, []];
      default:
        return [{ ok: false, error: "unknown_method" }, []];
    }
  }

  return {
    apiUrl: `http://${origin}/api/`,
    ...{
      botToken,
      appToken,
      botId: BOT,
      botUserId: BOT_USER,
      calls,
      taken,
      seen,
      posts,
      admins,
      uploads,
      faults,
      raw,
      press,
    },
    get connections() {
      return connections;
    },
    get open() {
      return openSockets().length;
    },
    linked: links.linked,
    responseUrl: () => openUrl("shortcuts"),
    fail: failures.fail,
    async connected() {
      if (openSockets().length > 0) return;
      const waiting = waitFor<void>("a Socket Mode connection", timeout);
      arrivals.push(waiting);
      return waiting.promise;
    },
    async command(command, text = "", who) {
      return raw({
        type: "slash_commands",
        payload: commandPayload(command, text, openUrl("commands"), who),
      });
    },
    nextPost() {
      const waiting = waitFor<Post>("a post to a response_url", timeout);
      listeners.push(waiting);
      return waiting.promise;
    },
    async read() {
      const pongs = openSockets().map(async (socket) => {
        socket.ping();
        await Promise.race([once(socket, "pong"), once(socket, "close")]);
      });
      await Promise.all(pongs);
    },
    drop(on) {
      const cut = on === undefined ? server.sockets : openSockets().slice(on, on + 1);
      for (const socket of cut) socket.terminate();
    },
    async close() {
      const closed = new Error("the stand-in was closed");
      for (const { waiting } of sent.values()) waiting.reject(closed);
      for (const waiting of [...arrivals, ...listeners]) waiting.reject(closed);
      await server.close();
    },
  };
}

const idOf = (action: SlackAction | string) => (typeof action === "string" ? action : action.action_id);
