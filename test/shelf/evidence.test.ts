/** Tests where evidence is located, and that nothing but the exact passage ever matches. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  collectEvidence,
  containsFolded,
  containsWords,
  createFoldedText,
  createPassageSpans,
  evidenceWithPointers,
  locateEvidence,
  longestMatchingPrefix,
  spanAtOffset,
} from "../../src/shelf/evidence.ts";
import { foldText } from "../../src/shelf/fold.ts";
import type { Evidence } from "../../src/shelf/records.ts";
import { visibleForm } from "../../src/support/fold-letters.ts";
import { shelf } from "../desks.ts";

const textOf = (source: string) => shelf.sources.get(source)!.text;
const SUPCHINA = "supchina-tech-philanthropy";
const VOA = "voa-common-prosperity";

/** Returns the located text, or the fault. */
function find(text: string, selector: Omit<Evidence, "source">): string {
  const found = locateEvidence({ source: "any", ...selector }, createFoldedText(text));
  return "fault" in found ? `(${found.fault})` : text.slice(found.span.start, found.span.end);
}

it.each([
  ["夜の学校", "「夜の学校」に", true],
  ["オレンジ財団", "もオレンジ財団は", true],
  ["寄付した", "地域へ寄付したが", true],
  ["ลูกเสือ", "คณะลูกเสือไทย", true],
  ["200", "2000円", false],
  ["cake", "pancakes", false],
  ["$1.2 million over", "gave $1.2 million\n    over six years", true],
])("%s are whole words of %j: %s", (words, passage, whole) => {
  expect(containsWords(words, passage)).toBe(whole);
});

it("a passage of a wrapped source runs over its line ends and indents", () => {
  const text = `${"The council met on Tuesday to discuss the\n    budget, which had been delayed for a few\n".repeat(4)}  * The first weir at the ford was taken out\n    in the autumn of 2021, before any money.\n`;
  expect(find(text, { exact: "taken out in the autumn", prefix: "ford was " })).toBe(
    "taken out\n    in the autumn",
  );
  const evidence = {
    source: "any",
    exact: "taken out in the autumn",
    prefix: "ford was ",
    suffix: " of 2021",
  };
  const start = text.indexOf("taken out");
  expect(spanAtOffset(evidence, start, text)).toEqual({ start, end: text.indexOf(" of 2021") });
  expect(spanAtOffset(evidence, start + 1, text)).toBeUndefined();
});

describe("locate", () => {
  const TEXT =
    "He gave\u00a0$15 billion. “We must,” he said. She gave $15 million. He said: we must. — China’s";

  it.each([
    ["exact", { exact: "She gave $15 million" }, "She gave $15 million"],
    ["a plain space for a no-break one", { exact: "He gave $15 billion" }, "He gave\u00a0$15 billion"],
    ["straight quotation marks for curly ones", { exact: '"We must,"' }, "“We must,”"],
    ["a straight apostrophe for a curly one", { exact: "China's" }, "China’s"],
    ["a hyphen for a dash", { exact: "- China" }, "— China"],
    ["absent", { exact: "$16 billion" }, "(absent)"],
    ["absent: the case is another", { exact: "she gave" }, "(absent)"],
    ["absent: one space more", { exact: "She  gave" }, "(absent)"],
    ["ambiguous", { exact: "gave" }, "(ambiguous)"],
    ["ambiguous only when folded", { exact: "gave $15" }, "(ambiguous)"],
    ["told apart by its prefix", { exact: "gave", prefix: "She " }, "gave"],
    ["told apart by its suffix", { exact: "gave", suffix: "\u00a0$15 b" }, "gave"],
    ["told apart by both", { exact: " ", prefix: "We", suffix: "must" }, " "],
    ["a prefix that does not stand before it", { exact: "gave", prefix: "They " }, "(absent)"],
    ["a suffix that does not stand after it", { exact: "gave", suffix: " $17" }, "(absent)"],
    ["a prefix that does not tell apart", { exact: "gave", prefix: "e " }, "(ambiguous)"],
  ])("%s", (_, selector, found) => {
    expect(find(TEXT, selector)).toBe(found);
  });

  it("gives the offsets of the passage, not of its prefix", () => {
    expect(
      locateEvidence({ source: "any", exact: "c", prefix: "ab", suffix: "d" }, createFoldedText("abcd")),
    ).toEqual({
      span: { start: 2, end: 3 },
    });
  });

  it("sees an occurrence that overlaps another", () => {
    expect(find("aaa", { exact: "aa" })).toBe("(ambiguous)");
  });

  it("finds any stretch of any text, or says that it stands there twice", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: "binary" }), fc.nat(), fc.nat(), (text, one, other) => {
        const start = Math.min(one % text.length, other % text.length);
        const end = Math.max(one % text.length, other % text.length) + 1;
        const exact = text.slice(start, end);
        fc.pre([text, exact].every((one) => visibleForm(one) === one));
        const found = locateEvidence({ source: "any", exact }, createFoldedText(text));
        const again = foldText(text).indexOf(foldText(exact), foldText(text).indexOf(foldText(exact)) + 1);
        expect(found).toEqual(again < 0 ? { span: { start, end } } : { fault: "ambiguous" });
      }),
    );
  });
});

describe("the real passages", () => {
  const every = [...shelf.records.values()].flatMap((record) =>
    evidenceWithPointers(record).map((at) => at.evidence),
  );
  const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const figures = "0123456789";

  it("are never found with one letter or one figure altered", () => {
    const altered = fc
      .record({ evidence: fc.constantFrom(...every), at: fc.nat(), by: fc.nat() })
      .map(({ evidence, at, by }) => {
        const places = [...evidence.exact.matchAll(/[a-z0-9]/gi)].map((match) => match.index);
        const index = places[at % places.length]!;
        const old = evidence.exact[index]!;
        const others = (figures.includes(old) ? figures : letters).replace(old, "");
        const made = others[by % others.length]!;
        return {
          ...evidence,
          exact: evidence.exact.slice(0, index) + made + evidence.exact.slice(index + 1),
        };
      });
    fc.assert(
      fc.property(altered, (evidence) => {
        const text = textOf(evidence.source);
        const found = locateEvidence(evidence, createFoldedText(text));
        // The altered word may occur elsewhere in the text; then that occurrence is found, never the original
        // passage.
        if ("span" in found)
          expect(foldText(text.slice(found.span.start, found.span.end))).toBe(foldText(evidence.exact));
        else if (evidence.exact.length > 40) expect(found).toEqual({ fault: "absent" });
      }),
      { numRuns: 2000 },
    );
  });

  it("are never found with one figure of a sum altered", () => {
    const sums = every.filter(({ exact }) => /\$\d/.test(exact));
    expect(sums.length).toBeGreaterThan(5);
    for (const evidence of sums)
      for (const { index } of evidence.exact.matchAll(/\d/g)) {
        const made = evidence.exact[index] === "9" ? "8" : "9";
        const exact = evidence.exact.slice(0, index) + made + evidence.exact.slice(index + 1);
        expect(locateEvidence({ ...evidence, exact }, createFoldedText(textOf(evidence.source)))).toEqual({
          fault: "absent",
        });
      }
  });

  it("are found in one source and not in the other", () => {
    const sentences = every.filter(({ exact }) => exact.length > 60);
    expect(sentences.length).toBeGreaterThan(50);
    for (const { source, ...selector } of sentences)
      expect(find(textOf(source === VOA ? SUPCHINA : VOA), selector)).toBe("(absent)");
  });
});

describe("spanAt", () => {
  const TEXT = "He gave\u00a0$15 billion. She gave $15 billion.";
  const gave = { source: "any", exact: "gave $15", prefix: "He ", suffix: " b" };

  it.each([
    ["where it stands", gave, 3, { start: 3, end: 11 }],
    ["one letter further", gave, 4, undefined],
    ["where the words stand and their prefix does not", gave, 29, undefined],
    ["before the text begins", { ...gave, prefix: "So he " }, 3, undefined],
    ["beyond its end", gave, 100, undefined],
    ["nowhere", gave, Number.NaN, undefined],
    ["with one figure altered", { ...gave, exact: "gave $16" }, 3, undefined],
  ])("%s", (_, evidence, start, span) => {
    expect(spanAtOffset(evidence, start, TEXT)).toEqual(span);
  });

  it("is where every passage of the shelf was found, and at no other place", () => {
    for (const evidence of [...shelf.records.values()].flatMap(collectEvidence)) {
      const span = shelf.spans.get(evidence)!;
      expect(spanAtOffset(evidence, span.start, textOf(evidence.source))).toEqual(span);
      expect(spanAtOffset(evidence, span.start + 1, textOf(evidence.source))).toBeUndefined();
    }
  });
});

describe("an index of passages", () => {
  const spans = createPassageSpans();
  const passage = { source: "one", exact: "gave $15" };
  spans.set(passage, { start: 3, end: 11 });
  spans.set({ ...passage, prefix: "then " }, { start: 40, end: 48 });
  spans.set({ ...passage, suffix: " then" }, { start: 70, end: 78 });
  spans.set({ ...passage, source: "other" }, { start: 9, end: 17 });

  it.each([
    ["by its words", { ...passage }, 3],
    ["whatever its note", { ...passage, note: "as printed" }, 3],
    ["by what is before it", { ...passage, prefix: "then " }, 40],
    ["by what is after it", { ...passage, suffix: " then" }, 70],
    ["by its source", { ...passage, source: "other" }, 9],
    ["and not with one figure altered", { ...passage, exact: "gave $16" }, undefined],
    ["and not in a source without any", { ...passage, source: "none" }, undefined],
  ])("finds a copy of one %s", (_, evidence, start) => {
    expect(spans.get(evidence)?.start).toBe(start);
  });
});

describe("followed", () => {
  const TEXT = "One two three\u00a0four, five six. One two three ten, eleven twelve thirteen fourteen.";
  const mend = (exact: string) => longestMatchingPrefix({ source: "any", exact }, createFoldedText(TEXT));

  it.each([
    ["One two three four, six", "One two three\u00a0four, ", "five six. One two three ten, eleven twel"],
    [
      "two three ten, twelve",
      "One two three\u00a0four, five six. One two three ten, ".slice(-40),
      "eleven twelve thirteen fourteen.",
    ],
    ["thirteen fourteen. Fifteen", "two three ten, eleven twelve thirteen fourteen.".slice(-40), ""],
  ])("%j: up to %j, and then %j", (exact, upTo, goesOn) => {
    expect(mend(exact)).toMatchObject({ upTo, goesOn });
  });

  it.each(["Seven eight nine", "five se", "x", "One Two three"])("%j: not far enough to say", (exact) => {
    expect(mend(exact)).toBeUndefined();
  });
});

describe("standsIn", () => {
  it.each([
    ["China's party-state", "it is China’s party state", false],
    ["China's party-state", "it is China’s party\u2010state", true],
    ["$15 billion", "$15.5 billion", false],
    ["Pledged", "pledged", false],
  ])("%j in %j", (words, passage, stands) => {
    expect(containsFolded(words, passage)).toBe(stands);
  });
});

describe("evidenceIn", () => {
  it("gives the same as evidenceOf, in the same order", () => {
    for (const record of shelf.records.values())
      expect(collectEvidence(record)).toEqual(evidenceWithPointers(record).map(({ evidence }) => evidence));
  });
});

describe("evidenceOf", () => {
  it("gives every piece of evidence in a record with its JSON pointer, in the order of the file", () => {
    const evidence = (exact: string) => ({ source: "s", exact });
    const record = {
      label: "exact and source in words are no evidence",
      accounts: [
        { passages: [evidence("one"), evidence("two")], when: { stated: "x", evidence: evidence("three") } },
      ],
      within: evidence("four"),
      notes: [null, 1, "source"],
    };
    expect(
      evidenceWithPointers(record).map(({ pointer, evidence: { exact } }) => `${pointer} ${exact}`),
    ).toEqual([
      "/accounts/0/passages/0 one",
      "/accounts/0/passages/1 two",
      "/accounts/0/when/evidence three",
      "/within four",
    ]);
  });
});
