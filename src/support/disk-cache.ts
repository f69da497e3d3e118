/**
 * What can be made again, kept on disk between starts. It is kept under the hash of all that it was made from, with the
 * hash of its own bytes: what is stale, cut short or altered does not fit its hashes, and is not there.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const sha256 = (...parts: readonly (string | Buffer)[]): string => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex");
};

/** The hash of all code in these folders. */
export function hashCode(...folders: readonly URL[]): string {
  const files = folders
    .map((folder) => fileURLToPath(folder))
    .flatMap((path) =>
      readdirSync(path, { recursive: true, encoding: "utf8" })
        .sort()
        .map((name) => join(path, name))
        .filter((file) => statSync(file).isFile()),
    );
  return sha256(...files.map((file) => readFileSync(file)));
}

/** The folder for what is kept, and the shelf for which. */
export interface CacheLocation {
  readonly cache: string;
  readonly root: string;
}

/** Where something is kept, and what it must fit. */
export interface CacheEntry {
  readonly file: string;
  readonly key: string;
}

/** One file of each sort for each shelf, so that what is old gives way to what is new. */
export const cacheEntry = (sort: string, { cache, root }: CacheLocation, key: string): CacheEntry => ({
  file: join(cache, `${sort}-${sha256(root).slice(0, 16)}.json`),
  key,
});

/** What is kept at a place, if it fits. */
export function readCache({ file, key }: CacheEntry): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    const end = bytes.indexOf("\n");
    const body = bytes.subarray(end + 1);
    return bytes.toString("latin1", 0, end) === `${key} ${sha256(body)}` ? body : undefined;
  } catch {
    return undefined; // Not kept yet, or it cannot be read: it is made again.
  }
}

/** Keeps something, whole or not at all. A folder that cannot be written to only costs the next start its making. */
export function writeCache({ file, key }: CacheEntry, body: Buffer): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, Buffer.concat([Buffer.from(`${key} ${sha256(body)}\n`), body]), { mode: 0o600 });
    renameSync(draft, file);
  } catch {
    // Nothing depends on it.
  }
}
