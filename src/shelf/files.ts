/** Reads the files of a shelf and hashes them. */
import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { errorMessage } from "../support/error-message.ts";
import { runInSlices } from "../support/time-slices.ts";
import type { ShelfFault } from "./faults.ts";
import { ID_PATTERN, RECORD_KINDS } from "./kinds.ts";
import type { ReportProgress } from "./load-progress.ts";

/** The files of a shelf as read from disk. */
export interface ShelfFiles {
  /** Paths relative to the shelf, folder by folder, sorted by name. */
  readonly names: readonly string[];
  /** Returns the content of a file, or undefined when there is no such file. */
  text(name: string): string | undefined;
  /** Returns the bytes of a file, or undefined when there is no such file. */
  bytes(name: string): Uint8Array | undefined;
  readonly faults: readonly ShelfFault[];
  /** SHA-256 over all paths and contents, in hexadecimal. */
  readonly hash: string;
}

/** A folder of the shelf. That of a kind may be missing: then there are no records of this kind. */
interface ShelfFolder {
  readonly folder: string;
  readonly endings: readonly string[];
  readonly isOptional: boolean;
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
function encodingFault(bytes: Buffer): string | undefined {
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

/** Reads seeds/ and data/ under `root`. Unreadable and wrongly named files are reported as faults, not thrown. */
export async function readShelfFiles(root: string, report?: ReportProgress): Promise<ShelfFiles> {
  const found: string[] = [];
  const faults: ShelfFault[] = [];
  const attempt = <Value>(file: string, action: () => Value): Value | undefined => {
    try {
      return action();
    } catch (error) {
      faults.push({ file, pointer: "", message: `cannot be read (${errorMessage(error)})` });
      return undefined;
    }
  };
  for (const name of existsSync(join(root, "data")) ? readdirSync(join(root, "data")).sort() : [])
    if (`data/${name}` === TOPICS_FILE) found.push(TOPICS_FILE);
    else if (!RECORD_KINDS.some((kind) => kind === name)) {
      const message = `is no kind of record; there are ${RECORD_KINDS.join(", ")}`;
      faults.push({ file: `data/${name}`, pointer: "", message });
    }
  const folders = FOLDERS.filter(({ folder, isOptional }) => !isOptional || existsSync(join(root, folder)));
  for (const { folder, endings } of folders)
    for (const name of attempt(`${folder}/`, () => readdirSync(join(root, folder)).sort()) ?? []) {
      const file = `${folder}/${name}`;
      const ending = endings.find((candidate) => name.endsWith(candidate));
      if (ending && ID_PATTERN.test(name.slice(0, -ending.length))) found.push(file);
      else {
        const message = `expected a name of lower-case words joined by hyphens, ending in ${endings.join(" or ")}`;
        faults.push({ file, pointer: "", message });
      }
    }
  const hash = createHash("sha256");
  const contents = new Map<string, Buffer>();
  await runInSlices(
    found,
    (file) => {
      const bytes = attempt(file, () => readFileSync(`${root}/${file}`));
      if (!bytes) return;
      const fault = encodingFault(bytes);
      if (fault !== undefined) faults.push({ file, pointer: "", message: fault });
      hash.update(`${file}\0${bytes.length}\0`).update(bytes);
      contents.set(file, bytes);
    },
    (done) => report?.({ step: "reading", done, of: found.length }),
  );
  return {
    names: [...contents.keys()],
    text: (name) => contents.get(name)?.toString("utf8"),
    bytes: (name) => contents.get(name),
    faults,
    hash: hash.digest("hex"),
  };
}
