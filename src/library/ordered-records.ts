/** Keeps the records of each kind in every order in which they are asked for, so that the first of them are at hand. */
import type { DayRange } from "../language/dates.ts";
import type { RecordKind } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import type { FindOrder, RecordTally } from "./library.ts";
import { compareRanges } from "./record-dates.ts";

/** An order of records. */
interface RecordOrder {
  /** Returns what decides of a record's place: those with the same are equals. */
  keyOf(record: AnyRecord): string | number;
  compare(one: AnyRecord, other: AnyRecord): number;
}

/** What a shelf knows of a record that decides of its place. */
interface OrderedBy {
  /** How many records refer to it. */
  weightOf(record: AnyRecord): number;
  /** How often it speaks. */
  wordsOf(record: AnyRecord): Pick<RecordTally, "quotes" | "reports">;
  /** The days of its dates, earliest first. */
  daysOf(record: AnyRecord): readonly DayRange[] | undefined;
}

/** Returns the day on which a record was last reviewed or, before that, entered. */
export const lastChangeOf = ({ review }: AnyRecord): string => review.reviewedOn ?? review.entered;

/** Creates every order of `FindOrder`. */
export function createRecordOrders({
  weightOf,
  wordsOf,
  daysOf,
}: OrderedBy): Readonly<Record<FindOrder, RecordOrder>> {
  /** Orders by the days at one place among all of a record's days; what is undated comes last. */
  function byDays(place: 0 | -1, compare: typeof compareRanges): RecordOrder {
    const daysAt = (record: AnyRecord) => daysOf(record)?.at(place);
    return {
      keyOf(record) {
        const days = daysAt(record);
        return days ? `${days.first} ${days.last}` : "";
      },
      compare(one, other) {
        const [a, b] = [daysAt(one), daysAt(other)];
        return a && b ? compare(a, b) : Number(!a) - Number(!b);
      },
    };
  }
  return {
    references: { keyOf: weightOf, compare: (one, other) => weightOf(other) - weightOf(one) },
    words: {
      keyOf(record) {
        const { quotes, reports } = wordsOf(record);
        return `${quotes} ${reports}`;
      },
      compare(one, other) {
        const [a, b] = [wordsOf(one), wordsOf(other)];
        return b.quotes - a.quotes || b.reports - a.reports;
      },
    },
    date: byDays(0, compareRanges),
    newest: byDays(-1, (a, b) => compareRanges(b, a)),
    changed: {
      keyOf: lastChangeOf,
      compare(one, other) {
        const [a, b] = [lastChangeOf(one), lastChangeOf(other)];
        return a < b ? 1 : a > b ? -1 : 0;
      },
    },
  };
}

/**
 * Sorts records, of equals the first before the others. A shelf has few days and few counts, and many records: what decides
 * is compared once for all records that have the same.
 */
function sortByKeys(records: readonly AnyRecord[], { keyOf, compare }: RecordOrder): AnyRecord[] {
  const parted = new Map<string | number, AnyRecord[]>();
  for (const record of records) {
    const key = keyOf(record);
    const some = parted.get(key);
    if (some) some.push(record);
    else parted.set(key, [record]);
  }
  return [...parted.values()].sort(([one], [other]) => compare(one!, other!)).flat();
}

/** Returns the records of a kind in an order; each list is sorted once, when it is first asked for. */
type RecordsInOrder = (kind: RecordKind, order: FindOrder | undefined) => readonly AnyRecord[];

/** @param ofKind the records of a kind in the order of the shelf */
export function createRecordsInOrder(
  ofKind: (kind: RecordKind) => readonly AnyRecord[],
  orders: Readonly<Record<FindOrder, RecordOrder>>,
): RecordsInOrder {
  const sorted = new Map<string, readonly AnyRecord[]>();
  return (kind, order) => {
    if (order === undefined) return ofKind(kind);
    const key = `${order} ${kind}`;
    const known = sorted.get(key) ?? sortByKeys(ofKind(kind), orders[order]);
    sorted.set(key, known);
    return known;
  };
}
