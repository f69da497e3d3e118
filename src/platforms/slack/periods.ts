/** Divides dates into equal periods, for an axis of time on which no period is left out. */

const DAY = 86_400_000;
const MONTHS = 12;

/** A length of periods: the number of a date's period, undefined for a date that is less exact; and back. */
interface PeriodLength {
  readonly numberOf: (date: string) => number | undefined;
  readonly dateOf: (number: number) => string;
}

const four = (year: number): string => String(year).padStart(4, "0");

/** Days, months, years and decades, the finest first. */
const LENGTHS: readonly PeriodLength[] = [
  {
    numberOf: (date) => (/^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) / DAY : undefined),
    dateOf: (number) => new Date(number * DAY).toISOString().slice(0, 10),
  },
  {
    numberOf: (date) =>
      /^\d{4}-\d\d/.test(date) ? Number(date.slice(0, 4)) * MONTHS + Number(date.slice(5, 7)) - 1 : undefined,
    dateOf: (number) =>
      `${four(Math.floor(number / MONTHS))}-${String((number % MONTHS) + 1).padStart(2, "0")}`,
  },
  {
    numberOf: (date) => (/^\d{4}(?!s)/.test(date) ? Number(date.slice(0, 4)) : undefined),
    dateOf: four,
  },
  {
    numberOf: (date) => (/^\d{4}/.test(date) ? Number(date.slice(0, 3)) : undefined),
    dateOf: (number) => `${four(number * 10)}s`,
  },
];

/** Periods in a row, and which of them each date is in. */
export interface DatePeriods {
  /** Each period as a partial date. */
  readonly dates: readonly string[];
  /** The index of each date's period. */
  readonly places: readonly number[];
}

/**
 * Divides partial dates into the shortest periods of which there are from two to `most`: into days, months, years or
 * decades, as far as every date is exact. Returns undefined where none fits.
 */
export function periodsOf(dates: readonly string[], most: number): DatePeriods | undefined {
  for (const { numberOf, dateOf } of LENGTHS) {
    const numbers = dates.map(numberOf);
    if (!numbers.every((number) => number !== undefined && Number.isFinite(number))) continue;
    const known = numbers as number[];
    const first = known.reduce((least, number) => Math.min(least, number), Number.POSITIVE_INFINITY);
    const last = known.reduce((greatest, number) => Math.max(greatest, number), Number.NEGATIVE_INFINITY);
    const count = last - first + 1;
    if (!(count >= 2 && count <= most)) continue;
    return {
      dates: Array.from({ length: count }, (_, index) => dateOf(first + index)),
      places: known.map((number) => number - first),
    };
  }
  return undefined;
}
