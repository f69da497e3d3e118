/** Tests what fits into a message: as many whole items as it holds, and of one that is too long as much as it holds. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAsk } from "../../src/ask/ask.ts";
import { fitAnswer } from "../../src/delivery/fit.ts";
import type { AnswerPage } from "../../src/delivery/renderer.ts";
import { type Answer, type AnswerItem, type Block, createAnswer } from "../../src/desk/answer.ts";

const ROOM = 500;
const source = (number: number) => ({ number, id: `s${number}`, short: `S${number}`, full: `S${number}.` });
const quote = (text: string, from = 1): Block => ({
  ...{ type: "quote", passages: [{ source: from, text, start: 0, end: text.length }] },
});
const group = (text: string): Block => ({ type: "heading", text, group: true });
const answerOf = (items: readonly AnswerItem[], from = 1, parts: Partial<Answer> = {}): Answer =>
  createAnswer({
    ...{ ask: createAsk("search", "x", {}, from), title: "X", outcome: "found", items },
    sources: [source(1), source(2)],
    ...parts,
  });

/** Draws every text of a page on a line of its own. */
const draw = ({ opening, items, sources, shortened }: AnswerPage): string =>
  [
    ...[...opening, ...items.flat()].flatMap((block) => {
      if (block.type === "quote") return block.passages.map(({ text }) => `> ${text}`);
      return "text" in block ? [block.text] : [];
    }),
    ...(shortened ? ["(shortened)"] : []),
    ...sources.map(({ full }) => full),
  ].join("\n");
const fitted = (answer: Answer, room = ROOM, most?: number, lastLine?: string) =>
  fitAnswer(answer, draw, (message) => message.length <= room, most, lastLine);

const words = (count: number): string => "ten coins ".repeat(count).trim();

describe("a message", () => {
  it("has all items that fit, and not one more", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 200 }),
        fc.integer({ min: 350, max: 4_000 }),
        (sizes, room) => {
          const items = sizes.map((size) => [quote(words(size))]);
          const { message, next } = fitted(answerOf(items), room);
          const shown = message.split("\n").filter((line) => line.startsWith("> ")).length;
          expect(message.length).toBeLessThanOrEqual(room);
          expect(next?.from).toBe(shown < items.length ? shown + 1 : undefined);
          const more = items.slice(0, shown + 1);
          if (shown < items.length) expect(fitted(answerOf(more), 1e9).message.length).toBeGreaterThan(room);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("has its group's heading also where a page begins among its items, and that of no other", () => {
    const items = [
      [group("Donors"), quote("a")],
      [quote("b")],
      [group("Occasions"), quote("c")],
      [quote("d")],
    ];
    const page = (from: number) => fitted(answerOf(items, from), ROOM, 1).message.split("\n").slice(0, 2);
    expect(page(1)).toEqual(["Donors", "> a"]);
    expect(page(2)).toEqual(["Donors", "> b"]);
    expect(page(3)).toEqual(["Occasions", "> c"]);
    expect(page(4)).toEqual(["Occasions", "> d"]);
  });

  it("has the opening on its first page alone, and the sources that the page cites", () => {
    const opening: Block[] = [{ type: "text", text: "In short." }];
    const items = [[quote("a", 1)], [quote("b", 2)]];
    expect(fitted(answerOf(items, 1, { opening }), ROOM, 1)).toMatchObject({
      ...{ message: "In short.\n> a\nS1.", cited: ["s1"] },
    });
    expect(fitted(answerOf(items, 2, { opening }), ROOM, 1)).toEqual({ message: "> b\nS2.", cited: ["s2"] });
  });

  it("without anything that fits has a last line", () => {
    const { message, cited } = fitted(answerOf([[quote(words(100))]]), 12, undefined, "Too long.");
    expect([message, cited]).toEqual(["Too long.", []]);
  });
});

describe("a single item that is too long", () => {
  it.each([
    [60, 500],
    [60, 420],
    [100, 700],
    [400, 1_000],
    [400, 2_000],
  ])("of %i words is cut to most of a message of %i letters, with a mark", (count, room) => {
    const { message } = fitted(answerOf([[quote(words(count))]]), room);
    expect(message).toContain(" […]\n(shortened)");
    expect(message.length).toBeLessThanOrEqual(room);
    expect(message.length).toBeGreaterThan(room / 2);
  });

  it("of many parts has the first of them, each cut", () => {
    const { message } = fitted(answerOf([Array.from({ length: 40 }, () => quote(words(20)))]));
    expect(message.length).toBeLessThanOrEqual(ROOM);
    expect(message.split("\n").filter((line) => line.startsWith("> ")).length).toBeGreaterThanOrEqual(8);
  });

  it("keeps the marks of a search where its words are still there", () => {
    const text = words(100);
    const marked = [
      { start: 0, end: 3 },
      { start: text.length - 5, end: text.length },
    ];
    const long: Block = {
      type: "quote",
      passages: [{ source: 1, text, start: 0, end: text.length, marked }],
    };
    const kept = fitAnswer(
      answerOf([[long]]),
      (page) => page,
      (page) => draw(page).length <= ROOM,
    ).message.items.flat();
    expect(kept.flatMap((block) => (block.type === "quote" ? block.passages : []))).toMatchObject([
      { marked: [{ start: 0, end: 3 }] },
    ]);
  });
});
