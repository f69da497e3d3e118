/** What many files of tests need and is dear to make is made once in a run, in a folder that goes when the run ends. */
import { chmodSync, existsSync, mkdtempSync, realpathSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Names the folder to the processes of the run. */
const VARIABLE = "REFDESK_TEST_RUN_FOLDER";

/** Creates the folder before the first test. @returns what removes it after the last */
export default function setup(): () => void {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "refdesk-tests-"));
  // A database server runs as another user, and reads there.
  chmodSync(folder, 0o755);
  process.env[VARIABLE] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

/**
 * Returns the run's folder of this name, made by `make` where it is not there yet. Two processes may make it at the same
 * time: the first one's is taken. Undefined outside a run of tests.
 */
export function madeOnce(name: string, make: (folder: string) => void): string | undefined {
  const parent = process.env[VARIABLE];
  if (parent === undefined) return undefined;
  const folder = join(parent, name);
  if (existsSync(folder)) return folder;
  const own = mkdtempSync(`${folder}-`);
  make(own);
  try {
    renameSync(own, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
  return folder;
}
