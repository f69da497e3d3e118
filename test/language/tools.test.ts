/** The texts for assistants: whole in every language, nothing left in English, and every command has one. */
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { LOCALES, localeFromScript } from "../../src/language/messages.ts";
import { toolMessages } from "../../src/language/tools.ts";

/** Returns every text, with what the functions say of these. */
function textsIn(part: object): string[] {
  return Object.values(part).flatMap((value): string[] => {
    if (typeof value === "string") return [value];
    return Array.isArray(value) || typeof value === "object" ? textsIn(value) : [];
  });
}

/** What is typed, which is the same in every language. */
const TYPED =
  /\/quote xi item:3|refdesk:\/\/\S+|\b(?:supported|differs|not-as-stated|none|quote|check|Refdesk)\b/g;

describe.each(LOCALES)("%s", (locale) => {
  const tools = toolMessages(locale);
  const texts = [
    ...textsIn(tools),
    tools.shelf(2, 110, "2021-11-23"),
    tools.shelf(1, 1, null),
    tools.titles(["甲"], 0),
    tools.titles(["甲", "乙"], 3),
  ];

  it("says when to use each command", () => {
    for (const { name, usedFor } of commands) {
      expect(usedFor(tools), name).toBe(tools[name as keyof typeof tools]);
      expect(usedFor(tools)).toMatch(/[.。]$/);
    }
  });

  it("says everything in one line, without a hole", () => {
    expect(texts.length).toBeGreaterThan(25);
    for (const text of texts) {
      expect(text).toBe(text.trim());
      expect(text).not.toMatch(/undefined|null|NaN|\[object|\n| {2}/);
    }
  });
});

it.each(LOCALES.filter((locale) => locale !== "en"))(
  "%s is in its own language and its own characters",
  (locale) => {
    const texts = [...textsIn(toolMessages(locale)), toolMessages(locale).shelf(2, 110, "2021-11-23")];
    for (const text of texts)
      expect(text.replace(TYPED, "甲")).not.toMatch(/[a-z]+(?:[\s,.;:/'’-]+[a-z]+){2}/i);
    expect(localeFromScript(texts.join(""))).toBe(locale);
    const foreign =
      locale === "zh-Hans" ? /[「」『』]/ : /[这来说为记录库词义证认诺条项电东国时间问对会发从关]/;
    expect(texts.join("\n")).not.toMatch(foreign);
  },
);
