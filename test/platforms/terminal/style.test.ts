/** Style of answers in a terminal: colours, links and wrapping, each only when supported. */
import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBasicSettings } from "../../../src/config/environment.ts";
import { plainStyle, type TextStyle } from "../../../src/delivery/text.ts";
import { englishMessages } from "../../../src/language/en/messages.ts";
import { renderTerminal } from "../../../src/platforms/terminal/render.ts";
import { createStyle } from "../../../src/platforms/terminal/style.ts";
import { bot } from "../../desks.ts";

/** Makes escape sequences readable. */
const visible = (text: string) => text.replaceAll("\u001b", "\\e").replaceAll("\u0007", "\\a");
const show = async (line: string, style: TextStyle) =>
  visible(renderTerminal(await bot.answerLine(line), englishMessages, style));

/** Returns the width of a line in columns: two for each Chinese character. */
const columns = (line: string): number =>
  [...line].reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? 2 : 1), 0);

describe("an answer", () => {
  it("in colour, in a terminal of 60 columns", async () => {
    const style = await createStyle({ colour: true, hyperlinks: false, width: 60 });
    expect(await show("/define third distribution", style)).toMatchInlineSnapshot(`
      "\\e[1mThird distribution · as the sources define it\\e[22m
      \\e[2m/define third distribution\\e[22m

      │ The third distribution taps enterprises and individuals to
      │ redistribute their wealth through voluntary donations.
      \\e[2m│ — Voice of America, 2021 (both inferred) [1]\\e[22m

      \\e[1mAccording to: \\e[22mNational Development and Reform Commission

      \\e[2mDesk’s notes:\\e[22m
      \\e[2m- Attributed to the commission by our reading.\\e[22m
      \\e[2m- The commission is named two sentences before.\\e[22m

      \\e[36mSaid of “Three distributions” together\\e[39m
      │ Central to achieving common prosperity is a concept known
      │ as the three distributions, first introduced by the
      │ Chinese economist Li Yining in the 1990s.
      \\e[2m│ — Voice of America, 2021 (both inferred) [1]\\e[22m

      \\e[1mSources\\e[22m
      [1] “China’s Tech Titans Funding Beijing’s Effort to Close
          Income Gap” (title from a copy), author not known. Voice
          of America (VOA Mandarin), publisher inferred,
          publication date not stated, 2021 inferred: The text
          never names its year; 2021 follows from a verbatim copy
          of October 2021, no link. A work of the United States
          government, in the public domain.

      Also known as: 第三次分配 · tertiary distribution ·
      third-round distribution · third round of distribution · di
      san ci fenpei

      \\e[2mDesk’s note: Not yet reviewed by a person (entered on 21\\e[22m
      \\e[2mNovember 2026).\\e[22m

      - Define: First distribution: \\e[1m/define first-distribution\\e[22m
      - Define: Second distribution: \\e[1m/define second-distribution\\e[22m
      - Define: Three distributions: \\e[1m/define three-distributions\\e[22m
      - See in context: The third distribution […]: \\e[1m/source\\e[22m
        \\e[1mvoa-common-prosperity at:2752\\e[22m
      - Cite: \\e[1m/cite voa-common-prosperity\\e[22m"
    `);
  });

  it("in a terminal without colour", async () => {
    const style = await createStyle({ colour: false, hyperlinks: false, width: 60 });
    expect(await show("/quote foo", style)).toMatchInlineSnapshot(`
      "Nothing on record for “foo”
      /quote foo

      No source here names Foo.
      Searched 2 sources (latest known: 23 Nov 2021). Others may
      differ."
    `);
  });

  it("is the same text with and without colour", async () => {
    const [dressed, bare] = await Promise.all(
      [true, false].map((colour) => createStyle({ colour, hyperlinks: false, width: 60 })),
    );
    for (const line of ["/pledge alibaba", "/quote xi", "/define illegal NGOs", "/pledge", "/nope"]) {
      const text = await show(line, dressed!);
      expect(text).toContain("\\e[1m");
      expect(text.replace(/\\e\[\d+m/g, "")).toBe(await show(line, bare!));
    }
  });

  it("has its sources' addresses as links where the terminal has them", async () => {
    const address = "https://allchinareview.com/chinese-tech-philanthropy-in-the-age-of-common-prosperity/";
    const style = await createStyle({ colour: false, hyperlinks: true });
    const text = await show("/pledge zhengzhou", style);
    expect(text).toContain(`\\e]8;;${address}\\a${address}\\e]8;;\\a`);
    expect(text.replaceAll(`\\e]8;;${address}\\a`, "").replaceAll("\\e]8;;\\a", "")).toBe(
      await show("/pledge zhengzhou", plainStyle),
    );
  });

  it("is the same lines with and without links, where an address is longer than a line", async () => {
    const answer = await bot.answerLine("/pledge zhengzhou");
    const [linked, bare] = await Promise.all(
      [true, false].map((hyperlinks) => createStyle({ colour: false, hyperlinks, width: 40 })),
    );
    expect(stripVTControlCharacters(renderTerminal(answer, englishMessages, linked!))).toBe(
      renderTerminal(answer, englishMessages, bare!),
    );
  });
});

describe("styleFor", () => {
  it("is the plain style for a pipe", async () => {
    const style = await createStyle({ colour: false, hyperlinks: false });
    expect(style).toStrictEqual(plainStyle);
    expect(style.wrap("word ".repeat(100).trim(), "  ")).toBe(`  ${"word ".repeat(100).trim()}`);
  });

  it.each([
    ["NO_COLOR", { NO_COLOR: "1", TERM: "xterm" }],
    ["a dumb terminal", { TERM: "dumb" }],
  ])("has no colour with %s", async (_, environment) => {
    const { colour } = readBasicSettings(environment);
    const style = await createStyle({ colour, hyperlinks: false, width: 80 });
    expect([
      style.title("a"),
      style.heading("a"),
      style.label("a"),
      style.quiet("a"),
      style.warn("a"),
    ]).toEqual(Array(5).fill("a"));
  });

  it("dresses each line of a text by itself", async () => {
    const { colour } = readBasicSettings({ TERM: "xterm" });
    const style = await createStyle({ colour, hyperlinks: false });
    expect(visible(style.title("a\nb"))).toBe("\\e[1ma\\e[22m\n\\e[1mb\\e[22m");
  });

  it.each([
    ["https://example.org/a", "https://example.org/a"],
    ["https://example.org/共同", "https://example.org/%E5%85%B1%E5%90%8C"],
    ["https://example.org/\u0007\u001b]8;;x", "https://example.org/%07%1B]8;;x"],
  ])("links to %j", async (url, target) => {
    const { link } = await createStyle({ colour: false, hyperlinks: true });
    expect(visible(link("text", url))).toBe(`\\e]8;;${target}\\atext\\e]8;;\\a`);
  });

  it("links to an address that is encoded already", async () => {
    const { link } = await createStyle({ colour: false, hyperlinks: true });
    expect(link("text", "https://example.org/%E5%85%B1")).toContain(";;https://example.org/%E5%85%B1\u0007");
  });
});

describe("wrap", () => {
  const wrapped = async (text: string, width: number, indent = "", first?: string) =>
    (await createStyle({ colour: false, hyperlinks: false, width })).wrap(text, indent, first).split("\n");

  it.each([
    ["at words", "one two three four five six", 20, "", ["one two three four", "five six"]],
    ["with an indent", "one two three four five six", 20, "  ", ["  one two three four", "  five six"]],
    [
      "a word that is wider than the line",
      "abcdefghijklmnopqrstuvwxyz",
      20,
      "",
      ["abcdefghijklmnopqrst", "uvwxyz"],
    ],
    [
      "Chinese, two columns a character",
      "共同富裕是社会主义的本质要求",
      20,
      "",
      ["共同富裕是社会主义的", "本质要求"],
    ],
    [
      "not narrower than 20 columns",
      "one two three four five six",
      3,
      "",
      ["one two three four", "five six"],
    ],
    ["nothing", "", 20, "  ", ["  "]],
  ])("breaks %s", async (_, text, width, indent, lines) => {
    expect(await wrapped(text, width, indent)).toEqual(lines);
  });

  it("begins the first line as it is told", async () => {
    expect(await wrapped("one two three four five", 20, "    ", "[1] ")).toEqual([
      "[1] one two three",
      "    four five",
    ]);
  });

  it("is never wider than what is comfortable to read", async () => {
    for (const line of await wrapped("word ".repeat(200), 500)) expect(columns(line)).toBeLessThanOrEqual(88);
  });

  it("keeps every word, and to the width", async () => {
    const words = fc.array(
      fc.string({ unit: fc.constantFrom("a", "b", "富", "裕", "$", "“"), minLength: 1 }),
    );
    await fc.assert(
      fc.asyncProperty(words, fc.integer({ min: 20, max: 100 }), async (text, width) => {
        const lines = await wrapped(text.join(" "), width, "  ");
        for (const line of lines) expect(columns(line)).toBeLessThanOrEqual(width);
        expect(lines.join("").replace(/\s/g, "")).toBe(text.join(""));
      }),
    );
  });
});
