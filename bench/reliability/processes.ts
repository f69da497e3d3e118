/** Starts the program, or a plain bot that reads the same variables, as a process of its own. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PROJECT } from "../bot.ts";

/**
 * What is started: the program, or a bot on the platforms' own packages that does no more than answer. The tests name the
 * program that they have compiled.
 */
export const PROGRAMS = {
  refdesk: [process.env.REFDESK_PROGRAM ?? join(PROJECT, "bin/refdesk.js")],
  plain: [join(PROJECT, "bench/run.js"), "./reliability/plain-program.ts"],
} as const;

export type ProgramName = keyof typeof PROGRAMS;

export interface Started {
  readonly child: ChildProcess;
  /** The port of its server; 0 where it has none. */
  readonly port: number;
  /** What it has written to standard error so far. */
  readonly log: () => string;
  /** Resident memory in MiB. */
  readonly memory: () => number;
  /** Whether it runs. */
  readonly isAlive: () => boolean;
  /** Ends it. @returns its exit status */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** How long a start may take, in milliseconds. */
const STARTING = 180_000;

const LISTENING = /"port":(\d+),.*"msg":"listening"/;

const ON_SLACK = /"msg":"connected to Slack"/;

/** Lines of the log after which the program can be asked. Its server may listen before a slow platform is ready. */
export const READY = {
  discordHttp: [LISTENING, /"msg":"registered with Discord"/],
  discordGateway: [/"msg":"connected to Discord"/],
  slackHttp: [LISTENING, ON_SLACK],
  slackSocket: [ON_SLACK],
} as const;

/** Creates a temporary folder, and a function that removes it. */
export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "refdesk-reliability-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/**
 * Starts a program and waits until its log has matched all of `ready`.
 * @param folder where it runs, with its cache and what it keeps
 * @param node options of Node
 * @throws {Error} with its log, when it ends before or takes too long
 */
export async function startProcess(
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
  ready: readonly RegExp[],
  folder: string,
  node: readonly string[] = [],
): Promise<Started> {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [...node, ...args], {
    cwd: folder,
    env: { PATH, HOME, CACHE_DIR: folder, ...variables },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const ended = once(child, "exit").finally(() => process.off("exit", kill));
  const chunks: string[] = [];
  const log = () => chunks.join("");
  await new Promise<void>((resolve, reject) => {
    const fail = (why: string) => {
      kill();
      reject(new Error(`${args.join(" ")} ${why}:\n${log()}`));
    };
    const late = setTimeout(() => fail("could not be asked in time"), STARTING);
    void ended.then(([status]) => fail(`ended with ${status}`));
    let isReady = false;
    child.stderr!.setEncoding("utf8").on("data", (chunk: string) => {
      chunks.push(chunk);
      if (isReady || !ready.every((sign) => sign.test(log()))) return;
      isReady = true;
      clearTimeout(late);
      resolve();
    });
  });
  return {
    child,
    port: Number(LISTENING.exec(log())?.[1] ?? 0),
    log,
    memory: () =>
      Number(execFileSync("ps", ["-o", "rss=", "-p", String(child.pid)], { encoding: "utf8" })) / 1_024,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    async stop(signal = "SIGTERM") {
      child.kill(signal);
      const [status] = await ended;
      return status;
    },
  };
}
