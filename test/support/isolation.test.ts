/** Tests that right-to-left text is isolated in lines and on pages, and that nothing else is. */
import { describe, expect, it } from "vitest";
import { createAsk } from "../../src/ask/ask.ts";
import { fitAnswer } from "../../src/delivery/fit.ts";
import { plainStyle, renderTextPage } from "../../src/delivery/text.ts";
import { type Answer, createAnswer } from "../../src/desk/answer.ts";
import { loadMessages } from "../../src/language/messages.ts";
import { html } from "../../src/platforms/web/html.ts";
import { isolateText, keepWholeIsolates } from "../../src/support/isolation.ts";
import { printableText } from "../../src/support/printable.ts";

const HEBREW = "שגשוג משותף";
const [OPEN, CLOSE] = ["\u2068", "\u2069"];

it.each([
  ["plain", "plain"],
  ["共同富裕", "共同富裕"],
  [HEBREW, OPEN + HEBREW + CLOSE],
  ["الرخاء Alibaba المشترك", `${OPEN}الرخاء Alibaba المشترك${CLOSE}`],
  [`${OPEN}${HEBREW}`, OPEN + HEBREW + CLOSE],
  // What is isolated in a line stays so, and is isolated once.
  [`${OPEN}${HEBREW}${CLOSE}`, OPEN + HEBREW + CLOSE],
  [`${OPEN}${HEBREW}${CLOSE}, 1`, `${OPEN}${OPEN}${HEBREW}${CLOSE}, 1${CLOSE}`],
  [
    `${OPEN}${HEBREW}${CLOSE}, ${OPEN}${HEBREW}${CLOSE}`,
    `${OPEN}${OPEN}${HEBREW}${CLOSE}, ${OPEN}${HEBREW}${CLOSE}${CLOSE}`,
  ],
])("isolates %j as %j", (text, isolated) => {
  expect(isolateText(text)).toBe(isolated);
});

it.each([
  [`a ${OPEN}b${CLOSE}`, `a ${OPEN}b${CLOSE}`],
  [`a ${OPEN}b`, "a b"],
  [`a ${CLOSE}b${OPEN}`, "a b"],
  [`${OPEN}${OPEN}b${CLOSE}`, "b"],
  ["\u202ea\u2067b", "ab"],
  ["in the autumn  \n    of 2021", "in the autumn of 2021"],
])("printable of %j is %j", (text, shown) => {
  expect(printableText(text)).toBe(shown);
  expect(keepWholeIsolates(shown)).toBe(shown);
});

describe("an answer on a foreign source", async () => {
  const messages = await loadMessages("en");
  const answer: Answer = createAnswer({
    ask: createAsk("search", "x"),
    title: messages.title(HEBREW, "in the sources"),
    outcome: "found",
    items: [
      [
        {
          type: "quote",
          speaker: HEBREW,
          passages: [
            { source: 1, text: `${HEBREW}, Alibaba.`, start: 0, end: 20, marked: [{ start: 0, end: 5 }] },
          ],
        },
      ],
      [{ type: "copyable", label: "APA", text: `${HEBREW} (2021).` }],
    ],
    sources: [{ number: 1, id: "x", short: messages.source.clauses([HEBREW, "2021"]), full: HEBREW }],
  });
  const text = fitAnswer(
    answer,
    (page) => renderTextPage(page, messages, plainStyle),
    () => true,
  ).message;

  it("isolates title, passage and credit", () => {
    expect(text).toContain(`${OPEN}${HEBREW}${CLOSE} · in the sources`);
    expect(text).toContain(`“${OPEN}${HEBREW}, Alibaba.${CLOSE}”`);
    expect(text).toContain(`— ${OPEN}${HEBREW}${CLOSE}, reported by ${OPEN}${HEBREW}${CLOSE}, 2021 [1]`);
  });

  it("leaves what is copied as it is", () => {
    expect(text).toContain(`\n${HEBREW} (2021).`);
  });
});

it("an isolate is an element on a page, and nothing in an attribute", () => {
  const value = `a ${isolateText(HEBREW)}`;
  expect(html`<p title="${value}">${value}${[OPEN, html`<mark>b</mark>`, CLOSE]}</p>`.html).toBe(
    `<p title="a ${HEBREW}">a <bdi>${HEBREW}</bdi><bdi><mark>b</mark></bdi></p>`,
  );
  expect(html`<title>${value}</title>`.html).toBe(`<title>a ${HEBREW}</title>`);
  expect(html`<p>${`${OPEN}a`}</p>`.html).toBe("<p>a</p>");
});
