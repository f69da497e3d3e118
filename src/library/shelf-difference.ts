/** Compares two editions of a shelf. */
import { type RecordRef, recordNames } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { foldLetters } from "../support/fold-letters.ts";
import { containsHan } from "../support/han.ts";

/** The records that are on one of two editions alone. A changed record is on both lists. */
export interface ShelfDifference {
  readonly gone: readonly AnyRecord[];
  readonly come: readonly AnyRecord[];
}

/** Compares two editions of a shelf; a record that has not changed is the same object on both. */
export function shelfDifference(
  before: ReadonlyMap<RecordRef, AnyRecord>,
  after: ReadonlyMap<RecordRef, AnyRecord>,
): ShelfDifference {
  const missingIn = (other: ReadonlyMap<RecordRef, AnyRecord>) => (one: readonly [RecordRef, AnyRecord]) =>
    other.get(one[0]) === one[1] ? [] : [one[1]];
  return {
    gone: [...before].flatMap(missingIn(after)),
    come: [...after].flatMap(missingIn(before)),
  };
}

/** Returns the Chinese names of one list of records and not of the other. */
export function changedHanNames({ gone, come }: ShelfDifference): readonly string[] {
  const namesOf = (records: readonly AnyRecord[]) =>
    new Set(records.flatMap(recordNames).filter(containsHan).map(foldLetters));
  const [before, after] = [namesOf(gone), namesOf(come)];
  return [
    ...[...before].filter((name) => !after.has(name)),
    ...[...after].filter((name) => !before.has(name)),
  ];
}
