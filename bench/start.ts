/**
 * Measures one-shot asks: the whole time of a process, from spawning it until it has exited and its output is read.
 *
 * The package, which is compiled, is measured beside Node itself with nothing to do.
 *
 * The baseline of a clone is an empty program started in the same way: same Node, folder and environment, through a file
 * that registers the same loader as bin/refdesk.js. Both pay for Node and its TypeScript
 * loader; the ratio shows what Refdesk adds. The caches of the shelf and of the loader are warm, as at every start
 * but the first.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installPackage, PACKAGE } from "../test/programs/installed.ts";
import { LINE, PROJECT } from "./bot.ts";
import { interleave, type Round } from "./measure.ts";
import type { Line } from "./report.ts";

const PLAN = { warmUp: 3, rounds: 25, rest: 0 } as const;
const FIRST_STARTS = { warmUp: 0, rounds: 7, rest: 0 } as const;
const TARGET = 1.5;
/** The same for the package, beside Node alone. */
const PACKAGE_TARGET = 2;

type Variables = Readonly<Record<string, string>>;

/**
 * Runs a Node process to its end.
 * @throws {Error} with what it wrote to standard error, when its status is not 0
 */
function run(args: readonly string[], variables: Variables): void {
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: PROJECT,
    env: { ...process.env, ...variables },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}: ${stderr}`);
}

async function measureIn(folder: string): Promise<Line[]> {
  const fresh = (): string => mkdtempSync(join(folder, "fresh-"));
  const kept = { CACHE_DIR: fresh() };
  const started =
    (args: readonly string[], variables: () => Variables = () => kept): Round =>
    async () =>
      run(args, variables());
  const ask = ["bin/refdesk.js", LINE];
  const installed = installPackage(fresh());
  const [ours, empty, packed, bare] = await interleave(
    [
      started(ask),
      started(["bench/empty.js"]),
      started([join(installed, PACKAGE.bin.refdesk), LINE]),
      started(["-e", "0"]),
    ],
    PLAN,
  );
  const [checked, first] = await interleave(
    [
      started(ask, () => ({ CACHE_DIR: fresh() })),
      started(ask, () => ({ CACHE_DIR: fresh(), TMPDIR: fresh() })),
    ],
    FIRST_STARTS,
  );
  return [
    {
      what: `One-shot: \`node bin/refdesk.js "${LINE}"\``,
      unit: "ms",
      values: ours!,
      besides: [{ what: "empty program, started alike", values: empty!, most: TARGET }],
    },
    {
      what: "One-shot, first start: the shelf's cache empty, the shelf checked whole",
      unit: "ms",
      values: checked!,
    },
    { what: "The same, with the cache of the TypeScript reader empty too", unit: "ms", values: first! },
    {
      what: `One-shot, from the package: \`refdesk "${LINE}"\``,
      unit: "ms",
      values: packed!,
      besides: [{ what: "`node -e 0`", values: bare!, most: PACKAGE_TARGET }],
    },
  ];
}

export async function measureStart(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), "refdesk-bench-"));
  try {
    return await measureIn(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
