/** What on the shelf has a date: events, commitments, words and other statements, each with its time and the words for it. */

import type { Part } from "../../src/desk/answer.ts";
import type { Citing } from "../../src/desk/citations.ts";
import { type Stretch, stretchOf } from "../../src/language/dates.ts";
import type { Library } from "../../src/library/library.ts";
import { concerns } from "../../src/library/referrers.ts";
import { standsIn } from "../../src/shelf/evidence.ts";
import { type Kind, type Ref, refOf } from "../../src/shelf/kinds.ts";
import type { Account, AnyRecord, Evidence, When } from "../../src/shelf/records.ts";
import { onceFor } from "../../src/support/lazy.ts";
import { compareStretches } from "./day-ranges.ts";

/** The kinds of record that can have a date, in the order in which they stand where they share one. */
export const TIMED = ["events", "pledges", "quotes", "facts"] as const satisfies readonly Kind[];
export type Timed = Extract<AnyRecord, { readonly kind: (typeof TIMED)[number] }>;

export const isTimed = (record: AnyRecord): record is Timed =>
  (TIMED as readonly Kind[]).includes(record.kind);

/** One record with the words for its time. */
export interface Told {
  readonly record: Timed;
  readonly when: When;
  /** What one source says of a commitment, for the time that it gives. */
  readonly account?: Account;
}

/** One record at one time. */
export interface Dated extends Told {
  readonly when: When & { readonly date: string };
  readonly stretch: Stretch;
}

function timeOf(record: Timed, when: When | undefined, account?: Account): Dated[] {
  const { date, to } = when ?? {};
  const stretch = date === undefined ? undefined : stretchOf({ date, to });
  if (!when || date === undefined || !stretch) return [];
  return [{ record, when: { ...when, date }, stretch, ...(account ? { account } : {}) }];
}

/** The times of a record, as far as they are known: a commitment has one for each of its accounts that gives another. */
function timesOf(record: Timed): Dated[] {
  if (record.kind === "events" || record.kind === "facts") return timeOf(record, record.when);
  if (record.kind === "quotes") return timeOf(record, record.said);
  const all = record.accounts.flatMap((account) => timeOf(record, account.when, account));
  return all.filter(
    ({ stretch }, index) =>
      !all.slice(0, index).some((earlier) => compareStretches(earlier.stretch, stretch) === 0),
  );
}

/** The passages that say what happened: of an event or a statement the one that has the date, where one has it. */
function bearing({ record, when, account }: Told): readonly Evidence[] {
  if (account) return account.passages;
  if (!("passages" in record)) return [];
  if (record.kind === "quotes") return record.passages;
  const dated = record.passages.find(({ exact }) => standsIn(when.stated, exact));
  return dated ? [dated] : record.passages.slice(0, 1);
}

const keyOf = ({ stretch }: Dated): string => `${stretch.first} ${stretch.last}`;

/** Whether a statement is one of these events told again: at the same time, in the same words. */
function isToldAgain(dated: Dated, events: readonly Dated[]): boolean {
  const [own] = events.length > 0 ? bearing(dated) : [];
  return events.some((event) => {
    const [theirs] = bearing(event);
    const [a, b] = [own?.exact ?? "", theirs?.exact ?? ""];
    return own?.source === theirs?.source && (standsIn(a, b) || standsIn(b, a));
  });
}

/** What of some records has a date, in order, each event told once; and what has none. */
export interface Ordered {
  readonly dated: readonly Dated[];
  readonly undated: readonly Timed[];
}

export function inOrder(records: readonly AnyRecord[]): Ordered {
  const timed = records.filter(isTimed);
  const all = timed.flatMap(timesOf);
  const events = new Map<string, Dated[]>();
  for (const one of all)
    if (one.record.kind === "events") events.set(keyOf(one), [...(events.get(keyOf(one)) ?? []), one]);
  const rank = ({ record }: Dated) => TIMED.indexOf(record.kind);
  const known = new Set(all.map(({ record }) => record));
  return {
    dated: all
      .filter((one) => one.record.kind !== "facts" || !isToldAgain(one, events.get(keyOf(one)) ?? []))
      .sort((a, b) => compareStretches(a.stretch, b.stretch) || rank(a) - rank(b)),
    undated: timed.filter((record) => !known.has(record)),
  };
}

/** A whole shelf, and what can be asked for: the dates that things have, and the records of which most is dated, those first. */
export interface Calendar extends Ordered {
  readonly dates: readonly string[];
  readonly subjects: readonly Ref[];
}

async function goneThrough(library: Library): Promise<Calendar> {
  const { dated, undated } = inOrder((await library.find({ kinds: TIMED })).hits);
  const many = new Map<Ref, number>();
  for (const { record } of dated)
    for (const ref of new Set(
      record.kind === "events" ? [refOf(record), ...concerns(record)] : concerns(record),
    ))
      many.set(ref, (many.get(ref) ?? 0) + 1);
  return {
    ...{ dated, undated },
    dates: [...new Set(dated.map(({ when }) => when.date))],
    subjects: [...many].sort(([, a], [, b]) => b - a).map(([ref]) => ref),
  };
}

/** A shelf does not change while it is open: it is gone through once. */
export const calendarOf = onceFor(goneThrough);

/** The source's words for it: a sum, a quotation, a passage; before them the words for the time, where those are others. */
export async function saidOf(told: Told, citing: Citing): Promise<Part[]> {
  const { when, account } = told;
  const passages = await citing.passages(bearing(told));
  const sum = account && (account.amount.status === "unstated" ? account.verb : account.amount.stated);
  const said: Part[] =
    sum === undefined
      ? passages.map((passage) => ({ value: passage.text, stated: true, passages: [passage] }))
      : [{ value: sum, stated: true, passages }];
  if (said.some(({ value }) => standsIn(when.stated, value))) return said;
  const at = when.evidence ? [await citing.passage(when.evidence)] : passages;
  return [{ value: when.stated, stated: true, passages: at }, ...said];
}
