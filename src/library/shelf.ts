/** Reads seeds/ and data/ from disk and lets nothing through that does not hold. */
import { evidenceOf, type Folded, folded, locate, type Span } from "./evidence.ts";
import { ShelfError } from "./faults.ts";
import { readFiles } from "./files.ts";
import { type Ref, refOf } from "./kinds.ts";
import type { Parsed } from "./parse.ts";
import type { AnyRecord, Evidence } from "./records.ts";
import { keepSnapshot, openSnapshot, placeOf } from "./snapshot.ts";
import type { Source } from "./sources.ts";

/** A shelf that has been checked whole: every passage of every record has been found in its source. */
export interface Shelf {
  readonly sources: ReadonlyMap<string, Source>;
  readonly records: ReadonlyMap<Ref, AnyRecord>;
  /** Where each piece of evidence stands in its source's text. */
  readonly spans: ReadonlyMap<Evidence, Span>;
  /** Twelve hexadecimal digits that change with any byte of any file. */
  readonly version: string;
}

/** The spans of all evidence, or nothing if one piece is not where it should be. */
function locateAll({ sources, records }: Parsed): Map<Evidence, Span> | undefined {
  const texts = new Map<string, Folded>(sources.map((source) => [source.id, folded(source.text)]));
  const spans = new Map<Evidence, Span>();
  for (const { evidence } of records.flatMap((record) => evidenceOf(record))) {
    const text = texts.get(evidence.source);
    const found = text && locate(evidence, text);
    if (!found || "fault" in found) return undefined;
    spans.set(evidence, found.span);
  }
  return spans;
}

/**
 * The shelf under `root` (which holds seeds/ and data/), read and checked. With a `cache` folder, a shelf
 * that was checked before, and has not changed by one byte, is not parsed again; where its passages stand
 * is looked up at every start.
 * @throws {ShelfError} with every fault of every file, not only the first
 */
export async function readShelf(root: string, cache?: string): Promise<Shelf> {
  const files = readFiles(root);
  const place = cache === undefined ? undefined : placeOf(cache, root, files);
  let parsed = place && files.faults.length === 0 ? openSnapshot(place) : undefined;
  let spans = parsed && locateAll(parsed);
  if (!parsed || !spans) {
    // The schemas are most of a start's time: they are loaded only for a shelf that must be checked.
    const { parseFiles } = await import("./parse.ts");
    parsed = parseFiles(files);
    spans = locateAll(parsed);
    if (!spans)
      throw new ShelfError([{ file: root, pointer: "", message: "a checked passage could not be found" }]);
    if (place) keepSnapshot(place, parsed);
  }
  return {
    sources: new Map(parsed.sources.map((source) => [source.id, source])),
    records: new Map(parsed.records.map((record) => [refOf(record), record])),
    spans,
    version: files.hash.slice(0, 12),
  };
}
