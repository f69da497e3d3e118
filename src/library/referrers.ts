/** Finds which records refer to which, and which cite each source. */
import { collectEvidence } from "../shelf/evidence.ts";
import { type RecordKind, type RecordRef, recordRef } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { referencesOf } from "../shelf/references.ts";

/** Maps each reference to the records that refer to it, in shelf order. */
export function referrersByTarget(
  records: readonly AnyRecord[],
): ReadonlyMap<RecordRef, ReadonlySet<AnyRecord>> {
  const found = new Map<RecordRef, Set<AnyRecord>>();
  for (const record of records)
    for (const ref of referencesOf(record)) {
      const some = found.get(ref);
      if (some) some.add(record);
      else found.set(ref, new Set([record]));
    }
  return found;
}

/** Counts how many records refer to each record. */
export function countReferrers(records: readonly AnyRecord[]): ReadonlyMap<RecordRef, number> {
  const tally = new Map<RecordRef, number>();
  for (const record of records)
    for (const ref of new Set(referencesOf(record))) tally.set(ref, (tally.get(ref) ?? 0) + 1);
  return tally;
}

/** Maps each source to the records that cite it, in shelf order. */
export function recordsBySource(records: readonly AnyRecord[]): ReadonlyMap<string, ReadonlySet<AnyRecord>> {
  const found = new Map<string, Set<AnyRecord>>();
  for (const record of records)
    for (const evidence of collectEvidence(record)) {
      const some = found.get(evidence.source);
      if (some) some.add(record);
      else found.set(evidence.source, new Set([record]));
    }
  return found;
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
