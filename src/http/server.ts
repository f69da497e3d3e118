/** HTTP server without knowledge of any platform: routes, limits on requests, and a stop that finishes them. */

import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, Server as NetServer } from "node:net";
import { setImmediate, setTimeout } from "node:timers/promises";
import { errorMessage } from "../support/error-message.ts";
import type { Log } from "../support/log.ts";
import type { StopFunction } from "../support/stop-function.ts";
import { withTimeout } from "../support/timeout.ts";
import { logRefusals } from "./refusal-log.ts";
import { refuseMalformed } from "./refuse-malformed.ts";

/** A request with its complete body as raw bytes, which is what platforms sign. */
export interface HttpRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The part after “?” as sent, not decoded; empty without one. */
  readonly query: string;
}

export interface HttpReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Work to do once the reply is written or the connection closed; `stop` waits for it. */
  readonly sent?: () => Promise<unknown>;
}

export type RouteHandler = (request: HttpRequest) => Promise<HttpReply>;

/** Handlers by method and path, such as `POST /discord/interactions`. Handlers may be added while the server runs. */
export type RouteTable = Map<string, RouteHandler>;

/** The part of a route table that adds handlers. */
export interface RouteRegistry {
  set(route: string, handler: RouteHandler): unknown;
}

/** A GET, HEAD or OPTIONS request to a path without a route. Its body, if any, is ignored. */
export interface PageRequest {
  readonly method: string;
  /** The path as sent, not decoded; begins with a slash. */
  readonly path: string;
  /** The part after “?” as sent, not decoded; empty without one. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
}

/** Handles requests to paths without a route. Replies to HEAD as to GET; the server omits the body. */
export type PageHandler = (request: PageRequest) => HttpReply | Promise<HttpReply>;

/** The address to listen on, and what differs from the default. */
export interface ListenAddress {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** Headers of every reply, those that the server gives itself included; a reply's own replace them. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly limits?: Partial<Record<keyof typeof REQUEST_LIMITS, number>>;
}

export interface HttpServer {
  readonly port: number;
  /** Stops listening, finishes open requests, and closes connections that are still open after `stopTime`. */
  readonly stop: StopFunction;
}

/** Limits in bytes (`body`) and milliseconds. */
export const REQUEST_LIMITS = {
  body: 2 ** 20,
  headersTime: 5_000,
  /** From the first byte of a request to the last byte of its body. */
  requestTime: 10_000,
  /** Above the 60 s for which proxies commonly keep a connection: if we closed it first, a request could be lost. */
  idleTime: 65_000,
  /** Below the 10 s within which the whole process should stop. */
  stopTime: 8_000,
} as const;

/** How long no request must have arrived before `stop` assumes that none is waiting, in milliseconds. */
const QUIET = 50;

/** Maximum time that `stop` waits for quiet, in milliseconds. */
const QUIET_WITHIN = 2_000;

const LAST = { connection: "close" };
const NONE: HttpReply = { status: 404 };
const TOO_LARGE: HttpReply = { status: 413, headers: LAST };
const FAILED: HttpReply = { status: 500 };
const EMPTY = Buffer.alloc(0);
const UNREADABLE: HttpReply = { status: 400 };
const NO_PAGE: HttpReply = { status: 405, headers: { allow: "GET, HEAD" } };
/** Methods that the pages answer themselves. */
const PAGE_METHODS = ["GET", "HEAD", "OPTIONS"];

/**
 * Reads the whole body. Resolves to undefined, and keeps no more of it, when it is larger than `limit`.
 * @throws {Error} when the connection closes before the body is complete
 */
function bodyOf(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  if (Number(request.headers["content-length"]) > limit) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else resolve(undefined);
    });
    request.on("end", () => resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)));
    request.on("error", reject);
    request.on("close", () => {
      if (!request.complete) reject(new Error("the request was cut"));
    });
  });
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers["content-length"] !== undefined || headers["transfer-encoding"] !== undefined;

/** Writes a reply. Resolves when it is written or the connection is closed. */
function write(
  response: ServerResponse,
  { status, headers, body = "" }: HttpReply,
  common: ListenAddress["headers"],
  last: boolean,
) {
  if (response.closed) return Promise.resolve();
  const written = new Promise<void>((resolve) => {
    response.once("close", resolve);
  });
  // A 204 must have no length, and a 304 that of the unchanged content, not 0 (RFC 9110, section 8.6).
  const length = status === 304 || status === 204 ? {} : { "content-length": Buffer.byteLength(body) };
  response.writeHead(status, { ...common, ...headers, ...length, ...(last ? LAST : {}) });
  response.end(body);
  return written;
}

/** Starts listening. @returns the port @throws {Error} naming the variables to change when that fails */
async function listening(
  server: ReturnType<typeof createServer>,
  { host, port }: ListenAddress,
): Promise<number> {
  try {
    server.listen(port, host);
    await once(server, "listening");
  } catch (error) {
    throw new Error(`HOST and PORT: ${host}, port ${port}, cannot be listened on (${errorMessage(error)}).`);
  }
  return (server.address() as AddressInfo).port;
}

/**
 * Waits for so long that what has arrived is read. A timer that is due comes before what has arrived: after work that took
 * longer than the wait, only the turn after it reads that.
 */
async function waitForArrivals(): Promise<void> {
  await setTimeout(QUIET);
  await setImmediate();
}

/**
 * Starts the server. Requests go to the route with their method and path, whatever their query; GET, HEAD and
 * OPTIONS requests to other paths go to `pages`. Replies with 404, 405 and 413 itself. A handler that throws gives a 500 without
 * detail, and a log line.
 * @throws {Error} when the address cannot be listened on
 */
export async function serveHttp(
  place: ListenAddress,
  routes: RouteTable,
  log: Log,
  pages?: PageHandler,
): Promise<HttpServer> {
  const limits = { ...REQUEST_LIMITS, ...place.limits };
  const methodsOf = (path: string): string[] =>
    [...routes.keys()].flatMap((route) => {
      const [method = "", own] = route.split(" ");
      return own === path ? [method] : [];
    });
  const logRefusal = logRefusals(log);
  const pending = new Set<Promise<void>>();
  let stopping = false;
  /** Number of connections and requests so far. */
  let arrived = 0;

  async function replyTo(request: IncomingMessage, path: string): Promise<HttpReply> {
    const handler = routes.get(`${request.method} ${path}`);
    const allowed = handler ? [] : methodsOf(path);
    if (allowed.length > 0) return { status: 405, headers: { allow: allowed.join(", ") } };
    const { method = "" } = request;
    const isPage = PAGE_METHODS.includes(method);
    if (!handler && !(pages && isPage)) return pages ? NO_PAGE : NONE;
    // Most requests for pages have no body, so there is nothing to wait for.
    const body = handler || hasBody(request) ? await bodyOf(request, limits.body) : EMPTY;
    if (!body) return TOO_LARGE;
    try {
      const { headers, url = "" } = request;
      const query = url.slice(path.length + 1);
      if (!handler) {
        if (!path.startsWith("/")) return UNREADABLE;
        return (await pages?.({ method, path, query, headers })) ?? NONE;
      }
      const reply = await handler({ headers, body, query });
      if (reply.status === 401) logRefusal(path);
      return reply;
    } catch (error) {
      log.error({ path, err: error }, "a request could not be handled");
      return FAILED;
    }
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split("?", 1)[0] ?? "";
    let reply: HttpReply;
    try {
      reply = await replyTo(request, path);
    } catch {
      return; // The sender closed the connection, or was too slow: there is nobody to reply to.
    }
    try {
      await write(response, reply, place.headers, stopping);
      await reply.sent?.();
    } catch (error) {
      log.error({ path, err: error }, "what follows a request failed");
    }
  }

  const server = createServer(
    {
      headersTimeout: limits.headersTime,
      requestTimeout: limits.requestTime,
      keepAliveTimeout: limits.idleTime,
      // By default Node checks for slow requests only every 30 seconds.
      connectionsCheckingInterval: Math.min(1_000, limits.headersTime / 4),
    },
    (request, response) => {
      arrived += 1;
      const work = handle(request, response).finally(() => pending.delete(work));
      pending.add(work);
    },
  );
  server.on("clientError", refuseMalformed(place.headers));
  const port = await listening(server, place);
  log.info({ host: place.host, port, routes: [...routes.keys()] }, "listening");

  server.on("connection", () => {
    arrived += 1;
  });

  /** Waits for queued connections: Node accepts one per event loop turn, and drops the rest when it stops listening. */
  async function drainQueue(): Promise<void> {
    const began = performance.now();
    let previous: number;
    do {
      previous = arrived;
      await waitForArrivals();
    } while (previous !== arrived && performance.now() < began + QUIET_WITHIN);
    // Where there was no quiet, or some came after it: the queue is empty after a turn in which none was accepted.
    do {
      previous = arrived;
      await setImmediate();
    } while (previous !== arrived && performance.now() < began + limits.stopTime);
  }

  async function end(): Promise<void> {
    stopping = true;
    const closed = once(server, "close");
    const finished = async () => {
      await drainQueue();
      // http.Server's own close would also cut connections whose request has arrived but is not yet read.
      NetServer.prototype.close.call(server);
      await waitForArrivals();
      server.close();
      while (pending.size > 0) await Promise.allSettled(pending);
      server.closeIdleConnections();
      await closed;
      while (pending.size > 0) await Promise.allSettled(pending);
    };
    if ((await withTimeout(finished(), limits.stopTime)) === "late")
      log.warn({ requests: pending.size }, "stopped before everything was finished");
    server.closeAllConnections();
  }
  let stopped: Promise<void> | undefined;

  return {
    port,
    stop() {
      stopped ??= end();
      return stopped;
    },
  };
}
