/** Documents that share the most terms with a text are those that counting in every document finds. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { tokenizeText } from "../../src/search/analysis.ts";
import { createSearchEngine } from "../../src/search/engine.ts";

const WORDS = [
  "money",
  "moneys",
  "pledge",
  "flood",
  "2021",
  "$5 million",
  "共同富裕",
  "the",
  "of",
  "Alibaba",
];
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map((words) => words.join(" "));
const termsOf = (of: string): Set<string> => new Set([...tokenizeText(of)].map(({ term }) => term));

it("finds those, also after some have gone and others have come", () => {
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 20 }),
      text,
      fc.nat(25),
      fc.nat(19),
      fc.array(text, { maxLength: 5 }),
      (texts, sought, most, gone, later) => {
        const documents = texts.map((text, index) => ({ id: `d${index}`, title: "", text }));
        const come = later.map((text, index) => ({ id: `later${index}`, title: "", text }));
        const engine = createSearchEngine(documents);
        engine.sharing(sought, most);
        engine.remove(`d${gone}`);
        for (const document of come) engine.add(document);
        const wanted = termsOf(sought);
        const expected = [...documents.filter(({ id }) => id !== `d${gone}`), ...come]
          .map(({ id, text }) => ({
            id,
            count: [...termsOf(text)].filter((term) => wanted.has(term)).length,
          }))
          .filter(({ count }) => count > 0)
          .sort((a, b) => b.count - a.count)
          .slice(0, most);
        expect(engine.sharing(sought, most)).toEqual(expected.map(({ id }) => id));
      },
    ),
    { numRuns: 200 },
  );
});
