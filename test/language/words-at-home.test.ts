/**
 * Tests that Chinese words occur only in src/language, so that a language can be read, checked and added in one
 * place.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PROJECT } from "../desks.ts";

/** Files that may contain Chinese characters, and why. */
const ALLOWED: Readonly<Record<string, string>> = {
  "src/citation/chicago-author-date.ts": "a style has all its names, in every language, in its own file",
  "src/citation/chicago-notes.ts": "a style has all its names, in every language, in its own file",
  "src/citation/gbt.ts": "a style has all its names, in every language, in its own file",
  "src/citation/harvard.ts": "a style has all its names, in every language, in its own file",
  "src/citation/vancouver.ts": "a style has all its names, in every language, in its own file",
  "src/picture/wrap.ts": "the iteration mark 々 begins no line, whatever the language is",
};

/** Removes comments. A comment delimiter with spaces around it inside a string would be taken for one. */
const withoutComments = (text: string): string =>
  text.replace(/(^|\s)\/\*[\s\S]*?\*\//g, "$1").replace(/(^|\s)\/\/(?=\s|$).*$/gm, "$1");

const files = ["src", "commands"]
  .flatMap((folder) =>
    readdirSync(join(PROJECT, folder), { recursive: true, encoding: "utf8" }).map(
      (name) => `${folder}/${name}`,
    ),
  )
  .filter((path) => path.endsWith(".ts") && !path.startsWith("src/language/"));

/** Finds runs of Chinese characters. Escaped ranges name a script and are not found. */
const chineseIn = (text: string): string[] => withoutComments(text).match(/\p{Script=Han}+/gu) ?? [];

describe("no room but the languages' own holds Chinese words", () => {
  it.each(files.filter((path) => ALLOWED[path] === undefined))("%s", (path) => {
    expect(chineseIn(readFileSync(join(PROJECT, path), "utf8"))).toEqual([]);
  });

  it("and what is allowed is needed", () => {
    for (const path of Object.keys(ALLOWED))
      expect(chineseIn(readFileSync(join(PROJECT, path), "utf8")), path).not.toEqual([]);
  });

  it("in strings, patterns and templates, but not in comments", () => {
    expect(chineseIn('/** 甲 */\nconst a = "https://乙"; // 丙\n  // 丁')).toEqual(["乙"]);
    expect(chineseIn("const a = /[丙丁]$/u; /* 甲 */ const b = `a 戊`;")).toEqual(["丙丁", "戊"]);
    expect(chineseIn('const a = "[\\u4e00-\\u9fff]";')).toEqual([]);
  });
});
