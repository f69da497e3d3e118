/** What is on record around a passage and a sentence: people with their roles, events with their dates, publishers. */

import { findRecord } from "../desk/lookup.ts";
import { sourcesByMaker } from "../desk/resolve-source.ts";
import type { Library } from "../library/library.ts";
import { containsFolded } from "../shelf/evidence.ts";
import { recordNames } from "../shelf/kinds.ts";
import { donorRefs } from "../shelf/pledge-parts.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { referencesOf } from "../shelf/references.ts";
import { agreeInTime } from "./agree-in-time.ts";
import { splitWords } from "./alignment.ts";
import type { NearPassage } from "./near-passages.ts";
import { pledgesConcerning } from "./pledge-candidates.ts";
import { isLink, type StatementPart } from "./statement-words.ts";
import { wordKey } from "./word-keys.ts";

/** Tells whether a record is the publisher or the author of a passage. */
export const isMaker = async (
  record: AnyRecord,
  { evidence }: NearPassage,
  library: Library,
): Promise<boolean> =>
  (await sourcesByMaker(record, library)).some(({ id }) => evidence.some(({ source }) => source === id));

/** Tells whether a record publishes or wrote any source: a sentence that names it says where it has something from. */
export const isTeller = async ({ record }: StatementPart, library: Library): Promise<boolean> =>
  record !== undefined &&
  record.kind === "organizations" &&
  (await sourcesByMaker(record, library)).length > 0;

/** What is on record of the people whom a passage is about or from: the words of names and roles, and organizations. */
interface KnownPeople {
  readonly organizations: ReadonlySet<string>;
  readonly roles: readonly string[];
  /** Names and roles, as written. */
  readonly texts: readonly string[];
}

export async function knownPeople({ record }: NearPassage, library: Library): Promise<KnownPeople> {
  const records = await Promise.all(referencesOf(record).map((ref) => findRecord(ref, library)));
  const people = [record, ...records].filter((one) => one?.kind === "people");
  const roles = people.flatMap((person) => person.roles.flatMap(({ stated }) => stated ?? []));
  const via = "via" in record && record.via ? [record.via.stated] : [];
  const texts = [...people.flatMap(recordNames), ...roles, ...via];
  return {
    roles,
    texts,
    organizations: new Set(
      people.flatMap(({ roles }) =>
        roles.flatMap(({ of }) => (of === undefined ? [] : [`organizations/${of}`])),
      ),
    ),
  };
}

/** Tells whether a passage has a donor where a sentence has somebody of whom no commitment is on record. */
export async function isOtherGiver(
  { record: said }: StatementPart,
  known: StatementPart,
  record: AnyRecord,
  library: Library,
): Promise<boolean> {
  if (!said || record.kind !== "pledges" || !donorRefs(record).some((ref) => ref === known.key)) return false;
  return (await pledgesConcerning(said, library)).length === 0;
}

/** Tells whether a date is that of an event. */
export const isOwnDate = ({ dates }: Pick<StatementPart, "dates">, record: AnyRecord): boolean =>
  dates !== undefined &&
  record.kind === "events" &&
  record.when.date !== undefined &&
  agreeInTime(dates, { date: record.when.date, to: record.when.to });

/** Returns the events named right beside a part, as in “the 2008 earthquake”. */
export const eventsBeside = (part: StatementPart, said: readonly StatementPart[]): AnyRecord[] => {
  const at = said.indexOf(part);
  return [said[at - 1]?.record, said[at + 1]?.record].filter((record) => record?.kind === "events");
};

export const eventsIn = (said: readonly StatementPart[]): AnyRecord[] =>
  said.flatMap(({ record }) => (record?.kind === "events" ? [record] : []));

/** Tells whether a word such as “after” belongs to an event that the sentence names. */
export const isBesideEvent = (part: StatementPart, said: readonly StatementPart[]): boolean =>
  isLink(part) && eventsBeside(part, said).length > 0;

/** Tells whether a part says of somebody whom the sentence names what is on record of him. */
export function isOwnRole(part: StatementPart, said: readonly StatementPart[]): boolean {
  const roles = said.flatMap(({ record }) => (record?.kind === "people" ? record.roles : []));
  if (part.record) return roles.some(({ of }) => part.key === `organizations/${of}`);
  const stated = roles.flatMap(({ stated = "" }) => stated);
  return part.kind !== "number" && part.kind !== "date" && isWithin(part, stated);
}

/** Tells whether some texts have a name as it is, or the words of anything else. */
export function isWithin({ kind, text }: StatementPart, texts: readonly string[]): boolean {
  if (kind === "name" && /\s/.test(text)) return texts.some((one) => containsFolded(text, one));
  const keys = new Set(texts.flatMap((one) => splitWords(one).map(({ word }) => wordKey(word))));
  return splitWords(text).every(({ word }) => keys.has(wordKey(word)));
}

/** Tells whether a date is exact to the day. */
export const isDay = ({ dates }: StatementPart): boolean => /-\d\d-\d\d$/.test(dates?.date ?? "");
