/** Finds which records refer to which, and which cite each source. */
import { collectEvidence } from "../shelf/evidence.ts";
import type { RecordRef } from "../shelf/kinds.ts";
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

/** Returns the source of each piece of a record's evidence. */
export const sourcesOf = (record: AnyRecord): string[] => collectEvidence(record).map(({ source }) => source);

/** What refers to what among some records; each map is made when it is first needed, or both before that in slices. */
export interface Relations {
  readonly referrers: () => Referrers;
  readonly citing: () => Citing;
  prepare(): Promise<void>;
}

/** Creates the relations of records, which are in the order of their shelf. */
export function createRelations(records: readonly AnyRecord[]): Relations {
  const addReferrer = (found: Map<RecordRef, Set<AnyRecord>>, record: AnyRecord) =>
    addTo(found, referencesOf(record), record);
  const addCiting = (found: Map<string, Set<AnyRecord>>, record: AnyRecord) =>
    addTo(found, sourcesOf(record), record);
  function mapOf<Key>(add: (found: Map<Key, Set<AnyRecord>>, record: AnyRecord) => void) {
    let made: Map<Key, Set<AnyRecord>> | undefined;
    return {
      get() {
        if (made) return made;
        made = new Map();
        for (const record of records) add(made, record);
        return made;
      },
      async prepare() {
        if (made) return;
        const found = new Map<Key, Set<AnyRecord>>();
        await runInSlices(records, (record) => add(found, record));
        made ??= found;
      },
    };
  }
  const [referrers, citing] = [mapOf(addReferrer), mapOf(addCiting)];
  return {
    referrers: referrers.get,
    citing: citing.get,
    async prepare() {
      await referrers.prepare();
      await citing.prepare();
    },
  };
}
