import { expect, it } from "vitest";
import { type ClauseGrammar, clausePattern, clauseWords } from "../../src/language/clause-grammar.ts";

const PATTERNS: readonly Exclude<keyof ClauseGrammar, "says">[] = [
  ...(["speaks", "attributes", "denies", "supposes", "supposesAsCased", "limits"] as const),
  ...(["joined", "adverbials"] as const),
];

it.each(PATTERNS)("the pattern %s is in lower case, as are the clauses that it is compared with", (part) => {
  const letters = clausePattern((grammar) => grammar[part]).replace(/\\[pP]\{[^}]*\}|\\[A-Z]/g, "");
  expect(letters).toBe(letters.toLowerCase());
});

it("the verbs of saying are in lower case, each by itself", () => {
  const words = clauseWords(({ says }) => says);
  expect(words).toContain("said");
  expect(words).toContain("表示");
  for (const word of words) expect(word).toBe(word.trim().toLowerCase());
});
