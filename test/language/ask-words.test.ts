/** Tests that the words of every language are understood in any ask. */
import { describe, expect, it } from "vitest";
import { HELP_NAMES, parseDays, parseSwitch } from "../../src/language/ask-words.ts";
import { citationWords } from "../../src/language/citation-words.ts";
import { stripArticle } from "../../src/language/periods.ts";

describe("words of asks", () => {
  it.each([
    ["yes", true],
    ["TRUE", true],
    ["是", true],
    ["off", false],
    ["否", false],
    ["perhaps", undefined],
    ["", undefined],
  ])("a switch: %s", (typed, value) => {
    expect(parseSwitch(typed)).toBe(value);
  });

  it.each([
    ["7", "7"],
    ["30 days", "30"],
    ["7D", "7"],
    ["30天", "30"],
    ["30 日", "30"],
    ["12345", undefined],
    ["7 weeks", undefined],
    ["apa", undefined],
  ])("a number of days: %s", (typed, days) => {
    expect(parseDays(typed)).toBe(days);
  });

  it("help is asked for in every language", () => {
    expect(HELP_NAMES).toEqual(["?", "？", "帮助", "说明", "幫助", "說明"]);
  });

  it("an article before a date adds nothing", () => {
    expect(stripArticle("The 1990s")).toBe("1990s");
    expect(stripArticle("theatre")).toBe("theatre");
  });

  it("a citation speaks its source's language, or English", () => {
    expect(citationWords("zh-Hans").otherAuthors).toBe("等");
    expect(citationWords("fr").otherAuthors).toBe("et al");
  });
});
