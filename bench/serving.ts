/** Starts servers in their own processes, waits for them, measures their memory and stops them. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { PROJECT } from "./bot.ts";

/** Input of a benchmark program, in the file named by the variable BENCH. */
export interface Orders {
  readonly platform: "discord" | "slack";
  readonly publicKey: string;
  readonly secret: string;
  /** The answers to return in turn, byte for byte. */
  readonly answers: readonly string[];
}

/** A running server. */
export interface Serving {
  readonly port: number;
  /** Milliseconds from spawning the process until it reported ready. */
  readonly ready: number;
  /** Returns the current resident memory in MB. */
  readonly memory: () => number;
  /** Returns the processor time that it has used, in milliseconds; undefined where the system does not tell. */
  readonly processorTime: () => number | undefined;
  readonly stop: () => Promise<void>;
}

export type Variables = Readonly<Record<string, string>>;

/** Timeout for a server to become ready, in milliseconds. */
const PATIENCE = 20_000;

const PORT = /"port":(\d+)/;

/** Returns the resident memory of a process in MB, as reported by `ps`. */
const memoryOf = ({ pid }: ChildProcess): number =>
  Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1024;

/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;

/** Returns the processor time of a process, as Linux tells it: the 14th and 15th field of its state. */
function processorTimeOf({ pid }: ChildProcess): number | undefined {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return undefined;
  const [, after = ""] = readFileSync(file, "utf8").split(") ");
  const fields = after.split(" ");
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/**
 * Starts a server. It is ready once its output matches all of `signs`, or at once when there are none.
 * @throws {Error} with its output, when it exits or is not ready in time
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
  // Leave no server running when the benchmark fails.
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
      // Later output must be read, or the process would block, but is not needed.
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
    processorTime: () => processorTimeOf(child),
    async stop() {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
      process.off("exit", kill);
    },
  };
}

/** Returns a free port. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await once(server.close(), "close");
  return port;
}

/** Waits until something listens on a port, for servers that log nothing. */
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

/**
 * Writes the input to a temporary file, as it is too large for a variable. The file is removed when this process
 * exits.
 */
export function told(orders: Orders): Variables {
  const folder = mkdtempSync(join(tmpdir(), "refdesk-bench-"));
  process.once("exit", () => rmSync(folder, { recursive: true }));
  const file = join(folder, "orders.json");
  writeFileSync(file, JSON.stringify(orders));
  return { BENCH: file };
}

/** Starts one of the benchmark's own programs. */
export const serveProgram = (file: string, orders: Orders): Promise<Serving> =>
  serve([join(PROJECT, "bench/run.js"), `./${file}`], told(orders));

/** Reads the input of this process. */
export const ordersGiven = (): Orders => JSON.parse(readFileSync(process.env.BENCH ?? "", "utf8")) as Orders;
