/**
 * Writes sources to a shelf in a folder so that a text and its card appear together and whole, whenever the process ends: both are
 * written beside the shelf first, flushed, and then renamed. What was interrupted is finished or removed at the next start.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { flushFolder, isRunning, writeFlushed } from "../support/flushed-files.ts";
import { ID_PATTERN } from "./kinds.ts";
import type { StoredSource } from "./shelf-store.ts";

/** The folder beside seeds/ in which a process prepares sources. Each has its own, so that two can add at once. */
const STAGING = `.adding-${process.pid}`;

/** Returns the folders of processes that have ended, and that of this one. */
const abandonedFolders = (root: string): string[] =>
  existsSync(root)
    ? readdirSync(root).filter((name) => {
        const pid = /^\.adding-(\d+)$/.exec(name)?.[1];
        return pid !== undefined && (name === STAGING || !isRunning(Number(pid)));
      })
    : [];

/** The files of a source by their endings. The card is moved last: while it waits, the source is not on the shelf. */
const [TEXT, CARD, PART] = [".txt", ".json", ".part"];

/** Moves a prepared source to the shelf. A text that was moved already is not there any more. */
function moveSource(root: string, staging: string, id: string): void {
  for (const ending of [TEXT, CARD]) {
    const prepared = join(root, staging, id + ending);
    if (existsSync(prepared)) renameSync(prepared, join(root, "seeds", id + ending));
  }
  flushFolder(join(root, "seeds"));
}

/** Finishes what a process that ended had prepared whole, and removes what it had not. */
export function recoverSources(root: string): void {
  for (const staging of abandonedFolders(root)) {
    const names = readdirSync(join(root, staging));
    for (const name of names.filter((one) => one.endsWith(CARD)))
      moveSource(root, staging, name.slice(0, -CARD.length));
    rmSync(join(root, staging), { recursive: true, force: true });
  }
}

/**
 * Stores a new source.
 * @throws {Error} when its id is no id, or is taken
 */
export function storeSource(root: string, { id, text, card }: StoredSource): void {
  const seeds = join(root, "seeds");
  // Ids come from titles: nothing that was read ever reaches the file system as a path.
  if (!ID_PATTERN.test(id)) throw new Error(`“${id}” is no id of a source`);
  if ([TEXT, CARD].some((ending) => existsSync(join(seeds, id + ending))))
    throw new Error(`seeds/${id} is there already`);
  const prepared = join(root, STAGING, id);
  mkdirSync(join(root, STAGING), { recursive: true });
  mkdirSync(seeds, { recursive: true });
  writeFlushed(prepared + TEXT, text);
  writeFlushed(prepared + CARD + PART, card);
  // From here on the source is prepared whole, and is finished whatever happens.
  renameSync(prepared + CARD + PART, prepared + CARD);
  moveSource(root, STAGING, id);
  rmdirSync(join(root, STAGING));
}

/** Removes the two files of a source: its card first, so that a text alone is never taken for a source. */
export function removeSeed(root: string, id: string): void {
  if (!ID_PATTERN.test(id)) throw new Error(`“${id}” is no id of a source`);
  for (const ending of [CARD, TEXT]) rmSync(join(root, "seeds", id + ending), { force: true });
  flushFolder(join(root, "seeds"));
}
