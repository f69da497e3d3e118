/** Generates load on pages and tools in its own process, over keep-alive connections with one request in flight on each. */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { quantile } from "./measure.ts";
import { replyBody } from "./reply-body.ts";

/** A request: a GET, or with a body a POST. */
export interface LoadedRequest {
  readonly path: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One round: what to request in turn, the port, and the number of connections and requests. */
export interface PageRound {
  readonly port: number;
  readonly requests: readonly LoadedRequest[];
  readonly connections: number;
  readonly count: number;
}

/** The result of a round. */
export interface PageLoaded {
  readonly perSecond: number;
  /** Median time in milliseconds from the first byte of a request to the first of its reply. */
  readonly first: number;
  /** 99th percentile of the time in milliseconds from the first byte of a request to the last of its reply. */
  readonly p99: number;
  readonly busy: number;
}

/** Returns the bytes of a request. */
function requestBytes({ path, body, headers = {} }: LoadedRequest): Buffer {
  const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
  const lines = Object.entries({ host: "127.0.0.1", ...headers, ...length }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  const method = body === undefined ? "GET" : "POST";
  return Buffer.from([`${method} ${path} HTTP/1.1`, ...lines, "", body ?? ""].join("\r\n"));
}

/** Sends a request and returns the times at which its reply began and was complete. */
function exchange(socket: Socket, bytes: Buffer): Promise<{ first: number; whole: number }> {
  return new Promise((resolve, reject) => {
    const sent = performance.now();
    let first = 0;
    let got: Buffer = Buffer.alloc(0);
    const fail = (error?: unknown) => reject(error instanceof Error ? error : new Error("it hung up"));
    const take = (chunk: Buffer) => {
      first ||= performance.now() - sent;
      got = got.length === 0 ? chunk : Buffer.concat([got, chunk]);
      try {
        if (!replyBody(got)) return;
        socket.off("data", take).off("close", fail).off("error", fail);
        resolve({ first, whole: performance.now() - sent });
      } catch (error) {
        fail(error);
      }
    };
    socket.on("data", take).on("close", fail).on("error", fail);
    socket.write(bytes);
  });
}

async function load({ port, requests: asked, connections, count }: PageRound): Promise<PageLoaded> {
  const requests = asked.map(requestBytes);
  const sockets = Array.from({ length: connections }, () => connect(port, "127.0.0.1"));
  await Promise.all(sockets.map((socket) => once(socket, "connect")));
  const times: { first: number; whole: number }[] = [];
  let left = count;
  const since = performance.eventLoopUtilization();
  const began = performance.now();
  await Promise.all(
    sockets.map(async (socket) => {
      while (left-- > 0) times.push(await exchange(socket, requests[left % requests.length]!));
    }),
  );
  const took = performance.now() - began;
  const busy = performance.eventLoopUtilization(since).utilization;
  for (const socket of sockets) socket.destroy();
  return {
    perSecond: (times.length / took) * 1_000,
    first: quantile(
      times.map(({ first }) => first),
      0.5,
    ),
    p99: quantile(
      times.map(({ whole }) => whole),
      0.99,
    ),
    busy,
  };
}

process.on("message", (round: PageRound) => {
  load(round).then(
    (loaded) => process.send?.(loaded),
    (error: unknown) => process.send?.({ failed: String(error) }),
  );
});
process.on("disconnect", () => process.exit(0));
process.send?.({});
