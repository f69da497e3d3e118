/** The HTTP server alone: requests it accepts and refuses, and how it stops. */
import { once } from "node:events";
import { connect } from "node:net";
import { Worker } from "node:worker_threads";
import { afterEach, expect, it, vi } from "vitest";
import { type HttpServer, type ListenAddress, type RouteTable, serveHttp } from "../../src/http/server.ts";
import { keptLog } from "../desks.ts";
import { holdWork } from "../held-work.ts";
import { send } from "../stand-ins/http.ts";

let server: HttpServer | undefined;
let log = keptLog();

async function serve(routes: RouteTable, limits: ListenAddress["limits"] = {}): Promise<number> {
  log = keptLog();
  server = await serveHttp({ host: "127.0.0.1", port: 0, limits }, routes, log);
  return server.port;
}

afterEach(() => server?.stop());

const echo: RouteTable = new Map([
  [
    "POST /echo",
    async ({ headers, body }) => ({ status: 200, body: `${headers["x-word"]}:${body.toString("hex")}` }),
  ],
]);

/** Sends raw bytes to a server. @returns everything it sends until it closes the connection */
const raw = (port: number, ...parts: string[]): Promise<string> =>
  new Promise((resolve) => {
    let heard = "";
    const socket = connect(port, "127.0.0.1", () => {
      for (const part of parts) socket.write(part);
    });
    socket.on("data", (chunk) => {
      heard += chunk;
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(heard));
  });

it("hands over the headers and the raw bytes, with or without a query", async () => {
  const port = await serve(echo);
  for (const path of ["/echo", "/echo?x=/other", "/echo?"]) {
    const { status, body } = await send(port, {
      path,
      headers: { "x-word": "a" },
      body: Buffer.from([0, 255, 10]),
    });
    expect([status, body]).toEqual([200, "a:00ff0a"]);
  }
});

it.each([
  ["POST", "/", 404],
  ["POST", "/echo/", 404],
  ["POST", "/Echo", 404],
  ["POST", "//echo", 404],
  ["POST", "/%65cho", 404],
  ["POST", "/x/../echo", 404],
  ["POST", "/x?/echo", 404],
  ["GET", "/echo", 405],
  ["PUT", "/echo?x", 405],
  ["HEAD", "/echo", 405],
])("%s %s is %d", async (method, path, status) => {
  const port = await serve(echo);
  const reply = await send(port, { method, path });
  expect(reply).toMatchObject({ status, body: "" });
  expect(reply.headers.allow).toBe(status === 405 ? "POST" : undefined);
});

it("takes a body to the last byte that it may have, and none that is larger, announced or not", async () => {
  const port = await serve(echo, { body: 1_000 });
  expect(await send(port, { path: "/echo", body: "x".repeat(1_000) })).toMatchObject({ status: 200 });
  expect(await send(port, { path: "/echo", body: "x".repeat(1_001) })).toMatchObject({ status: 413 });
  const head = "POST /echo HTTP/1.1\r\nHost: x\r\n";
  const chunk = `200\r\n${"x".repeat(512)}\r\n`;
  const chunked = await raw(port, `${head}Transfer-Encoding: chunked\r\n\r\n`, chunk, chunk);
  expect(chunked).toMatch(/^HTTP\/1\.1 413 /);
  expect(await raw(port, `${head}Content-Length: 99999999\r\n\r\n`)).toMatch(/^HTTP\/1\.1 413 /);
  expect(await send(port, { path: "/echo" })).toMatchObject({ status: 200 });
});

it("takes no body that is cut for a whole one, and ends all the same", async () => {
  const handled = vi.fn(async () => ({ status: 200 }));
  const port = await serve(new Map([["POST /echo", handled]]));
  for (const size of ["Content-Length: 10", "Transfer-Encoding: chunked"])
    await new Promise<void>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.write(`POST /echo HTTP/1.1\r\nHost: x\r\n${size}\r\n\r\n5\r\n123`, () => socket.destroy());
      });
      socket.on("close", () => resolve());
    });
  expect(await send(port, { path: "/echo", body: "whole" })).toMatchObject({ status: 200 });
  await server?.stop();
  expect(handled).toHaveBeenCalledTimes(1);
  expect(log.lines.filter(({ level }) => level !== "info")).toEqual([]);
});

it("waits for no slow body and no slow headers, and goes on", async () => {
  const handled = vi.fn(async () => ({ status: 200 }));
  const port = await serve(new Map([["POST /echo", handled]]), { headersTime: 200, requestTime: 400 });
  const said = await Promise.all([
    raw(port, "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n", "12345"),
    raw(port, "POST /echo HTTP/1.1\r\nHost:"),
  ]);
  for (const words of said) expect(words).toMatch(/^(HTTP\/1\.1 408 |$)/);
  expect(handled).not.toHaveBeenCalled();
  // With such limits, a busy machine may be too slow for one request, and is not for every one.
  await expect.poll(async () => (await send(port, { path: "/echo" })).status).toBe(200);
});

it("answers what is no HTTP with 400, and goes on", async () => {
  const port = await serve(echo);
  expect(await raw(port, "\u0000\u0001 what\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 /);
  expect(await send(port, { path: "/echo" })).toMatchObject({ status: 200 });
});

it("says nothing of why a handler failed, but to the log", async () => {
  const port = await serve(new Map([["POST /", () => Promise.reject(new Error("a secret place"))]]));
  expect(await send(port, {})).toMatchObject({ status: 500, body: "" });
  expect(log.lines.at(-1)).toMatchObject({ level: "error", data: { err: { message: "a secret place" } } });
});

it("logs refused signatures once, however many there are", async () => {
  const port = await serve(new Map([["POST /", async () => ({ status: 401 })]]));
  for (let sent = 0; sent < 20; sent += 1) expect((await send(port, {})).status).toBe(401);
  expect(log.lines.filter(({ level }) => level === "warn")).toHaveLength(1);
});

/** Resolves to what becomes of a connection that sends nothing. */
const connecting = (port: number): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve("connected");
    });
    socket.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? ""));
  });

it("stops taking, and finishes what was taken and what follows it", async () => {
  const [handled, followed] = [holdWork(), holdWork()];
  const order: string[] = [];
  const handle = async () => {
    await handled.work();
    const sent = () => followed.work().then(() => order.push("followed"));
    return { status: 200, body: "whole", sent };
  };
  const port = await serve(new Map([["POST /", handle]]), { stopTime: 100_000 });
  const taken = send(port, {});
  await handled.begun;
  const stopped = server?.stop().then(() => order.push("stopped"));
  // Each connection that it still takes has it wait for another.
  await expect.poll(() => connecting(port), { interval: 250 }).toBe("ECONNREFUSED");
  handled.end();
  expect(await taken).toMatchObject({ status: 200, body: "whole", headers: { connection: "close" } });
  await followed.begun;
  expect(order).toEqual([]);
  followed.end();
  await stopped;
  expect(order).toEqual(["followed", "stopped"]);
});

/** Connects so many times in a thread of its own, and tells how each reply begins. */
const CLIENT = `
  const { connect } = require("node:net");
  const { parentPort, workerData: { port, times, connected } } = require("node:worker_threads");
  const ask = () => new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () =>
      socket.write("POST /echo HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 1\\r\\n\\r\\nx"));
    socket.on("data", (chunk) => resolve(String(chunk).slice(0, 12)));
    socket.on("error", (error) => resolve(error.code));
  });
  parentPort.once("message", async () => {
    const replies = Promise.all(Array.from({ length: times }, ask));
    // The system has taken all connections by the next turn, whether or not anybody accepts them.
    await new Promise(setImmediate);
    Atomics.store(connected, 0, 1);
    Atomics.notify(connected, 0);
    parentPort.postMessage(await replies);
  });
  parentPort.postMessage("ready");
`;

/** Keeps the thread busy for so many milliseconds. */
const block = (milliseconds: number) =>
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

it.each([
  ["while the process is busy at the beginning of a stop", 8, 0],
  ["faster than it is answered", 90, 30],
])("answers what connects %s", async (_, times, each) => {
  const busy: RouteTable = new Map([
    [
      "POST /echo",
      async () => {
        block(each);
        return { status: 200 };
      },
    ],
  ]);
  const connected = new Int32Array(new SharedArrayBuffer(4));
  // Longer than it takes anywhere: what is cut at the end of its time is another test's.
  const time = 100_000;
  const limits = { headersTime: time, requestTime: time, stopTime: time };
  const workerData = { port: await serve(busy, limits), times, connected };
  const client = new Worker(CLIENT, { eval: true, workerData });
  const [answered, stopped] = await new Promise<[Promise<unknown[]>, unknown]>((resolve) => {
    client.once("message", () => {
      client.postMessage("go");
      resolve([once(client, "message"), server?.stop()]);
      Atomics.wait(connected, 0, 0, 60_000);
    });
  });
  const [[replies]] = await Promise.all([answered, stopped]);
  expect(replies).toEqual(Array(times).fill("HTTP/1.1 200"));
  await client.terminate();
});

it("ends in time whatever is not finished", async () => {
  const endless = holdWork();
  const port = await serve(new Map([["POST /", () => endless.work().then(() => ({ status: 200 }))]]), {
    stopTime: 200,
  });
  const taken = send(port, {}).catch((error: Error) => error.message);
  await endless.begun;
  await server?.stop();
  expect(await taken).toMatch(/hang up|reset/i);
  expect(log.lines.at(-1)).toMatchObject({ level: "warn", data: { requests: 1 } });
});

it("names the variables where it cannot listen", async () => {
  const port = await serve(echo);
  await expect(serveHttp({ host: "127.0.0.1", port }, echo, log)).rejects.toThrow(
    /^HOST and PORT: 127\.0\.0\.1, port \d+, cannot be listened on \(.*EADDRINUSE/,
  );
});
