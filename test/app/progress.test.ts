/** What a long start says of itself, and that a short one says nothing. */
import { expect, it } from "vitest";
import { logProgress, terminalProgress } from "../../src/app/progress.ts";
import { keptLog } from "../desks.ts";

/** A screen that keeps what is written, and a clock that is set by hand. */
function made(isTTY = true) {
  const written: string[] = [];
  let time = 0;
  return {
    written,
    screen: { isTTY, write: (text: string) => written.push(text) },
    now: () => time,
    at(ms: number) {
      time = ms;
    },
  };
}

it("says nothing within the first second", () => {
  const { screen, written, now, at } = made();
  const { report, done: over } = terminalProgress(screen, true, now);
  at(999);
  report({ step: "reading", done: 1, of: 2 });
  over();
  expect(written).toEqual([]);
});

it("draws one line anew, ten times a second at most, and takes it away in the end", () => {
  const { screen, written, now, at } = made();
  const { report, done: over } = terminalProgress(screen, true, now);
  for (const [ms, done] of [
    [1_000, 1],
    [1_050, 2],
    [1_100, 3],
  ] as const) {
    at(ms);
    report({ step: "checking", done, of: 8 });
  }
  over();
  over();
  expect(written).toEqual([
    "\r\u001b[KChecking the shelf: 12 %",
    "\r\u001b[KChecking the shelf: 37 %",
    "\r\u001b[K",
  ]);
});

it("draws nothing anew where it may not: a line for each step", () => {
  const { screen, written, now, at } = made();
  const { report, done: over } = terminalProgress(screen, false, now);
  at(2_000);
  report({ step: "reading", done: 1, of: 2 });
  report({ step: "reading", done: 2, of: 2 });
  report({ step: "checking", done: 1, of: 2 });
  over();
  expect(written).toEqual(["Reading the shelf …\n", "Checking the shelf …\n"]);
});

it("says nothing where nobody reads along", () => {
  const { screen, written, now, at } = made(false);
  const { report, done: over } = terminalProgress(screen, true, now);
  at(5_000);
  report({ step: "reading", done: 1, of: 2 });
  over();
  expect(written).toEqual([]);
});

it("logs a line for each step, and when the shelf can be searched", () => {
  const { now, at } = made();
  const log = keptLog();
  const { report, done: over } = logProgress(log, now);
  report({ step: "reading", done: 1, of: 9 });
  at(1_500);
  report({ step: "checking", done: 1, of: 9 });
  report({ step: "checking", done: 2, of: 9 });
  at(2_000);
  report({ step: "indexing", done: 5, of: 9 });
  at(4_000);
  report({ step: "indexing", done: 9, of: 9 });
  over();
  expect(log.lines.map(({ data, message }) => [message, data])).toEqual([
    ["checking the shelf", { step: "checking", ms: 1_500 }],
    ["indexing the shelf's words", { step: "indexing", ms: 2_000 }],
    ["the shelf can be searched", { records: 9, ms: 4_000 }],
  ]);
});
