/** Tests periods in questions, and the order of day ranges. */
import { describe, expect, it } from "vitest";
import {
  extractPeriod,
  parseWholeDate,
  periodDays,
  periodFromOptions,
} from "../../commands/timeline/period.ts";
import { toDayRange } from "../../src/language/dates.ts";
import { stripLeadWords } from "../../src/language/periods.ts";
import { compareRanges, rangesOverlap } from "../../src/library/record-dates.ts";

describe("a date in an option", () => {
  it.each([
    ["2020", "2020"],
    ["2021-08", "2021-08"],
    ["2021-08-17", "2021-08-17"],
    ["August 2021", "2021-08"],
    ["aug. 2021", "2021-08"],
    ["17 August 2021", "2021-08-17"],
    ["August 17, 2021", "2021-08-17"],
    ["the 17th of August 2021", "2021-08-17"],
    ["1990s", "1990s"],
    ["the 1990s", "1990s"],
    ["1990年代", "1990s"],
    ["2021年", "2021"],
    ["2021年8月", "2021-08"],
    ["2021年8月17日", "2021-08-17"],
    ["２０２１年８月", "2021-08"],
  ])("%s", (text, date) => {
    expect(parseWholeDate(text)).toEqual({ date });
  });

  it.each([
    ...["", "yesterday", "August", "17 August", "8月", "2021-13", "2021-02-30", "2021-02-29", "3/4/2021"],
    ...["2021年13月", "in 2021", "2021 and 2022", "20210817", "90s"],
  ])("“%s” is none", (text) => {
    expect(parseWholeDate(text)).toBeUndefined();
  });

  it("begins and ends a period; of one that is none, says which", () => {
    expect(periodFromOptions({})).toEqual({});
    expect(periodFromOptions({ from: "2020", to: "August 2021" })).toEqual({ from: "2020", to: "2021-08" });
    expect(periodFromOptions({ from: "26-28 September 2021", to: "26-28 September 2021" })).toEqual({
      from: "2021-09-26",
      to: "2021-09-28",
    });
    expect(periodFromOptions({ from: "2020", to: "soon" })).toEqual({ wrong: "to" });
    expect(periodFromOptions({ from: "soon", to: "later" })).toEqual({ wrong: "from" });
  });
});

describe("a time among words", () => {
  function expectPeriod(text: string, words: string, from?: string, to?: string): void {
    expect(extractPeriod(text)).toEqual({
      words,
      period: { ...(from ? { from } : {}), ...(to ? { to } : {}) },
    });
  }

  it.each([
    ["2021", "", "2021", "2021"],
    ["in 2021", "", "2021", "2021"],
    ["during August 2021", "", "2021-08", "2021-08"],
    ["xi 2021", "xi", "2021", "2021"],
    ["xi in August 2021", "xi", "2021-08", "2021-08"],
    ["xi on 17 August 2021", "xi", "2021-08-17", "2021-08-17"],
    ["common prosperity 17 August 2021", "common prosperity", "2021-08-17", "2021-08-17"],
    ["of common prosperity in the 1990s", "common prosperity", "1990s", "1990s"],
    ["xi since 2020", "xi", "2020", undefined],
    ["since 2020", "", "2020", undefined],
    ["xi until 2020", "xi", undefined, "2020"],
    ["up to August 2021", "", undefined, "2021-08"],
    ["xi from 2016 to August 2021", "xi", "2016", "2021-08"],
    ["between 2016 and 2021", "", "2016", "2021"],
    ["2016 to 2021", "", "2016", "2021"],
    ["2016 – 2021", "", "2016", "2021"],
    ["2021 floods", "floods", "2021", "2021"],
    ["August 2021 floods", "floods", "2021-08", "2021-08"],
    ["2021年", "", "2021", "2021"],
    ["2021年8月的洪水", "洪水", "2021-08", "2021-08"],
    ["2008年四川地震", "四川地震", "2008", "2008"],
    ["共同富裕2021年", "共同富裕", "2021", "2021"],
    ["从2020年到2021年8月", "", "2020", "2021-08"],
    ["2020年以来的共同富裕", "共同富裕", "2020", undefined],
    ["common prosperity 2016 to 2021", "common prosperity", "2016", "2021"],
    ["common prosperity July 2021 to August 2021", "common prosperity", "2021-07", "2021-08"],
    ["floods from July to December 2021", "floods", "2021-07", "2021-12"],
    ["2021年7月至12月的水災", "水災", "2021-07", "2021-12"],
    ["水災 2021年7月至2021年12月", "水災", "2021-07", "2021-12"],
    ["水災 2021年7月到12月", "水災", "2021-07", "2021-12"],
    ["水灾 从2021年七月到十二月", "水灾", "2021-07", "2021-12"],
    ["水灾，2021年7月—12月期间", "水灾", "2021-07", "2021-12"],
    ["水灾 2020至2021年", "水灾", "2020", "2021"],
    ["共同富裕 2021年8月17日至9月", "共同富裕", "2021-08-17", "2021-09"],
    ["习近平 2021年8月至今", "习近平", "2021-08", undefined],
    ["习近平 2021年以后", "习近平", "2021", undefined],
    ["習近平 截至2021年8月", "習近平", undefined, "2021-08"],
  ])("%s", expectPeriod);

  it.each([
    ["xi after July 2021", "xi", "2021-08", undefined],
    ["common prosperity before September 2021", "common prosperity", undefined, "2021-08"],
    ["after 31 December 2021", "", "2022-01-01", undefined],
    ["before the 1990s", "", undefined, "1980s"],
    ["习近平 2021年之后", "习近平", "2022", undefined],
    ["习近平 2021年1月以前", "习近平", undefined, "2020-12"],
  ])("leaves out the date itself of “%s”", expectPeriod);

  it.each([
    "",
    "alibaba",
    "qihoo 360",
    "a to b",
    "from xi to lu",
    "in zhengzhou",
    "since forever",
    "共同富裕",
  ])("none in “%s”", (text) => {
    expect(extractPeriod(text)).toBeUndefined();
  });

  it("is not what leads to a name", () => {
    expect(stripLeadWords("of common prosperity")).toBe("common prosperity");
    expect(stripLeadWords("for the floods in zhengzhou")).toBe("the floods in zhengzhou");
    expect(stripLeadWords("office")).toBe("office");
  });
});

describe("the order of times", () => {
  const days = (text: string) => {
    const [date = "", to] = text.split("/");
    return toDayRange(to === undefined ? { date } : { date, to })!;
  };

  it("is earliest first, and what covers more before what lies in it", () => {
    const ordered = [
      ...["1980s", "1990s", "1990", "1990-01", "1990-01-01", "1990-02", "1991", "1999-12-31", "2008", "2016"],
      ...[
        "2021",
        "2021-02",
        "2021-07",
        "2021-08",
        "2021-08-16",
        "2021-08-17",
        "2021-09",
        "2021-09-26/2021-09-28",
      ],
      ...["2021-09-26", "2021-09-27", "2021-10", "2021-11-23", "2022"],
    ];
    const shuffled = [...ordered].sort((a, b) => (a.slice(-2) + a < b.slice(-2) + b ? -1 : 1));
    expect(shuffled).not.toEqual(ordered);
    expect(shuffled.sort((a, b) => compareRanges(days(a), days(b)))).toEqual(ordered);
  });

  it.each([
    ["2021-08", "2021-08-17", true],
    ["2021", "2021-08-17", true],
    ["2021-08-17", "2021", true],
    ["1990s", "1999", true],
    ["1990s", "2000", false],
    ["2021-08", "2021-09", false],
    ["2021-02", "2021-02-28", true],
    ["2021-09-26/2021-09-28", "2021-09-28", true],
    ["2021-09-26/2021-09-28", "2021-09-29", false],
  ])("%s and %s have a day in common: %s", (a, b, expected) => {
    expect(rangesOverlap(days(a), days(b))).toBe(expected);
    expect(rangesOverlap(days(b), days(a))).toBe(expected);
  });

  it("has open ends", () => {
    expect(rangesOverlap(days("1990s"), periodDays({ to: "2000" }))).toBe(true);
    expect(rangesOverlap(days("1990s"), periodDays({ from: "2000" }))).toBe(false);
    expect(rangesOverlap(days("1990s"), periodDays({}))).toBe(true);
  });
});
