/** A command asked alone: it is answered once. */
import { describe, expect, it } from "vitest";
import type { Ask } from "../../src/ask/ask.ts";
import { createAnswer } from "../../src/desk/answer.ts";
import { createBot } from "../../src/desk/bot.ts";
import type { Command } from "../../src/desk/command.ts";
import { englishMessages } from "../../src/language/en/messages.ts";
import { keptLog, library, loadAnswer } from "../desks.ts";

/** A bot with one command that counts how often it was asked, and may fail at first. */
function counting(parts: Partial<Command> = {}, failures = 0) {
  const asked: Ask[] = [];
  const count: Command = {
    name: "count",
    localizedName: () => "count",
    summary: () => "Counts",
    usedFor: () => "Use it to count.",
    options: [
      { name: "what", summary: () => "Anything", hint: () => "what" },
      { name: "how", summary: () => "Somehow", hint: () => "how" },
    ],
    examples: [],
    load: loadAnswer(async (ask) => {
      if (asked.push(ask) <= failures) throw new Error("it broke");
      const items = [1, 2, 3].map((number) => [{ type: "text", text: `${number}` } as const]);
      return createAnswer({ ask, title: "Counted", outcome: "menu", items });
    }),
    ...parts,
  };
  return { asked, bot: createBot(library, [count], englishMessages, keptLog()) };
}

describe("a command alone", () => {
  it("is answered once, and every page of it is of that answer", async () => {
    const { asked, bot } = counting();
    const [first, again, later, past] = [
      await bot.answerLine("/count"),
      await bot.answerLine("/count"),
      await bot.answerLine("/count item:3"),
      await bot.answerLine("/count item:4"),
    ];
    expect(again).toEqual(first);
    expect(later).toEqual({ ...first, ask: { ...first.ask, from: 3 } });
    expect(past.outcome).toBe("mistake");
    expect(asked).toHaveLength(1);
  });

  it.each([
    ["with words", "/count sheep", {}],
    ["with an option", "/count how:slowly", {}],
    ["where its answers change", "/count", { cacheable: false }],
  ] as const)("is asked each time %s", async (_, line, parts) => {
    const { asked, bot } = counting(parts);
    for (let round = 0; round < 3; round++) expect((await bot.answerLine(line)).outcome).toBe("menu");
    expect(asked).toHaveLength(3);
  });

  it("is asked again after it failed", async () => {
    const { asked, bot } = counting({}, 1);
    expect((await bot.answerLine("/count item:2")).outcome).toBe("failure");
    expect((await bot.answerLine("/count item:2")).ask.from).toBe(2);
    expect((await bot.answerLine("/count")).items).toHaveLength(3);
    expect(asked).toHaveLength(2);
  });
});
