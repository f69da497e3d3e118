/** Compares the speaker to whom a sentence attributes words with the recorded one. */
import { findRecord } from "../desk/lookup.ts";
import type { Library } from "../library/library.ts";
import { sourceMakers } from "../library/source-finder.ts";
import { compactName, foldName } from "../shelf/fold.ts";
import { isSameRecord, type RecordRef, recordNames, recordRef } from "../shelf/kinds.ts";
import { isNamedIn } from "../shelf/named-in.ts";
import type { AnyRecord, Evidence } from "../shelf/records.ts";
import { editDistance, maxEdits } from "../support/edit-distance.ts";
import { containsHan } from "../support/han.ts";
import { statesOffice } from "./offices.ts";
import type { ClaimedSpeaker } from "./verdicts.ts";

const foldedNames = (record: AnyRecord): string[] => recordNames(record).map(foldName);

/** Tells whether a record is the publisher or an author of a source of the passages. */
async function isMakerOf(
  record: AnyRecord,
  evidence: readonly Evidence[],
  library: Library,
): Promise<boolean> {
  const sources = await library.sources(evidence.map(({ source }) => source));
  const names = foldedNames(record);
  return sources.some(
    (source) => source && sourceMakers(source).some((name) => names.includes(foldName(name))),
  );
}

/** How a claimed speaker relates to recorded words. */
export type SpeakerRelation =
  /** The record names the same speaker. */
  | "own"
  /** The claimed speaker published the words as its own, or passed them on. */
  | "brought"
  /** The words are somebody else's, or the record names no speaker. */
  | "other"
  /** It cannot be told whether the same speaker is meant. */
  | "unclear";

/** Returns the people whom a name of few words, such as a family name, may mean. */
export async function peopleNamed(name: string, library: Library): Promise<AnyRecord[]> {
  const { hits } = await library.find({ words: name, by: "words", kinds: ["people"] });
  return hits.filter((person) => isPartOfName(name, person));
}

/** Tells whether all words of a name, or its Chinese characters from the first on, are in one name of a record. */
const isPartOfName = (name: string, record: AnyRecord): boolean =>
  recordNames(record).some((other) =>
    containsHan(name)
      ? other.startsWith(name)
      : foldName(name)
          .split(" ")
          .every((word) => foldName(other).split(" ").includes(word)),
  );

/** Tells whether two names differ by no more than a slip. */
function isSpelledAlike(one: string, other: string): boolean {
  const limit = Math.min(maxEdits(one.length), maxEdits(other.length));
  return editDistance(one, other, limit) <= limit;
}

/** Tells whether a name shares a word with a record's names, or is nearly one of them. */
const isNearName = (name: string, record: AnyRecord): boolean => {
  const words = foldName(name).split(" ");
  return recordNames(record).some(
    (other) =>
      foldName(other)
        .split(" ")
        .some((word) => words.includes(word)) || isSpelledAlike(compactName(name), compactName(other)),
  );
};

/** Tells whether each title before a name is one that the records state of the person. */
const hasTitles = (titles: readonly string[], record: AnyRecord): boolean =>
  "roles" in record &&
  titles.every((title) =>
    record.roles.some(({ stated = "" }) => stated.toLowerCase().includes(title.toLowerCase())),
  );

/** Returns the only person who holds an office in an organization. */
async function officeHolder(
  { office, of }: Extract<ClaimedSpeaker, { office: string }>,
  library: Library,
): Promise<AnyRecord | undefined> {
  const { hits } = await library.find({ kinds: ["people"], concerning: recordRef(of) });
  const holders = hits.filter(
    (person) =>
      person.kind === "people" &&
      person.roles.some((role) => role.of === of.id && statesOffice(role, office)),
  );
  return holders.length === 1 ? holders[0] : undefined;
}

async function relationByName(
  speaker: Extract<ClaimedSpeaker, { name: string }>,
  recorded: AnyRecord | undefined,
  library: Library,
): Promise<SpeakerRelation> {
  const meant = await peopleNamed(speaker.name, library);
  if (!recorded) return meant.length > 1 ? "unclear" : "other";
  if (meant.some((person) => isSameRecord(person, recorded)))
    return meant.length === 1 && hasTitles(speaker.titles, recorded) ? "own" : "unclear";
  return isNearName(speaker.name, recorded) ? "unclear" : "other";
}

/** Returns how a claimed speaker relates to recorded words. */
export async function speakerRelation(
  speaker: ClaimedSpeaker,
  record: AnyRecord,
  evidence: readonly Evidence[],
  library: Library,
): Promise<SpeakerRelation> {
  const ref = "speaker" in record ? (record.speaker as RecordRef | undefined) : undefined;
  const recorded = ref && (await findRecord(ref, library));
  if ("name" in speaker) return relationByName(speaker, recorded, library);
  const claimed = "office" in speaker ? await officeHolder(speaker, library) : speaker.record;
  if (!claimed) return "unclear";
  if (ref !== undefined && recordRef(claimed) === ref) return "own";
  if (await isMakerOf(claimed, evidence, library)) {
    if (ref === undefined) return "own";
    // An outlet prints what others say; an author does not say what those whom he quotes say.
    return claimed.kind === "people" ? "other" : "brought";
  }
  const via = record.kind === "quotes" ? record.via?.stated : undefined;
  if (via !== undefined && isNamedIn(claimed, via)) return "brought";
  return recorded && belongTogether(claimed, recorded) ? "unclear" : "other";
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
