/** Which records speak of which. */
import { evidenceIn } from "../shelf/evidence.ts";
import { type Kind, type Ref, refOf } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";

const some = (refs: readonly (Ref | undefined)[]): Ref[] => refs.filter((ref) => ref !== undefined);

/** The records that this one names: whose words, whose money, what occasion, what it is about. */
export function concerns(record: AnyRecord): readonly Ref[] {
  switch (record.kind) {
    case "pledges":
      return some([
        ...record.donors.map((id): Ref => `organizations/${id}`),
        ...record.accounts.map((account) => account.claim),
        ...record.occasions,
      ]);
    case "quotes":
    case "facts":
      return some([record.speaker, ...record.about]);
    case "terms":
      return some([...record.definitions.map((definition) => definition.by), ...record.uses]);
    case "events":
      return record.about;
    case "people":
      return record.roles.flatMap((role): Ref[] => (role.of ? [`organizations/${role.of}`] : []));
    case "organizations":
      return [record.partOf, ...record.roles.map((role) => role.of)].flatMap((id): Ref[] =>
        id ? [`organizations/${id}`] : [],
      );
  }
}

/** The records that speak of each record, in the order of the shelf. */
export function concernedIn(records: readonly AnyRecord[]): ReadonlyMap<Ref, ReadonlySet<AnyRecord>> {
  const found = new Map<Ref, Set<AnyRecord>>();
  for (const record of records)
    for (const ref of concerns(record)) {
      const some = found.get(ref);
      if (some) some.add(record);
      else found.set(ref, new Set([record]));
    }
  return found;
}

/** How many of the records speak of each. */
export function tallyOfConcerned(records: readonly AnyRecord[]): ReadonlyMap<Ref, number> {
  const tally = new Map<Ref, number>();
  for (const record of records)
    for (const ref of new Set(concerns(record))) tally.set(ref, (tally.get(ref) ?? 0) + 1);
  return tally;
}

/** The records that stand on each source, in the order of the shelf. */
export function standingOn(records: readonly AnyRecord[]): ReadonlyMap<string, ReadonlySet<AnyRecord>> {
  const found = new Map<string, Set<AnyRecord>>();
  for (const record of records)
    for (const evidence of evidenceIn(record)) {
      const some = found.get(evidence.source);
      if (some) some.add(record);
      else found.set(evidence.source, new Set([record]));
    }
  return found;
}

/** A record with its place on the shelf, and how many speak of it. */
interface Weighed {
  readonly record: AnyRecord;
  readonly place: number;
  readonly weight: number;
}

const inOrder = (a: Weighed, b: Weighed): number => b.weight - a.weight || a.place - b.place;

/** The records of each kind in the order of how many speak of them; each kind is put in order once. */
export function mostSpokenOf(
  records: readonly AnyRecord[],
  concerned: ReadonlyMap<Ref, ReadonlySet<AnyRecord>>,
): (kinds: readonly Kind[], most: number) => AnyRecord[] {
  const ordered = new Map<Kind, Weighed[]>();
  function ofKind(kind: Kind): Weighed[] {
    let some = ordered.get(kind);
    if (!some) {
      some = records
        .map((record, place) => ({ record, place }))
        .filter(({ record }) => record.kind === kind)
        .map((one) => ({ ...one, weight: concerned.get(refOf(one.record))?.size ?? 0 }))
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
