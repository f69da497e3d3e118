/** Narrows, orders and counts the records of a shelf. */
import type { DayRange } from "../language/dates.ts";
import { RECORD_KINDS, type RecordKind, type RecordRef, recordRef } from "../shelf/kinds.ts";
import { donorRefs, moneyOf, occasionRefs } from "../shelf/pledge-parts.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { firstInOrder } from "../support/first-in-order.ts";
import { lazy } from "../support/lazy.ts";
import type { FindOrder, FindQuery, FindResult, RecordTally } from "./library.ts";
import { MOST_GIVEN } from "./library.ts";
import { compareOnShelf } from "./name-index.ts";
import { compareRanges, createDateReader, type DatedRecord, rangesOverlap } from "./record-dates.ts";
import type { Citing, Referrers } from "./referrers.ts";

/** The records of a shelf, in its order, and what refers to what. */
export interface ListedShelf {
  readonly records: readonly AnyRecord[];
  readonly referrers: () => Referrers;
  readonly citing: () => Citing;
}

/** The members of a query by which records are narrowed, whatever their words. */
type Narrowing = Omit<FindQuery, "words" | "in" | "by">;

export interface RecordLists {
  /**
   * Returns the page of a query and the counts of all of it.
   * @param found what its words have found, best first; without it, the whole shelf
   */
  list(query: Narrowing, found?: readonly AnyRecord[]): Omit<FindResult, "by">;
  tally(ref: RecordRef): RecordTally;
  /** Returns the dates of records that begin so, earliest first; years for what is no longer than a year. */
  dates(begun: string, most: number): string[];
  /** Gathers what is otherwise gathered when it is first needed, step by step. */
  readonly warmUp: readonly (() => unknown)[];
}

/** The roles in which one record names another. */
type Appearance = NonNullable<FindQuery["appearing"]>;

const NOBODY: ReadonlySet<AnyRecord> = new Set();

const sumKey = ({ value, currency }: NonNullable<FindQuery["sum"]>): string => `${value} ${currency}`;

const speakerOf = (record: AnyRecord): string | undefined =>
  "speaker" in record ? record.speaker : undefined;

const lastChangeOf = ({ review }: AnyRecord): string => review.reviewedOn ?? review.entered;

const sumsOf = (record: AnyRecord): string[] =>
  record.kind === "pledges"
    ? record.accounts.flatMap(({ amount }) => {
        const money = moneyOf(amount);
        return money ? [sumKey(money)] : [];
      })
    : [];

/** Maps keys to the records that have them, in the order of the shelf. */
function recordsByKey(
  records: readonly AnyRecord[],
  keysOf: (record: AnyRecord) => readonly string[],
): ReadonlyMap<string, ReadonlySet<AnyRecord>> {
  const found = new Map<string, Set<AnyRecord>>();
  for (const record of records)
    for (const key of keysOf(record)) {
      const some = found.get(key);
      if (some) some.add(record);
      else found.set(key, new Set([record]));
    }
  return found;
}

function countKinds(records: Iterable<AnyRecord>): Partial<Record<RecordKind, number>> {
  const counts: Partial<Record<RecordKind, number>> = {};
  for (const { kind } of records) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** Creates the lists of a shelf. Whatever is looked up by is gathered when it is first needed. */
export function createRecordLists({ records, referrers, citing }: ListedShelf): RecordLists {
  const byKind = lazy(() => {
    const parted = new Map<RecordKind, AnyRecord[]>(RECORD_KINDS.map((kind) => [kind, []]));
    for (const record of records) parted.get(record.kind)!.push(record);
    return parted;
  });
  const ofKinds = (kinds: readonly RecordKind[]): readonly AnyRecord[] =>
    RECORD_KINDS.every((kind) => kinds.includes(kind))
      ? records
      : RECORD_KINDS.filter((kind) => kinds.includes(kind)).flatMap((kind) => byKind().get(kind)!);
  const bySum = lazy(() => recordsByKey(byKind().get("pledges")!, sumsOf));
  const calendar = lazy(() => {
    const read = createDateReader();
    const dated = new Map<AnyRecord, DatedRecord>();
    for (const record of records) {
      const days = read(record);
      if (days) dated.set(record, days);
    }
    return dated;
  });
  const appearing = lazy((): Readonly<Record<Appearance, ReadonlySet<string>>> => {
    const pledges = byKind().get("pledges")!;
    const refs = { donor: new Set<string>(), occasion: new Set<string>(), speaker: new Set<string>() };
    for (const pledge of pledges) {
      if (pledge.kind !== "pledges") continue;
      for (const ref of donorRefs(pledge)) refs.donor.add(ref);
      for (const ref of occasionRefs(pledge)) refs.occasion.add(ref);
    }
    for (const ref of speaking().keys()) refs.speaker.add(ref);
    return refs;
  });
  /** By speaker, how many quotations and reports are theirs. */
  const speaking = lazy(() => {
    const counts = new Map<string, { quotes: number; reports: number }>();
    for (const record of ofKinds(["quotes", "facts"])) {
      const speaker = speakerOf(record);
      if (speaker === undefined) continue;
      const count = counts.get(speaker) ?? { quotes: 0, reports: 0 };
      if (record.kind === "quotes") count.quotes++;
      else count.reports++;
      counts.set(speaker, count);
    }
    return counts;
  });
  const wordsOf = (record: AnyRecord) => speaking().get(recordRef(record)) ?? { quotes: 0, reports: 0 };
  const weightOf = (record: AnyRecord): number => referrers().get(recordRef(record))?.size ?? 0;

  /** Returns the records that refer to any of these, in the order of the shelf. */
  function referring(refs: readonly RecordRef[]): readonly AnyRecord[] {
    const sets = refs.map((ref) => referrers().get(ref) ?? NOBODY);
    return sets.length === 1
      ? [...sets[0]!]
      : [...new Set(sets.flatMap((set) => [...set]))].sort(compareOnShelf);
  }

  /** Returns a short list that has all records of a query, in the order of the shelf; undefined for the whole shelf. */
  function candidatesFor({ concerning, speaker, source, sum }: Narrowing): readonly AnyRecord[] | undefined {
    if (concerning !== undefined) return referring([concerning].flat());
    if (speaker !== undefined) return referring([speaker]);
    if (sum !== undefined) return [...(bySum().get(sumKey(sum)) ?? NOBODY)];
    if (source !== undefined) return [...(citing().get(source) ?? NOBODY)];
    return undefined;
  }

  /** Returns the tests that a candidate must pass. */
  function testsFor(
    { concerning, speaker, source, sum, days, appearing: role, donorsStated }: Narrowing,
    isFound: boolean,
  ): ((record: AnyRecord) => boolean)[] {
    const wanted: DayRange = { first: days?.first ?? "", last: days?.last ?? "9999" };
    const among = isFound && concerning !== undefined ? new Set(referring([concerning].flat())) : undefined;
    const on = source === undefined ? undefined : (citing().get(source) ?? NOBODY);
    return [
      ...(among ? [(record: AnyRecord) => among.has(record)] : []),
      ...(on ? [(record: AnyRecord) => on.has(record)] : []),
      ...(speaker === undefined ? [] : [(record: AnyRecord) => speakerOf(record) === speaker]),
      ...(sum ? [(record: AnyRecord) => sumsOf(record).includes(sumKey(sum))] : []),
      ...(role ? [(record: AnyRecord) => appearing()[role].has(recordRef(record))] : []),
      ...(donorsStated
        ? [(record: AnyRecord) => record.kind === "pledges" && record.donorsStated !== undefined]
        : []),
      ...(days
        ? [
            (record: AnyRecord) =>
              calendar()
                .get(record)
                ?.ranges.some((range) => rangesOverlap(range, wanted)) ?? false,
          ]
        : []),
    ];
  }

  function compareBy(order: FindOrder): (one: AnyRecord, other: AnyRecord) => number {
    const datesOf = (record: AnyRecord) => calendar().get(record)?.ranges;
    switch (order) {
      case "references":
        return (one, other) => weightOf(other) - weightOf(one);
      case "words":
        return (one, other) => {
          const [a, b] = [wordsOf(one), wordsOf(other)];
          return b.quotes - a.quotes || b.reports - a.reports;
        };
      case "date":
      case "newest":
        return (one, other) => {
          const [a, b] = [datesOf(one), datesOf(other)];
          if (!a || !b) return Number(!a) - Number(!b);
          return order === "date" ? compareRanges(a[0]!, b[0]!) : compareRanges(b.at(-1)!, a.at(-1)!);
        };
      case "changed":
        return (one, other) => {
          const [a, b] = [lastChangeOf(one), lastChangeOf(other)];
          return a < b ? 1 : a > b ? -1 : 0;
        };
    }
  }

  return {
    list(query, found) {
      const { kinds = RECORD_KINDS, order, from = 1, most = MOST_GIVEN } = query;
      const tests = testsFor(query, found !== undefined);
      const some = found ?? candidatesFor(query);
      const all = some ? some.filter(({ kind }) => kinds.includes(kind)) : ofKinds(kinds);
      const hits = tests.length === 0 ? all : all.filter((record) => tests.every((test) => test(record)));
      const last = from - 1 + most;
      const ahead = order && most > 0 ? firstInOrder(hits, last, compareBy(order)) : hits;
      return { hits: ahead.slice(from - 1, last), total: hits.length, counts: countKinds(hits) };
    },
    tally(ref) {
      const some = referrers().get(ref) ?? NOBODY;
      return {
        ...(speaking().get(ref) ?? { quotes: 0, reports: 0 }),
        ...{ counts: countKinds(some), total: some.size },
      };
    },
    dates(begun, most) {
      const yearOf = (date: string): string => date.slice(0, date.endsWith("s") ? 5 : 4);
      const inUse = new Set<string>();
      for (const { dates } of calendar().values())
        for (const date of dates) {
          inUse.add(yearOf(date));
          if (begun.length > 3) inUse.add(date);
        }
      return [...inUse]
        .filter((date) => date.startsWith(begun))
        .sort()
        .slice(0, most);
    },
    warmUp: [byKind, calendar, speaking, appearing],
  };
}
