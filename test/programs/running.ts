/** Runs the whole program as a process of its own. */
import { type ChildProcess, type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { PROGRAM } from "./compiled.ts";

export interface RunningProgram {
  readonly child: ChildProcess;
  /** The folder in which it runs, with its cache and what it keeps. */
  readonly folder: string;
  /** What it has written to standard error so far. */
  readonly errors: () => string;
  /** Status and signal of its end. */
  readonly ended: Promise<unknown[]>;
  /** Resolves to a port that it listens on, by the order in which it does. */
  port(index: number): Promise<number>;
  /** Ends it at once, and removes its folder. */
  kill(): Promise<void>;
}

/** Starts the program with these environment variables alone. */
export function startProgram(
  variables: Readonly<Record<string, string>>,
  folder = mkdtempSync(join(tmpdir(), "refdesk-")),
): RunningProgram {
  const { PATH, HOME } = process.env;
  let errors = "";
  const child = spawn(process.execPath, [PROGRAM], {
    cwd: folder,
    env: { PATH, HOME, CACHE_DIR: folder, ...variables },
    stdio: ["ignore", "ignore", "pipe"],
  });
  child.stderr?.on("data", (chunk) => {
    errors += chunk;
  });
  // Not its exit: what it wrote last may come after that.
  const ended = once(child, "close");
  return {
    ...{ child, folder, ended },
    errors: () => errors,
    async port(index) {
      for (;;) {
        const ports = [...errors.matchAll(/"port":(\d+),[^\n]*"msg":"listening"/g)];
        const port = ports[index]?.[1];
        if (port !== undefined) return Number(port);
        if (child.exitCode !== null) throw new Error(`The program has ended:\n${errors}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs the program to its end. @returns what it printed */
export async function printedBy(
  args: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<string> {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    ...options,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  child.stdout.on("data", (part) => {
    printed += part;
  });
  await once(child, "close");
  return printed;
}

/** Waits until a program says that it listens, or has ended. Resolves to its port, and to what it has written so far. */
export async function listeningOf(
  child: ChildProcessByStdio<Writable | null, Readable | null, Readable>,
): Promise<{ readonly port: number; readonly log: () => string }> {
  let log = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    log += text;
  });
  const listening = () => /"port":(\d+),.*"msg":"listening"/.exec(log)?.[1];
  while (child.exitCode === null && listening() === undefined)
    await new Promise((resolve) => setTimeout(resolve, 20));
  return { port: Number(listening()), log: () => log };
}
