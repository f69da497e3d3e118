/** Collects dated records in order, with the sources' words for each. */

import type { CellPart } from "../../src/desk/answer.ts";
import type { Citations } from "../../src/desk/citations.ts";
import { type DayRange, toDayRange } from "../../src/language/dates.ts";
import { compareRanges } from "../../src/library/record-dates.ts";
import { containsFolded } from "../../src/shelf/evidence.ts";
import { type RecordKind, recordRef, recordRefs } from "../../src/shelf/kinds.ts";
import type {
  AnyRecord,
  Evidence,
  PledgeAccount,
  RecordOfKinds,
  StatedDate,
} from "../../src/shelf/records.ts";
import { defined } from "../../src/support/defined.ts";

/** The kinds of record that can have a date, in the order used for equal dates. */
export const TIMED_KINDS = ["events", "pledges", "quotes", "facts"] as const satisfies readonly RecordKind[];
/** A record of one of these kinds. */
export type TimedRecord = RecordOfKinds<(typeof TIMED_KINDS)[number]>;

const isTimed = (record: AnyRecord): record is TimedRecord =>
  (TIMED_KINDS as readonly RecordKind[]).includes(record.kind);

/** A record with its stated date. */
export interface TimedEntry {
  readonly record: TimedRecord;
  readonly when: StatedDate;
  /** The account of a commitment that states this date. */
  readonly account?: PledgeAccount;
}

/** A record at one known date; a record with several dates has several entries. */
export interface DatedEntry extends TimedEntry {
  readonly when: StatedDate & { readonly date: string };
  readonly range: DayRange;
}

function timeOf(record: TimedRecord, when: StatedDate | undefined, account?: PledgeAccount): DatedEntry[] {
  const { date, to } = when ?? {};
  const range = date === undefined ? undefined : toDayRange({ date, to });
  if (!when || date === undefined || !range) return [];
  return [{ record, when: { ...when, date }, range, ...defined({ account }) }];
}

/** Returns the known dates of a record. A commitment has one for each distinct date in its accounts. */
function timesOf(record: TimedRecord): DatedEntry[] {
  if (record.kind === "events" || record.kind === "facts") return timeOf(record, record.when);
  if (record.kind === "quotes") return timeOf(record, record.said);
  const all = record.accounts.flatMap((account) => timeOf(record, account.when, account));
  return all.filter(
    ({ range }, index) => !all.slice(0, index).some((earlier) => compareRanges(earlier.range, range) === 0),
  );
}

/**
 * Returns the passages that say what happened. For an event or a statement, the one that contains the date is
 * preferred.
 */
function bearing({ record, when, account }: TimedEntry): readonly Evidence[] {
  if (account) return account.passages;
  if (!("passages" in record)) return [];
  if (record.kind === "quotes") return record.passages;
  const dated = record.passages.find(({ exact }) => containsFolded(when.stated, exact));
  return dated ? [dated] : record.passages.slice(0, 1);
}

const keyOf = ({ range }: DatedEntry): string => `${range.first} ${range.last}`;

/** Tells whether a statement repeats one of these events of the same date, in the same words. */
function isToldAgain(dated: DatedEntry, events: readonly DatedEntry[]): boolean {
  const [own] = events.length > 0 ? bearing(dated) : [];
  return events.some((event) => {
    const [theirs] = bearing(event);
    const [a, b] = [own?.exact ?? "", theirs?.exact ?? ""];
    return own?.source === theirs?.source && (containsFolded(a, b) || containsFolded(b, a));
  });
}

/** Dated entries in order, without statements that repeat an event; and the records without a known date. */
export interface OrderedEntries {
  readonly dated: readonly DatedEntry[];
  readonly undated: readonly TimedRecord[];
}

/** Orders the dated records by date and collects the undated ones. */
export function orderByDate(records: readonly AnyRecord[]): OrderedEntries {
  const timed = records.filter(isTimed);
  const all = timed.flatMap(timesOf);
  const events = new Map<string, DatedEntry[]>();
  for (const entry of all)
    if (entry.record.kind === "events")
      events.set(keyOf(entry), [...(events.get(keyOf(entry)) ?? []), entry]);
  const rank = ({ record }: DatedEntry) => TIMED_KINDS.indexOf(record.kind);
  const known = recordRefs(all.map(({ record }) => record));
  return {
    dated: all
      .filter((entry) => entry.record.kind !== "facts" || !isToldAgain(entry, events.get(keyOf(entry)) ?? []))
      .sort((a, b) => compareRanges(a.range, b.range) || rank(a) - rank(b)),
    undated: timed.filter((record) => !known.has(recordRef(record))),
  };
}

/**
 * Returns the source's words: a sum, a quotation or a passage. The words for the date come first unless these
 * include them.
 */
export async function statedParts(entry: TimedEntry, citations: Citations): Promise<CellPart[]> {
  const { when, account } = entry;
  const passages = await citations.passages(bearing(entry));
  const sum = account && (account.amount.status === "unstated" ? account.verb : account.amount.stated);
  const stated: CellPart[] =
    sum === undefined
      ? passages.map((passage) => ({ value: passage.text, stated: true, passages: [passage] }))
      : [{ value: sum, stated: true, passages }];
  if (stated.some(({ value }) => containsFolded(when.stated, value))) return stated;
  const at = when.evidence ? [await citations.passage(when.evidence)] : passages;
  return [{ value: when.stated, stated: true, passages: at }, ...stated];
}
