/** Generates load on pages in its own process: GET requests over keep-alive connections, one in flight on each. */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { quantile } from "./measure.ts";

/** One round: the paths to request in turn, the port, and the number of connections and requests. */
export interface PageRound {
  readonly port: number;
  readonly paths: readonly string[];
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

const END = Buffer.from("\r\n\r\n");

/** Sends a request and returns the times at which its reply began and was complete. */
function exchange(socket: Socket, bytes: Buffer): Promise<{ first: number; whole: number }> {
  return new Promise((resolve, reject) => {
    const sent = performance.now();
    let first = 0;
    let got: Buffer = Buffer.alloc(0);
    let whole = Number.POSITIVE_INFINITY;
    const fail = (error?: unknown) => reject(error instanceof Error ? error : new Error("it hung up"));
    const take = (chunk: Buffer) => {
      first ||= performance.now() - sent;
      got = got.length === 0 ? chunk : Buffer.concat([got, chunk]);
      if (whole === Number.POSITIVE_INFINITY) {
        const end = got.indexOf(END);
        if (end < 0) return;
        const head = got.toString("latin1", 0, end);
        if (!head.startsWith("HTTP/1.1 200 ")) return fail(new Error(`not a page: ${head}`));
        whole = end + END.length + Number(/^content-length: *(\d+)/im.exec(head)?.[1]);
      }
      if (got.length < whole) return;
      socket.off("data", take).off("close", fail).off("error", fail);
      resolve({ first, whole: performance.now() - sent });
    };
    socket.on("data", take).on("close", fail).on("error", fail);
    socket.write(bytes);
  });
}

async function load({ port, paths, connections, count }: PageRound): Promise<PageLoaded> {
  const requests = paths.map((path) => Buffer.from(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`));
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
