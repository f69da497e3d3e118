/** Tests how dates are found in texts, and how two ranges relate. */
import { describe, expect, it } from "vitest";
import { findDates, isYearless, parseDate, relateRanges, toDayRange } from "../../src/language/dates.ts";

describe("a date in a text", () => {
  it.each([
    ["on 17 August 2021", "2021-08-17"],
    ["on August 17, 2021", "2021-08-17"],
    ["on Aug. 17, 2021", "2021-08-17"],
    ["on the 17th of August 2021", "2021-08-17"],
    ["on Aug. 17", "--08-17"],
    ["on August 17th", "--08-17"],
    ["on 17 Aug", "--08-17"],
    ["in August 2021", "2021-08"],
    ["in Aug. 2021", "2021-08"],
    ["in July", "--07"],
    ["In May", "--05"],
    ["since March", "--03"],
    ["in 2021", "2021"],
    ["in the 1990s", "1990s"],
    ["2021-08-17", "2021-08-17"],
    ["2021-08", "2021-08"],
    ["2021/8/7", "2021-08-07"],
    ["2021年8月17日", "2021-08-17"],
    ["2021年8月", "2021-08"],
    ["2021年", "2021"],
    ["8月17日", "--08-17"],
    ["8月17号", "--08-17"],
    ["7月", "--07"],
    ["1990年代", "1990s"],
    ["上世纪90年代", "1990s"],
    ["20世紀90年代", "1990s"],
  ])("%s", (text, date) => {
    expect(findDates(`It was ${text}, they say.`).map((found) => found.date)).toEqual([date]);
  });

  it.each([
    ["Sept. 26-28", "--09-26", "--09-28"],
    ["September 26–28, 2021", "2021-09-26", "2021-09-28"],
    ["26-28 September 2021", "2021-09-26", "2021-09-28"],
    ["from September 26 to 28", "--09-26", "--09-28"],
    ["from 30 August to 2 September 2021", "2021-08-30", "2021-09-02"],
    ["Aug. 30 to Sept. 2, 2021", "2021-08-30", "2021-09-02"],
    ["2021年9月26日至28日", "2021-09-26", "2021-09-28"],
    ["9月26日至28日", "--09-26", "--09-28"],
  ])("from one to another: %s", (text, date, to) => {
    expect(findDates(`It was ${text}, they say.`)).toMatchObject([{ date, to }]);
  });

  it.each([
    "It may march on",
    "$2021",
    "2,021",
    "2021 people",
    "2000 companies",
    "Qihoo 360",
    "120,000 displaced",
    "February 30",
    "v2021.5",
    "at 10:30",
    "1990亿元",
    "",
  ])("none in “%s”", (text) => {
    expect(findDates(text)).toEqual([]);
  });

  it("is where it stands, and as it was written", () => {
    expect(findDates("In July 2021 and on Aug. 17.")).toEqual([
      { date: "2021-07", text: "July 2021", start: 3, end: 12 },
      { date: "--08-17", text: "Aug. 17", start: 20, end: 27 },
    ]);
  });
});

it("is read where it stands alone, and not among other words", () => {
  expect(parseDate(" August 2021 ")).toEqual({ date: "2021-08" });
  expect(parseDate("2021年9月26日至28日")).toEqual({ date: "2021-09-26", to: "2021-09-28" });
  for (const text of ["in August 2021", "2020 2021", "soon", ""]) expect(parseDate(text)).toBeUndefined();
  expect(isYearless("--08")).toBe(true);
});

describe("the days that a date takes up", () => {
  it.each([
    [{ date: "2021-08-17" }, { first: "2021-08-17", last: "2021-08-17" }],
    [{ date: "2021-02" }, { first: "2021-02-01", last: "2021-02-28" }],
    [{ date: "2020-02" }, { first: "2020-02-01", last: "2020-02-29" }],
    [{ date: "2021" }, { first: "2021-01-01", last: "2021-12-31" }],
    [{ date: "1990s" }, { first: "1990-01-01", last: "1999-12-31" }],
    [
      { date: "2021-09-26", to: "2021-09-28" },
      { first: "2021-09-26", last: "2021-09-28" },
    ],
    [{ date: "--08" }, undefined],
    [{ date: "2021", to: "2020" }, undefined],
  ])("%o", (dates, stretch) => {
    expect(toDayRange(dates)).toEqual(stretch);
  });
});

describe("dates lie to others", () => {
  it.each([
    ["2021-08-17", "2021-08-17", "same"],
    ["--08-17", "2021-08-17", "same"],
    ["2021-08", "2021-08-17", "around"],
    ["--08", "2021-08-17", "around"],
    ["2021", "2021-08-17", "around"],
    ["2021-07-20", "2021-07", "inside"],
    ["1995", "1990s", "inside"],
    ["1980s", "1990s", "apart"],
    ["2021-08-18", "2021-08-17", "apart"],
    ["2020", "2021-08-17", "apart"],
    ["--09", "2021-08-17", "apart"],
  ])("%s to %s", (date, other, expected) => {
    expect(relateRanges({ date }, { date: other })).toBe(expected);
  });

  it("across an end where they share only some days, and in no way where neither has a year", () => {
    const known = { date: "2021-09-26", to: "2021-09-28" };
    expect(relateRanges({ date: "--09-25", to: "--09-27" }, known)).toBe("across");
    expect(relateRanges({ date: "--09-26", to: "--09-28" }, known)).toBe("same");
    expect(relateRanges({ date: "--09" }, { date: "--09" })).toBeUndefined();
  });
});
