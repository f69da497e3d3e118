/** What Discord would take for markup is escaped, and nothing else: a backslash that need not be is seen. */
import { expect, it } from "vitest";
import { createAsk } from "../../../src/ask/ask.ts";
import { drawBlock } from "../../../src/delivery/renderer.ts";
import { createAnswer } from "../../../src/desk/answer.ts";
import { englishMessages } from "../../../src/language/en/messages.ts";
import { escapeMarkdown, markdownRenderer } from "../../../src/platforms/discord/markdown.ts";

it.each([
  ["1. a list", "1\\. a list"],
  ["  12) a list", "  12\\) a list"],
  ["3.", "3\\."],
  ["- a list", "\\- a list"],
  ["# a heading", "\\# a heading"],
  ["15.5 billion dollars", "15.5 billion dollars"],
  ["2021.08", "2021.08"],
  ["2021. It began", "2021\\. It began"],
  ["100000) a list", "100000\\) a list"],
  ["<@1> <#2> :smile:", "\\<\\@1\\> \\<#2\\> \\:smile\\:"],
  ["in 2. place", "in 2. place"],
  ["*bold* <@1>", "\\*bold\\* \\<\\@1\\>"],
])("%s at a line’s start is %s", (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped);
});

it("within a line, what begins a list or a heading elsewhere is text", () => {
  for (const text of ["1. a list", "15.5", "- 3", "# 3"]) expect(escapeMarkdown(text, false)).toBe(text);
});

it.each([
  "https://en.wikipedia.org/wiki/Prosperity_(common)",
  "https://a.example/(a)(b)",
  "https://a.example/a)b",
  "https://a.example/?q=(a",
])("a link to %s ends where it does", (url) => {
  const answer = createAnswer({ ask: createAsk("pledge", "x"), title: "x", outcome: "found" });
  const renderer = markdownRenderer(answer, englishMessages, new Set());
  const line = drawBlock(renderer, { type: "line", parts: [{ text: "here", url }, { text: " (there)" }] });
  const [, target = "", after] = /^\[here\]\(([^()]*)\)(.*)$/.exec(line) ?? [];
  expect(decodeURIComponent(target)).toBe(url);
  expect(after).toBe(" (there)");
});

it("what is copied stays in its block, whatever it has", () => {
  const answer = createAnswer({ ask: createAsk("cite", "x"), title: "x", outcome: "found" });
  const renderer = markdownRenderer(answer, englishMessages, new Set());
  for (const text of ["```", "a```b", "``````", "`````` @everyone"]) {
    const drawn = drawBlock(renderer, { type: "copyable", label: "A", text });
    expect(drawn.match(/```/g), text).toHaveLength(2);
  }
});

it("a figure after bold stands as it is", () => {
  const answer = createAnswer({ ask: createAsk("pledge", "x"), title: "x", outcome: "found" });
  const renderer = markdownRenderer(answer, englishMessages, new Set());
  const line = drawBlock(renderer, {
    ...{
      type: "line",
      parts: [
        { text: "Alibaba", strong: true },
        { text: " " },
        { text: "15.5 billion" },
        { text: "- 2. more" },
      ],
    },
  });
  expect(line).toBe("**Alibaba** 15.5 billion- 2. more");
});
