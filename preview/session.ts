/** Runs the program's prompt in a pseudo-terminal, types asks into it and keeps what it writes. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The program as it is run. */
export const PROGRAM = fileURLToPath(new URL("../bin/refdesk.js", import.meta.url));
const PROMPT = "refdesk> ";

/** Size of the terminal: as wide as a code block in the README is without a scroll bar. */
export const COLUMNS = 80;
const ROWS = 30;

/** An ask as it was typed, and the answer's lines with their colours (SGR). */
export interface Exchange {
  readonly line: string;
  readonly answer: readonly string[];
}

/** What a prompt showed from its start to its end. */
export interface Session {
  readonly prompt: string;
  readonly greeting: readonly string[];
  readonly exchanges: readonly Exchange[];
}

/** Whether there is util-linux's `script`, which runs a program in a pseudo-terminal. */
export const hasPseudoTerminal = (): boolean =>
  spawnSync("script", ["--version"], { encoding: "utf8" }).stdout?.includes("util-linux") ?? false;

/** Any control sequence but colours, which are kept; the prompt moves the cursor by them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal's control sequences begin with one
const MOVES = /\u001b\[[\d;?]*[A-Za-ln-z]|\r/g;

/** Returns the lines of what was written, without what moves the cursor. */
export const linesIn = (written: string): string[] =>
  written
    .replace(MOVES, "")
    .replace(/^\n+|\n+$/g, "")
    .split("\n");

/** Splits what a prompt has written into its greeting and its exchanges. */
export function readSession(written: string): Session {
  const [greeting = "", ...typed] = written.split(PROMPT);
  return {
    prompt: PROMPT,
    greeting: linesIn(greeting),
    exchanges: typed.slice(0, -1).map((exchange) => {
      const [line = "", ...answer] = linesIn(exchange);
      return { line, answer: linesIn(answer.join("\n")) };
    }),
  };
}

/**
 * Records a session in which these asks are typed. Only the shelf of the project and English are used, whatever is set.
 * @throws {Error} when the prompt ends before all asks are answered
 */
export async function recordSession(asks: readonly string[]): Promise<Session> {
  const home = mkdtempSync(join(tmpdir(), "refdesk-docs-"));
  const command = `stty cols ${COLUMNS} rows ${ROWS}; exec "${process.execPath}" "${PROGRAM}" 2>/dev/null`;
  const own = { HOME: home, CACHE_DIR: home, LOCALE: "en", FORCE_HYPERLINK: "0" };
  const env = { PATH: process.env.PATH, SHELL: "/bin/sh", TERM: "xterm-256color", ...own };
  const child = spawn("script", ["-qec", command, "/dev/null"], { cwd: home, env });
  const left = [...asks, "exit"];
  let [written, seen] = ["", 0];
  child.stdout.setEncoding("utf8").on("data", (text) => {
    written += text;
    const at = written.indexOf(PROMPT, seen);
    if (at < 0 || left.length === 0) return;
    seen = at + PROMPT.length;
    child.stdin.write(`${left.shift()}\r`);
  });
  try {
    await once(child, "close");
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
  const session = readSession(written);
  if (session.exchanges.length !== asks.length)
    throw new Error(`The prompt ended after ${session.exchanges.length} of ${asks.length} asks:\n${written}`);
  return session;
}
