/** The README and the recording show what the program says now. `npm run docs` renews both. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadImage } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { askedIn, withAnswers } from "../../preview/answered-page.ts";
import { OWN_ARTICLE_TITLE, recordOwnArticle } from "../../preview/own-article.ts";
import { recordingSvg } from "../../preview/recording.ts";
import { screensSvg } from "../../preview/screens.ts";
import { hasPseudoTerminal, readSession, recordSession, type Session } from "../../preview/session.ts";
import { PROJECT } from "../desks.ts";

const read = (file: string): string => readFileSync(join(PROJECT, file), "utf8");

const SESSION: Session = {
  prompt: "> ",
  greeting: ["Hello"],
  exchanges: [
    { line: "/one", answer: ["\u001b[1mFirst <b>\u001b[22m & \u001b[36mmore\u001b[39m", "", "第三"] },
    { line: "/long", answer: Array.from({ length: 60 }, (_, index) => `line ${index}`) },
  ],
};

describe.runIf(hasPseudoTerminal())("what the program says now", () => {
  it("is what the README and the recording show; if not: npm run docs", async () => {
    const readme = read("README.md");
    const session = await recordSession(askedIn(readme));
    expect(readme).toBe(withAnswers(readme, session));
    expect(read("docs/pictures/recording.svg")).toBe(recordingSvg(session));
  });

  it("is what the recording of one’s own article shows; if not: npm run docs", async () => {
    const screens = await recordOwnArticle();
    expect(read("docs/pictures/own-article.svg")).toBe(screensSvg(OWN_ARTICLE_TITLE, screens));
    expect(screens.at(-1)?.lines.join("\n")).toContain("[1]");
  });
});

it("a session is read from what a terminal was sent: cursor moves removed, colours kept", () => {
  const written =
    "Hello\r\n\r\n\u001b[1G\u001b[0Jrefdesk> \u001b[10G/one\r\n\r\n\u001b[1mFirst\u001b[22m\r\n\r\nlast\r\n\r\n" +
    "\u001b[1G\u001b[0Jrefdesk> \u001b[10Gexit\r\n\r\n";
  expect(readSession(written)).toEqual({
    prompt: "refdesk> ",
    greeting: ["Hello"],
    exchanges: [{ line: "/one", answer: ["\u001b[1mFirst\u001b[22m", "", "last"] }],
  });
});

describe("a page with answers", () => {
  const page = "a\n<!-- greeting -->\n<!-- end -->\nb\n<!-- ask: /one -->\nold\n<!-- end -->\nc\n";

  it("has each below its ask, without colours, and stays as it is when renewed again", () => {
    const made = withAnswers(page, SESSION);
    expect(made).toMatchInlineSnapshot(`
      "a
      <!-- greeting -->
      \`\`\`text
      Hello
      \`\`\`
      <!-- end -->
      b
      <!-- ask: /one -->
      \`\`\`text
      First <b> & more

      第三
      \`\`\`
      <!-- end -->
      c
      "
    `);
    expect(withAnswers(made, SESSION)).toBe(made);
    expect(askedIn(made)).toEqual(["/one"]);
  });

  it("names an ask that nothing answers", () => {
    const other = page.replace("/one", "/two");
    expect(() => withAnswers(other, SESSION)).toThrow("/two: the session has no answer to it");
  });
});

describe("the recording", () => {
  const svg = recordingSvg(SESSION);

  it("is a picture of one size, whatever the answers", async () => {
    const image = await loadImage(Buffer.from(svg));
    const other = await loadImage(Buffer.from(read("docs/pictures/recording.svg")));
    expect([image.width, image.height]).toEqual([other.width, other.height]);
  });

  it("shows text as text, in its colours and aligned in columns", () => {
    expect(svg).toContain('<tspan class="b">First &lt;b&gt;</tspan> &amp; <tspan class="c">more</tspan>');
    // A Chinese character is two columns wide.
    expect(svg).toMatch(/textLength="33\.6">第三</);
  });

  it("needs no network and no script", () => {
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(/https?:|<script|url\(|href/);
  });

  it("shows a long answer from its beginning to its end, and moves only forward", () => {
    const roll = /@keyframes roll\{(.*)\}$/m.exec(svg)?.[1] ?? "";
    const steps = [...roll.matchAll(/([\d.]+)%\{transform:translateY\((-?\d+)px\)/g)].map(([, at, y]) => [
      Number(at),
      Math.abs(Number(y)) / 20,
    ]);
    const firstRows = 8;
    const lastRow = firstRows + 60 + 3;
    expect(steps.map(([, rows]) => rows)).toEqual([0, 0, firstRows, firstRows, lastRow - 24 + 1]);
    const times = steps.map(([at = 0]) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(Math.max(...times)).toBeLessThan(100);
  });

  it("stands still where less motion is asked for", () => {
    expect(svg).toContain("@media(prefers-reduced-motion:reduce){*{animation:none!important}}");
  });
});
