/** Finds the records of a timeline's subject: the first of them within a period, and how many there are. */
import { MOST_LISTED } from "../../src/desk/answer-parts.ts";
import type { CommandContext } from "../../src/desk/command.ts";
import { isPledge } from "../../src/desk/pledges.ts";
import type { FindQuery, FindResult, Library } from "../../src/library/library.ts";
import { recordAt } from "../../src/library/lookups.ts";
import { rangesOverlap } from "../../src/library/record-dates.ts";
import { distinctRecords, type RecordRef, recordRef } from "../../src/shelf/kinds.ts";
import { accountsWithout, occasionRefs } from "../../src/shelf/pledge-parts.ts";
import type { AnyRecord } from "../../src/shelf/records.ts";
import { referencesOf } from "../../src/shelf/references.ts";
import { type DatedEntry, orderByDate, TIMED_KINDS, type TimedRecord } from "./dated-records.ts";
import { periodDays, type TimePeriod } from "./period.ts";

/** How many records there are of each kind that can be dated. */
export type TimedCounts = FindResult["counts"];

/** What is on record of a subject. */
export interface SubjectRecords {
  /** Its entries within the period, earliest first: all of them, or the first where there are more than a list shows. */
  readonly within: readonly DatedEntry[];
  /** How many there are within the period, and whatever the period. */
  readonly total: number;
  readonly everDated: number;
  /** How many of its records have no date, by kind. */
  readonly undated: TimedCounts;
}

/** Leaves out the accounts of a pledge that are on none of these occasions, where others are. */
function onOccasions(record: AnyRecord, refs: readonly RecordRef[]): AnyRecord {
  if (!isPledge(record)) return record;
  const lacking = refs
    .filter((ref) => occasionRefs(record).includes(ref))
    .map((ref) => accountsWithout(record, ref));
  if (lacking.length === 0) return record;
  return {
    ...record,
    accounts: record.accounts.filter((_, index) => lacking.some((one) => !one.includes(index))),
  };
}

/** What a subject's records are found by. */
type SubjectQuery = Pick<FindQuery, "words" | "in" | "concerning">;

/**
 * Finds the records of a subject.
 * @param own the subject's own record, where it is an event, and so on its own timeline
 */
export async function findSubjectRecords(
  query: SubjectQuery,
  period: TimePeriod,
  library: Library,
  own: readonly AnyRecord[] = [],
): Promise<SubjectRecords> {
  const timed = { ...query, kinds: TIMED_KINDS };
  const days = periodDays(period);
  const [first, dated, all] = await Promise.all([
    library.find({ ...timed, order: "date", days, most: MOST_LISTED }),
    library.find({ ...timed, order: "date", days: {}, most: MOST_LISTED }),
    library.find({ ...timed, most: 0 }),
  ]);
  const refs = [query.concerning ?? []].flat();
  const entriesOf = ({ hits }: FindResult) =>
    orderByDate(distinctRecords([...own, ...hits]).map((record) => onOccasions(record, refs)));
  const ever = entriesOf(dated);
  const isWhole = dated.total === dated.hits.length;
  const within = (isWhole ? ever : entriesOf(first)).dated.filter(({ range }) => rangesOverlap(range, days));
  const undated: Partial<Record<TimedRecord["kind"], number>> = {};
  for (const kind of TIMED_KINDS) undated[kind] = (all.counts[kind] ?? 0) - (dated.counts[kind] ?? 0);
  for (const { kind } of ever.undated) undated[kind] = (undated[kind] ?? 0) + 1;
  return {
    within,
    total: isWhole ? within.length : Math.max(within.length, first.total),
    everDated: isWhole ? ever.dated.length : dated.total,
    undated,
  };
}

/** Finds the records about a record: with an event also itself, with a part also those about the whole. */
export function findRecordsOf(
  record: AnyRecord,
  period: TimePeriod,
  library: Library,
): Promise<SubjectRecords> {
  const whole: RecordRef[] =
    record.kind === "terms" && record.partOf !== undefined ? [`terms/${record.partOf}`] : [];
  const concerning = [recordRef(record), ...whole];
  return findSubjectRecords({ concerning }, period, library, record.kind === "events" ? [record] : []);
}

/** Says which of the shown records are about the whole that a term is a part of. */
export async function wholeNote(
  record: AnyRecord | undefined,
  shown: readonly AnyRecord[],
  { library, messages }: CommandContext,
): Promise<string | undefined> {
  if (record?.kind !== "terms" || record.partOf === undefined) return undefined;
  const whole = await recordAt("terms", record.partOf, library);
  const refs = new Set([recordRef(record)]);
  const ofWhole = shown.filter((one) => !referencesOf(one).some((ref) => refs.has(ref)));
  if (!whole || ofWhole.length === 0) return undefined;
  return messages.timeline.ofWhole(
    messages.list(ofWhole.map(({ label }) => messages.quoted(label))),
    whole.label,
    record.label,
  );
}
