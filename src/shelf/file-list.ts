/**
 * Lists the files of a shelf in memory that threads share: of each its name and its hash, and nothing that would take more than
 * some hundred bytes, so that a shelf of millions of files has a list.
 */
import { createHash } from "node:crypto";
import { folderNumber } from "./files.ts";

/** What threads share of a list. */
export interface SharedFileList {
  readonly names: SharedArrayBuffer;
  /** Where each name begins, and at last where the last one ends. */
  readonly starts: SharedArrayBuffer;
  readonly digests: SharedArrayBuffer;
}

/** The files of a shelf, each by its place in the order of the shelf. */
export interface FileList {
  readonly shared: SharedFileList;
  readonly length: number;
  name(at: number): string;
  /** Returns the places of the files of a folder: the first, and the one after the last. */
  folder(name: string): readonly [from: number, to: number];
  /** Returns the place of a file; a negative number where it is not there. */
  indexOf(name: string): number;
  /** Returns the SHA-256 of a file's content, in hexadecimal; of a file that was not read, `UNREAD`. */
  digest(at: number): string;
  setDigest(at: number, digest: string): void;
  /** Returns the SHA-256 over all names and hashes, in hexadecimal, as reading the whole shelf has it. */
  hash(): string;
}

const DIGEST_BYTES = 32;

/** What stands for the hash of a file that was not read. */
export const UNREAD = "0".repeat(2 * DIGEST_BYTES);

/** Makes the list of files, whose hashes are not known yet. @param names in the order of a shelf */
export function createFileList(names: readonly string[]): FileList {
  const starts = new SharedArrayBuffer((names.length + 1) * 4);
  const begins = new Uint32Array(starts);
  for (const [at, name] of names.entries()) begins[at + 1] = begins[at]! + Buffer.byteLength(name);
  const bytes = new SharedArrayBuffer(begins[names.length]!);
  const into = Buffer.from(bytes);
  for (const [at, name] of names.entries()) into.write(name, begins[at]!, "utf8");
  const digests = new SharedArrayBuffer(names.length * DIGEST_BYTES);
  return openFileList({ names: bytes, starts, digests });
}

/** Opens a list that another thread has made. */
export function openFileList(shared: SharedFileList): FileList {
  const names = Buffer.from(shared.names);
  const starts = new Uint32Array(shared.starts);
  const digests = Buffer.from(shared.digests);
  const length = starts.length - 1;
  const name = (at: number): string => names.toString("latin1", starts[at], starts[at + 1]);
  const digest = (at: number): string => digests.toString("hex", at * DIGEST_BYTES, (at + 1) * DIGEST_BYTES);
  /** Returns the first place of a range at whose name something holds that holds from there on. */
  function firstFrom(from: number, to: number, holds: (name: string) => boolean): number {
    let [low, high] = [from, to];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (holds(name(middle))) high = middle;
      else low = middle + 1;
    }
    return low;
  }
  const ranges = new Map<number, readonly [from: number, to: number]>();
  /** Returns where the files of a folder stand. */
  function rangeOf(folder: number): readonly [from: number, to: number] {
    const known = ranges.get(folder);
    if (known) return known;
    const from = firstFrom(0, length, (one) => folderNumber(one) >= folder);
    const range = [from, firstFrom(from, length, (one) => folderNumber(one) > folder)] as const;
    ranges.set(folder, range);
    return range;
  }
  return {
    shared,
    length,
    name,
    digest,
    folder: (folder) => rangeOf(folderNumber(`${folder}/`)),
    indexOf(sought) {
      const [from, to] = rangeOf(folderNumber(sought));
      const at = firstFrom(from, to, (one) => one >= sought);
      return at < to && name(at) === sought ? at : -1;
    },
    setDigest: (at, value) => void digests.write(value, at * DIGEST_BYTES, "hex"),
    hash() {
      const whole = createHash("sha256");
      for (let at = 0; at < length; at++) whole.update(`${name(at)}\0${digest(at)}\n`);
      return whole.digest("hex");
    },
  };
}
