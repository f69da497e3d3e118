/** Reads seeds/ and data/ from disk and lets nothing through that does not hold. */

import type { TextSpan } from "./evidence.ts";
import { readShelfFiles } from "./files.ts";
import { type RecordRef, recordRef } from "./kinds.ts";
import type { ReportProgress } from "./load-progress.ts";
import type { AnyRecord, Evidence } from "./records.ts";
import { readSnapshot, snapshotEntry, writeSnapshot } from "./snapshot.ts";
import type { Source } from "./sources.ts";

/** A shelf that has been checked whole: every passage of every record has been found in its source. */
export interface Shelf {
  readonly sources: ReadonlyMap<string, Source>;
  readonly records: ReadonlyMap<RecordRef, AnyRecord>;
  /** Where each piece of evidence stands in its source's text. */
  readonly spans: ReadonlyMap<Evidence, TextSpan>;
  /** SHA-256 over every file, in hexadecimal digits, and the first twelve of them: they change with any byte. */
  readonly hash: string;
  readonly version: string;
}

/**
 * The shelf under `root` (which holds seeds/ and data/), read and checked. With a `cache` folder, a shelf that was checked
 * before, and has not changed by one byte, is not parsed again; that its passages stand where they stood is looked up at
 * every start. A large shelf is read in slices, and `tell` is told after each.
 * @throws {ShelfError} with every fault of every file, not only the first
 */
export async function readShelf(root: string, cache?: string, report?: ReportProgress): Promise<Shelf> {
  const files = await readShelfFiles(root, report);
  const entry = cache === undefined ? undefined : snapshotEntry({ cache, root }, files);
  let parsed = entry && files.faults.length === 0 ? await readSnapshot(entry, files, report) : undefined;
  if (!parsed) {
    // The schemas are most of a start's time: they are loaded only for a shelf that must be checked.
    const { parseShelf: parseFiles } = await import("./parse.ts");
    parsed = await parseFiles(files, report);
    if (entry) await writeSnapshot(entry, parsed, report);
  }
  return {
    sources: new Map(parsed.sources.map((source) => [source.id, source])),
    records: new Map(parsed.records.map((record) => [recordRef(record), record])),
    spans: parsed.spans,
    hash: files.hash,
    version: files.hash.slice(0, 12),
  };
}
