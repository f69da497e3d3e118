/** Loads a shelf from seeds/ and data/ and rejects it when anything in it is invalid. */

import type { CacheLocation } from "../support/disk-cache.ts";
import { yieldTurn } from "../support/time-slices.ts";
import type { PassageSpans } from "./evidence.ts";
import { type FileChanges, readShelfFiles, type ShelfFiles, withChanges, withoutContents } from "./files.ts";
import { type RecordRef, recordRef } from "./kinds.ts";
import type { ReportProgress } from "./load-progress.ts";
import type { ParsedShelf } from "./parse.ts";
import type { AnyRecord } from "./records.ts";
import { readSnapshot, snapshotEntry, writeSnapshot } from "./snapshot.ts";
import type { Source } from "./sources.ts";
import type { Topic } from "./topics.ts";

/** A verified shelf: every passage of every record was found in its source. */
export interface Shelf {
  readonly sources: ReadonlyMap<string, Source>;
  readonly records: ReadonlyMap<RecordRef, AnyRecord>;
  /** The range of each piece of evidence in the text of its source. */
  readonly spans: PassageSpans;
  /** Words that mean the same topic, by which one language's find another's. */
  readonly topics: readonly Topic[];
  /** SHA-256 over all files, in hexadecimal; `version` is its first twelve digits. */
  readonly hash: string;
  readonly version: string;
}

/** Reads one shelf again and again. */
export interface ShelfReader {
  /**
   * Reads and verifies the shelf. After the first time, only files that have changed are read and parsed, and only what
   * depends on them is verified; what has not changed is the same object as before, and so is the shelf when nothing has.
   * @throws {ShelfError} with the faults of all files; the next reading compares with the last valid shelf again
   */
  read(report?: ReportProgress): Promise<Shelf>;
  /**
   * Verifies the shelf as it would be with some files changed, and writes nothing.
   * @throws {ShelfError} with all faults that it would have
   */
  verify(changes: FileChanges): Promise<Shelf>;
}

const shelfFrom = (files: ShelfFiles, { sources, records, spans, topics }: ParsedShelf): Shelf => ({
  sources: new Map(sources.map((source) => [source.id, source])),
  records: new Map(records.map((record) => [recordRef(record), record])),
  spans,
  topics,
  hash: files.hash,
  version: files.hash.slice(0, 12),
});

/** Reads the files of a shelf; of an earlier reading, those that have not changed need not be read. */
export type ReadFiles = (report?: ReportProgress, before?: ShelfFiles) => Promise<ShelfFiles>;

/**
 * Creates a reader of the shelf under `root`, the folder that holds seeds/ and data/. With a `cache` folder, a shelf that is
 * unchanged since the last start is not parsed again; only the positions of its passages are checked. Works in time slices
 * and calls `report` after each.
 */
export const createShelfReader = (root: string, cache?: string): ShelfReader =>
  createReaderOf(
    (report, before) => readShelfFiles(root, report, before),
    cache === undefined ? undefined : { cache, root },
  );

/** Creates a reader of a shelf whose files are read so, wherever they are. */
export function createReaderOf(readFiles: ReadFiles, location?: CacheLocation): ShelfReader {
  let before: { readonly files: ShelfFiles; readonly shelf: Shelf } | undefined;

  async function readFirst(files: ShelfFiles, report?: ReportProgress): Promise<Shelf> {
    const entry = location && snapshotEntry(location, files);
    const known = entry && files.faults.length === 0 ? await readSnapshot(entry, files, report) : undefined;
    if (known) return shelfFrom(files, known);
    // Loading the schemas takes most of the start-up time, so they are imported only when needed.
    const { parseShelf } = await import("./parse.ts");
    const parsed = await parseShelf(files, report);
    if (entry) await writeSnapshot(entry, parsed, report);
    return shelfFrom(files, parsed);
  }

  async function readAgain(
    files: ShelfFiles,
    { files: filesBefore, shelf }: NonNullable<typeof before>,
    report?: ReportProgress,
  ): Promise<Shelf> {
    if (files.hash === filesBefore.hash && files.faults.length === 0) return shelf;
    const { parseShelf } = await import("./parse.ts");
    const parsed = await parseShelf(files, report, { ...shelf, files: filesBefore });
    await yieldTurn();
    return shelfFrom(files, parsed);
  }

  async function read(report?: ReportProgress): Promise<Shelf> {
    const files = await readFiles(report, before?.files);
    const shelf = before ? await readAgain(files, before, report) : await readFirst(files, report);
    before = { files: withoutContents(files), shelf };
    return shelf;
  }

  return {
    read,
    async verify(changes) {
      await read();
      return readAgain(withChanges(before!.files, changes), before!);
    },
  };
}

/** Reads a shelf once, as the reader of `createShelfReader` does at first. */
export const readShelf = (root: string, cache?: string, report?: ReportProgress): Promise<Shelf> =>
  createShelfReader(root, cache).read(report);
