/** Tests the ranking against BM25 computed by definition, with all other weights at zero. */
import { expect, it } from "vitest";
import { createCorpus } from "../../src/search/corpus.ts";
import { createRanking } from "../../src/search/ranking.ts";

const TEXTS = ["a1 b1 b1", "b1 c1 c1 c1 c1 c1", "a1 a1 c1 d1", "d1"];
const words = TEXTS.map((text) => text.replaceAll("1", "x").split(" "));

it("is the sum of each term's rarity by how often it stands there, by hand", () => {
  const corpus = createCorpus();
  words.forEach((each, index) => {
    corpus.add({ id: String(index), title: "", text: each.join(" ") });
  });
  const rank = createRanking(corpus, { title: 0, near: 0, like: 0, best: 1, sharpness: 1, shared: 1 });
  const asked = ["ax", "bx"];
  const terms = asked.map((term) => corpus.numberOf(term)!);
  const usual = words.flat().length / words.length;
  const expected = words.map((each, document) => {
    const score = asked.reduce((sum, term) => {
      const times = each.filter((word) => word === term).length;
      const held = words.filter((other) => other.includes(term)).length;
      const idf = Math.log(1 + (words.length - held + 0.5) / (held + 0.5));
      return sum + (idf * times * 2.2) / (times + 1.2 * (0.25 + (0.75 * each.length) / usual));
    }, 0);
    return { document, score };
  });
  const ranked = rank([0, 1, 2, 3], { terms, weights: [1, 1], runs: [] });
  for (const { document, score } of ranked) expect(score).toBeCloseTo(expected[document]!.score, 10);
  expect(ranked.map(({ document }) => document)).toEqual(
    expected.sort((a, b) => b.score - a.score).map(({ document }) => document),
  );
});

it("a run counts only where all of it is", () => {
  const corpus = createCorpus();
  corpus.add({ id: "part", title: "", text: "共同体 ax" });
  corpus.add({ id: "none", title: "", text: "bx cx ax" });
  corpus.add({ id: "whole", title: "", text: "共同富裕 ax" });
  const rank = createRanking(corpus, { title: 0, near: 1, like: 0, best: 1, sharpness: 1, shared: 1 });
  const run = ["共同", "同富", "富裕"].map((term) => corpus.numberOf(term)!);
  const terms = [...run, corpus.numberOf("ax")!];
  const [first, ...others] = rank([0, 1, 2], { terms, weights: [1, 1, 1, 1], runs: [run] });
  expect(first?.document).toBe(2);
  expect(others[0]!.score).toBeCloseTo(others[1]!.score, 10);
});
