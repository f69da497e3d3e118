/**
 * Generates load in its own process, so it shares no event loop with a server. Uses keep-alive connections with one
 * request in flight on each. Requests are built and signed before the clock starts, and replies are read from the
 * socket, to keep the load cheaper than what it measures.
 *
 * When the answer is delivered by a call after the reply, a request ends once both have arrived.
 */
import { connect, type Socket } from "node:net";
import { listen } from "../test/stand-ins/loopback.ts";
import type { Asked } from "./bot.ts";
import { quantile } from "./measure.ts";
import { replyBody } from "./reply-body.ts";
import { publicKey, REQUESTS, SECRET, type Signed } from "./requests.ts";

/** One round: at most `count` requests, and no new one after `time` milliseconds. */
export interface Round {
  readonly port: number;
  readonly platform: "discord" | "slack";
  readonly connections: number;
  readonly count: number;
  readonly time: number;
  /** Whether the answer is delivered by a call after the reply. */
  readonly delivered: boolean;
  /** The asks to repeat in turn. */
  readonly asks: readonly Asked[];
  /** Valid lengths of the answer in bytes; undefined to collect the answers instead of checking them. */
  readonly lengths?: readonly number[];
}

/** The result of a round. */
export interface Loaded {
  readonly perSecond: number;
  /** In milliseconds. */
  readonly p99: number;
  /** Share of the time in which the event loop of the load was busy. */
  readonly busy: number;
  /** The answers in order, when `lengths` was not given. */
  readonly answers: readonly string[];
}

/** The first message of the process, sent when it is ready. */
export interface Ready {
  readonly publicKey: string;
  readonly secret: string;
  /** Base URL for answers that are delivered by calls. */
  readonly apiUrl: string;
}

const arrivals = new Map<string, (answer: string) => void>();

/** Receives the calls of apps that answer by a call. Any other call asks about the user. */
const { port: callsPort } = await listen(
  ({ path, body }) => {
    const user = { id: "U0READER001", name: "reader", real_name: "Reader", profile: {} };
    const token = /\/webhooks\/\d+\/([^/]+)\/messages\/@original$/.exec(path)?.[1];
    const channel = path.endsWith("/chat.postMessage") && /"?channel"?[=:]"?(\w+)/.exec(body)?.[1];
    const key = token ?? (channel || "");
    arrivals.get(key)?.(body);
    return { status: 200, body: { ok: true, id: "1", ts: "1.1", channel: key, user } };
  },
  () => {},
);

/** Sends a request and resolves to the body of its reply, left undecoded while the clock runs. */
function exchange(socket: Socket, bytes: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let got: Buffer = Buffer.alloc(0);
    const fail = (error?: unknown) =>
      reject(error instanceof Error ? error : new Error("the server closed the connection"));
    const take = (chunk: Buffer) => {
      got = got.length === 0 ? chunk : Buffer.concat([got, chunk]);
      try {
        const body = replyBody(got);
        if (!body) return;
        socket.off("data", take).off("close", fail).off("error", fail);
        resolve(body);
      } catch (error) {
        fail(error);
      }
    };
    socket.on("data", take).on("close", fail).on("error", fail);
    socket.write(bytes);
  });
}

async function connected(port: number): Promise<Socket> {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  await new Promise((resolve, reject) => socket.once("connect", resolve).once("error", reject));
  return socket.removeAllListeners("error");
}

async function load(round: Round): Promise<Loaded> {
  const { port, platform, connections, count, time, delivered, asks, lengths } = round;
  const requests: Signed[] = Array.from({ length: count }, (_, number) =>
    REQUESTS[platform](asks[number % asks.length]!, number),
  ).reverse();
  const sockets = await Promise.all(Array.from({ length: connections }, () => connected(port)));
  const times: number[] = [];
  const answers: string[] = [];
  const arrival = (key: string) =>
    new Promise<string>((resolve) => {
      arrivals.set(key, resolve);
    }).finally(() => arrivals.delete(key));
  const began = performance.now();
  const busySince = performance.eventLoopUtilization();
  const worker = async (socket: Socket): Promise<void> => {
    while (requests.length > 0 && performance.now() - began < time) {
      const { bytes, key } = requests.pop()!;
      const sent = performance.now();
      const arrived = delivered ? arrival(key) : undefined;
      const replied = await exchange(socket, bytes);
      const now = (await arrived) ?? replied;
      times.push(performance.now() - sent);
      if (!lengths) answers.push(now.toString());
      else if (!delivered && !lengths.includes(replied.length))
        throw new Error(`another answer: ${now.toString().slice(0, 500)}`);
    }
  };
  await Promise.all(sockets.map(worker));
  const took = performance.now() - began;
  const busy = performance.eventLoopUtilization(busySince).utilization;
  for (const socket of sockets) socket.destroy();
  return { perSecond: (times.length / took) * 1_000, p99: quantile(times, 0.99), busy, answers };
}

process.on("message", (round: Round) => {
  load(round).then(
    (loaded) => process.send?.(loaded),
    (error: unknown) => process.send?.({ failed: String(error) }),
  );
});
process.on("disconnect", () => process.exit(0));
process.send?.({ publicKey, secret: SECRET, apiUrl: `http://127.0.0.1:${callsPort}/api` } satisfies Ready);
