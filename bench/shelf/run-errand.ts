/** Runs a program of this folder in a process of its own. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { PROJECT } from "../bot.ts";

/** How long a program may take, in milliseconds: many times what the slowest takes among 100,000 records. */
const PATIENCE = 30 * 60_000;

/** What a program of this folder says of an errand, in a process of its own. @throws {Error} when it takes too long */
export function runErrand<Given, Said>(program: string, errand: Given): Said {
  const out = execFileSync(
    process.execPath,
    [join(PROJECT, "bench/run.js"), `./shelf/${program}.ts`, JSON.stringify(errand)],
    {
      cwd: PROJECT,
      encoding: "utf8",
      maxBuffer: 2 ** 26,
      stdio: ["ignore", "pipe", "inherit"],
      timeout: PATIENCE,
    },
  );
  return JSON.parse(out);
}
