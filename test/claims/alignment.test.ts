/** Tests splitting into words and their alignment with a passage. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignWords, findRun, isContentWord, splitWords } from "../../src/claims/alignment.ts";

const words = (text: string): string[] => splitWords(text).map(({ word }) => word);

it.each([
  ["Our country’s policies. … We", ["our", "country's", "policies", "we"]],
  ["the party-state", ["the", "party", "state"]],
  ["$15.5 billion, 120,000 people", ["15.5", "billion", "120,000", "people"]],
  ["共同富裕 means", ["共", "同", "富", "裕", "means"]],
  ["“Quoted,” he said.", ["quoted", "he", "said"]],
  ["İstanbul’s 'x'", ["i̇stanbul's", "x"]],
  ["…", []],
])("the words of %s", (text, expected) => {
  expect(words(text)).toEqual(expected);
  for (const { start, end } of splitWords(text)) expect(text.slice(start, end)).not.toBe("");
});

describe("two runs of words", () => {
  const known = "We can allow some to get rich first, but we must then launch a policy";
  const parts = (said: string) => {
    const { gaps, from, to } = alignWords(splitWords(said), splitWords(known));
    const text = (run: readonly { word: string }[]) => run.map(({ word }) => word).join(" ");
    return { gaps: gaps.map((one) => `${text(one.said)}>${text(one.known)}`), span: to - from };
  };
  it.each([
    ["allow some to get rich first", [], 6],
    ["allow some to get poor first", ["poor>rich"], 6],
    ["allow some to get first", [">rich"], 6],
    ["allow some to get very rich first", ["very>"], 6],
    ["allow a few to get rich, but we must act", ["a few>some", ">first", "act>then"], 9],
    ["nothing in common", ["nothing in common>launch a policy"], 0],
  ])("%s", (said, gaps, span) => {
    expect(parts(said)).toMatchObject({ gaps, span });
  });

  it("share no more words than either has, and lose none", () => {
    const run = fc
      .array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 12 })
      .map((all) => splitWords(all.join(" ")));
    fc.assert(
      fc.property(run, run, (said, other) => {
        const { shared, gaps } = alignWords(said, other);
        const parted = gaps.reduce((sum, one) => sum + one.said.length, 0);
        expect(shared.length + parted).toBe(said.length);
        for (const [mine, theirs] of shared) expect(mine.word).toBe(theirs.word);
      }),
    );
  });

  it("where one stands whole in the other", () => {
    expect(findRun(splitWords("to get rich"), splitWords(known))).toBe(4);
    expect(findRun(splitWords("get to rich"), splitWords(known))).toBe(-1);
    expect(findRun(splitWords("we"), splitWords(known), 1)).toBe(9);
  });
});

it("weighs words that say something", () => {
  expect(
    splitWords("We must divide the cake")
      .filter(isContentWord)
      .map(({ word }) => word),
  ).toEqual(["must", "divide", "cake"]);
});
