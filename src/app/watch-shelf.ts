/** Watches the folders of a shelf, and tells when they have changed and been quiet since. */
import { type FSWatcher, readdirSync, statSync, watch } from "node:fs";
import { join } from "node:path";
import { isForeign } from "../shelf/files.ts";
import type { StopFunction } from "../support/stop-function.ts";

/** How long nothing must change before the shelf is read, in milliseconds: several files are often saved one by one. */
const QUIET_MS = 300;

/** What `watchShelf` tells. */
export interface ShelfWatch {
  readonly changed: () => void;
  /** Called when a folder cannot be watched, or no longer. */
  readonly failed: (error: unknown) => void;
  readonly quietMs?: number;
}

/** Returns what tells one folder from another of the same name; undefined when there is none. */
function identityOf(folder: string): string | undefined {
  try {
    const { dev, ino, birthtimeMs } = statSync(folder);
    return [dev, ino, birthtimeMs].join(" ");
  } catch {
    return undefined;
  }
}

/** Returns the folders in which a file of a shelf can be, as far as they are there, and the one that holds them. */
function foldersOf(root: string): string[] {
  const data = join(root, "data");
  try {
    const kinds = readdirSync(data, { withFileTypes: true });
    return [
      root,
      join(root, "seeds"),
      data,
      ...kinds.flatMap((kind) => (kind.isDirectory() ? [join(data, kind.name)] : [])),
    ];
  } catch {
    return [root, join(root, "seeds")];
  }
}

/**
 * Watches the shelf under `root`. Each folder is watched by itself, so that a shelf of many files takes a watch for each
 * folder only; folders that come later are watched too. Does not keep the process alive.
 */
export function watchShelf(root: string, { changed, failed, quietMs = QUIET_MS }: ShelfWatch): StopFunction {
  const watches = new Map<string, { readonly identity: string; readonly watcher: FSWatcher }>();
  let quiet: NodeJS.Timeout | undefined;

  function arm(folder: string): void {
    const identity = identityOf(folder);
    const known = watches.get(folder);
    if (known?.identity === identity) return;
    known?.watcher.close();
    watches.delete(folder);
    if (identity === undefined) return;
    try {
      const watcher = watch(folder, { persistent: false }, (_, name) => {
        if (name === null || !isForeign(name)) wait();
      });
      // A folder that is removed ends its watch; the one above tells of it.
      watcher.on("error", (error) => {
        watcher.close();
        watches.delete(folder);
        if (identityOf(folder) === identity) failed(error);
        wait();
      });
      watches.set(folder, { identity, watcher });
    } catch (error) {
      failed(error);
    }
  }

  function armAll(): void {
    const folders = foldersOf(root);
    for (const folder of new Set([...watches.keys(), ...folders])) arm(folder);
  }

  function wait(): void {
    clearTimeout(quiet);
    quiet = setTimeout(() => {
      // First, so that what changes while the shelf is read is noticed.
      armAll();
      changed();
    }, quietMs).unref();
  }

  armAll();
  // What has changed between the first reading and now was seen by nobody.
  changed();
  return async () => {
    clearTimeout(quiet);
    for (const { watcher } of watches.values()) watcher.close();
    watches.clear();
  };
}
