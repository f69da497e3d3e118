/** The one HTTP server: whole, bounded requests to handlers, and their replies back. It knows no platform. */

import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, Server as NetServer } from "node:net";
import { setTimeout } from "node:timers/promises";
import { errorMessage } from "../support/error-message.ts";
import type { Log } from "../support/log.ts";
import type { StopFunction } from "../support/stop-function.ts";
import { withTimeout } from "../support/timeout.ts";

/** A request whose body has arrived whole, as raw bytes: a signature is made over nothing else. */
export interface HttpRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface HttpReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** What is left to do once the reply has been written, or its reader has gone; stopping waits for it. */
  readonly sent?: () => Promise<unknown>;
}

export type RouteHandler = (request: HttpRequest) => Promise<HttpReply>;

/** Handlers by method and path, such as `POST /discord/interactions`. */
export type RouteTable = Map<string, RouteHandler>;

/** What is asked for by GET or HEAD at a path that is no route's; its body, if it has one, is not looked at. */
export interface PageRequest {
  /** As it was sent: nothing in it is decoded. It begins with a slash. */
  readonly path: string;
  /** What stands behind the question mark, as it was sent. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
}

/** Answers whatever is no route's. The reply to HEAD is that to GET, of which the server leaves out the body. */
export type PageHandler = (request: PageRequest) => HttpReply | Promise<HttpReply>;

/** Where to listen, and what a request may take. */
export interface ListenAddress {
  readonly host: string;
  /** 0 takes any port that is free. */
  readonly port: number;
  readonly limits?: Partial<Record<keyof typeof REQUEST_LIMITS, number>>;
}

export interface HttpServer {
  readonly port: number;
  /** Listens no more, finishes what was taken, and cuts what is not finished in time. */
  readonly stop: StopFunction;
}

/** What a request may take, in bytes and milliseconds. */
export const REQUEST_LIMITS = {
  body: 2 ** 20,
  headersTime: 5_000,
  /** From a request's first byte to the last of its body. */
  requestTime: 10_000,
  /** Above the 60 seconds that proxies commonly keep a connection: the one who waits longer never loses a request. */
  idleTime: 65_000,
  /** Within the 10 seconds that a whole stop may take. */
  stopTime: 8_000,
} as const;

/** How often refused signatures are logged at most, in milliseconds: anyone can send them. */
const REFUSALS_EVERY = 60_000;

/** How long nothing may have arrived before a stop takes it that all is there that was sent, in milliseconds. */
const QUIET = 50;

/** How long a stop waits for that, in milliseconds. */
const QUIET_WITHIN = 2_000;

const LAST = { connection: "close" };
const NONE: HttpReply = { status: 404 };
const TOO_LARGE: HttpReply = { status: 413, headers: LAST };
const FAILED: HttpReply = { status: 500 };
const EMPTY = Buffer.alloc(0);
const UNREADABLE: HttpReply = { status: 400 };
const NO_PAGE: HttpReply = { status: 405, headers: { allow: "GET, HEAD" } };

/**
 * The whole body, or nothing where it is larger than may be; what is too large is not kept.
 * @throws where the body never arrives whole
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

/** Writes a reply whole; resolves when it has been written, or its reader has gone. */
function write(response: ServerResponse, { status, headers, body = "" }: HttpReply, last: boolean) {
  if (response.closed) return Promise.resolve();
  const written = new Promise<void>((resolve) => {
    response.once("close", resolve);
  });
  // What has not changed has a length too, which is not that of the nothing that is sent (RFC 9110, section 8.6).
  const length = status === 304 ? {} : { "content-length": Buffer.byteLength(body) };
  response.writeHead(status, { ...headers, ...length, ...(last ? LAST : {}) });
  response.end(body);
  return written;
}

/** Says that signatures were refused, and how many, without letting whoever sends them fill the log. */
function refusals(log: Log): (path: string) => void {
  let last = Number.NEGATIVE_INFINITY;
  let refused = 0;
  return (path) => {
    refused += 1;
    const now = performance.now();
    if (now - last < REFUSALS_EVERY) return;
    log.warn({ path, refused }, "refused requests that were not signed as expected");
    last = now;
    refused = 0;
  };
}

/** @throws {Error} naming the variables to change where it cannot be listened on */
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
 * Listens, and hands each request whose method and path are a route's to its handler; a query is not looked
 * at. What is no route's goes to the pages, where there are any. 404, 405 and 413 are answered here; a handler
 * that throws is a 500 without detail and a line in the log.
 */
export async function serveHttp(
  place: ListenAddress,
  routes: RouteTable,
  log: Log,
  pages?: PageHandler,
): Promise<HttpServer> {
  const limits = { ...REQUEST_LIMITS, ...place.limits };
  const methods = new Map<string, string[]>();
  for (const route of routes.keys()) {
    const [method = "", path = ""] = route.split(" ");
    methods.set(path, [...(methods.get(path) ?? []), method]);
  }
  const refuse = refusals(log);
  const taken = new Set<Promise<void>>();
  let stopping = false;
  /** Connections and requests so far. */
  let arrived = 0;

  async function replyTo(request: IncomingMessage, path: string): Promise<HttpReply> {
    const handler = routes.get(`${request.method} ${path}`);
    const allowed = methods.get(path);
    if (!handler && allowed) return { status: 405, headers: { allow: allowed.join(", ") } };
    const isPage = request.method === "GET" || request.method === "HEAD";
    if (!handler && !(pages && isPage)) return pages ? NO_PAGE : NONE;
    // What asks for a page seldom has a body, and then there is nothing to wait for.
    const body = handler || hasBody(request) ? await bodyOf(request, limits.body) : EMPTY;
    if (!body) return TOO_LARGE;
    try {
      const { headers, url = "" } = request;
      if (!handler) {
        if (!path.startsWith("/")) return UNREADABLE;
        return (await pages?.({ path, query: url.slice(path.length + 1), headers })) ?? NONE;
      }
      const reply = await handler({ headers, body });
      if (reply.status === 401) refuse(path);
      return reply;
    } catch (error) {
      log.error({ path, err: error }, "a request could not be handled");
      return FAILED;
    }
  }

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split("?", 1)[0] ?? "";
    let reply: HttpReply;
    try {
      reply = await replyTo(request, path);
    } catch {
      return; // Whoever sent it has gone, or was cut for being slow: there is nobody to answer.
    }
    try {
      await write(response, reply, stopping);
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
      // By default Node looks for slow requests only twice a minute.
      connectionsCheckingInterval: Math.min(1_000, limits.headersTime / 4),
    },
    (request, response) => {
      arrived += 1;
      const work = take(request, response).finally(() => taken.delete(work));
      taken.add(work);
    },
  );
  const port = await listening(server, place);
  log.info({ host: place.host, port, routes: [...routes.keys()] }, "listening");

  server.on("connection", () => {
    arrived += 1;
  });

  /** Node takes one waiting connection a turn: those that wait when it stops listening would be cut. */
  async function quiet(): Promise<void> {
    const until = performance.now() + QUIET_WITHIN;
    let before: number;
    do {
      before = arrived;
      await setTimeout(QUIET);
    } while (before !== arrived && performance.now() < until);
  }

  async function end(): Promise<void> {
    stopping = true;
    const closed = once(server, "close");
    const finished = async () => {
      await quiet();
      // Node's own close would at once cut those too whose request is there, but has not been read.
      NetServer.prototype.close.call(server);
      await setTimeout(QUIET);
      server.close();
      while (taken.size > 0) await Promise.allSettled(taken);
      server.closeIdleConnections();
      await closed;
      while (taken.size > 0) await Promise.allSettled(taken);
    };
    if ((await withTimeout(finished(), limits.stopTime)) === "late")
      log.warn({ requests: taken.size }, "stopped before everything was finished");
    server.closeAllConnections();
  }
  let ended: Promise<void> | undefined;

  return {
    port,
    stop() {
      ended ??= end();
      return ended;
    },
  };
}
