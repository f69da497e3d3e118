/** Kills `refdesk review` at random moments while it accepts: what it was writing is there whole, or not at all. */
import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { FERRY, LIGHTHOUSE, shelfOf } from "../review/articles.ts";
import { PROGRAM } from "./compiled.ts";
import { canOpenTerminal, NO_PYTHON, startInTerminal } from "./pseudo-terminal.ts";

const ROUNDS = 4;

const canPress = canOpenTerminal();
if (!canPress) console.warn(NO_PYTHON);

/** Returns what is in data/, by file. */
const filesOf = (root: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(join(root, "data"), { recursive: true, encoding: "utf8" })
      .filter((name) => name.includes("."))
      .sort()
      .map((name) => [name, readFileSync(join(root, "data", name), "utf8")]),
  );

/** Returns the process that a terminal runs, which is the child of what bridges to it. */
function programIn(terminal: number): number {
  const rows = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  const [pid] =
    rows.map((row) => row.trim().split(/\s+/).map(Number)).find(([, of]) => of === terminal) ?? [];
  if (pid === undefined) throw new Error("The terminal runs no program");
  return pid;
}

it.skipIf(!canPress)("killed at random moments, an acceptance is there whole or not at all", async () => {
  const root = shelfOf({ lighthouse: LIGHTHOUSE, ferry: FERRY });
  const env = {
    ...{ PATH: process.env.PATH, HOME: root, SHELF_DIR: root, CACHE_DIR: join(root, ".cache") },
    ...{ DATA_DIR: join(root, ".refdesk"), LOCALE: "en", LANG: "C.UTF-8", NO_COLOR: "1" },
    ...{ TERM: "xterm", REVIEWER: "Mina Lee" },
  };
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [PROGRAM, ...args], { cwd: root, env, encoding: "utf8", input: "" });
  const waiting = (): string[] =>
    run("review", "--json")
      .stdout.split("\n")
      .filter((line) => line !== "")
      .map((line) => (JSON.parse(line) as { id: string }).id);
  // How long an acceptance takes here, so that the kills fall into all of it.
  let lasts = 400;
  let left = waiting();
  for (let round = 0; round <= ROUNDS; round++) {
    const before = filesOf(root);
    const [first = "", ...others] = left;
    const terminal = startInTerminal([process.execPath, PROGRAM, "review"], { cwd: root, env });
    await terminal.seen(/q end/);
    const program = programIn(terminal.pid);
    const begun = performance.now();
    terminal.press("a");
    const moment = Math.random() * lasts * 1.1;
    if (round === 0) {
      await terminal.seen(/Accepted[\s\S]*q end/);
      lasts = performance.now() - begun;
    } else await setTimeout(moment);
    process.kill(program, "SIGKILL");
    await terminal.ended;
    const told = `after ${Math.round(moment)} of ${Math.round(lasts)} ms`;
    left = waiting();
    const after = filesOf(root);
    if (left.includes(first)) expect(after, told).toEqual(before);
    else {
      expect(after, told).not.toEqual(before);
      expect(
        left.filter((id) => !others.includes(id)),
        told,
      ).toEqual([]);
    }
  }
  expect(run("check-shelf")).toMatchObject({ status: 0 });
  // One who was killed before its name stood in its folder is told by the time alone.
  const beside = () => readdirSync(root).filter((name) => name.startsWith(".reviewing"));
  if (beside().length > 0) await expect.poll(() => waiting() && beside()).toEqual([]);
});
