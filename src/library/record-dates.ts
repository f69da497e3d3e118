/** Reads the days on which records are dated. */
import { type DayRange, toDayRange } from "../language/dates.ts";
import type { RecordKind } from "../shelf/kinds.ts";
import type { AnyRecord, StatedDate } from "../shelf/records.ts";

/** Returns the dates that sources state of a record; of a pledge, those of its accounts. */
function statedDates(record: AnyRecord): readonly (StatedDate | undefined)[] {
  switch (record.kind) {
    case "events":
    case "facts":
      return [record.when];
    case "quotes":
      return [record.said];
    case "pledges":
      return record.accounts.map(({ when }) => when);
    default:
      return [];
  }
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Orders by first day, then the longest first: a decade, then its first year, then that year's January. */
export const compareRanges = (a: DayRange, b: DayRange): number =>
  order(a.first, b.first) || order(b.last, a.last);

/** Tells whether two ranges share a day. A date known only by its year covers the whole year. */
export const rangesOverlap = (a: DayRange, b: DayRange): boolean => a.first <= b.last && b.first <= a.last;

/** A record with the days of its dates, earliest first, and the dates as they are written. */
export interface DatedRecord {
  readonly record: AnyRecord;
  readonly ranges: readonly DayRange[];
  readonly dates: readonly string[];
}

/** Creates what reads the dates of records. A shelf has few dates and many records, so each date is read once. */
export function createDateReader(): (record: AnyRecord) => DatedRecord | undefined {
  const known = new Map<string, DayRange | undefined>();
  const rangeOf = (date: string, to: string | undefined): DayRange | undefined => {
    const key = to === undefined ? date : `${date} ${to}`;
    if (!known.has(key)) known.set(key, toDayRange({ date, to }));
    return known.get(key);
  };
  return (record) => {
    const dated = statedDates(record).flatMap((when) => {
      const range = when?.date === undefined ? undefined : rangeOf(when.date, when.to);
      return range ? [{ date: when!.date!, range }] : [];
    });
    if (dated.length === 0) return undefined;
    const ranges = dated.map(({ range }) => range);
    return {
      record,
      ranges: ranges.length > 1 ? ranges.sort(compareRanges) : ranges,
      dates: dated.map(({ date }) => date),
    };
  };
}

/** The dated records of a shelf. Those of a kind are read when any of them is first asked for. */
export interface ShelfCalendar {
  daysOf(record: AnyRecord): DatedRecord | undefined;
  /** The records of a kind that have a date, in the order of the shelf. */
  dated(kind: RecordKind): readonly AnyRecord[];
  /** Every date of a kind's records, as it is written, each once. */
  dates(kind: RecordKind): ReadonlySet<string>;
}

export function createCalendar(ofKind: (kind: RecordKind) => readonly AnyRecord[]): ShelfCalendar {
  const read = createDateReader();
  const byKind = new Map<RecordKind, ReadonlyMap<AnyRecord, DatedRecord>>();
  const datesByKind = new Map<RecordKind, ReadonlySet<string>>();
  const datedByKind = new Map<RecordKind, readonly AnyRecord[]>();

  function daysByRecord(kind: RecordKind): ReadonlyMap<AnyRecord, DatedRecord> {
    const known = byKind.get(kind);
    if (known) return known;
    const days = new Map<AnyRecord, DatedRecord>();
    for (const record of ofKind(kind)) {
      const dated = read(record);
      if (dated) days.set(record, dated);
    }
    byKind.set(kind, days);
    return days;
  }

  return {
    daysOf: (record) => daysByRecord(record.kind).get(record),
    dated(kind) {
      const known = datedByKind.get(kind) ?? [...daysByRecord(kind).keys()];
      datedByKind.set(kind, known);
      return known;
    },
    dates(kind) {
      const known =
        datesByKind.get(kind) ?? new Set([...daysByRecord(kind).values()].flatMap(({ dates }) => dates));
      datesByKind.set(kind, known);
      return known;
    },
  };
}
