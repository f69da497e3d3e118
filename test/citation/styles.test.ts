/** Every style in every shape of source, held to what the style's own file makes of it, and to published examples. */
import { describe, expect, it } from "vitest";
import { type Card, type CslItem, cslOf } from "../../src/citation/csl.ts";
import { STYLES, type StyleId } from "../../src/citation/styles.ts";
import { JUDGED, type Judged, judged } from "./oracle.ts";
import { card, SHAPES } from "./shapes.ts";

const written = (id: StyleId, item: CslItem): string => STYLES.find((style) => style.id === id)!.write(item);

/** No file marks an inferred date as its style rules, so they are given the mark itself. */
function marked(item: CslItem): object {
  const { issued } = item;
  return issued?.circa ? { ...item, issued: { literal: `[${issued["date-parts"][0][0]}]` } } : item;
}

interface Difference {
  readonly why: string;
  readonly from: RegExp;
  readonly to: string;
}

/** Where a file does not do what its style rules: the rule, and what the file's words become by it. */
const RULES: Partial<Record<Judged, readonly Difference[]>> = {
  chicago: [
    {
      why: "An unsigned article's title ends with a full stop, as in the example in 15.49.",
      from: /^([^“]*\. (?:n\.d\.|\[?\d{4}\]?\.) “[^”]*),”/,
      to: "$1.”",
    },
    {
      why: "What is repeated after the paper is the day (15.49); a year alone would say nothing new.",
      from: /(?:, (\[?\d{4}\]?)|(?<=”) (\[?\d{4}\]?))\.$/,
      to: "",
    },
    { why: "What the last rule leaves open at the end of a paper's name.", from: /(?<![.”])$/, to: "." },
  ],
  vancouver: [
    {
      why: "A semicolon stands before a section or a page (Citing Medicine, chapter 8); without one the date ends in a full stop.",
      from: /;(?= Available|$)/,
      to: ".",
    },
    {
      why: "A date that is not known is said to be so: [date unknown] (Citing Medicine, chapter 8).",
      from: /(\. The Daily Post)(?:\.$| \[Internet\]\. (?=\[cited))/,
      to: "$1",
    },
  ],
  gbt: [
    {
      why: "The others are et al. where the source is not in Chinese (8.1.2).",
      from: /^([A-Z É,]+), 等\. /,
      to: "$1, et al. ",
    },
    {
      why: "An institution's name is written as it is (8.1.4).",
      from: /^(MINISTRY OF CAKE|THE DAILY POST)/,
      to: "",
    },
  ],
};

describe("what the file of a style makes of it, but for what the style rules otherwise", () => {});

describe.each(JUDGED)("%s", (id) => {
  it.each(Object.entries(SHAPES))("%s", (_shape, of) => {
    const item = cslOf(of);
    expect(written(id, item)).toBe(judged(id, marked(item) as CslItem));
  });
});
