/** Tests how texts are divided into paragraphs, as they are stored or wrapped at a width. */
import { describe, expect, it } from "vitest";
import { isHardWrapped, paragraphRanges, unwrapLines } from "../../src/support/paragraphs.ts";
import { shelf } from "../desks.ts";

const WRAPPED = `The council met on Tuesday to discuss the new
budget, which had been delayed for several
months by a dispute about the library fund.

“We have run out of time,” said the mayor, who
had proposed the plan in March. She added that
the fund would be restored within two years.

A vote is expected next week.
`;

const paragraphs = (text: string) => paragraphRanges(text).map(({ start, end }) => text.slice(start, end));

describe("a text that was wrapped at a width", () => {
  it("keeps its paragraphs", () => {
    expect(isHardWrapped(WRAPPED)).toBe(true);
    expect(paragraphs(WRAPPED).map((one) => one.trim().split(/\s+/).slice(0, 2).join(" "))).toEqual([
      "The council",
      "“We have",
      "A vote",
    ]);
  });

  it("also with spaces on its blank lines", () => {
    expect(paragraphs(WRAPPED.replaceAll("\n\n", "\n  \n"))).toHaveLength(3);
  });
});

describe("a line end inside a block", () => {
  it.each([
    ["one\ntwo", "one two"],
    ["  * one\n    two  \n\tthree", "  * one two three"],
    ["one\n\n  two", "one\n\n  two"],
    ["one\n  \ntwo", "one\n  \ntwo"],
    ["one", "one"],
    ["", ""],
  ])("is a space with the indent after it: %j", (text, expected) => {
    const { unwrapped, offsetAt } = unwrapLines(text);
    expect(unwrapped).toBe(expected);
    // Every other character stands where it stood.
    for (let at = 0; at < unwrapped.length; at++)
      if (unwrapped[at] !== " ") expect(text[offsetAt(at)], `${at}`).toBe(unwrapped[at]);
    expect(offsetAt(unwrapped.length)).toBe(text.length);
  });
});

describe("a text with a paragraph a line", () => {
  it.each([
    ["long ones", `${"word ".repeat(60)}\n${"word ".repeat(50)}\n\nlast`, 3],
    ["a few short ones", "one\ntwo\nthree\nfour\nfive\nsix", 6],
    [
      "verse of uneven length",
      "a long line of a song, the longest one\nshort\nshort too\nbrief\nno\nyes\nend",
      7,
    ],
    ["none", "", 0],
  ])("%s", (_, text, count) => {
    expect(paragraphs(text)).toHaveLength(count);
  });

  it("as the stored texts are", () => {
    for (const { text } of shelf.sources.values()) expect(isHardWrapped(text)).toBe(false);
  });
});
