/** Tests that numbers in words are written in figures whole, and that what goes on from figures stays as it is. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { writeFigures } from "../../src/language/figures.ts";

it.each([
  ["twenty-two central agencies", "22 central agencies"],
  ["the ministry and twenty-one others", "the ministry and 21 others"],
  ["a hundred and twenty thousand people", "120000 people"],
  ["one hundred and fifty-four million dollars", "154 million dollars"],
  ["fifteen and a half billion dollars", "15.5 billion dollars"],
  ["five billion", "5 billion"],
  ["four tech giants", "four tech giants"],
  ["one of them", "one of them"],
  ["thirty-fold", "thirty-fold"],
  ["the twenty-first century", "the twenty-first century"],
  ["$15 and a half billion", "$15 and a half billion"],
  ["$15 point five billion", "$15 point five billion"],
  ["四千六百多万美元", "4600多万美元"],
  ["十二万人", "12万人"],
  ["三亿美元", "3亿美元"],
  ["二十一个部门", "21个部门"],
  ["三十倍", "30倍"],
  ["十一月", "十一月"],
  ["二十世纪九十年代", "二十世纪九十年代"],
  ["二〇二一年", "二〇二一年"],
  ["百分之三十", "百分之三十"],
  ["数十人", "数十人"],
  ["三次分配", "三次分配"],
])("%s", (text, expected) => {
  expect(writeFigures(text)).toBe(expected);
});

it("writes nothing twice", () => {
  const words = fc.constantFrom(
    ...[
      "one",
      "two",
      "twenty",
      "thirty",
      "hundred",
      "thousand",
      "million",
      "and",
      "a half",
      "-",
      " ",
      "15",
      "$",
    ],
    ...["三", "十", "百", "万", "年", "多", "四千六百"],
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), (pieces) => {
      const once = writeFigures(pieces.join(" "));
      expect(writeFigures(once)).toBe(once);
    }),
  );
});
