/** Tests the closest passages against a plain scan of every passage. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { isContentWord, splitWords } from "../../src/claims/alignment.ts";
import { nearPassages } from "../../src/claims/near-passages.ts";
import { evidenceWithPointers } from "../../src/shelf/evidence.ts";
import type { RecordKind } from "../../src/shelf/kinds.ts";
import type { Evidence } from "../../src/shelf/records.ts";
import { library, shelf } from "../desks.ts";

const ORDER: readonly RecordKind[] = [
  "quotes",
  "facts",
  "pledges",
  "events",
  "terms",
  "people",
  "organizations",
];
const records = [...shelf.records.values()];

const weighty = (texts: readonly string[]): Set<string> =>
  new Set(
    texts
      .flatMap(splitWords)
      .filter(isContentWord)
      .map(({ word }) => word),
  );

/** The distinct passages in order of preference, with their content words. */
const all = new Map<string, { evidence: readonly Evidence[]; words: ReadonlySet<string> }>();
for (const kind of ORDER)
  for (const record of records.filter((one) => one.kind === kind)) {
    const own = record.kind === "quotes" ? record.passages : [];
    const others = evidenceWithPointers(record)
      .map(({ evidence }) => evidence)
      .filter((evidence) => !own.includes(evidence));
    for (const evidence of [...(own.length > 0 ? [own] : []), ...others.map((one) => [one])]) {
      const [{ source, prefix, exact }] = evidence as [Evidence];
      const key = JSON.stringify([evidence === own, source, prefix, exact]);
      const words = weighty(evidence.map((one) => one.exact));
      if (!all.has(key)) all.set(key, { evidence, words });
    }
  }

const texts = [...all.values()].map(({ evidence }) => evidence.map(({ exact }) => exact).join(" "));

it("finds those that share the most words, as looking at every passage does", async () => {
  const word = fc.constantFrom(...new Set(texts.flatMap((text) => text.split(/\s+/))));
  const sentence = fc.oneof(
    fc.constantFrom(...texts),
    fc.array(word, { maxLength: 30 }).map((some) => some.join(" ")),
    fc.tuple(fc.constantFrom(...texts), fc.constantFrom(...texts)).map((two) => two.join(" ").slice(40, -40)),
  );
  await fc.assert(
    fc.asyncProperty(sentence, async (text) => {
      const sought = weighty([text]);
      const expected = [...all.values()]
        .map(({ evidence, words }) => ({
          evidence,
          many: [...sought].filter((one) => words.has(one)).length,
        }))
        .filter(({ many }) => many > 0)
        .sort((a, b) => b.many - a.many)
        .slice(0, 12);
      expect((await library.closest(text, 12)).map(({ evidence }) => evidence)).toEqual(
        expected.map(({ evidence }) => evidence),
      );
    }),
    { numRuns: 300 },
  );
});

it("gives each with all its words, and the piece of evidence that each stands in", async () => {
  for (const text of texts)
    for (const { evidence, words } of (await nearPassages(text, library)).slice(0, 1))
      expect(words.map(({ piece, start, end }) => evidence[piece]!.exact.slice(start, end))).toEqual(
        evidence.flatMap(({ exact }) => splitWords(exact).map(({ start, end }) => exact.slice(start, end))),
      );
});
