/** What holds for every renderer alike. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { createAsk, MAX_VALUE_LENGTH } from "../../src/ask/ask.ts";
import { resolveVisibility } from "../../src/delivery/visibility.ts";
import type { Answer } from "../../src/desk/answer.ts";
import { englishMessages } from "../../src/language/en/messages.ts";
import { renderSlack } from "../../src/platforms/slack/render.ts";
import { bot, shelf } from "../desks.ts";
import { anyAnswer, everyBlock, longAnswer } from "./answers.ts";
import { contenders, slackText } from "./renderers.ts";

const RUNS = Number(process.env.FUZZ_RUNS ?? 250);

describe.each(contenders)("$name", ({ draw }) => {
  it("draws every block, in reading order", () => {
    const { shown, faults } = draw(everyBlock);
    expect(faults).toEqual([]);
    const order = [
      ...[
        "A title",
        "/quote someone about:something",
        "Lead text.",
        "First heading",
        "Amount",
        "“ten coins”",
        "[1]",
      ],
      ...[
        "Donor",
        "Nobody",
        "It gave ten coins.",
        "The Paper, 2 May 2021 [1]",
        "Anybody",
        "Gave",
        "“six coins” [1]; “five coins” [2]",
        "They differ here.",
        "One remark.",
        "Two remarks.",
      ],
      ...[
        "“We came […] we went.”",
        "Somebody",
        "The Wire, date not known [2]",
        "He spoke of “cake” then.",
        "a fragment",
      ],
      ...[
        "She said that it rained.",
        "as reported",
        "To be pasted",
        "@article{key,",
        "note = {*As* it <is>}",
        "Third way",
        "a detail",
        "[1] “A title”",
        "[2] “Another”",
        "Closing remark.",
      ],
    ];
    let from = 0;
    for (const words of order) {
      const found = shown.indexOf(words, from);
      expect(found, `${words} after ${from} in:\n${shown}`).toBeGreaterThanOrEqual(0);
      from = found;
    }
    expect(shown).toContain("Ask further");
    expect(shown).toContain("Desk’s note");
  });

  it("never draws reported speech as a quotation", () => {
    expect(draw(everyBlock).shown).not.toContain("“She said");
    expect(draw(everyBlock).shown).not.toContain("> She said");
  });

  it("pages through every item once, in order, and ends", () => {
    const answer = longAnswer(30, 900);
    const seen: string[] = [];
    let ask: Answer["ask"] | undefined = answer.ask;
    for (let turns = 0; ask && turns < 40; turns++) {
      const { shown, next, faults } = draw({ ...answer, ask });
      expect(faults).toEqual([]);
      seen.push(...(shown.match(/Item \d+ of it/g) ?? []));
      expect(shown.includes("Lead text.")).toBe(ask.from === 1);
      ask = next;
    }
    expect(seen).toEqual(answer.items.map((_, index) => `Item ${index + 1} of it`));
  });

  it("says so where a text is too long for one message, with its mark at a word's end", () => {
    const { shown, faults } = draw(longAnswer(1, 30_000));
    expect(faults).toEqual([]);
    if (shown.length < 20_000) {
      expect(shown).toContain("word […]”");
      expect(shown).toContain(englishMessages.shortened);
    }
  });

  it("keeps within the platform's limits and is nothing but text, whatever an answer holds", () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        expect(draw(answer).faults).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it.each(['"', "\\", "@", "<", "字", "🎉", "a "])(
    "draws an answer to the longest ask there is, of %s",
    (letter) => {
      const value = letter.repeat(MAX_VALUE_LENGTH / letter.length);
      const ask = createAsk("timeline", value, { from: value, to: value }, 2);
      for (const answer of [
        { ...everyBlock, ask },
        { ...longAnswer(30, 900), ask },
        { ...longAnswer(30, 900), ask, audience: "asker" as const },
        { ...longAnswer(1, 900), ask: { ...ask, from: 1 } },
      ])
        expect(draw(answer).faults).toEqual([]);
    },
  );

  it("says in one line that nothing fits, where nothing does", () => {
    const sources = Array.from({ length: 120 }, (_, index) => ({
      ...{ number: index + 1, id: `s${index}`, short: "S", full: "A full credit of one source" },
      url: `https://example.org/${"a".repeat(60)}/${index}`,
    }));
    const passages = sources.map(({ number }) => ({ source: number, text: "It is so.", start: 0, end: 9 }));
    const { shown, faults } = draw({ ...everyBlock, items: [[{ type: "quote", passages }]], sources });
    expect(faults).toEqual([]);
    if (!shown.includes("[120]")) expect(shown).toContain(englishMessages.fitsNowhere);
  });
});

it.each(commands.map(({ name }) => name))(
  "every answer of /%s over the real shelf is drawn without a fault",
  async (command) => {
    const names = [...shelf.records.values()].map(({ id }) => id);
    for (const words of ["", "no such thing", ...names]) {
      // Each page is answered once, however many draw it.
      const pages = new Map<number, Answer>();
      for (const { name, draw } of contenders)
        for (let ask: Answer["ask"] | undefined = createAsk(command, words); ask; ) {
          const page = pages.get(ask.from) ?? (await bot.answer(ask));
          pages.set(ask.from, page);
          const { faults, next } = draw(page);
          expect(faults, `${name}: ${words}`).toEqual([]);
          ask = next;
        }
    }
  },
);

it("says in Slack's text what the blocks say", async () => {
  for (const line of ["/pledge alibaba", "/quote xi", "/define illegal NGOs", "/pledge", "/quote li jun"]) {
    const answer = await bot.answerLine(line);
    const carriage = { ...resolveVisibility(answer, undefined, "room"), asker: "U012AB3CD" };
    const { message } = renderSlack(answer, englishMessages, carriage);
    const text = slackText(message).replace(/\s+/g, " ");
    const walk = (part: unknown): string[] =>
      Array.isArray(part)
        ? part.flatMap(walk)
        : typeof part === "object" && part !== null
          ? Object.entries(part).flatMap(([key, value]) =>
              key === "text" && typeof value === "string" ? [value] : key === "options" ? [] : walk(value),
            )
          : [];
    const parts = message.blocks
      .filter(({ type }) => type !== "actions")
      .flatMap(walk)
      .flatMap((part) => part.split("\n"));
    for (const part of parts) {
      const words = part
        .replace(/\s+/g, " ")
        .trim()
        .replace(/^[—•] /, "");
      if (words.includes("allchinareview.com")) continue;
      // In text, the number that leads on says which items follow, and of how many.
      const [, total] = /^\d+–\d+( of \d+)\.$/.exec(words) ?? [];
      if (total === undefined) expect(text).toContain(words);
      else expect(text).toMatch(new RegExp(`- Next \\(\\d+–\\d+${total}\\)`));
    }
  }
});
