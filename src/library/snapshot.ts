/**
 * A shelf that has been checked need not be checked again: what came of it is kept under the hash of every
 * byte that was checked, and of the code that checked it. A snapshot that is stale, cut short or altered
 * does not fit its hashes and is no snapshot.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Files } from "./files.ts";
import type { Parsed } from "./parse.ts";

const sha256 = (...parts: readonly (string | Buffer)[]): string => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex");
};

/** The hash of the code by which a shelf is read and checked: all that stands in this folder. */
function codeHash(): string {
  const folder = dirname(fileURLToPath(import.meta.url));
  return sha256(
    ...readdirSync(folder)
      .sort()
      .map((name) => readFileSync(join(folder, name))),
  );
}

/** Where one shelf's snapshot is kept, and what it must fit. */
export interface Place {
  readonly file: string;
  readonly key: string;
}

/** One file for each shelf, so that an old snapshot gives way to the new. */
export const placeOf = (cache: string, root: string, files: Files): Place => ({
  file: join(cache, `shelf-${sha256(root).slice(0, 16)}.json`),
  key: sha256(files.hash, codeHash()),
});

/** The snapshot at a place, if there is one and it fits. */
export function openSnapshot({ file, key }: Place): Parsed | undefined {
  try {
    const text = readFileSync(file, "utf8");
    const end = text.indexOf("\n");
    const body = text.slice(end + 1);
    return text.slice(0, end) === `${key} ${sha256(body)}` ? JSON.parse(body) : undefined;
  } catch {
    return undefined; // No snapshot yet, or none that can be read: the shelf is checked instead.
  }
}

/** Keeps a snapshot, whole or not at all. A folder that cannot be written to only costs the next start its check. */
export function keepSnapshot({ file, key }: Place, parsed: Parsed): void {
  try {
    const body = JSON.stringify(parsed);
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, `${key} ${sha256(body)}\n${body}`, { mode: 0o600 });
    renameSync(draft, file);
  } catch {
    // Nothing depends on it.
  }
}
