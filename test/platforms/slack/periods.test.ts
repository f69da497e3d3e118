/** Tests how dates are divided into periods for an axis of time. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { periodsOf } from "../../../src/platforms/slack/periods.ts";

it.each<[what: string, dates: string[], periods: string[] | undefined]>([
  ["days", ["2021-08-17", "2021-08-19"], ["2021-08-17", "2021-08-18", "2021-08-19"]],
  ["days over the end of a year", ["2020-12-31", "2021-01-01"], ["2020-12-31", "2021-01-01"]],
  [
    "months, where days are too many",
    ["2021-08-17", "2021-11-23"],
    ["2021-08", "2021-09", "2021-10", "2021-11"],
  ],
  ["months, where a date has no day", ["2021-12", "2022-01-02"], ["2021-12", "2022-01"]],
  ["years, where a date has no month", ["2021", "2020-05-01"], ["2020", "2021"]],
  ["decades, where a date is one", ["1990s", "2016-08"], ["1990s", "2000s", "2010s"]],
  ["one day alone", ["2021-08-17", "2021-08-17"], undefined],
  ["one decade alone", ["1990s", "1995"], undefined],
  ["more centuries than there is room for", ["1500s", "2021"], undefined],
  ["no date", [], undefined],
  ["what is no date", ["soon", "2021"], undefined],
])("%s", (_what, dates, periods) => {
  expect(periodsOf(dates, 20)?.dates).toEqual(periods);
});

it("puts every date into its own period, and leaves none between out", () => {
  const day = fc
    .date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const partial = fc.tuple(day, fc.constantFrom(10, 7, 4)).map(([date, length]) => date.slice(0, length));
  fc.assert(
    fc.property(fc.array(partial, { minLength: 1, maxLength: 30 }), (dates) => {
      const periods = periodsOf(dates, 20);
      if (!periods) return;
      expect(periods.dates.length).toBeGreaterThan(1);
      expect(periods.dates.length).toBeLessThanOrEqual(20);
      expect(new Set(periods.dates).size).toBe(periods.dates.length);
      for (const [index, date] of dates.entries()) {
        const period = periods.dates[periods.places[index]!]!;
        expect(date.startsWith(period.endsWith("0s") ? period.slice(0, 3) : period)).toBe(true);
      }
    }),
  );
});
