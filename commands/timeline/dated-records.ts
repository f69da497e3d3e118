/** What on the shelf has a date: events, commitments, words and other statements, each with its time and the words for it. */

import type { CellPart } from "../../src/desk/answer.ts";
import type { Citations } from "../../src/desk/citations.ts";
import { type DayRange, toDayRange } from "../../src/language/dates.ts";
import type { Library } from "../../src/library/library.ts";
import { containsFolded } from "../../src/shelf/evidence.ts";
import { type RecordKind, type RecordRef, recordRef } from "../../src/shelf/kinds.ts";
import type {
  AnyRecord,
  Evidence,
  PledgeAccount,
  RecordOfKinds,
  StatedDate,
} from "../../src/shelf/records.ts";
import { referencesOf } from "../../src/shelf/references.ts";
import { defined } from "../../src/support/defined.ts";
import { memoizeByKey } from "../../src/support/memoize.ts";
import { compareRanges } from "./day-ranges.ts";

/** The kinds of record that can have a date, in the order in which they stand where they share one. */
export const TIMED_KINDS = ["events", "pledges", "quotes", "facts"] as const satisfies readonly RecordKind[];
export type TimedRecord = RecordOfKinds<(typeof TIMED_KINDS)[number]>;

const isTimed = (record: AnyRecord): record is TimedRecord =>
  (TIMED_KINDS as readonly RecordKind[]).includes(record.kind);

/** One record with the words for its time. */
export interface TimedEntry {
  readonly record: TimedRecord;
  readonly when: StatedDate;
  /** What one source says of a commitment, for the time that it gives. */
  readonly account?: PledgeAccount;
}

/** One record at one time. */
export interface DatedEntry extends TimedEntry {
  readonly when: StatedDate & { readonly date: string };
  readonly range: DayRange;
}

function timeOf(record: TimedRecord, when: StatedDate | undefined, account?: PledgeAccount): DatedEntry[] {
  const { date, to } = when ?? {};
  const stretch = date === undefined ? undefined : toDayRange({ date, to });
  if (!when || date === undefined || !stretch) return [];
  return [{ record, when: { ...when, date }, range: stretch, ...defined({ account }) }];
}

/** The times of a record, as far as they are known: a commitment has one for each of its accounts that gives another. */
function timesOf(record: TimedRecord): DatedEntry[] {
  if (record.kind === "events" || record.kind === "facts") return timeOf(record, record.when);
  if (record.kind === "quotes") return timeOf(record, record.said);
  const all = record.accounts.flatMap((account) => timeOf(record, account.when, account));
  return all.filter(
    ({ range: stretch }, index) =>
      !all.slice(0, index).some((earlier) => compareRanges(earlier.range, stretch) === 0),
  );
}

/** The passages that say what happened: of an event or a statement the one that has the date, where one has it. */
function bearing({ record, when, account }: TimedEntry): readonly Evidence[] {
  if (account) return account.passages;
  if (!("passages" in record)) return [];
  if (record.kind === "quotes") return record.passages;
  const dated = record.passages.find(({ exact }) => containsFolded(when.stated, exact));
  return dated ? [dated] : record.passages.slice(0, 1);
}

const keyOf = ({ range: stretch }: DatedEntry): string => `${stretch.first} ${stretch.last}`;

/** Whether a statement is one of these events told again: at the same time, in the same words. */
function isToldAgain(dated: DatedEntry, events: readonly DatedEntry[]): boolean {
  const [own] = events.length > 0 ? bearing(dated) : [];
  return events.some((event) => {
    const [theirs] = bearing(event);
    const [a, b] = [own?.exact ?? "", theirs?.exact ?? ""];
    return own?.source === theirs?.source && (containsFolded(a, b) || containsFolded(b, a));
  });
}

/** What of some records has a date, in order, each event told once; and what has none. */
export interface OrderedEntries {
  readonly dated: readonly DatedEntry[];
  readonly undated: readonly TimedRecord[];
}

export function orderByDate(records: readonly AnyRecord[]): OrderedEntries {
  const timed = records.filter(isTimed);
  const all = timed.flatMap(timesOf);
  const events = new Map<string, DatedEntry[]>();
  for (const one of all)
    if (one.record.kind === "events") events.set(keyOf(one), [...(events.get(keyOf(one)) ?? []), one]);
  const rank = ({ record }: DatedEntry) => TIMED_KINDS.indexOf(record.kind);
  const known = new Set(all.map(({ record }) => record));
  return {
    dated: all
      .filter((one) => one.record.kind !== "facts" || !isToldAgain(one, events.get(keyOf(one)) ?? []))
      .sort((a, b) => compareRanges(a.range, b.range) || rank(a) - rank(b)),
    undated: timed.filter((record) => !known.has(record)),
  };
}

/** A whole shelf, and what can be asked for: the dates that things have, and the records of which most is dated, those first. */
interface ShelfCalendar extends OrderedEntries {
  readonly dates: readonly string[];
  readonly subjects: readonly RecordRef[];
}

async function goneThrough(library: Library): Promise<ShelfCalendar> {
  const { dated, undated } = orderByDate((await library.find({ kinds: TIMED_KINDS })).hits);
  const many = new Map<RecordRef, number>();
  for (const { record } of dated)
    for (const ref of new Set(
      record.kind === "events" ? [recordRef(record), ...referencesOf(record)] : referencesOf(record),
    ))
      many.set(ref, (many.get(ref) ?? 0) + 1);
  return {
    ...{ dated, undated },
    dates: [...new Set(dated.map(({ when }) => when.date))],
    subjects: [...many].sort(([, a], [, b]) => b - a).map(([ref]) => ref),
  };
}

/** A shelf does not change while it is open: it is gone through once. */
export const shelfCalendar = memoizeByKey(goneThrough);

/** The source's words for it: a sum, a quotation, a passage; before them the words for the time, where those are others. */
export async function statedParts(told: TimedEntry, citations: Citations): Promise<CellPart[]> {
  const { when, account } = told;
  const passages = await citations.passages(bearing(told));
  const sum = account && (account.amount.status === "unstated" ? account.verb : account.amount.stated);
  const said: CellPart[] =
    sum === undefined
      ? passages.map((passage) => ({ value: passage.text, stated: true, passages: [passage] }))
      : [{ value: sum, stated: true, passages }];
  if (said.some(({ value }) => containsFolded(when.stated, value))) return said;
  const at = when.evidence ? [await citations.passage(when.evidence)] : passages;
  return [{ value: when.stated, stated: true, passages: at }, ...said];
}
