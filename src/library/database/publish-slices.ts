/**
 * Publishes a folder that is too large to be read at once: slice by slice, each of which is checked and written among those
 * before it. What is in memory is a slice, and of all files their names and hashes.
 */
import type { Queries } from "../../database/connection.ts";
import { collectEvidence } from "../../shelf/evidence.ts";
import { ShelfError, type ShelfFault } from "../../shelf/faults.ts";
import { idOf, isRecordFile, TOPICS_FILE } from "../../shelf/files.ts";
import { RECORD_KINDS, type RecordKind, type RecordRef } from "../../shelf/kinds.ts";
import { parseRecord, parseTopicsText } from "../../shelf/parse.ts";
import type { Topic } from "../../shelf/topics.ts";
import { containsHan } from "../../support/han.ts";
import { yieldTurn } from "../../support/time-slices.ts";
import type { ComingParts } from "./changed-part.ts";
import { changeVersion, completeVersion } from "./publish-changes.ts";
import type { Published, PublishedFiles } from "./publish-shelf.ts";
import { hanNamesOf } from "./record-rows.ts";
import { keepFiles } from "./shelf-files.ts";
import { createSourceCache } from "./source-cache.ts";
import { collectWords, mergeWords, type PublishProgress, type VersionAt } from "./table-changes.ts";
import { movePointer, type ShelfRow, VERSIONED_TABLES, type VersionSummary } from "./versions.ts";

/** The kinds whose names others need come first: of who speaks, the names are looked for in what is said. */
const KINDS_IN_TURN: readonly RecordKind[] = [
  ...(["people", "organizations", "terms", "events", "pledges", "quotes", "facts"] as const),
];

/** How many files a slice has, and how many bytes at most. */
const SLICE = { files: 5_000, bytes: 20_000_000 } as const;

/** What is known of a shelf without anything on it. */
const nothing = (topics: readonly Topic[]): VersionSummary => ({
  about: {
    version: "",
    sources: 0,
    upTo: null,
    lastChange: null,
    counts: Object.fromEntries(RECORD_KINDS.map((kind) => [kind, 0])) as VersionSummary["about"]["counts"],
  },
  totals: { documents: 0, length: 0, titleLength: 0, distinctTerms: 0 },
  topics,
  hidden: [],
  longestHanName: 0,
  textLength: 0,
});

const kindOf = (file: string): RecordKind => file.split("/")[1] as RecordKind;

/** What is gathered of all records before any of them is written. */
interface Gathered {
  readonly hanNames: NonNullable<ComingParts["hanNames"]>;
  /** The records in the order in which they are written: those on one source one after another. */
  readonly files: readonly string[];
}

/** Tells whether a card is that of a source for the desk alone; what is wrong with it is told when it is its turn. */
function isHiddenCard(content: Buffer): boolean {
  try {
    return (JSON.parse(content.toString("utf8")) as { visibility?: unknown } | null)?.visibility === "desk";
  } catch {
    return false;
  }
}

/** Reads all records once, for what each slice has to know of the others. */
async function gather({ digests, content }: PublishedFiles): Promise<Gathered> {
  const hanNames = { whole: new Set<string>(), open: new Set<string>() };
  const hidden = new Set<string>();
  for (const file of digests.keys())
    if (/^seeds\/.*\.json$/.test(file) && isHiddenCard(content(file))) hidden.add(idOf(file)!);
  const found: { readonly file: string; readonly key: string }[] = [];
  for (const file of digests.keys()) {
    if (!isRecordFile(file)) continue;
    const text = content(file).toString("utf8");
    const source = /"source"\s*:\s*"([^"]*)"/.exec(text)?.[1] ?? "";
    found.push({ file, key: `${KINDS_IN_TURN.indexOf(kindOf(file))} ${source} ${file}` });
    const record = containsHan(text) ? parseRecord(file, text, []) : undefined;
    const isOpen = record && collectEvidence(record).every((one) => !hidden.has(one.source));
    for (const name of record ? hanNamesOf(record) : []) {
      hanNames.whole.add(name);
      if (isOpen) hanNames.open.add(name);
    }
    if (found.length % 500 === 0) await yieldTurn();
  }
  found.sort((a, b) => (a.key < b.key ? -1 : 1));
  return { hanNames, files: found.map(({ file }) => file) };
}

/** Returns the sources, each with its two files. */
function sourcesIn(digests: ReadonlyMap<string, string>): string[][] {
  const sources = new Map<string, string[]>();
  for (const file of digests.keys())
    if (file.startsWith("seeds/")) sources.set(idOf(file)!, [...(sources.get(idOf(file)!) ?? []), file]);
  return [...sources.values()];
}

/** Yields slices of groups of files, none of which is parted, with what they hold. */
function* slicesOf(
  groups: Iterable<readonly string[]>,
  content: PublishedFiles["content"],
  most: number,
): Generator<Map<string, Buffer>> {
  let slice = new Map<string, Buffer>();
  let bytes = 0;
  for (const group of groups) {
    for (const file of group) {
      const read = content(file);
      slice.set(file, read);
      bytes += read.length;
    }
    if (slice.size < most && bytes < SLICE.bytes) continue;
    yield slice;
    slice = new Map();
    bytes = 0;
  }
  if (slice.size > 0) yield slice;
}

/**
 * Publishes a folder as the first version of a shelf, in a transaction that holds it, and moves the pointer.
 * @param most how many files a slice has; fewer in tests
 * @throws {ShelfError} with the faults of the first slice that has any
 */
export async function publishInSlices(
  session: Queries,
  { shelf, last }: Pick<ShelfRow, "shelf" | "last">,
  files: PublishedFiles,
  report: (progress: PublishProgress) => void,
  most: number = SLICE.files,
): Promise<Published & { readonly hash: string }> {
  const { digests, content } = files;
  const at: VersionAt = { shelf, number: last + 1 };
  const faults: ShelfFault[] = [];
  const topicsText = digests.has(TOPICS_FILE) ? content(TOPICS_FILE) : undefined;
  const topics = parseTopicsText(topicsText?.toString("utf8"), faults);
  if (faults.length > 0) throw new ShelfError(faults);
  if (topicsText) await keepFiles(session, at, [[TOPICS_FILE, topicsText]]);
  const { hanNames, files: records } = await gather(files);
  const coming = new Set(records.map((file) => file.slice("data/".length, -".json".length) as RecordRef));
  await collectWords(session);
  const sources = createSourceCache();
  let summary = nothing(topics);
  let [come, written] = [0, 0];
  const groups = [...sourcesIn(digests), ...records.map((file) => [file])];
  for (const changes of slicesOf(groups, content, most)) {
    const changed = await changeVersion(session, { ...at, summary }, at, {
      changes,
      report,
      coming,
      hanNames,
      sources,
    });
    summary = changed.summary;
    come += changed.come;
    written++;
    // The planner has to know how large the tables have become, and need not be told each time.
    if ((written & (written - 1)) === 0)
      for (const table of VERSIONED_TABLES) await session.rows(`analyze ${table}`);
  }
  for (const table of VERSIONED_TABLES) await session.rows(`analyze ${table}`);
  await mergeWords(session);
  const hash = await completeVersion(session, at, summary, "folder");
  await movePointer(session, shelf, at.number);
  return { number: at.number, hash, isNew: true, come, gone: 0 };
}
