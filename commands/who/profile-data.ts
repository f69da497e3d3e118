/** Gathers all records about a person or an organization. */

import { isByline } from "../../src/desk/bylines.ts";
import type { CommandContext } from "../../src/desk/command.ts";
import { isPledge, pledgeOrder } from "../../src/desk/pledges.ts";
import { orderSpoken, type SpokenRecords } from "../../src/desk/quotations.ts";
import type { FindOrder } from "../../src/library/library.ts";
import { RECORD_KINDS, type RecordKind, recordRef } from "../../src/shelf/kinds.ts";
import { donorRefs, occasionRefs } from "../../src/shelf/pledge-parts.ts";
import type {
  AnyRecord,
  EventRecord,
  Evidence,
  FactRecord,
  OrganizationRecord,
  PersonRecord,
  PledgeAccount,
  PledgeRecord,
  TermRecord,
} from "../../src/shelf/records.ts";
import { defined } from "../../src/support/defined.ts";

/** A record that can have a profile. */
export type ProfileSubject = PersonRecord | OrganizationRecord;
type Role = ProfileSubject["roles"][number];

/** The records about a subject, by the parts of its profile. */
export interface ProfileData {
  readonly subject: ProfileSubject;
  /** How many records these are, and how many there are. */
  readonly shown: number;
  readonly total: number;
  /** Commitments that they made, or that others made for their sake. */
  readonly given: readonly PledgeRecord[];
  /** Commitments of others that they announced. */
  readonly told: readonly PledgeRecord[];
  /** Those who belong to the subject, each with the role that places them there. */
  readonly members: readonly { readonly record: ProfileSubject; readonly role: Role }[];
  readonly spoken: SpokenRecords;
  /** Terms that they define. */
  readonly terms: readonly TermRecord[];
  readonly events: readonly EventRecord[];
  /** The bylines of the sources that they wrote. */
  readonly bylines: readonly FactRecord[];
  /** Other statements about them. */
  readonly facts: readonly FactRecord[];
}

const isProfileSubject = (record: AnyRecord): record is ProfileSubject =>
  record.kind === "people" || record.kind === "organizations";

/**
 * Returns the role that a record has in the organization. A part of the organization without such a role has its
 * first one.
 */
function roleIn(record: ProfileSubject, organization: string): Role | undefined {
  const isPart = "partOf" in record && record.partOf === organization;
  return record.roles.find(({ of }) => of === organization) ?? (isPart ? record.roles[0] : undefined);
}

/** Orders the latest first, and undated events last. */
function byDate(a: EventRecord, b: EventRecord): number {
  const [first = "", second = ""] = [a.when.date, b.when.date];
  return first === second ? 0 : first < second ? 1 : -1;
}

/** How many records of each kind a profile shows. */
const MOST_OF_KIND = 40;

/** Of what was said and what happened, the latest is shown where there is more than a profile shows. */
const NEWEST_FIRST: Readonly<Partial<Record<RecordKind, FindOrder>>> = { quotes: "newest", events: "newest" };

/** Gathers the records about a subject: the first of each kind. */
export async function gatherProfile(subject: ProfileSubject, context: CommandContext): Promise<ProfileData> {
  const ref = recordRef(subject);
  const found = await Promise.all(
    RECORD_KINDS.map((kind) =>
      context.library.find({
        concerning: ref,
        kinds: [kind],
        most: MOST_OF_KIND,
        ...defined({ order: NEWEST_FIRST[kind] }),
      }),
    ),
  );
  const hits = found.flatMap((one) => one.hits);
  const pledges = hits.filter(isPledge).sort((a, b) => pledgeOrder(a) - pledgeOrder(b));
  const isGiven = (pledge: PledgeRecord) => [...donorRefs(pledge), ...occasionRefs(pledge)].includes(ref);
  const isSpeaker = (record: AnyRecord) => "speaker" in record && record.speaker === ref;
  const facts = hits.filter((record): record is FactRecord => record.kind === "facts");
  const quotes = hits.filter((record) => record.kind === "quotes");
  return {
    subject,
    shown: hits.length,
    total: found.reduce((sum, { total }) => sum + total, 0),
    given: pledges.filter(isGiven),
    told: pledges.filter((pledge) => !isGiven(pledge)),
    members: hits.filter(isProfileSubject).flatMap((record) => {
      const role = roleIn(record, subject.id);
      return role ? [{ record, role }] : [];
    }),
    spoken: await orderSpoken([...quotes, ...facts].filter(isSpeaker), context),
    terms: hits
      .filter((record) => record.kind === "terms")
      .filter(({ definitions }) => definitions.some(({ by }) => by === ref)),
    events: hits.filter((record): record is EventRecord => record.kind === "events").sort(byDate),
    bylines: facts.filter(isByline),
    facts: facts.filter((fact) => !isSpeaker(fact) && !isByline(fact)),
  };
}

/** Returns the accounts of a commitment that rest on the subject's word. */
export const claimedAccounts = ({ accounts }: PledgeRecord, subject: ProfileSubject): PledgeAccount[] =>
  accounts.filter(({ claim }) => claim === recordRef(subject));

/** Returns the evidence of all parts of a profile, in the order in which they are shown. */
export function profileEvidence({
  subject,
  given,
  told,
  members,
  events,
  facts,
  bylines,
}: ProfileData): Evidence[] {
  const named = subject.roles.filter(({ stated }) => stated !== undefined);
  return [
    ...(named.length > 0 ? named : subject.roles).map(({ evidence }) => evidence),
    ...bylines.flatMap(({ passages }) => passages),
    ...given.flatMap(({ accounts }) => accounts.flatMap(({ passages }) => passages)),
    ...told.flatMap((pledge) => claimedAccounts(pledge, subject).flatMap(({ passages }) => passages)),
    ...members.map(({ role }) => role.evidence),
    ...events.flatMap(({ passages }) => passages),
    ...facts.flatMap(({ passages }) => passages),
  ];
}

/** Returns all records in a profile. */
export const profileRecords = ({
  subject,
  given,
  told,
  members,
  spoken,
  events,
  facts,
  bylines,
}: ProfileData): AnyRecord[] => [
  ...[subject, ...given, ...told, ...members.map(({ record }) => record)],
  ...[...spoken.quotes, ...spoken.reports, ...events, ...bylines, ...facts],
];

/** Names the parts of a profile for which there are no records. */
export function missingNouns(
  { given, told, spoken, events }: ProfileData,
  { messages }: CommandContext,
): string[] {
  const nouns = messages.who.nouns;
  return [
    ...(given.length + told.length === 0 ? [nouns.commitments] : []),
    ...(spoken.quotes.length + spoken.reports.length === 0 ? [nouns.quotes, nouns.reports] : []),
    ...(events.length === 0 ? [nouns.events] : []),
  ];
}
