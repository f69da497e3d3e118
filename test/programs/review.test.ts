/** `refdesk review` as a person runs it: from an article to cited answers, by keys alone. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { LIGHTHOUSE, shelfOf } from "../review/articles.ts";
import { temporaryFolder } from "../shelves.ts";
import { PROGRAM } from "./compiled.ts";
import { canOpenTerminal, NO_PYTHON, startInTerminal } from "./pseudo-terminal.ts";

const canPress = canOpenTerminal();
if (!canPress) console.warn(NO_PYTHON);

const environment = (root: string, more: Record<string, string> = {}) => ({
  ...{ PATH: process.env.PATH, HOME: root, SHELF_DIR: root, CACHE_DIR: join(root, ".cache") },
  ...{ DATA_DIR: join(root, ".refdesk"), LOCALE: "en", LANG: "C.UTF-8", NO_COLOR: "1", ...more },
});

/** Runs the program without a terminal. */
function run(root: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd: root,
    env: environment(root),
    encoding: "utf8",
    input: "",
  });
  return { status, out: stdout, errors: stderr };
}

it.skipIf(!canPress)(
  "takes an article of some 2,000 characters from `add` to a cited answer with 25 keys at most",
  async () => {
    const root = join(temporaryFolder(), "shelf");
    mkdirSync(join(root, "data"), { recursive: true });
    const file = join(root, "..", "lighthouse.txt");
    writeFileSync(file, LIGHTHOUSE);
    expect(LIGHTHOUSE.length).toBeGreaterThan(1_900);
    expect(run(root, "add", "--public", "--ask-nothing", file).out).toContain("Added seeds/");
    const terminal = startInTerminal([process.execPath, PROGRAM, "review"], {
      cwd: root,
      env: environment(root, { REVIEWER: "Mina Lee", TERM: "xterm" }),
    });
    try {
      for (let shown = await terminal.seen(/q end/); /\d+ of \d+ · /.test(shown); )
        if (/^ {2}\? \S/m.test(shown)) throw new Error(`An open question:\n${shown}`);
        else {
          terminal.press("a");
          shown = await terminal.seen(/q end/);
        }
      for (const key of ["A", "a"]) {
        terminal.press(key);
        if (key === "A") await terminal.seen(/\[x\][\s\S]*q end/);
      }
      const end = await terminal.seen(/accepted, \d+ rejected/);
      expect(await terminal.ended).toBe(0);
      expect(end).toMatch(/1[0-9] accepted, 0 rejected/);
      expect(terminal.keys()).toBeLessThanOrEqual(25);
    } finally {
      terminal.kill();
    }
    const quoted = run(root, "/quote Orla Brennan").out;
    expect(quoted).toContain(
      "A harbour without a light is a harbour that has given up, […] We have not given up.” [1]",
    );
    expect(quoted).toContain("[1] ");
    expect(run(root, "/pledge Corrigan Lines").out).toContain("$4.5 million");
    expect(run(root, "/define keeper’s share").out).toContain("yearly payment");
    expect(run(root, "check-shelf").status).toBe(0);
    expect(readdirSync(root).filter((name) => name.startsWith(".reviewing"))).toEqual([]);
  },
);

it.skipIf(!canPress)("accepts nothing by a key that was pressed before it was shown", async () => {
  const root = shelfOf({ lighthouse: LIGHTHOUSE });
  const terminal = startInTerminal([process.execPath, PROGRAM, "review"], {
    cwd: root,
    env: environment(root, { REVIEWER: "Mina Lee", TERM: "xterm" }),
  });
  try {
    terminal.press("aaa");
    expect(await terminal.seen(/q end/)).toMatch(/1 of \d+ · /);
    terminal.press("q");
    await terminal.seen(/0 accepted, 0 rejected/);
    expect(await terminal.ended).toBe(0);
  } finally {
    terminal.kill();
  }
});

it("says what waits without a terminal, and ends with 2", () => {
  const root = shelfOf({ lighthouse: LIGHTHOUSE });
  const { status, out } = run(root, "review");
  expect(status).toBe(2);
  expect(out).toMatch(/^\d+ proposals wait for a review\. Start it in a terminal: npx refdesk review\n$/);
  expect(run(shelfOf({ empty: "Nothing here.\n" }), "review")).toMatchObject({
    status: 0,
    out: "Nothing waits for a review.\n",
  });
});

it("prints what waits for scripts, one a line", () => {
  const root = shelfOf({ lighthouse: LIGHTHOUSE });
  const { status, out } = run(root, "review", "--list", "lighthouse");
  expect(status).toBe(0);
  expect(out.split("\n")[0]).toMatch(/^[0-9a-f]{16} {2}gift {2}Corrigan Lines · \$4\.5 million$/);
  const lines = run(root, "review", "--json").out.trimEnd().split("\n");
  expect(lines.length).toBe(out.trimEnd().split("\n").length);
  expect(lines.map((line) => (JSON.parse(line) as { source: string }).source)).toContain("lighthouse");
});

it("names a source that is not there, and an argument too many", () => {
  const root = shelfOf({ lighthouse: LIGHTHOUSE });
  expect(run(root, "review", "harbour")).toMatchObject({
    status: 2,
    errors: "“harbour” is no source of the shelf. Sources are: lighthouse.\n",
  });
  expect(run(root, "review", "a", "b").status).toBe(2);
  expect(execFileSync(process.execPath, [PROGRAM, "review", "--help"], { encoding: "utf8" })).toContain(
    "--existing",
  );
});
