/** Writes files so that they are on disk when it returns. */
import { closeSync, fsyncSync, openSync, writeFileSync } from "node:fs";

/** Writes a file and flushes it. */
export function writeFlushed(path: string, content: string): void {
  const file = openSync(path, "w");
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Flushes a folder, so that renames in it are on disk. Not every system can open one. */
export function flushFolder(path: string): void {
  try {
    const folder = openSync(path, "r");
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch {
    // Windows opens no folders; its renames are on disk without it.
  }
}

/** Tells whether a process of this id runs; it may be another's, which cannot be signalled. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
