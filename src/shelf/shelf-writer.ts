/**
 * Changes records of a shelf in a folder, several at once: whole or not at all, and one process after the other. The changes are
 * written beside the shelf and flushed before any of them is made; what was interrupted is finished at the next start.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { englishReview, type ReviewMessages } from "../language/en/review-messages.ts";
import { flushFolder, isRunning, writeFlushed } from "../support/flushed-files.ts";
import { isRecordFile } from "./files.ts";
import { ChangedSinceError, type FileChange, type WriteChanges } from "./shelf-store.ts";

/** The folder beside seeds/ that only one process can make; who has it writes. */
const STAGING = ".reviewing";
const TAKEN_OVER = /^\.reviewing-(\d+)$/;
const OWNER = "owner.json";
/** The changes; while this file is there, they are made whatever happens. */
const JOURNAL = "changes.json";

/** How long another process is waited for, and after which time one of another machine is taken to have ended. */
const PATIENCE_MS = 10_000;
const POLL_MS = 25;
const ABANDONED_MS = 15_000;

/** Shelves that this process is writing to. */
const held = new Set<string>();

const contentOf = (root: string, file: string): string | null => {
  const path = join(root, file);
  return existsSync(path) ? readFileSync(path, "utf8") : null;
};

/** Makes the changes that are not made yet; a file that is neither as before nor as after them is left as it is. */
function makeChanges(root: string, staging: string, changes: readonly FileChange[]): void {
  for (const [index, { file, before, after }] of changes.entries()) {
    if (!isRecordFile(file)) throw new Error(`${file} is no file of a record`);
    const target = join(root, file);
    if (contentOf(root, file) !== before) continue;
    if (after === null) rmSync(target, { force: true });
    else {
      const part = join(staging, `${index}.part`);
      writeFlushed(part, after);
      mkdirSync(dirname(target), { recursive: true });
      renameSync(part, target);
    }
    flushFolder(dirname(target));
  }
}

/** Finishes what a folder holds whole, and removes it. */
function finish(root: string, staging: string): void {
  const journal = join(staging, JOURNAL);
  if (existsSync(journal))
    makeChanges(root, staging, JSON.parse(readFileSync(journal, "utf8")) as FileChange[]);
  rmSync(staging, { recursive: true, force: true });
}

/** Tells whether who made the folder has ended. */
function isAbandoned(root: string, staging: string): boolean {
  try {
    const { pid, host } = JSON.parse(readFileSync(join(staging, OWNER), "utf8")) as {
      pid: number;
      host: string;
    };
    if (host === hostname()) return pid === process.pid ? !held.has(root) : !isRunning(pid);
  } catch {
    // Who ended before its name was written is told by the time alone.
  }
  try {
    return Date.now() - statSync(staging).mtimeMs > ABANDONED_MS;
  } catch {
    return false;
  }
}

/** Finishes or removes what processes that have ended left beside a shelf. */
export function recoverChanges(root: string): void {
  if (!existsSync(root)) return;
  for (const name of readdirSync(root)) {
    const pid = TAKEN_OVER.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) finish(root, join(root, name));
  }
  const staging = join(root, STAGING);
  if (!existsSync(staging) || !isAbandoned(root, staging)) return;
  const own = join(root, `${STAGING}-${process.pid}`);
  try {
    // Of several who find it, one moves it.
    renameSync(staging, own);
  } catch {
    return;
  }
  finish(root, own);
}

async function lock(root: string, say: ReviewMessages): Promise<string> {
  const staging = join(root, STAGING);
  for (let waited = 0; ; waited += POLL_MS) {
    recoverChanges(root);
    try {
      if (!held.has(root)) {
        mkdirSync(staging);
        held.add(root);
        writeFlushed(join(staging, OWNER), JSON.stringify({ pid: process.pid, host: hostname() }));
        return staging;
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") {
        held.delete(root);
        throw new Error(say.notWritable(root, (error as Error).message));
      }
    }
    if (waited >= PATIENCE_MS) throw new Error(say.busy(root));
    await setTimeout(POLL_MS);
  }
}

/**
 * Runs an action while no other process writes to the shelf.
 * @param say the language of what is thrown
 * @throws {Error} when the shelf's folder cannot be written to, or another process does not end writing
 */
export async function withShelfLock<Value>(
  root: string,
  action: (write: WriteChanges) => Promise<Value>,
  say = englishReview,
): Promise<Value> {
  const staging = await lock(root, say);
  try {
    return await action(async (changes) => {
      const moved = changes.find(({ file, before }) => contentOf(root, file) !== before);
      if (moved) throw new ChangedSinceError(moved.file);
      const journal = join(staging, JOURNAL);
      writeFlushed(`${journal}.part`, JSON.stringify(changes));
      renameSync(`${journal}.part`, journal);
      flushFolder(staging);
      makeChanges(root, staging, changes);
      rmSync(journal);
    });
  } finally {
    rmSync(staging, { recursive: true, force: true });
    held.delete(root);
  }
}
