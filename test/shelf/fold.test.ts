/** Tests folding: what compares equal, and that nothing else does. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compactName,
  foldName,
  foldText,
  foldTitle,
  foldWithOffsets,
  nameWords,
} from "../../src/shelf/fold.ts";
import { asciiDigits, visibleForm } from "../../src/support/fold-letters.ts";

/** Any JavaScript string, including lone surrogates. */
const anyString = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
  fc.string({ unit: fc.constantFrom("\u00a0", "\u202f", "“", "”", "‘", "’", "–", "—", "a", "’s", " ") }),
);

describe("foldTitle", () => {
  it.each([
    ["“Cake” – Who’s it?", "'Cake' -- who's  it?", true],
    ["« Gâteau » : 5 €", '"gâteau": 5 €', true],
    ["„Kuchen“ im Norden", "»Kuchen« im Norden", true],
    ["ארה״ב", 'ארה"ב', true],
    ["「夜」　５年", "「夜」 5年", true],
    ["Cake", "Cakes", false],
    ["Cake 5", "Cake 6", false],
    ["Cake", "Cake?", false],
  ])("%s and %s: %s", (one, other, same) => {
    expect(foldTitle(one) === foldTitle(other)).toBe(same);
  });
});

it.each([
  ["٢٠٢٤", "2024"],
  ["۱۴۰۲", "1402"],
  ["२०२४", "2024"],
  ["２０２４", "2024"],
  ["𝟚𝟘𝟚𝟜", "2024"],
  ["2024年", "2024年"],
  ["Ⅳ ½ ②", "Ⅳ ½ ②"],
])("asciiDigits of %s is %s", (text, digits) => {
  expect(asciiDigits(text)).toBe(digits);
});

describe("foldText", () => {
  it("keeps the length of what is composed and visible", () => {
    fc.assert(
      fc.property(anyString, (text) => {
        expect(foldText(visibleForm(text))).toHaveLength(visibleForm(text).length);
      }),
    );
  });

  it("of a visible text is that of its parts", () => {
    fc.assert(
      fc.property(anyString, anyString, (before, after) => {
        fc.pre(visibleForm(before + after) === before + after);
        expect(foldText(before + after)).toBe(foldText(before) + foldText(after));
      }),
    );
  });

  it("keeps where each character stands", () => {
    fc.assert(
      fc.property(anyString, (text) => {
        const { folded, offsetAt } = foldWithOffsets(text);
        const offsets = Array.from({ length: folded.length + 1 }, (_, index) => offsetAt(index));
        expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
        expect(offsets.at(-1)).toBe(text.length);
        for (const [index, offset] of offsets.slice(0, -1).entries()) {
          const next = offsets.findIndex((other) => other > offset);
          // Several characters may come of one place: they begin and end together.
          const first = offsets.indexOf(offset);
          expect(foldText(text.slice(offset, offsets[next]))).toBe(folded.slice(first, next));
          expect(index).toBeGreaterThanOrEqual(first);
        }
      }),
    );
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(anyString, (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });

  it("keeps every letter and every figure", () => {
    const kept = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "");
    fc.assert(
      fc.property(anyString, (text) => {
        expect(kept(foldText(text))).toBe(kept(visibleForm(text)));
      }),
    );
  });

  it.each([
    [
      "no-break spaces",
      "In\u00a0July, when\u202fZhengzhou\u2009was\u3000hit",
      "In July, when Zhengzhou was hit",
    ],
    ["curly double quotation marks", "“common prosperity” „so‟", '"common prosperity" "so"'],
    ["curly single quotation marks", "China’s ‘third’ ‚one‛", "China's 'third' 'one'"],
    ["dashes", "Sept. 26–28 — so − far‑off", "Sept. 26-28 - so - far-off"],
    ["line breaks, which stay", "one\ntwo", "one\ntwo"],
    ["case, which stays", "NGOs", "NGOs"],
    ["accents, which stay", "Zürich", "Zürich"],
    ["an ellipsis, which is one character and stays", "policies. … We", "policies. … We"],
  ])("%s", (_, text, folded) => {
    expect(foldText(text)).toBe(folded);
  });
});

describe("foldName", () => {
  it.each([
    ["Alibaba", "alibaba"],
    ["  ALIBABA ", "alibaba"],
    ["third-distribution", "third distribution"],
    ["third_distribution", "third distribution"],
    ["Third  Distribution", "third distribution"],
    ["National Cheng-Chi University", "national cheng chi university"],
    ["Lǐ Yīníng", "li yining"],
    ["LÜ Jun", "lu jun"],
    ["Ａｌｉｂａｂａ", "alibaba"],
    ["China’s", "china"],
    ["China's Daily", "china daily"],
    ["women’s rights", "women rights"],
    ["NGOs’", "ngos"],
    ["O’Neill", "oneill"],
    ["Qihoo 360", "qihoo 360"],
    ["共同富裕", "共同富裕"],
    ["「共同富裕」", "共同富裕"],
    ["?!", ""],
    ["", ""],
  ])("%j is %j", (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(anyString, (name) => {
        expect(foldName(foldName(name))).toBe(foldName(name));
      }),
      { numRuns: 1000 },
    );
  });

  it("leaves letters, figures and single spaces, in lower case where there is one", () => {
    fc.assert(
      fc.property(anyString, (name) => {
        expect(foldName(name)).toMatch(/^([\p{L}\p{N}\p{M}]+( [\p{L}\p{N}\p{M}]+)*)?$/u);
        expect(foldName(name)).not.toMatch(/[A-Z]/);
      }),
    );
  });
});

describe("a name without its article and its spaces", () => {
  it.each([
    ["The Economist", ["economist"], "economist"],
    ["a  Third-Distribution", ["third", "distribution"], "thirddistribution"],
    ["An Other", ["other"], "other"],
    ["ByteDance", ["bytedance"], "bytedance"],
    ["Byte Dance", ["byte", "dance"], "bytedance"],
    ["Of the People", ["of", "the", "people"], "ofthepeople"],
    ["The A Team", ["a", "team"], "ateam"],
    ["Theory", ["theory"], "theory"],
    ["Another", ["another"], "another"],
    ["the", [], "the"],
    ["A", [], "a"],
    ["「共同 富裕」", ["共同", "富裕"], "共同富裕"],
    ["?!", [], ""],
  ])("%j has the words %j, and is %j", (name, words, joined) => {
    expect(nameWords(foldName(name))).toEqual(words);
    expect(compactName(name)).toBe(joined);
  });
});
