/** An engine asked as of any of its editions finds what an engine of that edition's documents finds. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { SearchDocument } from "../../src/search/corpus.ts";
import { createEngineEditions, type DocumentChanges } from "../../src/search/editions.ts";
import { createSearchEngine, type SearchEngine } from "../../src/search/engine.ts";

const word = fc.constantFrom("alpha", "beta", "gamma", "omega", "第三次", "$5bn");
const text = fc.array(word, { maxLength: 5 }).map((words) => words.join(" "));
/** For some ids, what their documents say; undefined for none of this id. */
const content = fc.array(fc.option(text, { nil: undefined }), { minLength: 6, maxLength: 6 });

const documentsOf = (texts: readonly (string | undefined)[]): SearchDocument[] =>
  texts.flatMap((text, id) => (text === undefined ? [] : [{ id: String(id), title: "", text }]));

function changesBetween(
  before: readonly SearchDocument[],
  after: readonly SearchDocument[],
): DocumentChanges {
  const missingIn = (others: readonly SearchDocument[]) => (one: SearchDocument) =>
    !others.some(({ id, text }) => id === one.id && text === one.text);
  return { gone: before.filter(missingIn(after)), come: after.filter(missingIn(before)) };
}

const found = (engine: SearchEngine) =>
  ["alpha beta", "gamm", "omega 第三次", "$5bn"].map((query) => {
    const { hits, ...others } = engine.search(query);
    // Of equally good ones, the first is that which came first.
    const scored = hits.map(({ id, score }) => [id, Math.round(score * 1e6)]);
    return { hits: scored.sort(), ...others };
  });

it("whatever was asked before", () => {
  fc.assert(
    fc.property(
      ...([fc.array(content, { minLength: 2, maxLength: 5 }), fc.array(fc.nat(4)), fc.nat(4)] as const),
      (contents, asked, forgotten) => {
        const all = contents.map(documentsOf);
        const expected = all.map((documents) => found(createSearchEngine(documents)));
        const editions = createEngineEditions(createSearchEngine(all[0]));
        for (const [at, documents] of all.slice(1).entries())
          editions.take(at, changesBetween(all[at]!, documents));
        for (const one of asked.map((number) => number % all.length))
          expect(found(editions.at(one))).toEqual(expected[one]);
        const first = forgotten % all.length;
        editions.forgetBefore(first);
        for (const one of all.keys())
          if (one >= first) expect(found(editions.at(one))).toEqual(expected[one]);
        if (first > 0) expect(() => editions.at(first - 1)).toThrow(`The changes of edition ${first - 1}`);
      },
    ),
    { numRuns: 200 },
  );
});
