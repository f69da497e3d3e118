/**
 * Caches a verified shelf, keyed by the hash of its files and of the code that verifies them. Texts are not
 * stored: every passage is compared with its source, as read at this start, at the offset where it was found.
 */

import {
  type CacheEntry,
  type CacheLocation,
  cacheEntry,
  hashCode,
  readCache,
  sha256,
  writeCache,
} from "../support/disk-cache.ts";
import { runInSlices } from "../support/time-slices.ts";
import { collectEvidence, createPassageSpans, spanAtOffset } from "./evidence.ts";
import { type ShelfFiles, TOPICS_FILE } from "./files.ts";
import { recordRef } from "./kinds.ts";
import type { ReportProgress } from "./load-progress.ts";
import type { ParsedShelf } from "./parse.ts";
import type { AnyRecord } from "./records.ts";
import type { Source } from "./sources.ts";
import { topicsFrom } from "./topics.ts";

/** The folders of the code that verifies a shelf. */
const CHECKING = [".", "../language", "../search", "../support"].map(
  (folder) => new URL(folder, import.meta.url),
);

/** Records per line of a snapshot. */
const LINE = 500;

/** The first line: the sources without their texts, and the number of lines that follow. */
interface First {
  readonly cards: readonly Omit<Source, "text">[];
  readonly parts: number;
}

/** A batch of records and the start offsets of their evidence, in the order of `collectEvidence`. */
interface Part {
  readonly records: readonly AnyRecord[];
  readonly starts: readonly number[];
}

/** Returns the cache entry for the snapshot of these files. */
export const snapshotEntry = (location: CacheLocation, { hash }: ShelfFiles): CacheEntry =>
  cacheEntry("shelf", location, sha256(hash, hashCode(...CHECKING)));

/** Yields the lines of a buffer, decoding each only when it is needed. */
function* linesOf(bytes: Buffer): Generator<string> {
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf("\n", at);
    const to = end < 0 ? bytes.length : end;
    yield bytes.toString("utf8", at, to);
    at = to + 1;
  }
}

/**
 * Reads a snapshot. Returns undefined when there is none for these files, or when a record or passage does not
 * match.
 */
export async function readSnapshot(
  entry: CacheEntry,
  files: ShelfFiles,
  report?: ReportProgress,
): Promise<ParsedShelf | undefined> {
  const body = readCache(entry);
  if (!body) return undefined;
  try {
    const lines = linesOf(body);
    const { cards, parts }: First = JSON.parse(lines.next().value ?? "");
    const sources = cards.map((card): Source => ({ ...card, text: files.text(`seeds/${card.id}.txt`)! }));
    // The entry is for these very files, so their topics have been checked.
    const topics = topicsFrom(JSON.parse(files.text(TOPICS_FILE) ?? "[]"));
    const texts = new Map(sources.map(({ id, text }) => [id, text]));
    const names = files.names.filter((name) => name.startsWith("data/") && name !== TOPICS_FILE);
    const records: AnyRecord[] = [];
    const spans = createPassageSpans();
    const take = (line: string): void => {
      const { records: some, starts }: Part = JSON.parse(line);
      let next = 0;
      for (const record of some) {
        if (names[records.push(record) - 1] !== `data/${recordRef(record)}.json`)
          throw new Error("no such record");
        for (const evidence of collectEvidence(record)) {
          const span = spanAtOffset(evidence, starts[next++]!, texts.get(evidence.source)!);
          if (!span) throw new Error("a passage is not where it was");
          spans.set(evidence, span);
        }
      }
    };
    await runInSlices(lines, take, (done) => report?.({ step: "opening", done, of: parts }));
    return records.length === names.length ? { sources, records, spans, topics } : undefined;
  } catch {
    return undefined; // Valid hash but not a valid snapshot: verify the shelf instead.
  }
}

/** Writes a verified shelf to the cache. */
export async function writeSnapshot(
  entry: CacheEntry,
  { sources, records, spans }: ParsedShelf,
  report?: ReportProgress,
): Promise<void> {
  const parts = Array.from({ length: Math.ceil(records.length / LINE) }, (_, part) =>
    records.slice(part * LINE, (part + 1) * LINE),
  );
  const first: First = { cards: sources.map(({ text, ...card }) => card), parts: parts.length };
  const lines = [Buffer.from(JSON.stringify(first))];
  await runInSlices(
    parts,
    (some) => {
      const starts = some.flatMap((record) => collectEvidence(record).map((one) => spans.get(one)!.start));
      lines.push(Buffer.from(`\n${JSON.stringify({ records: some, starts } satisfies Part)}`));
    },
    (done) => report?.({ step: "keeping", done, of: parts.length }),
  );
  writeCache(entry, Buffer.concat(lines));
}
