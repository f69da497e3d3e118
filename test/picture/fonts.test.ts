/** Letters and lines: which fonts a text is drawn with, and where it is broken. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { chooseFace } from "../../src/picture/fonts.ts";
import { readFontLetters } from "../../src/picture/woff2.ts";
import { wrapMeasured } from "../../src/picture/wrap.ts";
import { columnWidth } from "../../src/support/columns.ts";

const fontFile = (path: string): Buffer =>
  readFileSync(createRequire(import.meta.url).resolve(`@fontsource-variable/${path}`));

describe("a text's fonts", () => {
  it.each([
    ["Tencent, “$7.7 billion”", "Tencent, “$7.7 billion”"],
    ["腾讯 騰訊", "腾讯 騰訊"],
    ["cafe\u0301", "café"],
    ["Łódź, Дмитрий, Ελλάδα", "Łódź, Дмитрий, Ελλάδα"],
    ["a\u200bb\ufeff\u00adc", "abc"],
    ["\ue000 שלום 👩‍👩‍👧‍👦", "〓 〓〓〓〓 〓"],
    ["\ud800", "〓"],
    ["", ""],
  ])("%j is drawn as %j", (text, drawn) => {
    expect(chooseFace(text, "en").text).toBe(drawn);
  });

  it("are the western one first, and traditional characters in their own shapes", () => {
    const fonts = (text: string, locale: "zh-Hans" | "zh-Hant") => [
      ...new Set(chooseFace(text, locale).family.match(/latin|simplified|traditional/g)),
    ];
    expect(fonts("Tencent", "zh-Hans")).toEqual(["latin"]);
    expect(fonts("“一千”", "zh-Hans")).toEqual(["latin", "simplified"]);
    expect(fonts("“一千”", "zh-Hant")).toEqual(["latin", "traditional"]);
    expect(fonts("騰訊", "zh-Hans")).toEqual(["latin", "traditional"]);
    expect(fonts("腾讯", "zh-Hant")).toEqual(["latin", "simplified"]);
  });
});

describe("a font file's letters", () => {
  it("are those that are in it, and not those that are said to be", () => {
    const letters = readFontLetters(fontFile("source-sans-3/files/source-sans-3-latin-wght-normal.woff2"));
    const has = (text: string) => [...text].map((letter) => letters.has(letter.codePointAt(0)!));
    expect(has("Aé“€")).toEqual([true, true, true, true]);
    expect(has("腾\u2028\u0007")).toEqual([false, false, false]);
  });

  it("are not read from what is no font", () => {
    expect(() => readFontLetters(fontFile("source-sans-3/unicode.json"))).toThrow("not WOFF2");
  });
});

describe("lines", () => {
  it.each([
    ["more than one billion dollars", 14, ["more than one", "billion", "dollars"]],
    ["“$15.5 billion” [1] [2]", 10, ["“$15.5", "billion”", "[1] [2]"]],
    ["“$15.5 billion” [1] [2]", 18, ["“$15.5", "billion” [1] [2]"]],
    ["共同富裕，要求。", 8, ["共同富", "裕，要", "求。"]],
    ["他说“共同富裕”", 6, ["他说", "“共同", "富裕”"]],
    ["abcdefghij", 4, ["abcd", "efgh", "ij"]],
    ["", 10, [""]],
  ])("%j in %i columns", (text, room, lines) => {
    expect(wrapMeasured(text, room, columnWidth)).toEqual(lines);
  });

  it("beyond the most that there may be end with a visible gap", () => {
    expect(wrapMeasured("one two three four five six", 9, columnWidth, 2)).toEqual(["one two", "three […]"]);
    expect(wrapMeasured("one two three four five six", 12, columnWidth, 1)).toEqual(["one two […]"]);
    expect(wrapMeasured("onetwothree four", 7, columnWidth, 1)).toEqual(["one […]"]);
    expect(wrapMeasured("one two", 9, columnWidth, 2)).toEqual(["one two"]);
  });
});
