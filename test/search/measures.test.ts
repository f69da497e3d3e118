/** Tests the measures of `npm run eval` against values computed by hand. */
import { describe, expect, it } from "vitest";
import { readJudgements } from "../../eval/collection.ts";
import { chance, mean, ndcg, quantile, recall } from "../../eval/measures.ts";

const log = Math.log2;

describe("nDCG", () => {
  const one = new Map([["a", 1]]);
  const graded = new Map([
    ["a", 3],
    ["b", 2],
    ["c", 1],
    ["d", 0],
  ]);

  it.each([
    ["the only one first", ["a", "x"], one, 10, 1],
    ["the only one second", ["x", "a"], one, 10, 1 / log(3)],
    ["the only one third", ["x", "y", "a"], one, 10, 1 / 2],
    ["the only one too late", ["x", "y", "a"], one, 2, 0],
    ["none", [], one, 10, 0],
    ["all in their best order", ["a", "b", "c", "d"], graded, 10, 1],
    ["the best last", ["c", "b", "a"], graded, 10, (1 + 2 / log(3) + 3 / 2) / (3 + 2 / log(3) + 1 / 2)],
    ["what is missing counts in the ideal", ["b"], graded, 10, 2 / (3 + 2 / log(3) + 1 / 2)],
    ["the ideal ends where the ranking does", ["b", "x"], graded, 2, 2 / (3 + 2 / log(3))],
    ["nothing is relevant", ["d"], new Map([["d", 0]]), 10, 0],
    [
      "a grade below nought gains nothing",
      ["d", "a"],
      new Map([
        ["d", -1],
        ["a", 1],
      ]),
      10,
      1 / log(3),
    ],
  ] as const)("%s", (_, found, judged, at, value) => {
    expect(ndcg(found, judged, at)).toBeCloseTo(value, 12);
  });
});

it.each([
  [["a", "x", "b"], 10, 2 / 3],
  [["a", "x", "b"], 2, 1 / 3],
  [[], 10, 0],
])("recall of %j at %i", (found, at, value) => {
  const judged = new Map([
    ...([
      ["a", 1],
      ["b", 2],
      ["c", 1],
    ] as const),
    ["x", 0],
  ] as [string, number][]);
  expect(recall(found, judged, at)).toBeCloseTo(value, 12);
});

it.each([
  [0.5, 2],
  [0.99, 4],
  [0.25, 1],
])("the quantile at %d", (part, value) => {
  expect(quantile([4, 1, 3, 2], part)).toBe(value);
});

it("the mean", () => {
  expect(mean([1, 2, 6])).toBe(3);
  expect(mean([])).toBe(0);
});

describe("chance", () => {
  it("is certain where nothing differs, and small where all differ alike", () => {
    const values = Array.from({ length: 40 }, (_, index) => index / 40);
    expect(chance(values, values)).toBe(1);
    expect(
      chance(
        values.map((value) => value + 0.1),
        values,
      ),
    ).toBeLessThan(0.001);
  });

  it("is a half or so where two of three differ one way", () => {
    // All eight sign flips of 1, 1, -1 have a mean of at least 1/3 in absolute value.
    expect(chance([1, 1, 0], [0, 0, 1])).toBe(1);
    // For 1, 1, 1, two of eight reach the observed mean of 1.
    expect(chance([1, 1, 1], [0, 0, 0])).toBeCloseTo(0.25, 1);
  });
});

describe("judgements", () => {
  it("stand by question and document, with or without a head", () => {
    const rows = ["1\ta\t2", "1\tb\t0", "2\ta\t1"];
    const judged = new Map([
      [
        "1",
        new Map([
          ["a", 2],
          ["b", 0],
        ]),
      ],
      ["2", new Map([["a", 1]])],
    ]);
    expect(readJudgements(["query-id\tcorpus-id\tscore", ...rows])).toEqual(judged);
    expect(readJudgements(rows)).toEqual(judged);
  });

  it("that are malformed are named", () => {
    expect(() => readJudgements(["1\ta\t1", "1 a 1"])).toThrow("Line 2 of the judgements is “1 a 1”");
  });
});
