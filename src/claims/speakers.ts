/** Tells whether words that a sentence gives to somebody are that one's on the shelf. */
import { findRecord } from "../desk/lookup.ts";
import { sourceMakers } from "../desk/resolve-source.ts";
import type { Library } from "../library/library.ts";
import { containsFolded } from "../shelf/evidence.ts";
import { foldName } from "../shelf/fold.ts";
import { type RecordRef, recordRef } from "../shelf/kinds.ts";
import type { AnyRecord, Evidence } from "../shelf/records.ts";
import type { ClaimedSpeaker } from "./verdicts.ts";

const namesOf = ({ label, aliases }: AnyRecord): string[] => [label, ...aliases].map(foldName);

/** Tells whether somebody published or wrote a source that holds the passages. */
async function isMakerOf(
  record: AnyRecord,
  evidence: readonly Evidence[],
  library: Library,
): Promise<boolean> {
  const { sources } = await library.about();
  const names = namesOf(record);
  return sources
    .filter(({ id }) => evidence.some(({ source }) => source === id))
    .some((source) => sourceMakers(source).some((name) => names.includes(foldName(name))));
}

/** Tells whether a person speaks for an organization, or an organization through a person, by their roles on the shelf. */
const belongTogether = (a: AnyRecord, b: AnyRecord): boolean =>
  [
    [a, b],
    [b, a],
  ].some(
    ([person, house]) =>
      person?.kind === "people" &&
      house?.kind === "organizations" &&
      person.roles.some(({ of }) => of === house.id),
  );

/**
 * Tells how a speaker relates to words on the shelf. `own`: the words are this speaker's there. `brought`: the speaker is who published them, or through whom
 * they came, or belongs to whoever spoke. `other`: they are somebody else's, or nobody's.
 */
export async function speakerRelation(
  speaker: ClaimedSpeaker,
  record: AnyRecord,
  evidence: readonly Evidence[],
  library: Library,
): Promise<"own" | "brought" | "other"> {
  if (!("record" in speaker)) return "other";
  const ref = "speaker" in record ? (record.speaker as RecordRef | undefined) : undefined;
  if (ref !== undefined && recordRef(speaker.record) === ref) return "own";
  if (await isMakerOf(speaker.record, evidence, library)) return "brought";
  const via = record.kind === "quotes" ? record.via?.stated : undefined;
  if (
    via !== undefined &&
    [speaker.record.label, ...speaker.record.aliases].some((name) => containsFolded(name, via))
  )
    return "brought";
  const theirs = ref && (await findRecord(ref, library));
  return theirs && belongTogether(speaker.record, theirs) ? "brought" : "other";
}
