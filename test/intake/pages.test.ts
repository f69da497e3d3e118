/** Pages of different make become text without a glued block or a changed character. */
import { describe, expect, it } from "vitest";
import { blockText } from "../../src/intake/block-text.ts";
import { readPage } from "../../src/intake/kinds/page.ts";
import { parsePage } from "../../src/intake/parse-page.ts";
import { Refusal } from "../../src/intake/refusal.ts";
import { MORE_PAGES } from "./more-pages.ts";
import { CHINESE, ENGLISH, PAGES, TITLE } from "./pages.ts";

const read = (html: string, address?: string) =>
  readPage(html, { bytes: new Uint8Array(), name: "a.html", start: "", ...(address ? { address } : {}) });

/** Returns the lines of a text, without the indents that Chinese pages type. */
const linesOf = (text: string): string[] => text.split("\n").map((line) => line.replace(/^\u3000+/, ""));

const ALL = [...PAGES, ...MORE_PAGES];

describe("an article", () => {
  it("is made in at least twenty ways", () => {
    expect(PAGES.length).toBeGreaterThanOrEqual(20);
  });

  it.each(ALL)("of $name keeps every paragraph letter for letter", ({ html, paragraphs }) => {
    const lines = linesOf(read(html).text);
    expect(paragraphs.filter((paragraph) => !lines.includes(paragraph))).toEqual([]);
  });

  it.each(ALL)("of $name has next to nothing of what stands around it", ({ html, paragraphs, around }) => {
    const { text } = read(html);
    expect(around.filter((part) => text.includes(part))).toEqual([]);
    const foreign = linesOf(text).filter(
      (line) => line !== "" && line !== TITLE && !paragraphs.includes(line),
    );
    expect(foreign.join("").length / text.length).toBeLessThan(0.05);
  });

  it.each(ALL)("of $name glues no two paragraphs", ({ html, paragraphs }) => {
    const { text } = read(html);
    for (const paragraph of paragraphs) {
      const at = text.indexOf(paragraph);
      const around = text.slice(0, at).slice(-1) + text.slice(at + paragraph.length).slice(0, 1);
      expect(around, paragraph).toMatch(/^[\s]{0,2}$/);
    }
  });
});

describe("the text of blocks", () => {
  it.each([
    ["<p>a</p><p>b</p>", "a\n\nb"],
    ["<div>a<div>b</div>c</div>", "a\n\nb\n\nc"],
    ["<p>a <b>b</b>c</p>", "a bc"],
    ["<p> a\n\t b </p>", "a b"],
    ["<p>a<br>b</p>", "a\nb"],
    ["<p>a <br> b</p>", "a\nb"],
    ["a<br><br><br><br>b", "a\n\nb"],
    ["<p>a<br></p><p>b</p>", "a\n\nb"],
    ["<b>a </b> <i> b</i>", "a b"],
    ["<p>a&nbsp;&nbsp;b</p>", "a\u00a0\u00a0b"],
    ["<p>wa<wbr>ter, wa&shy;ter</p>", "water, wa\u00adter"],
    ["<ul><li>a<li>b</ul>c", "a\n\nb\n\nc"],
    ["<table><tr><td>a<td>b<tr><th>c<td> d </table>", "a\tb\nc\td"],
    ["<table><tr><td><p>a</p></td><td><p>b</p></td></tr></table>", "a\tb"],
    ["<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>", "a\n\nb\n\nc"],
    ["<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>", "a"],
    ["<table><caption>t</caption><tr><td>a</td></tr></table>", "t\n\na"],
    ["<table>loose<tr><td>a</td></tr></table>", "loose\n\na"],
    ["<pre>\n a\n\n\n  b </pre>c", " a\n\n\n  b\n\nc"],
    ["<p>a<script>x</script><style>y</style><!-- z -->b</p>", "ab"],
    ["<p>a</p><p hidden>b</p><p style='display: none'>c</p>", "a"],
    ["<span style='color: red; display:block'>a</span><span>b</span>", "a\n\nb"],
    ["<select><option>a</select><textarea>b</textarea><p>c", "c"],
    ["<dl><dt>a<dd>b</dl>", "a\n\nb"],
    ["<p>\u202ea\u001b[31m @everyone *b* &lt;!here&gt;</p>", "\u202ea\u001b[31m @everyone *b* <!here>"],
  ])("%s", (html, text) => {
    expect(blockText(parsePage(html).body)).toBe(text);
  });

  it("is whole where a page leaves out html, head or body, or goes on behind them", () => {
    for (const html of [
      "a<p>b</p>",
      "<title>t</title><p>a<p>b",
      "<!doctype html><html><head><title>t</title><p>a</p></head><body><p>b</p></body></html>",
      "<html><body><p>a</body></html><p>b",
    ])
      expect(blockText(parsePage(html).body)).toBe("a\n\nb");
  });
});

describe("a page is refused that", () => {
  const refusal = (html: string): string => {
    try {
      return read(html).kind;
    } catch (error) {
      if (error instanceof Refusal) return error.message;
      throw error;
    }
  };

  it.each([
    ["is deeper than can be walked", "<div>".repeat(50_000), /^its elements are nested deeper than 1,000\./],
    [
      "has more elements than can be walked",
      "<i></i>".repeat(200_001),
      /^it has more than 200,000 elements\./,
    ],
    [
      "needs JavaScript",
      '<html><body><div id="root"></div><noscript>Please enable JavaScript</noscript></body></html>',
      /^only 0 characters of text were found: .*save it there as a whole page/,
    ],
    [
      "shows a consent wall",
      `<html><body><div><p>We and our partners use cookies to show you what you read.</p><button>Agree</button></div></body></html>`,
      /^only 52 characters of text were found/,
    ],
    [
      "shows a paywall's first words",
      `<article><p>${ENGLISH[1]}</p><p>Subscribe to read on.</p></article>`,
      /^only \d+ characters/,
    ],
  ])("%s", (_, html, why) => {
    expect(refusal(html)).toMatch(why);
  });
});

describe("the text of the whole page is offered", () => {
  it("where next to nothing of it is the article", () => {
    const cards = Array.from(
      { length: 40 },
      (_, index) =>
        `<div class="card"><a href="/${index}">Story ${index} of the estuary and its harbours</a></div>`,
    );
    const { whole } = read(`<html><body>${cards.join("")}</body></html>`);
    expect(whole?.text).toContain("Story 39 of the estuary");
  });

  it("and not where there is an article", () => {
    for (const { html } of ALL) expect(read(html).whole).toBeUndefined();
  });
});

it("the page's own heading comes first, where the article has it not", () => {
  expect(read(PAGES[0]!.html).text.startsWith(`${TITLE}\n\n${ENGLISH[0]}`)).toBe(true);
  expect(read(PAGES[16]!.html).text.endsWith(CHINESE.at(-1)!)).toBe(true);
});

it("what is left out is told, each line once", () => {
  const { leftOut } = read(PAGES[0]!.html);
  expect(leftOut).toContain("Ferry line to the islands is cut to two crossings a day");
  expect(leftOut).not.toContain(ENGLISH[0]);
  expect(new Set(leftOut).size).toBe(leftOut.length);
});
