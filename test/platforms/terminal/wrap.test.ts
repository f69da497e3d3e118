/** Wrapping: the same lines as wrap-ansi, in a tenth of the time. */
import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import wrapAnsi from "wrap-ansi";
import { wrapColumns } from "../../../src/platforms/terminal/wrap.ts";
import { printableText } from "../../../src/support/printable.ts";
import { anyText } from "../../delivery/answers.ts";

const FAMILY = "👩‍👩‍👧‍👦";
const bold = (text: string) => `\u001b[1m${text}\u001b[22m`;
const link = (text: string) => `\u001b]8;;https://a.example/\u0007${text}\u001b]8;;\u0007`;

describe("a line ends", () => {
  it.each([
    ["at a space", "one two three four five six", 20, ["one two three four", "five six"]],
    ["with no space", "one two three four   five", 18, ["one two three four", "five"]],
    ["and begins with none", "   one   two", 20, ["one   two"]],
    ["where there is nothing", "", 20, [""]],
    ["where there are only spaces", "     ", 20, [""]],
    ["where the text's own does", "one\n\ntwo", 20, ["one", "", "two"]],
    ["at Chinese characters, two columns each", "共同富裕是社会主义", 12, ["共同富裕是社", "会主义"]],
    ["before one that is half too wide", "共同富裕是社会主义", 13, ["共同富裕是社", "会主义"]],
    ["at Chinese marks of its own width", "“腾讯”，阿里巴巴。《报》", 12, ["“腾讯”，阿里", "巴巴。《报》"]],
    [
      "between Chinese and a word",
      "腾讯 pledged 50 billion yuan",
      12,
      ["腾讯 pledged", "50 billion", "yuan"],
    ],
    ["at Chinese off the basic plane", "𠀀".repeat(8), 12, ["𠀀".repeat(6), "𠀀𠀀"]],
    ["inside a word of more than a line", "abcdefghijklmnop", 12, ["abcdefghijkl", "mnop"]],
    [
      "at the word before it, if it saves none",
      `a ${"b".repeat(24)}`,
      12,
      ["a", "b".repeat(12), "b".repeat(12)],
    ],
    [
      "inside it at once, if that saves one",
      `a ${"b".repeat(22)}`,
      12,
      [`a ${"b".repeat(10)}`, "b".repeat(12)],
    ],
    ["where a long word is done, for the next", `${"b".repeat(14)} c`, 12, ["b".repeat(12), "bb c"]],
    [
      "after a mark that combines, not before",
      `${"e\u0301".repeat(13)}`,
      12,
      ["e\u0301".repeat(12), "e\u0301"],
    ],
    ["after all that combine", `abcdefghijkl\u0323\u0301m`, 12, ["abcdefghijkl\u0323\u0301", "m"]],
    ["not within a family", FAMILY.repeat(7), 12, [FAMILY.repeat(6), FAMILY]],
    [
      "not within a syllable",
      "\u1112\u1161\u11ab".repeat(7),
      12,
      ["\u1112\u1161\u11ab".repeat(6), "\u1112\u1161\u11ab"],
    ],
    ["not within a voiced kana", "か\u3099".repeat(7), 12, ["か\u3099".repeat(6), "か\u3099"]],
    ["after each letter that is wider than a line", "字字a", 1, ["字", "字", "a"]],
    ["after Hebrew and Arabic", "שלום مرحبا שלום", 12, ["שלום مرحبا", "שלום"]],
  ])("%s", (_, text, columns, lines) => {
    expect(wrapColumns(text, columns)).toEqual(lines);
  });

  it("at a tab, which is drawn as a space", () => {
    expect(wrapColumns(printableText("one\ttwo\t\tthree"), 12)).toEqual(["one two", "three"]);
  });
});

describe("colours and links", () => {
  it.each([
    ["take no columns", `${bold("one")} two ${link("three")}`, 13, [`${bold("one")} two ${link("three")}`]],
    ["end with their line and begin again", bold("one two"), 4, [bold("one"), bold("two")]],
    [
      "are told apart",
      bold(`one ${link("two three")}`),
      8,
      [bold(`one ${link("two")}`), bold(link("three"))],
    ],
    ["go through a word of more than a line", link("abcdef"), 4, [link("abcd"), link("ef")]],
  ])("%s", (_, text, columns, lines) => {
    expect(wrapColumns(text, columns)).toEqual(lines);
  });
});

const LETTERS = [
  ...["a", "bc", "word ", " ", "  ", "—", "“", "é", "e\u0301", "#\ufe0f\u20e3", "ำ", "x".repeat(70)],
  ...[
    "富裕",
    "，",
    "か\u3099",
    "ｶﾞ",
    "𠀀",
    "字".repeat(45),
    "㊗\ufe0f",
    "〰\ufe0f",
    "한글",
    "\u1100",
    "\u1161",
  ],
  ...["ا", "שלום", FAMILY, "🇨🇳", "👍🏽", "\u0600"],
];
const hostile = fc.oneof(
  fc.array(fc.constantFrom(...LETTERS), { maxLength: 40 }).map((parts) => parts.join("")),
  anyText,
);
const columns = fc.integer({ min: 12, max: 88 });

/** Removes invisible characters, which wrapColumns and wrap-ansi put on different lines. */
const seen = (lines: string) =>
  lines.replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, "").replace(/\s+$/gm, "");

it("breaks as wrap-ansi does, whatever a text holds", () => {
  fc.assert(
    fc.property(hostile, columns, (given, width) => {
      // wrap-ansi composes letters, also those that stand together only once what is between them is gone.
      const text = seen(printableText(given)).normalize();
      const lines = wrapColumns(text, width);
      expect(lines.join("\n").replace(/\s+$/gm, "")).toBe(
        wrapAnsi(text, width, { hard: true, trim: true }).replace(/\s+$/gm, ""),
      );
      for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    }),
    { numRuns: 1000, examples: [["\u1100\u0600\u1161", 12]] },
  );
});

it("breaks a text in colour where it breaks the same text without", () => {
  const parts = fc.array(
    fc.tuple(
      hostile,
      fc.constantFrom(bold, link, (text: string) => text),
    ),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(parts, columns, (given, width) => {
      const words = given.map(([text]) => seen(printableText(text)).trim());
      const dressed = given.map(([, dress], index) => dress(words[index] ?? "")).join(" ");
      const lines = wrapColumns(dressed, width);
      expect(lines.map((line) => stripVTControlCharacters(line).trimEnd())).toEqual(
        wrapColumns(words.join(" "), width),
      );
    }),
    { numRuns: 500 },
  );
});
