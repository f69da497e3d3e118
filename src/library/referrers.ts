/** Finds which records refer to which, and which cite each source. */
import { collectEvidence } from "../shelf/evidence.ts";
import { type RecordKind, type RecordRef, recordRef } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { referencesOf } from "../shelf/references.ts";
import { runInSlices } from "../support/time-slices.ts";

/** By record, the records that refer to it, in shelf order. */
export type Referrers = ReadonlyMap<RecordRef, ReadonlySet<AnyRecord>>;

/** By source, the records that cite it, in shelf order. */
export type Citing = ReadonlyMap<string, ReadonlySet<AnyRecord>>;

function addTo<Key>(found: Map<Key, Set<AnyRecord>>, keys: readonly Key[], record: AnyRecord): void {
  for (const key of keys) {
    const some = found.get(key);
    if (some) some.add(record);
    else found.set(key, new Set([record]));
  }
}

const sourcesOf = (record: AnyRecord): string[] => collectEvidence(record).map(({ source }) => source);

/** Maps each reference to the records that refer to it. */
export function referrersByTarget(records: Iterable<AnyRecord>): Referrers {
  const found = new Map<RecordRef, Set<AnyRecord>>();
  for (const record of records) addTo(found, referencesOf(record), record);
  return found;
}

/** Maps each source to the records that cite it. */
export function recordsBySource(records: Iterable<AnyRecord>): Citing {
  const found = new Map<string, Set<AnyRecord>>();
  for (const record of records) addTo(found, sourcesOf(record), record);
  return found;
}

/** Makes both maps in slices. */
export async function relateInSlices(
  records: Iterable<AnyRecord>,
): Promise<{ readonly referrers: Referrers; readonly citing: Citing }> {
  const [referrers, citing] = [new Map<RecordRef, Set<AnyRecord>>(), new Map<string, Set<AnyRecord>>()];
  await runInSlices(records, (record) => {
    addTo(referrers, referencesOf(record), record);
    addTo(citing, sourcesOf(record), record);
  });
  return { referrers, citing };
}

/** A record with its position on the shelf and the number of records that refer to it. */
interface Weighed {
  readonly record: AnyRecord;
  readonly place: number;
  readonly weight: number;
}

const inOrder = (a: Weighed, b: Weighed): number => b.weight - a.weight || a.place - b.place;

/**
 * Returns a function that gives the records of some kinds, those most referred to first. Each kind is sorted only
 * once.
 */
export function mostReferenced(
  records: readonly AnyRecord[],
  concerned: ReadonlyMap<RecordRef, ReadonlySet<AnyRecord>>,
): (kinds: readonly RecordKind[], most: number) => AnyRecord[] {
  const ordered = new Map<RecordKind, Weighed[]>();
  function ofKind(kind: RecordKind): Weighed[] {
    let some = ordered.get(kind);
    if (!some) {
      some = records
        .map((record, place) => ({ record, place }))
        .filter(({ record }) => record.kind === kind)
        .map((one) => ({ ...one, weight: concerned.get(recordRef(one.record))?.size ?? 0 }))
        .sort(inOrder);
      ordered.set(kind, some);
    }
    return some;
  }
  return (kinds, most) =>
    [...new Set(kinds)]
      .flatMap((kind) => ofKind(kind).slice(0, most))
      .sort(inOrder)
      .slice(0, most)
      .map(({ record }) => record);
}
