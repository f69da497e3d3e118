/** Tests the claim grammars: each word has one role, and each pattern compiles on its own. */
import { describe, expect, it } from "vitest";
import { CLAIM_GRAMMARS, claimPattern } from "../../src/language/claim-grammar.ts";

describe.each(CLAIM_GRAMMARS.map((grammar, index) => [index, grammar] as const))(
  "grammar %i",
  (_, grammar) => {
    it("gives no word two roles", () => {
      const words = Object.values(grammar.vocabulary.roles).flatMap((list) => [...new Set(list.split(" "))]);
      expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
    });

    it("holds patterns that compile and match nothing empty", () => {
      const { vocabulary, sums, giving, sentences, offices, counts } = grammar;
      const sources = [
        ...[vocabulary.joining, vocabulary.parting, vocabulary.possessiveWords, vocabulary.possessiveSuffix],
        ...[sums.over, sums.under, sums.about, sums.overAfter, sums.rangeWords, sums.rangeOpening],
        ...[giving.donorGroup, giving.announces, giving.agentWords, giving.passiveWords, giving.yearsSpan],
        ...[sentences.speaks, sentences.asks, sentences.denies, sentences.supposes, sentences.harmless],
        ...[...Object.values(offices.names), offices.joining, offices.being],
        ...[counts.multiple, counts.scales, counts.notCounted, counts.phraseEnd],
      ].filter((source) => source !== undefined);
      for (const source of sources) expect(new RegExp(`^(?:${source})$`, "iu").test(""), source).toBe(false);
    });
  },
);

it("a part that no language has matches nothing", () => {
  expect(new RegExp(claimPattern(() => undefined)).test("anything")).toBe(false);
});
