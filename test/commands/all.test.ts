/** What every command promises, whatever is asked of it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import type { Answer, Block } from "../../src/desk/answer.ts";
import { citedBy } from "../../src/desk/answer.ts";
import { makeAsk } from "../../src/desk/ask.ts";
import { foldText } from "../../src/library/fold.ts";
import { bot, library, shelf } from "../desks.ts";

const NUMBER = /\d[\d,.]*\d|\d/g;

/** Every line that can sensibly be asked: each example, and each command of each name of each record. */
const names = [...shelf.records.values()].flatMap((record) => [record.id, record.label, ...record.aliases]);
const answers: Answer[] = [];
for (const command of commands) {
  for (const line of [`/${command.name}`, ...command.examples]) answers.push(await bot.answerLine(line));
  for (const name of names) answers.push(await bot.answer(makeAsk(command.name, name)));
}

const found = answers.filter(({ outcome }) => outcome === "found");
const blocksOf = ({ lead, items, close }: Answer): Block[] => [...lead, ...items.flat(), ...close];

it("answers all of them, and finds something for most", () => {
  expect(answers.filter(({ outcome }) => outcome === "failure" || outcome === "mistake")).toEqual([]);
  expect(found.length).toBeGreaterThan(100);
});

it("shows only passages that stand in their source, letter for letter, where it says they stand", () => {
  const byId = new Map([...shelf.sources].map(([id, { text }]) => [id, text]));
  for (const answer of found)
    for (const block of blocksOf(answer))
      for (const { source, text, start, end } of "passages" in block ? block.passages : []) {
        const { id } = answer.sources[source - 1]!;
        expect(byId.get(id)!.slice(start, end)).toBe(text);
      }
});

it("has no number in a block that carries sources that its cited passages do not have", () => {
  for (const answer of found)
    for (const block of blocksOf(answer)) {
      if (block.type !== "facts") continue;
      const cited = foldText(block.passages.map(({ text }) => text).join("\n"));
      for (const { value } of block.rows)
        for (const number of value.match(NUMBER) ?? [])
          expect(cited, `${answer.title}: ${value}`).toContain(number);
    }
});

it("draws as the source's words only what the cited passages hold", () => {
  for (const answer of found)
    for (const block of blocksOf(answer)) {
      if (block.type !== "facts") continue;
      const cited = block.passages.map(({ text }) => foldText(text));
      for (const { value, stated } of block.rows)
        if (stated)
          expect(
            cited.some((passage) => passage.includes(foldText(value))),
            value,
          ).toBe(true);
    }
});

it("numbers its sources from 1, each once, and cites none that it does not list", () => {
  for (const { sources, ...answer } of found) {
    expect(sources.map(({ number }) => number)).toEqual(sources.map((_, index) => index + 1));
    expect(new Set(sources.map(({ id }) => id)).size).toBe(sources.length);
    const cited = new Set(blocksOf({ sources, ...answer }).flatMap(citedBy));
    expect([...cited].sort()).toEqual(sources.map(({ number }) => number));
  }
});

it("shows findings to the room, and everything else, and all of a check, to the asker alone", () => {
  for (const { ask, outcome, audience } of answers)
    expect(audience).toBe(outcome === "found" && ask.command !== "check" ? "room" : "asker");
});

it("offers only asks that give something", async () => {
  const lines = new Map(
    answers
      .flatMap((answer) => [
        ...answer.buttons.flatMap((button) => (button.type === "ask" ? [button.ask] : [])),
        ...blocksOf(answer).flatMap((block) =>
          block.type === "choices" ? block.choices.map(({ ask }) => ask) : [],
        ),
      ])
      .map((ask) => [JSON.stringify(ask), ask]),
  );
  for (const ask of lines.values())
    expect((await bot.answer(ask)).outcome, JSON.stringify(ask)).toMatch(/^(found|menu)$/);
});

it("says of a miss how many sources were searched, up to what day", async () => {
  for (const { name } of commands) {
    const missed = await bot.answer(makeAsk(name, "no such thing anywhere"));
    expect(JSON.stringify(missed)).toContain(
      "Searched: 2 sources, the latest known to be published on 23 November 2021. This says nothing beyond them.",
    );
  }
});

describe("every record", () => {
  it.each([
    ["pledge", "pledges"],
    ["define", "terms"],
  ] as const)("is reached by /%s", async (command, kind) => {
    for (const { id } of (await library.find({ kinds: [kind] })).hits)
      expect((await bot.answer(makeAsk(command, id))).outcome).toBe("found");
  });

  it("that is a quotation is in its speaker's answer", async () => {
    for (const record of (await library.find({ kinds: ["quotes"] })).hits) {
      if (record.kind !== "quotes") continue;
      const answer = await bot.answer(makeAsk("quote", record.speaker.split("/")[1]));
      const { start } = await library.context(record.passages[0]!);
      const shown = blocksOf(answer).flatMap((block) => (block.type === "quote" ? block.passages : []));
      expect(shown.some((passage) => passage.start <= start && start < passage.end)).toBe(true);
    }
  });
});

it("never fails, whatever is typed", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...commands.map(({ name }) => name)),
      fc.oneof(fc.string({ unit: "binary", maxLength: 60 }), fc.string({ unit: "grapheme", maxLength: 60 })),
      async (command, typed) => {
        const { outcome } = await bot.answerLine(`/${command} ${typed}`);
        expect(outcome).not.toBe("failure");
      },
    ),
    { numRuns: 500 },
  );
});
