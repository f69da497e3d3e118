/** Narrows, orders and counts the records of a shelf. */
import type { DayRange } from "../language/dates.ts";
import { RECORD_KINDS, type RecordKind, type RecordRef, recordRef } from "../shelf/kinds.ts";
import { donorRefs, moneyOf, occasionRefs } from "../shelf/pledge-parts.ts";
import type { AnyRecord } from "../shelf/records.ts";
import { firstInOrder } from "../support/first-in-order.ts";
import { lazy } from "../support/lazy.ts";
import type { FindQuery, FindResult, RecordTally } from "./library.ts";
import { MOST_GIVEN } from "./library.ts";
import { compareOnShelf } from "./name-index.ts";
import { createRecordOrders, createRecordsInOrder } from "./ordered-records.ts";
import { createCalendar, rangesOverlap } from "./record-dates.ts";
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

/** A day after every other, which is asked for where a period has no end. */
const LAST_DAY = "9999";

const NOBODY: ReadonlySet<AnyRecord> = new Set();

const NO_WORDS = { quotes: 0, reports: 0 } as const;

/** Returns what equal sums have in common. */
export const sumKey = ({ value, currency }: NonNullable<FindQuery["sum"]>): string => `${value} ${currency}`;

/** Returns the reference to who speaks in a record, where it says so. */
export const speakerOf = (record: AnyRecord): string | undefined =>
  "speaker" in record ? record.speaker : undefined;

/** Returns the keys of the sums that the accounts of a pledge state. */
export const sumsOf = (record: AnyRecord): string[] =>
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

/** Some records of a kind, or of several: in their order already, or not yet. */
interface ListPart {
  readonly records: readonly AnyRecord[];
  readonly isOrdered: boolean;
}

/** Returns the items from one place to another of several lists, one after the other. */
function sliceOfAll(lists: readonly (readonly AnyRecord[])[], from: number, to: number): AnyRecord[] {
  const found: AnyRecord[] = [];
  let before = 0;
  for (const list of lists) {
    if (before >= to) break;
    found.push(...list.slice(Math.max(0, from - before), Math.max(0, to - before)));
    before += list.length;
  }
  return found;
}

/** Creates the lists of a shelf. Whatever is looked up by is gathered when it is first needed. */
export function createRecordLists({ records, referrers, citing }: ListedShelf): RecordLists {
  const byKind = lazy(() => {
    const parted = new Map<RecordKind, AnyRecord[]>(RECORD_KINDS.map((kind) => [kind, []]));
    for (const record of records) parted.get(record.kind)!.push(record);
    return parted;
  });
  const ofKind = (kind: RecordKind): readonly AnyRecord[] => byKind().get(kind)!;
  const bySum = lazy(() => recordsByKey(ofKind("pledges"), sumsOf));
  const unnamed = lazy(() =>
    ofKind("pledges").filter((record) => record.kind === "pledges" && record.donorsStated !== undefined),
  );
  const calendar = createCalendar(ofKind);
  /** By speaker, how many quotations and reports are theirs. */
  const speaking = lazy(() => {
    const counts = new Map<string, { quotes: number; reports: number }>();
    for (const record of [...ofKind("quotes"), ...ofKind("facts")]) {
      const speaker = speakerOf(record);
      if (speaker === undefined) continue;
      const count = counts.get(speaker) ?? { quotes: 0, reports: 0 };
      if (record.kind === "quotes") count.quotes++;
      else count.reports++;
      counts.set(speaker, count);
    }
    return counts;
  });
  const appearing = lazy((): Readonly<Record<Appearance, ReadonlySet<AnyRecord>>> => {
    const refs = { donor: new Set<string>(), occasion: new Set<string>(), speaker: speaking() };
    for (const pledge of ofKind("pledges")) {
      if (pledge.kind !== "pledges") continue;
      for (const ref of donorRefs(pledge)) refs.donor.add(ref);
      for (const ref of occasionRefs(pledge)) refs.occasion.add(ref);
    }
    const those = (named: { has(ref: string): boolean; keys(): Iterable<string> }) => {
      const kinds = new Set([...named.keys()].map((ref) => ref.slice(0, ref.indexOf("/"))));
      const of = RECORD_KINDS.filter((kind) => kinds.has(kind)).flatMap(ofKind);
      return new Set(of.filter((record) => named.has(recordRef(record))));
    };
    return { donor: those(refs.donor), occasion: those(refs.occasion), speaker: those(refs.speaker) };
  });

  /** Returns the records that refer to any of these, in the order of the shelf. */
  function referring(refs: readonly RecordRef[]): readonly AnyRecord[] {
    const sets = refs.map((ref) => referrers().get(ref) ?? NOBODY);
    return sets.length === 1
      ? [...sets[0]!]
      : [...new Set(sets.flatMap((set) => [...set]))].sort(compareOnShelf);
  }

  const orders = createRecordOrders({
    wordsOf: (record) => speaking().get(recordRef(record)) ?? NO_WORDS,
    weightOf: (record) => referrers().get(recordRef(record))?.size ?? 0,
    daysOf: (record) => calendar.daysOf(record)?.ranges,
  });
  const inOrder = createRecordsInOrder(ofKind, orders);
  const datedInOrder = createRecordsInOrder(calendar.dated, orders);

  /** Returns a short list that has all records of a query, in the order of the shelf; undefined for the whole shelf. */
  function candidatesFor(query: Narrowing): Iterable<AnyRecord> | undefined {
    const { concerning, speaker, source, sum, appearing: role, donorsStated } = query;
    if (concerning !== undefined) return referring([concerning].flat());
    if (speaker !== undefined) return referring([speaker]);
    if (sum !== undefined) return bySum().get(sumKey(sum)) ?? NOBODY;
    if (donorsStated) return unnamed();
    if (role !== undefined) return appearing()[role];
    if (source !== undefined) return citing().get(source) ?? NOBODY;
    return undefined;
  }

  /** Returns the tests that a candidate must pass. */
  function testsFor(query: Narrowing, isFound: boolean): ((record: AnyRecord) => boolean)[] {
    const { concerning, speaker, source, sum, days, appearing: role, donorsStated } = query;
    const wanted: DayRange = { first: days?.first ?? "", last: days?.last ?? LAST_DAY };
    const among = isFound && concerning !== undefined ? new Set(referring([concerning].flat())) : undefined;
    const on = source === undefined ? undefined : (citing().get(source) ?? NOBODY);
    return [
      ...(among ? [(record: AnyRecord) => among.has(record)] : []),
      ...(on ? [(record: AnyRecord) => on.has(record)] : []),
      ...(speaker === undefined ? [] : [(record: AnyRecord) => speakerOf(record) === speaker]),
      ...(sum ? [(record: AnyRecord) => sumsOf(record).includes(sumKey(sum))] : []),
      ...(role ? [(record: AnyRecord) => appearing()[role].has(record)] : []),
      ...(donorsStated
        ? [(record: AnyRecord) => record.kind === "pledges" && record.donorsStated !== undefined]
        : []),
      ...(days
        ? [
            (record: AnyRecord) =>
              calendar.daysOf(record)?.ranges.some((range) => rangesOverlap(range, wanted)) ?? false,
          ]
        : []),
    ];
  }

  /** Returns the records of a query, in parts that follow one another where no order is asked for. */
  function partsOf(query: Narrowing, found: readonly AnyRecord[] | undefined): ListPart[] {
    const { kinds = RECORD_KINDS, order, days } = query;
    const tests = testsFor(query, found !== undefined);
    const passing = (some: readonly AnyRecord[]) =>
      tests.length === 0 ? some : some.filter((record) => tests.every((test) => test(record)));
    const some = found ?? candidatesFor(query);
    if (some !== undefined)
      return [{ records: passing([...some].filter(({ kind }) => kinds.includes(kind))), isOrdered: false }];
    const isOfAllDays = days !== undefined && !days.first && (days.last ?? LAST_DAY) === LAST_DAY;
    return RECORD_KINDS.filter((kind) => kinds.includes(kind)).map((kind) => {
      const all = (days ? datedInOrder : inOrder)(kind, order);
      return { records: isOfAllDays ? all : passing(all), isOrdered: true };
    });
  }

  const tallied = new Map<RecordRef, RecordTally>();
  function tally(ref: RecordRef): RecordTally {
    const some = referrers().get(ref) ?? NOBODY;
    return { ...(speaking().get(ref) ?? NO_WORDS), counts: countKinds(some), total: some.size };
  }

  return {
    list(query, found) {
      const { order, from = 1, most = MOST_GIVEN } = query;
      const parts = partsOf(query, found);
      const last = from - 1 + most;
      const compare = order && orders[order].compare;
      const firstOf = ({ records, isOrdered }: ListPart): readonly AnyRecord[] =>
        isOrdered ? records.slice(0, last) : firstInOrder(records, last, compare!);
      const lists =
        compare && most > 0
          ? [firstInOrder(parts.flatMap(firstOf), last, compare)]
          : parts.map(({ records }) => records);
      const counts: Partial<Record<RecordKind, number>> = {};
      for (const { records, isOrdered } of parts)
        if (!isOrdered) Object.assign(counts, countKinds(records));
        else if (records.length > 0) counts[records[0]!.kind] = records.length;
      return {
        hits: sliceOfAll(lists, from - 1, last),
        total: parts.reduce((sum, { records }) => sum + records.length, 0),
        counts,
      };
    },
    tally(ref) {
      const known = tallied.get(ref) ?? tally(ref);
      tallied.set(ref, known);
      return known;
    },
    dates(begun, most) {
      const yearOf = (date: string): string => date.slice(0, date.endsWith("s") ? 5 : 4);
      const inUse = new Set<string>();
      for (const kind of RECORD_KINDS)
        for (const date of calendar.dates(kind)) {
          inUse.add(yearOf(date));
          if (begun.length > 3) inUse.add(date);
        }
      return [...inUse]
        .filter((date) => date.startsWith(begun))
        .sort()
        .slice(0, most);
    },
    warmUp: [
      ...RECORD_KINDS.flatMap((kind) => [
        () => calendar.dates(kind),
        () => inOrder(kind, "references"),
        () => inOrder(kind, "changed"),
        () => datedInOrder(kind, "date"),
      ]),
      ...[speaking, appearing, bySum, unnamed],
    ],
  };
}
