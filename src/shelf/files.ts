/** Reads the files of a shelf and hashes them. */
import { isUtf8 } from "node:buffer";
import { hash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { errorMessage } from "../support/error-message.ts";
import { runInSlices, yieldTurn } from "../support/time-slices.ts";
import type { ShelfFault } from "./faults.ts";
import { ID_PATTERN, RECORD_KINDS } from "./kinds.ts";
import type { ReportProgress } from "./load-progress.ts";

/** How a file was when it was read: its SHA-256, and what the file system says of a file without reading it. */
interface FileState {
  readonly digest: string;
  /** Undefined where the file may change once more without its stamp becoming another. */
  readonly stamp?: string | undefined;
}

/** The files of a shelf as read from disk. */
export interface ShelfFiles {
  /** Paths relative to the shelf, folder by folder, sorted by name. */
  readonly names: readonly string[];
  /** Returns the content of a file that was read; undefined when there is no such file, or it is as it was before. */
  text(name: string): string | undefined;
  readonly states: ReadonlyMap<string, FileState>;
  readonly faults: readonly ShelfFault[];
  /** Files that are on the shelf besides, where only a part of it is read. */
  readonly others?: readonly string[];
  /** SHA-256 over all paths and the hashes of their contents, in hexadecimal. */
  readonly hash: string;
}

/** Tells whether a file has the same content on both readings of a shelf, or is on neither. */
export const isSameFile = (name: string, one: ShelfFiles, other: ShelfFiles): boolean =>
  one.states.get(name)?.digest === other.states.get(name)?.digest;

/** Returns what a later reading compares with: everything but the contents, which would take memory for nothing. */
export const withoutContents = (files: ShelfFiles): ShelfFiles => ({ ...files, text: () => undefined });

/** Returns the place of a file's folder among those of a shelf; the topics, which are in none, come before them. */
export const folderNumber = (file: string): number =>
  FOLDERS.findIndex(({ folder }) => file.startsWith(`${folder}/`));

/** The place of a file among those of a shelf: its folder's, then its name. */
export const compareFiles = (one: string, other: string): number =>
  folderNumber(one) - folderNumber(other) || (one < other ? -1 : one > other ? 1 : 0);

const hashOf = (names: readonly string[], states: ShelfFiles["states"]): string =>
  hash("sha256", names.map((name) => `${name}\0${states.get(name)!.digest}\n`).join(""), "hex");

/** What would stand in files of a shelf; null where one would be taken away. */
export type FileChanges = ReadonlyMap<string, string | null>;

/** Returns the files of a shelf as they would be with changes to files of seeds/ and data/. */
export function withChanges(files: ShelfFiles, changes: FileChanges): ShelfFiles {
  const states = new Map(files.states);
  for (const [name, content] of changes)
    if (content === null) states.delete(name);
    else states.set(name, { digest: hash("sha256", content, "hex") });
  const names = [...new Set([...files.names, ...changes.keys()])]
    .filter((name) => states.has(name))
    .sort(compareFiles);
  const text: ShelfFiles["text"] = (name) =>
    changes.has(name) ? (changes.get(name) ?? undefined) : files.text(name);
  return { names, text, states, faults: files.faults, hash: hashOf(names, states) };
}

/**
 * How old a change must be, in milliseconds, for the next one to have another time: some file systems keep times in steps
 * of two seconds.
 */
const SETTLED_MS = 2_000;

/** Returns what changes with every change of a file, or undefined while a change might not show in it. */
function stampOf(path: string): string | undefined {
  const { size, mtimeMs, ctimeMs, ino } = statSync(path);
  return Date.now() - Math.max(mtimeMs, ctimeMs) < SETTLED_MS
    ? undefined
    : [size, mtimeMs, ctimeMs, ino].join(" ");
}

/** Tells whether a file is an editor's or the system's own, such as `.DS_Store`, `.x.json.swp`, `x.json~` and `#x.json#`. */
export const isForeign = (name: string): boolean => /^[.#]|~$/.test(name);

/** A folder of the shelf. That of a kind may be missing: then there are no records of this kind. */
interface ShelfFolder {
  readonly folder: string;
  readonly endings: readonly string[];
  readonly isOptional: boolean;
}

/** Tells whether a path is that of a record. */
export const isRecordFile = (file: string): boolean =>
  /^data\/[^/]+\/[^/]+\.json$/.test(file) && folderNumber(file) >= 0 && idOf(file) !== undefined;

/** Returns the id in the name of a file of a shelf; undefined where it is not named as one. */
export function idOf(file: string): string | undefined {
  const name = file.slice(file.lastIndexOf("/") + 1);
  const ending = FOLDERS[folderNumber(file)]?.endings.find((one) => name.endsWith(one));
  const id = ending === undefined ? "" : name.slice(0, -ending.length);
  return ID_PATTERN.test(id) ? id : undefined;
}

/** The topics of a shelf; it may be missing. */
export const TOPICS_FILE = "data/topics.json";

const FOLDERS: readonly ShelfFolder[] = [
  { folder: "seeds", endings: [".json", ".txt"], isOptional: false },
  ...RECORD_KINDS.map((kind) => ({ folder: `data/${kind}`, endings: [".json"], isOptional: true })),
];

/** Returns how many bytes a character takes by its first one. */
const characterLength = (first: number): number =>
  first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;

/** Tells which byte of a file is not UTF-8, or returns undefined when all of it is. */
export function encodingFault(bytes: Buffer): string | undefined {
  if (isUtf8(bytes)) return undefined;
  let at = 0;
  for (let length = 0; at < bytes.length; at += length) {
    length = characterLength(bytes[at]!);
    if (!isUtf8(bytes.subarray(at, at + length))) break;
  }
  const line = bytes.subarray(0, at).toString("latin1").split("\n").length;
  const byte = bytes[at]!.toString(16).toUpperCase().padStart(2, "0");
  return `is not UTF-8: byte 0x${byte} at offset ${at}, on line ${line}. Save it as UTF-8; its hash is then another`;
}

/** Returns what tries to read a file, and reports as a fault that it cannot be read. */
const attempting =
  (faults: ShelfFault[]) =>
  <Value>(file: string, action: () => Value): Value | undefined => {
    try {
      return action();
    } catch (error) {
      faults.push({ file, pointer: "", message: `cannot be read (${errorMessage(error)})` });
      return undefined;
    }
  };

/** Lists the files of a shelf in its order, without reading them, and what is there besides. */
export function listFiles(root: string): { readonly found: string[]; readonly faults: ShelfFault[] } {
  const found: string[] = [];
  const faults: ShelfFault[] = [];
  const attempt = attempting(faults);
  const namesIn = (folder: string): string[] =>
    readdirSync(join(root, folder))
      .filter((name) => !isForeign(name))
      .sort();
  for (const name of existsSync(join(root, "data")) ? namesIn("data") : [])
    if (`data/${name}` === TOPICS_FILE) found.push(TOPICS_FILE);
    else if (!RECORD_KINDS.some((kind) => kind === name)) {
      const message = `is no kind of record; there are ${RECORD_KINDS.join(", ")}`;
      faults.push({ file: `data/${name}`, pointer: "", message });
    }
  const folders = FOLDERS.filter(({ folder, isOptional }) => !isOptional || existsSync(join(root, folder)));
  for (const { folder, endings } of folders)
    for (const name of attempt(`${folder}/`, () => namesIn(folder)) ?? []) {
      const file = `${folder}/${name}`;
      const ending = endings.find((candidate) => name.endsWith(candidate));
      if (ending && ID_PATTERN.test(name.slice(0, -ending.length))) found.push(file);
      else {
        const message = `expected a name of lower-case words joined by hyphens, ending in ${endings.join(" or ")}`;
        faults.push({ file, pointer: "", message });
      }
    }
  return { found, faults };
}

/** Reads the files of a shelf as `readShelfFiles` does, and keeps no content: what they hold can be more than fits in memory. */
export const readFileStates = (root: string, report?: ReportProgress): Promise<ShelfFiles> =>
  readFiles(root, { report, keeps: false });

/**
 * Reads seeds/ and data/ under `root`. Unreadable and wrongly named files are reported as faults, not thrown.
 * @param before an earlier reading; a file that has not been changed since then is not read again
 */
export const readShelfFiles = (
  root: string,
  report?: ReportProgress,
  before?: ShelfFiles,
): Promise<ShelfFiles> => readFiles(root, { report, before, keeps: true });

async function readFiles(
  root: string,
  {
    report,
    before,
    keeps,
  }: {
    readonly report?: ReportProgress | undefined;
    readonly before?: ShelfFiles | undefined;
    readonly keeps: boolean;
  },
): Promise<ShelfFiles> {
  const { found, faults } = listFiles(root);
  const attempt = attempting(faults);
  await yieldTurn();
  const contents = new Map<string, Buffer>();
  const states = new Map<string, FileState>();

  function readOne(file: string): void {
    const path = `${root}/${file}`;
    const known = before?.states.get(file);
    // A first reading needs no stamps: whoever reads once only would wait for them.
    const stamp = before && attempt(file, () => ({ is: stampOf(path) }));
    if (before && !stamp) return;
    if (known && stamp?.is !== undefined && known.stamp === stamp.is) {
      states.set(file, known);
      return;
    }
    const bytes = attempt(file, () => readFileSync(path));
    if (!bytes) return;
    const digest = hash("sha256", bytes, "hex");
    states.set(file, { digest, stamp: stamp?.is });
    if (digest === known?.digest) return;
    const fault = encodingFault(bytes);
    if (fault !== undefined) faults.push({ file, pointer: "", message: fault });
    if (keeps) contents.set(file, bytes);
  }

  await runInSlices(found, readOne, (done) => report?.({ step: "reading", done, of: found.length }));
  await yieldTurn();
  const names = found.filter((file) => states.has(file));
  return {
    names,
    text: (name) => contents.get(name)?.toString("utf8"),
    states,
    faults,
    hash: hashOf(names, states),
  };
}
