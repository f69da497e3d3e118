/**
 * The program as the package has it, compiled once for all tests of a run: from source, each start takes four times as long.
 * `npm-start.test.ts` and `dispatch.test.ts` start it from source.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "../desks.ts";
import { madeOnce } from "../made-once.ts";

/** Puts what the package has into a folder: the compiled program, and links to what is not compiled. */
function compile(folder: string): void {
  const build = ["--import", "tsx", join(PROJECT, "build/build.ts"), join(folder, "dist")];
  execFileSync(process.execPath, build, { cwd: PROJECT, stdio: "pipe" });
  mkdirSync(join(folder, "bin"));
  copyFileSync(join(PROJECT, "bin/refdesk.js"), join(folder, "bin/refdesk.js"));
  copyFileSync(join(PROJECT, "package.json"), join(folder, "package.json"));
  for (const name of ["seeds", "data", "deploy", "docs", ".env.example", "node_modules"])
    symlinkSync(join(PROJECT, name), join(folder, name));
}

const compiled = madeOnce("compiled", compile);

/** The folder of the program that is started, with a slash at its end. */
export const PROGRAM_FOLDER = compiled === undefined ? PROJECT : join(compiled, "/");

/** The file that Node is given to start the program. */
export const PROGRAM = join(PROGRAM_FOLDER, "bin/refdesk.js");
