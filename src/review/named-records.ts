/** Finds whom a name in a proposal means: a record of the shelf, or somebody the source names and the shelf has not. */
import { sentenceAt } from "../drafts/reading.ts";
import { foldName } from "../shelf/fold.ts";
import { type RecordKind, type RecordRef, recordNames, recordRef } from "../shelf/kinds.ts";
import type { Evidence } from "../shelf/records.ts";
import type { Shelf } from "../shelf/shelf.ts";
import { memoizeByKey } from "../support/memoize.ts";
import type { DraftedSource } from "./drafted-sources.ts";
import { evidenceAt, findPassage } from "./passages.ts";
import type { ProposalPassage } from "./review-desk.ts";

type BodyKind = "people" | "organizations";

/** A person or an organization that the shelf has not, as its record will be. */
export interface NewBody {
  readonly kind: BodyKind;
  readonly label: string;
  readonly role?: string | undefined;
  readonly evidence: Evidence;
}

const isBody = (ref: string): boolean => /^(?:people|organizations)\//.test(ref);

/** The people and organizations of a shelf by their folded names. */
const bodiesByName = memoizeByKey(({ records }: Shelf): ReadonlyMap<string, readonly RecordRef[]> => {
  const byName = new Map<string, RecordRef[]>();
  for (const record of records.values())
    if (record.kind === "people" || record.kind === "organizations")
      for (const name of new Set(recordNames(record).map(foldName)))
        byName.set(name, [...(byName.get(name) ?? []), recordRef(record)]);
  return byName;
});

/** Returns the people and organizations of a shelf that have a name, or the one that a reference names. */
export function bodiesNamed(name: string, shelf: Shelf): readonly RecordRef[] {
  if (isBody(name)) return shelf.records.has(name as RecordRef) ? [name as RecordRef] : [];
  return bodiesByName(shelf).get(foldName(name)) ?? [];
}

/** Returns whom a source names so, as a new record; undefined where it does not. */
export function bodyInSource(name: string, drafted: DraftedSource, otherwise: BodyKind): NewBody | undefined {
  const { source, reading, drafts } = drafted;
  const folded = foldName(name);
  const entity = reading.entities.find((one) =>
    [one.name, ...one.forms].some((form) => foldName(form) === folded),
  );
  const kind = entity?.kind ?? otherwise;
  const label = entity?.name ?? name.trim();
  const own = drafts.find(
    (draft) => (draft.kind === "person" || draft.kind === "organization") && draft.name === label,
  );
  const [place] = own?.passages ?? [];
  if (place)
    return { kind, label, role: own?.role, evidence: sentenceEvidence(drafted, place.start, place.end) };
  const found = findPassage(source, { exact: name });
  const at =
    found.type === "found" ? found.passage : found.type === "ambiguous" ? found.places[0] : undefined;
  return at && { kind, label, evidence: sentenceEvidence(drafted, at.start, at.end) };
}

/** Returns the evidence of the sentence in which a place is, or of the place where it reaches over its end. */
export function sentenceEvidence({ source, reading }: DraftedSource, start: number, end: number): Evidence {
  const sentence = reading.sentences[sentenceAt(reading, start)];
  const isInside = sentence && sentence.start <= start && sentence.end >= end;
  return evidenceAt(source, isInside ? sentence : { start, end });
}

/** The most names that can be picked by a digit. */
const MOST_NAMES = 9;

/** Returns the names in the paragraph of a passage, the nearest first; people first where somebody speaks. */
export function namesNear(
  { reading }: DraftedSource,
  { start, end, before, after }: ProposalPassage,
  kind: RecordKind,
): string[] {
  const near = reading.mentions.filter(
    (mention) => mention.start >= start - before.length - 1 && mention.end <= end + after.length + 1,
  );
  const first: BodyKind = kind === "quotes" || kind === "people" ? "people" : "organizations";
  const distance = (at: number) => (at < start ? start - at : at > end ? at - end : 0);
  const names = near
    .toSorted(
      (one, other) =>
        Number(one.entity.kind !== first) - Number(other.entity.kind !== first) ||
        distance(one.start) - distance(other.start),
    )
    .map(({ entity }) => entity.name);
  return [...new Set(names)].slice(0, MOST_NAMES);
}
