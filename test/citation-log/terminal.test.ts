/** The terminal keeps a bibliography for its session and opens no database. */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { PROGRAM } from "../programs/compiled.ts";
import { temporaryFolder } from "../shelves.ts";

function run(args: readonly string[], input = "") {
  const [cwd, cache] = [temporaryFolder(), temporaryFolder()];
  const { PATH, HOME } = process.env;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [PROGRAM, ...args],
    // An unreachable database would be reported if it were opened.
    {
      cwd,
      input,
      encoding: "utf8",
      env: { PATH, HOME, CACHE_DIR: cache, DATABASE_URL: "postgres://127.0.0.1:1/x" },
    },
  );
  return { stdout, stderr, status, left: readdirSync(cwd) };
}

it("has what it was shown", () => {
  const { stdout, stderr, left } = run(["--stdin"], "/bibliography\n/pledge alibaba\n/bibliography\n");
  const [before = "", after = ""] = stdout.split("Alibaba: “$15.5 billion”");
  expect(before).toContain("has cited a source yet");
  expect(after).toMatch(/China’s tech titans[\s\S]*Tam-Claiborne, D\./);
  expect([stderr, left]).toEqual(["", []]);
});

it("begins anew each time", () => {
  const { stdout, stderr, status, left } = run(["/bibliography"]);
  expect(stdout).toContain("has cited a source yet");
  expect([stderr, status, left]).toEqual(["", 1, []]);
});
