/** Plans to take a source away, with the records that rest on it alone. */
import { collectEvidence } from "../shelf/evidence.ts";
import { type RecordRef, recordRef } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { referencesWithPointers } from "../shelf/references.ts";
import type { Shelf } from "../shelf/shelf.ts";

/** What would become of the records of a shelf, were a source taken away. */
export interface RemovalPlan {
  readonly id: string;
  /** Records whose passages are all in this source: they go with it. */
  readonly removed: readonly RecordRef[];
  /** Records with passages in other sources too: a person has to decide what is left of them. */
  readonly shared: readonly RecordRef[];
  /** Records that would refer to one that is gone. */
  readonly referring: readonly RecordRef[];
}

/** Returns the sources in which a record's passages are. */
const sourcesOf = (record: AnyRecord): ReadonlySet<string> =>
  new Set(collectEvidence(record).map(({ source }) => source));

/** Plans the removal of a source; undefined when the shelf has none of this id. */
export function planRemoval(shelf: Shelf, id: string): RemovalPlan | undefined {
  if (!shelf.sources.has(id)) return undefined;
  const resting = [...shelf.records.values()].filter((record) => sourcesOf(record).has(id));
  const [removed, shared]: [RecordRef[], RecordRef[]] = [[], []];
  for (const record of resting) (sourcesOf(record).size === 1 ? removed : shared).push(recordRef(record));
  const gone = new Set<string>(removed);
  const referring = [...shelf.records.values()].filter(
    (record) =>
      !gone.has(recordRef(record)) && referencesWithPointers(record).some(({ ref }) => gone.has(ref)),
  );
  return { id, removed, shared, referring: referring.map(recordRef) };
}

/** Tells whether a plan leaves a shelf that holds. */
export const isPossible = ({ shared, referring }: RemovalPlan): boolean =>
  shared.length === 0 && referring.length === 0;
