/** Loads a shelf from seeds/ and data/ and rejects it when anything in it is invalid. */

import type { PassageSpans } from "./evidence.ts";
import { readShelfFiles } from "./files.ts";
import { type RecordRef, recordRef } from "./kinds.ts";
import type { ReportProgress } from "./load-progress.ts";
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

/**
 * Reads and verifies the shelf under `root`, the folder that holds seeds/ and data/. With a `cache` folder, an
 * unchanged shelf is not parsed again; only the positions of its passages are checked. Works in time slices and
 * calls `report` after each.
 * @throws {ShelfError} with the faults of all files, not only the first
 */
export async function readShelf(root: string, cache?: string, report?: ReportProgress): Promise<Shelf> {
  const files = await readShelfFiles(root, report);
  const entry = cache === undefined ? undefined : snapshotEntry({ cache, root }, files);
  let parsed = entry && files.faults.length === 0 ? await readSnapshot(entry, files, report) : undefined;
  if (!parsed) {
    // Loading the schemas takes most of the start-up time, so they are imported only when needed.
    const { parseShelf: parseFiles } = await import("./parse.ts");
    parsed = await parseFiles(files, report);
    if (entry) await writeSnapshot(entry, parsed, report);
  }
  return {
    sources: new Map(parsed.sources.map((source) => [source.id, source])),
    records: new Map(parsed.records.map((record) => [recordRef(record), record])),
    spans: parsed.spans,
    topics: parsed.topics,
    hash: files.hash,
    version: files.hash.slice(0, 12),
  };
}
