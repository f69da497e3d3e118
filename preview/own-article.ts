/**
 * Records how an article becomes cited answers: the real program adds a page, takes a reviewer through what it found, and
 * answers. The page is served from this machine; in what is shown, its address and the shelf's folder are made plain.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LIGHTHOUSE_ADDRESS, LIGHTHOUSE_PAGE } from "./lighthouse.ts";
import type { Screen } from "./screens.ts";
import { COLUMNS, linesIn, PROGRAM } from "./session.ts";

/** What the recording is called. */
export const OWN_ARTICLE_TITLE = "An article becomes cited answers";

const ROWS = 30;

/** What is typed, as the README has it. */
const ADD = `npm run add -- ${LIGHTHOUSE_ADDRESS}`;
const REVIEW = "npm run review";
const QUOTED = "Orla Brennan";
const ASK = `npm start '/quote ${QUOTED}'`;

/** How many proposals are accepted; the session ends with the next. */
const ACCEPTED = 3;

/** Clears the screen, with which each card begins. */
const CLEARED = "\u001b[H\u001b[2J";

/** Returns the command that a shell runs, each argument quoted. */
const shellCommand = (...args: readonly string[]): string =>
  [process.execPath, PROGRAM, ...args].map((arg) => `'${arg.replaceAll("'", "'\\''")}'`).join(" ");

/**
 * Runs the program in a pseudo-terminal.
 * @param keys what is pressed, each once the screen says `awaits` again
 * @returns what it has written
 */
async function runInTerminal(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  keys: readonly string[] = [],
  awaits = "",
): Promise<string> {
  const command = `stty cols ${COLUMNS} rows ${ROWS}; exec ${shellCommand(...args)} 2>/dev/null`;
  const child = spawn("script", ["-qec", command, "/dev/null"], { cwd: env.HOME, env });
  const left = [...keys];
  let [written, seen] = ["", 0];
  child.stdout.setEncoding("utf8").on("data", (text) => {
    written += text;
    const at = awaits === "" ? -1 : written.indexOf(awaits, seen);
    if (at < 0 || left.length === 0) return;
    seen = at + awaits.length;
    child.stdin.write(left.shift()!);
  });
  const [status] = (await once(child, "close")) as [number];
  if (status !== 0) throw new Error(`${args.join(" ")} has ended with ${status}:\n${written}`);
  return written;
}

/** Serves the article's page while something is done with its address. */
async function withPage<Value>(work: (address: string) => Promise<Value>): Promise<Value> {
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8").end(LIGHTHOUSE_PAGE);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/lighthouse`);
  } finally {
    server.close();
  }
}

/** Times in seconds: to read what was added, a card, and the answer. */
const READ = { added: 5, card: 3, end: 2, answer: 7 };

/** Records adding, reviewing and asking, over a shelf of its own. @throws {Error} when one of them does not do so */
export async function recordOwnArticle(): Promise<Screen[]> {
  const home = mkdtempSync(join(tmpdir(), "refdesk-docs-"));
  const shelf = join(home, "shelf");
  mkdirSync(join(shelf, "data"), { recursive: true });
  const env = {
    ...{ PATH: process.env.PATH, HOME: home, SHELL: "/bin/sh", TERM: "xterm-256color", LANG: "C.UTF-8" },
    ...{ LOCALE: "en", FORCE_HYPERLINK: "0", SHELF_DIR: shelf, CACHE_DIR: join(home, "cache") },
    ...{ DATA_DIR: join(home, "desk"), REVIEWER: "Mina Lee" },
  };
  try {
    const added = await withPage(async (address) => {
      const written = await runInTerminal(["add", "--allow-private", address], env);
      return written.replaceAll(address, LIGHTHOUSE_ADDRESS);
    });
    const keys = [..."a".repeat(ACCEPTED), "q"];
    const reviewed = await runInTerminal(["review"], env, keys, "q end");
    const answered = await runInTerminal([`/quote ${QUOTED}`], env);
    const shown = (text: string): string[] => linesIn(text.replaceAll(shelf, "."));
    const [, ...cards] = reviewed.split(CLEARED);
    return [
      { typed: ADD, lines: shown(added), seconds: READ.added },
      ...cards.map((card, index) => ({
        ...(index === 0 ? { typed: REVIEW } : {}),
        lines: shown(card),
        seconds: index === cards.length - 1 ? READ.end : READ.card,
      })),
      { typed: ASK, lines: shown(answered), seconds: READ.answer },
    ];
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
