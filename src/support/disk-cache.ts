/**
 * Caches derived data on disk between starts. Entries are keyed by a hash of their inputs and stored with a hash of
 * their content, so stale, truncated or altered entries count as missing.
 */
import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Returns the SHA-256 of the parts, each terminated by a zero byte, in hexadecimal. */
export const sha256 = (...parts: readonly (string | Buffer)[]): string => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex");
};

/** The hash of all the code, which the build puts in the place of this name. In source there is no such name. */
declare const COMPILED_CODE_HASH: string;

/** Hashes all files in these folders of code, recursively. Compiled code is not in folders: its hash is that of all of it. */
export function hashCode(...folders: readonly URL[]): string {
  if (typeof COMPILED_CODE_HASH === "string") return COMPILED_CODE_HASH;
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

/** The cache folder, and the root of the shelf whose data is cached. */
export interface CacheLocation {
  readonly cache: string;
  readonly root: string;
}

/** The file of a cache entry, and the key that it must have. */
export interface CacheEntry {
  readonly file: string;
  readonly key: string;
}

/** Returns the cache entry of one sort for a shelf. There is one file per sort and shelf, so new data replaces old. */
export const cacheEntry = (sort: string, { cache, root }: CacheLocation, key: string): CacheEntry => ({
  file: join(cache, `${sort}-${sha256(root).slice(0, 16)}.json`),
  key,
});

/** Reads an entry. Returns undefined when it is missing, unreadable, corrupt or has another key. */
export function readCache({ file, key }: CacheEntry): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    const end = bytes.indexOf("\n");
    const body = bytes.subarray(end + 1);
    return bytes.toString("latin1", 0, end) === `${key} ${sha256(body)}` ? body : undefined;
  } catch {
    return undefined; // Not cached yet or unreadable: the caller builds the data again.
  }
}

/** After how long a draft is one of a process that was killed while it wrote, in milliseconds. */
const ABANDONED_MS = 3_600_000;

/** Removes drafts of an entry that nobody writes any more. */
function removeAbandoned(file: string): void {
  for (const name of readdirSync(dirname(file))) {
    if (!name.startsWith(`${basename(file)}.`)) continue;
    const draft = join(dirname(file), name);
    if (Date.now() - statSync(draft).mtimeMs > ABANDONED_MS) rmSync(draft, { force: true });
  }
}

/** Writes an entry atomically. Failures are ignored, since they only make the next start slower. */
export function writeCache({ file, key }: CacheEntry, body: Buffer): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    // Containers that share a folder have the same process numbers.
    const draft = `${file}.${randomUUID()}`;
    writeFileSync(draft, Buffer.concat([Buffer.from(`${key} ${sha256(body)}\n`), body]), { mode: 0o600 });
    renameSync(draft, file);
    removeAbandoned(file);
  } catch {
    // The cache is optional.
  }
}
