/** Whether words that a sentence gives to somebody are that one's on the shelf. */
import { findRecord } from "../desk/lookup.ts";
import { sourceMakers } from "../desk/resolve-source.ts";
import type { Library } from "../library/library.ts";
import { containsFolded } from "../shelf/evidence.ts";
import { foldName } from "../shelf/fold.ts";
import { type RecordRef, recordRef } from "../shelf/kinds.ts";
import type { AnyRecord, Evidence } from "../shelf/records.ts";
import type { ClaimedSpeaker } from "./verdicts.ts";

const namesOf = ({ label, aliases }: AnyRecord): string[] => [label, ...aliases].map(foldName);

/** Whether a name on the shelf is that of who published or wrote the source that holds the passages. */
async function bringsIt(
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

/** Whether a person speaks for an organization, or an organization through a person, by their roles on the shelf. */
const belong = (a: AnyRecord, b: AnyRecord): boolean =>
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
 * `own`: the words are this speaker's there. `brought`: the speaker is who published them, or through whom
 * they came, or belongs to whoever spoke. `other`: they are somebody else's, or nobody's.
 */
export async function speakerRelation(
  speaker: ClaimedSpeaker,
  record: AnyRecord,
  evidence: readonly Evidence[],
  library: Library,
): Promise<"own" | "brought" | "other"> {
  const ref = "speaker" in record ? (record.speaker as RecordRef | undefined) : undefined;
  if (!("record" in speaker)) return "other";
  if (ref !== undefined && recordRef(speaker.record) === ref) return "own";
  if (await bringsIt(speaker.record, evidence, library)) return "brought";
  const via = record.kind === "quotes" ? record.via?.stated : undefined;
  if (
    via !== undefined &&
    [speaker.record.label, ...speaker.record.aliases].some((name) => containsFolded(name, via))
  )
    return "brought";
  const theirs = ref && (await findRecord(ref, library));
  return theirs && belong(speaker.record, theirs) ? "brought" : "other";
}
