/** Compares the speaker to whom a sentence attributes words with the recorded one. */
import { findRecord } from "../desk/lookup.ts";
import { sourceMakers } from "../desk/resolve-source.ts";
import type { Library } from "../library/library.ts";
import { containsFolded } from "../shelf/evidence.ts";
import { foldName } from "../shelf/fold.ts";
import { type RecordRef, recordRef } from "../shelf/kinds.ts";
import type { AnyRecord, Evidence } from "../shelf/records.ts";
import type { ClaimedSpeaker } from "./verdicts.ts";

const namesOf = ({ label, aliases }: AnyRecord): string[] => [label, ...aliases].map(foldName);

/** Tells whether a record is the publisher or an author of a source of the passages. */
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

/** Tells whether one record is a person with a role in the other, an organization. */
const belongTogether = (a: AnyRecord, b: AnyRecord): boolean =>
  [
    [a, b],
    [b, a],
  ].some(
    ([person, organization]) =>
      person?.kind === "people" &&
      organization?.kind === "organizations" &&
      person.roles.some(({ of }) => of === organization.id),
  );

/**
 * Returns how a claimed speaker relates to recorded words. `own`: the record names the same speaker. `brought`: the
 * claimed speaker published or passed on the words, or is linked to the recorded speaker by a role. `other`: the words
 * are somebody else's, or the record names no speaker.
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
  const recordedSpeaker = ref && (await findRecord(ref, library));
  return recordedSpeaker && belongTogether(speaker.record, recordedSpeaker) ? "brought" : "other";
}
