/** Servers in processes of their own: started, waited for, weighed and ended. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { PROJECT } from "./bot.ts";

/** What a program of the bench is told, in the file that the variable BENCH names. */
export interface Orders {
  readonly platform: "discord" | "slack";
  readonly publicKey: string;
  readonly secret: string;
  /** The answers to give in turn, byte for byte. */
  readonly answers: readonly string[];
}

export interface Serving {
  readonly port: number;
  /** Milliseconds from before the process was started until it said that it was ready. */
  readonly ready: number;
  /** Resident memory now, in MB. */
  readonly memory: () => number;
  readonly stop: () => Promise<void>;
}

export type Variables = Readonly<Record<string, string>>;

/** How long a server may take until it is ready, in milliseconds. */
const PATIENCE = 20_000;

const PORT = /"port":(\d+)/;

/** Resident memory of a process in MB, as the system counts it. */
const memoryOf = ({ pid }: ChildProcess): number =>
  Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1024;

/**
 * Starts a server, which is ready once what it has written matches every one of `signs`; without any, at once.
 * @throws {Error} with what it wrote, where it ends or does not become ready in time
 */
export async function serve(
  args: readonly string[],
  variables: Variables,
  signs: readonly RegExp[] = [PORT],
): Promise<Serving> {
  const { PATH, HOME } = process.env;
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: PROJECT,
    env: { ...(PATH ? { PATH } : {}), ...(HOME ? { HOME } : {}), ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  // A bench that fails leaves no server behind.
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  let wrote = "";
  const ready = await new Promise<number>((resolve, reject) => {
    const fail = (why: string) => {
      child.kill("SIGKILL");
      reject(new Error(`node ${args.join(" ")} ${why}: ${wrote}`));
    };
    const late = setTimeout(() => fail("was not ready in time"), PATIENCE);
    child.once("exit", (status) => fail(`ended with ${status}`));
    let isReady = false;
    const hear = (chunk: Buffer | string) => {
      // What is written once it is ready is read, or the process would wait, and is not kept.
      if (isReady) return;
      wrote += chunk;
      isReady = signs.every((sign) => sign.test(wrote));
      if (!isReady) return;
      clearTimeout(late);
      child.removeAllListeners("exit");
      resolve(performance.now() - started);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    hear("");
  });
  return {
    port: Number(PORT.exec(wrote)?.[1] ?? 0),
    ready,
    memory: () => memoryOf(child),
    async stop() {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
      process.off("exit", kill);
    },
  };
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await once(server.close(), "close");
  return port;
}

/** Waits until a port is listened on, which is the one sign of a server that logs nothing. */
export async function listening(port: number): Promise<void> {
  const until = performance.now() + PATIENCE;
  while (performance.now() < until) {
    const socket = connect({ port, host: "127.0.0.1" });
    const open = await Promise.race([
      once(socket, "connect").then(() => true),
      once(socket, "close").then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (open) return;
    await pause(20);
  }
  throw new Error(`nothing listens on port ${port}`);
}

/** What a program is told, in a file, since a variable holds too little; the file is gone once the process ends. */
export function told(orders: Orders): Variables {
  const folder = mkdtempSync(join(tmpdir(), "refdesk-bench-"));
  process.once("exit", () => rmSync(folder, { recursive: true }));
  const file = join(folder, "orders.json");
  writeFileSync(file, JSON.stringify(orders));
  return { BENCH: file };
}

/** Starts one of the bench's own programs. */
export const serveProgram = (file: string, orders: Orders): Promise<Serving> =>
  serve([join(PROJECT, "bench/run.js"), `./${file}`], told(orders));

/** What this process was told. */
export const ordersGiven = (): Orders => JSON.parse(readFileSync(process.env.BENCH ?? "", "utf8")) as Orders;
