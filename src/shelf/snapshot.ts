/**
 * A shelf that has been checked need not be checked again: what came of it is kept under the hash of every byte that was
 * checked, and of the code that checked it. The texts are not kept: every passage is compared with its source as that
 * was read at this start, at the place where the check found it.
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
import { collectEvidence, spanAtOffset, type TextSpan } from "./evidence.ts";
import type { ShelfFiles } from "./files.ts";
import { recordRef } from "./kinds.ts";
import type { ReportProgress } from "./load-progress.ts";
import type { ParsedShelf } from "./parse.ts";
import type { AnyRecord, Evidence } from "./records.ts";
import type { Source } from "./sources.ts";

/** Where the code stands that checks a shelf. */
const CHECKING = [".", "../support"].map((folder) => new URL(folder, import.meta.url));

/** How many records stand on one line of a snapshot. */
const LINE = 500;

/** The first line: the sources without their texts, and how many lines follow. */
interface First {
  readonly cards: readonly Omit<Source, "text">[];
  readonly parts: number;
}

/** Some of the records, and where each piece of their evidence begins, in the order in which they hold it. */
interface Part {
  readonly records: readonly AnyRecord[];
  readonly starts: readonly number[];
}

/** Where the snapshot of a shelf is kept, by all that was checked and the code that checked it. */
export const snapshotEntry = (location: CacheLocation, { hash }: ShelfFiles): CacheEntry =>
  cacheEntry("shelf", location, sha256(hash, hashCode(...CHECKING)));

/** The lines of a text, each decoded when it is its turn. */
function* linesOf(bytes: Buffer): Generator<string> {
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf("\n", at);
    const to = end < 0 ? bytes.length : end;
    yield bytes.toString("utf8", at, to);
    at = to + 1;
  }
}

/** The snapshot at a place, if there is one, it fits, every record has its file, and every passage stands where it says. */
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
    const texts = new Map(sources.map(({ id, text }) => [id, text]));
    const names = files.names.filter((name) => name.startsWith("data/"));
    const records: AnyRecord[] = [];
    const spans = new Map<Evidence, TextSpan>();
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
    return records.length === names.length ? { sources, records, spans } : undefined;
  } catch {
    return undefined; // It fits its hashes and is no snapshot all the same: the shelf is checked instead.
  }
}

/** Keeps what came of a check. */
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
