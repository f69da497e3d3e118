/** Serves HTTP and WebSockets on this machine, for the stand-ins. */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";

export type Asked = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: string;
  /** The body as raw bytes. */
  raw: Buffer;
};
export type Reply = {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
  /** Gives no reply: resets the connection, or leaves it open without a word. */
  lost?: "reset" | "hang";
};

export type Loopback = {
  port: number;
  sockets: Set<WebSocket>;
  close(): Promise<void>;
};

/** How long sockets get to close in turn, in milliseconds. */
const FAREWELL = 200;

/** Starts a server on 127.0.0.1 for HTTP and WebSockets. `close` ends every connection. */
export async function listen(
  answer: (asked: Asked) => Reply,
  connected: (socket: WebSocket, path: string) => void,
): Promise<Loopback> {
  const server = createServer((request, response) => serve(request, response, answer));
  // A client that is busy for so long would send its next request over a connection that is closed meanwhile.
  server.keepAliveTimeout = 0;
  const gateway = new WebSocketServer({ server, perMessageDeflate: false });
  gateway.on("connection", (socket, { url }) => connected(socket, url ?? "/"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    sockets: gateway.clients,
    async close() {
      await Promise.all([...gateway.clients].map(farewell));
      gateway.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Closes a socket in turn with its client: one that is closing too reports a cut socket as an error. */
function farewell(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => socket.terminate(), FAREWELL);
    socket.once("close", () => {
      clearTimeout(late);
      resolve();
    });
    socket.close(1001);
  });
}

function serve(request: IncomingMessage, response: ServerResponse, answer: (asked: Asked) => Reply): void {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const { method = "GET", url = "/", headers } = request;
    const { pathname, searchParams } = new URL(url, "http://127.0.0.1");
    const raw = Buffer.concat(chunks);
    const body = raw.toString("utf8");
    const path = decodeURIComponent(pathname);
    const reply = safely(() => answer({ method, path, query: searchParams, headers, body, raw }));
    if (reply.lost === "reset") request.socket.resetAndDestroy();
    if (reply.lost) return;
    if (reply.body === undefined) response.writeHead(reply.status).end();
    else {
      const json = { "content-type": "application/json; charset=utf-8", ...reply.headers };
      response.writeHead(reply.status, json).end(JSON.stringify(reply.body));
    }
  });
}

/** Replies 500 to an error in the stand-in itself, so that a test fails instead of timing out. */
function safely(answer: () => Reply): Reply {
  try {
    return answer();
  } catch (error) {
    return { status: 500, body: { ok: false, message: String(error), error: String(error) } };
  }
}

export type Waiting<T> = {
  promise: Promise<T>;
  resolve(value: T): void;
  reject(error: Error): void;
};

/** Creates a promise that is settled from outside. It rejects, naming `what`, after `milliseconds`. */
export function waitFor<T>(what: string, milliseconds: number): Waiting<T> {
  let resolve!: (value: T) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<T>((...both) => {
    [resolve, reject] = both;
  });
  const timer = setTimeout(
    () => reject(new Error(`${what}: nothing within ${milliseconds} ms`)),
    milliseconds,
  );
  const settled = () => clearTimeout(timer);
  promise.then(settled, settled);
  return { promise, resolve, reject };
}

/** Creates the error that tells a waiting test why a platform would refuse a body. */
export function refusal(what: string, faults: string[], body: unknown): Error {
  return new Error(`${what} would be refused:\n- ${faults.join("\n- ")}\n${JSON.stringify(body)}`);
}
