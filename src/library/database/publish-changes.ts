/**
 * Publishes a version of which a few files are other than in the one before it. What they concern is read, verified and written;
 * nothing else of the shelf is, so that it takes no longer on a large one.
 */
import type { Queries } from "../../database/connection.ts";
import type { ShelfFault } from "../../shelf/faults.ts";
import { RECORD_KINDS, type RecordKind } from "../../shelf/kinds.ts";
import type { AnyRecord } from "../../shelf/records.ts";
import type { Source } from "../../shelf/sources.ts";
import { type ChangedPart, readChangedPart } from "./changed-part.ts";
import { copyOpenPart } from "./copy-open-part.ts";
import { createEditionReader, type EditionReader, valid } from "./edition.ts";
import { compareSources } from "./part-rows.ts";
import { kindNumber } from "./places.ts";
import { openSide, type PartChange, type PartChanges, publishPart } from "./publish-part.ts";
import { hanNamesOf } from "./record-rows.ts";
import { type FileContents, hashOfFiles, keepFiles } from "./shelf-files.ts";
import { createPartReader } from "./shelf-part.ts";
import type { PublishProgress, RowChanges, VersionAt } from "./table-changes.ts";
import { addVersion, type ShelfVersion, type VersionOrigin, type VersionSummary } from "./versions.ts";

/** A version to be made of another. */
export interface NextVersion {
  readonly number: number;
  readonly origin: VersionOrigin;
  readonly changes: FileContents;
  /** What is wrong with these files already. */
  readonly faults?: readonly ShelfFault[];
  readonly report?: (progress: PublishProgress) => void;
}

/** What is changed. */
export type BaseVersion = Pick<ShelfVersion, "shelf" | "number" | "summary">;

const isHidden = ({ visibility }: Pick<Source, "visibility">): boolean => visibility === "desk";

/** Returns the ids of the hidden sources after a change, in the order of the shelf. */
function hiddenAfter(hidden: readonly string[], { changedSources, after }: ChangedPart): string[] {
  const kept = hidden.filter((id) => !changedSources.has(id));
  const changed = [...changedSources].filter((id) => {
    const source = after.sources.get(id);
    return source !== undefined && isHidden(source);
  });
  return [...kept, ...changed].sort(compareSources);
}

/** Returns the ids of all sources after a change, in the order of the shelf. */
async function orderAfter(
  { rows }: EditionReader,
  { changedSources, after }: ChangedPart,
): Promise<string[]> {
  const there = await rows<{ source: string }>(
    `select s.source from refdesk_shelf_sources s where ${valid("s")}`,
  );
  const ids = there.map(({ source }) => source).filter((id) => !changedSources.has(id));
  return [...ids, ...[...changedSources].filter((id) => after.sources.has(id))].sort(compareSources);
}

const sum = <Item>(items: Iterable<Item>, of: (item: Item) => number): number =>
  [...items].reduce((total, item) => total + of(item), 0);

/** Returns the latest of some dates; of none, null. */
const latest = (dates: readonly (string | null)[]): string | null =>
  dates.reduce((one, other) => (one === null || (other !== null && other > one) ? other : one), null);

/** Returns the date of the newest source. */
async function newestSource({ rows }: EditionReader): Promise<string | null> {
  const found = await rows<{ info: string }>(
    `select s.info from refdesk_shelf_sources s where ${valid("s")}`,
  );
  return latest(found.map(({ info }) => (JSON.parse(info) as Source).published.date));
}

/** Returns the last change of any record. */
async function lastChange({ rows }: EditionReader): Promise<string | null> {
  const found = await rows<{ changed: string | null }>(
    `select (select r.changed from refdesk_shelf_records r where ${valid("r")} and r.kind = k.kind order by r.changed desc limit 1) as changed
     from unnest($3::smallint[]) as k (kind)`,
    RECORD_KINDS.map(kindNumber),
  );
  return latest(found.map(({ changed }) => changed));
}

/** Returns how long the longest Chinese name is, in UTF-16 code units: PostgreSQL counts characters, and bytes. */
async function longestHanName({ rows }: EditionReader): Promise<number> {
  const [found] = await rows<{ longest: number | null }>(
    `select max(octet_length(h.name) - 2 * char_length(h.name)) as longest from refdesk_shelf_han_names h where ${valid("h")}`,
  );
  return found!.longest ?? 0;
}

/** Returns what is known of a part as a whole after a change. @param now reads it as it is written */
async function summaryAfter(
  old: VersionSummary,
  { before, after, changedSources }: PartChange,
  { counts }: PartChanges,
  now: EditionReader,
): Promise<Omit<VersionSummary, "open">> {
  const kindsBefore = before.concerned.map(({ kind }) => kind);
  const kindsAfter = after.concerned.map(({ kind }) => kind);
  const of = (kinds: readonly RecordKind[], kind: RecordKind): number =>
    kinds.filter((one) => one === kind).length;
  const changed = (sources: ReadonlyMap<string, Source>): Source[] =>
    [...changedSources].flatMap((id) => sources.get(id) ?? []);
  const [oldSources, newSources] = [changed(before.sources), changed(after.sources)];
  const isNewestKept = !oldSources.some(({ published }) => published.date === old.about.upTo);
  const lengths = (records: readonly AnyRecord[]) => records.flatMap(hanNamesOf).map((name) => name.length);
  const longest = Math.max(0, ...lengths(after.concerned));
  const isLongestKept =
    longest >= old.longestHanName || !lengths(before.concerned).includes(old.longestHanName);
  const total = (member: keyof VersionSummary["totals"]): number =>
    old.totals[member] + counts.after.totals[member] - counts.before.totals[member];
  return {
    about: {
      version: old.about.version,
      sources: old.about.sources + newSources.length - oldSources.length,
      counts: Object.fromEntries(
        RECORD_KINDS.map((kind) => [
          kind,
          old.about.counts[kind] + of(kindsAfter, kind) - of(kindsBefore, kind),
        ]),
      ) as VersionSummary["about"]["counts"],
      upTo: isNewestKept
        ? latest([old.about.upTo, ...newSources.map(({ published }) => published.date)])
        : await newestSource(now),
      lastChange: await lastChange(now),
    },
    totals: {
      documents: total("documents"),
      length: total("length"),
      titleLength: total("titleLength"),
      distinctTerms: total("distinctTerms"),
    },
    topics: old.topics,
    hidden: old.hidden,
    longestHanName: isLongestKept ? Math.max(longest, old.longestHanName) : await longestHanName(now),
    textLength:
      old.textLength +
      sum(newSources, ({ text }) => text.length) -
      sum(oldSources, ({ text }) => text.length),
  };
}

/** What a change of files makes of a version. */
export interface ChangedVersion extends RowChanges {
  readonly summary: VersionSummary;
}

/**
 * Writes what a change of files makes of a version, in a transaction that holds the shelf.
 * @throws {ShelfError} where the shelf would not hold
 */
async function changeVersion(
  session: Queries,
  base: BaseVersion,
  at: VersionAt,
  { changes, faults, report = () => {} }: Pick<NextVersion, "changes" | "faults" | "report">,
): Promise<ChangedVersion> {
  const reader = createEditionReader(session, base, false);
  const change = await readChangedPart(reader, changes, faults);
  const [hiddenBefore, hidden] = [base.summary.hidden, hiddenAfter(base.summary.hidden, change)];
  const [old, next] = [new Set(hiddenBefore), new Set(hidden)];
  const flipped = [...change.changedSources].filter((id) => old.has(id) !== next.has(id));
  const isOther = [...change.changedSources].some(
    (id) => change.before.sources.has(id) !== change.after.sources.has(id),
  );
  const order = isOther || flipped.length > 0 ? await orderAfter(reader, change) : undefined;
  const part = createPartReader(reader);
  // What stands on a source that becomes open or hidden is named, or is not any more, in the documents of others.
  const flippedRecords = flipped.length > 0 ? await part.citing(flipped) : [];
  const redocumented = flippedRecords.length > 0 ? await part.referrers(flippedRecords) : [];
  if (next.size > 0 && !base.summary.open) await copyOpenPart(session, base);
  const files = await keepFiles(session, at, changes);

  /** Writes one part of the shelf, and returns what is known of it as a whole. */
  async function write(shelf: number, summary: VersionSummary, own: PartChange) {
    const read = (number: number) => createEditionReader(session, { shelf, number, summary }, false);
    const written = await publishPart(session, { ...at, shelf }, read(base.number), own, report);
    return { written, summary: await summaryAfter(summary, own, written, read(at.number)) };
  }
  const whole = await write(at.shelf, base.summary, { ...change, order, redocumented, isOpen: () => true });
  const changed = { come: whole.written.come + files.come, gone: whole.written.gone + files.gone };
  if (next.size === 0) return { ...changed, summary: { ...whole.summary, hidden } };
  const isOpen = (id: string): boolean => !next.has(id);
  const open = await write(-at.shelf, base.summary.open ?? base.summary, {
    changedSources: change.changedSources,
    redocumented,
    order,
    isOpen,
    before: openSide(change.before, (id) => !old.has(id)),
    after: openSide(change.after, isOpen),
    standing: openSide({ ...change.after, concerned: change.standing }, isOpen).concerned,
  });
  return { ...changed, summary: { ...whole.summary, hidden, open: { ...open.summary, hidden: [] } } };
}

/** Returns a summary that tells people the version of a hash. */
const named = (summary: VersionSummary, hash: string): VersionSummary => ({
  ...summary,
  about: { ...summary.about, version: hash.slice(0, 12) },
  ...(summary.open ? { open: named(summary.open, hash) } : {}),
});

/** Keeps a version that has been written, under the hash of its files. */
async function completeVersion(
  session: Queries,
  at: VersionAt,
  summary: VersionSummary,
  origin: VersionOrigin,
): Promise<string> {
  const hash = await hashOfFiles(session, at);
  await addVersion(session, { ...at, hash, origin, summary: named(summary, hash) });
  return hash;
}

/**
 * Makes the version that follows the newest one, in a transaction that holds the shelf. Its pointer is not moved.
 * @throws {ShelfError} where the shelf would not hold
 */
export async function makeNextVersion(
  session: Queries,
  base: ShelfVersion,
  { number, origin, ...change }: NextVersion,
): Promise<RowChanges & { readonly hash: string }> {
  const at = { shelf: base.shelf, number };
  const { summary, come, gone } = await changeVersion(session, base, at, change);
  return { come, gone, hash: await completeVersion(session, at, summary, origin) };
}
