/**
 * Publishes a whole folder, part by part: threads read, check and analyse, while the database takes the rows of the parts before.
 * What is in memory is some parts, what is wanted again and again, and of all files their names and hashes.
 */
import type { Session } from "../../../database/connection.ts";
import { ShelfError, type ShelfFault } from "../../../shelf/faults.ts";
import type { FileList } from "../../../shelf/file-list.ts";
import { idOf, TOPICS_FILE } from "../../../shelf/files.ts";
import { parseTopicsText } from "../../../shelf/parse.ts";
import type { Topic } from "../../../shelf/topics.ts";
import { containsHan } from "../../../support/han.ts";
import type { Published } from "../publish-folder.ts";
import type { PublishProgress } from "../table-changes.ts";
import { addVersion, movePointer, type ShelfRow, type VersionSummary } from "../versions.ts";
import { createFaultCollector } from "./fault-collector.ts";
import type { Hand } from "./hands.ts";
import { addCounts, NOTHING_COUNTED, type WholeCounts } from "./load-counts.ts";
import { beginLoading } from "./loading-session.ts";
import type { MadePart, PartErrand } from "./parts.ts";
import { collectHanNames, NO_NAMES, type SurveyedFolder } from "./survey.ts";

/** How many records and sources make a part. */
const PART = { records: 500, sources: 20 } as const;

/** What is known of a version as a whole. */
const summaryOf = (
  { kinds, sources, upTo, lastChange, ...counts }: WholeCounts,
  {
    hash,
    topics,
    hidden,
  }: { readonly hash: string; readonly topics: readonly Topic[]; readonly hidden: readonly string[] },
): VersionSummary => ({
  about: { version: hash.slice(0, 12), sources, counts: kinds, upTo, lastChange },
  ...counts,
  topics,
  hidden,
});

/** Some records, all of which stand on one source, or on many short ones. */
type Run = Uint32Array;

/** Returns the records in runs, the longest first, so that none is left for the end. @param most how many make a part */
function runsOf(files: FileList, homes: Uint32Array, most: number): Run[] {
  const [, from] = files.folder("seeds");
  const turns = new Float64Array(files.length - from);
  // Both numbers have less than 26 bits, so that they are exact together.
  for (let at = from; at < files.length; at++) turns[at - from] = (homes[at]! % 2 ** 26) * 2 ** 26 + at;
  turns.sort();
  const order = Uint32Array.from(turns, (turn) => turn % 2 ** 26);
  const runs: Run[] = [];
  let begin = 0;
  for (let end = 1; end <= order.length; end++) {
    const isOther = end === order.length || homes[order[end]!] !== homes[order[end - 1]!];
    if (!isOther || (end - begin < most && end < order.length)) continue;
    runs.push(order.subarray(begin, end));
    begin = end;
  }
  return runs.sort((a, b) => b.length - a.length);
}

/** Yields what is not a record: the topics, and the sources some by some. */
function* otherParts(files: FileList): Generator<Omit<PartErrand, "writes">> {
  const topics = files.indexOf(TOPICS_FILE);
  if (topics >= 0) yield { others: Uint32Array.of(topics) };
  const [first, last] = files.folder("seeds");
  const sources = new Set<string>();
  for (let at = first; at < last; at++) sources.add(idOf(files.name(at))!);
  for (let from = 0; from < sources.size; from += PART.sources)
    yield { sources: [from, Math.min(sources.size, from + PART.sources)] };
}

/** Creates what gives each hand its errands: those of one run to one hand, which then reads its source once. */
function createErrands({ files, homes }: SurveyedFolder, most: number) {
  const others = otherParts(files);
  const runs = runsOf(files, homes, most).values();
  return function* (): Generator<Omit<PartErrand, "writes">> {
    for (let next = others.next(); !next.done; next = others.next()) yield next.value;
    for (let next = runs.next(); !next.done; next = runs.next())
      for (let from = 0; from < next.value.length; from += most)
        yield { records: next.value.slice(from, from + most) };
  };
}

/** Who publishes, and what. */
export interface WholePublish {
  readonly row: Pick<ShelfRow, "shelf" | "last">;
  readonly folder: SurveyedFolder;
  readonly hands: readonly Hand[];
  /** The files that the version before has and the folder has not. */
  readonly gone: readonly (readonly [folder: number, path: string])[];
  readonly report: (progress: PublishProgress) => void;
  /** How many records make a part. */
  readonly partSize?: number | undefined;
}

/**
 * Publishes a whole folder as the next version, in a transaction that holds the shelf, and moves the pointer.
 * @throws {ShelfError} with the faults of the folder
 */
export async function publishWhole(
  session: Session,
  { row: { shelf, last }, folder, hands, gone, report, partSize = PART.records }: WholePublish,
): Promise<Published & { readonly hash: string }> {
  const { topicsText, hidden, hash } = folder;
  const version = last + 1;
  const faults = createFaultCollector();
  faults.add(folder.faults);
  const ofTopics: ShelfFault[] = [];
  const topics = parseTopicsText(topicsText, ofTopics);
  faults.add(ofTopics.map((fault) => ({ step: "parsing", at: 0, fault })));
  const hanNames = containsHan(topicsText ?? "") ? await collectHanNames(folder, hands) : NO_NAMES;
  const shelves = hidden.length > 0 ? [shelf, -shelf] : [shelf];
  const loading = await beginLoading(session, { shelves, version });
  let [whole, open, checked, written] = [NOTHING_COUNTED, NOTHING_COUNTED, 0, 0];
  await Promise.all(hands.map((hand) => hand.ask("start", { shelf, version, topics, hidden, hanNames })));
  const isWriting = (): boolean => faults.count() === 0;

  let hasFailed = false;
  /** The database takes one part after another. */
  let writing: Promise<void> = Promise.resolve();
  function take(part: MadePart): Promise<void> {
    writing = writing.then(() => write(part));
    return writing;
  }
  async function write(part: MadePart): Promise<void> {
    faults.add(part.faults);
    whole = addCounts(whole, part.whole);
    open = addCounts(open, part.open ?? NOTHING_COUNTED);
    for (const copy of isWriting() ? part.copies : []) {
      // Nothing may be written once the transaction is about to be taken back.
      if (hasFailed) return;
      await loading.write(copy);
      written += copy.table === "records" ? copy.rows : 0;
    }
  }
  const errands = createErrands(folder, partSize);
  /** Has one hand make part after part, each while the one before is written. */
  async function work(hand: Hand): Promise<void> {
    let isTaken: Promise<void> = Promise.resolve();
    let [taken, spent]: ArrayBuffer[][] = [[], []];
    try {
      for (const errand of errands()) {
        if (hasFailed) break;
        const made = await hand.ask("make", { ...errand, writes: isWriting(), spent: spent! });
        await isTaken;
        spent = taken;
        taken = made.copies.map(({ data }) => data.buffer);
        isTaken = take(made);
        // It is awaited with the next part, and may fail before.
        isTaken.catch(() => {});
        checked += errand.records?.length ?? 0;
        report({ table: "refdesk_shelf_records", compared: checked, written });
      }
      if (!hasFailed) await take(await hand.ask("make", { writes: isWriting(), isLast: true }));
    } catch (error) {
      hasFailed = true;
      throw error;
    } finally {
      await isTaken;
    }
  }
  for (const done of await Promise.allSettled(hands.map(work)))
    if (done.status === "rejected") throw done.reason;
  const all = faults.all();
  if (all.length > 0) throw new ShelfError(all, faults.count() - all.length);
  for (let at = 0; at < gone.length; at += PATHS_AT_ONCE)
    await loading.endFiles(gone.slice(at, at + PATHS_AT_ONCE));
  const changed = await loading.finish();
  report({ table: "refdesk_shelf_records", compared: checked, written });
  const known = { hash, topics };
  const summary: VersionSummary = {
    ...summaryOf(whole, { ...known, hidden }),
    ...(hidden.length > 0 ? { open: summaryOf(open, { ...known, hidden: [] }) } : {}),
  };
  await addVersion(session, { shelf, number: version, hash, origin: "folder", summary });
  await movePointer(session, shelf, version);
  return { number: version, hash, isNew: true, ...changed };
}

/** How many paths are sent at once. */
const PATHS_AT_ONCE = 50_000;
