/** Tests what every command guarantees, whatever it is asked. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { createAsk, parseAsk, printAsk } from "../../src/ask/ask.ts";
import type { Answer, Block } from "../../src/desk/answer.ts";
import { blockPassages, citedSources } from "../../src/desk/answer.ts";
import { contextOf } from "../../src/library/lookups.ts";
import { foldText } from "../../src/shelf/fold.ts";
import { uncitedFigures } from "../cited-figures.ts";
import { bot, library, shelf } from "../desks.ts";

/** Asks every example, and every command about every name of every record. */
const names = [...shelf.records.values()].flatMap((record) => [record.id, record.label, ...record.aliases]);
const answers: Answer[] = [];
for (const command of commands) {
  for (const line of [`/${command.name}`, ...command.examples]) answers.push(await bot.answerLine(line));
  for (const name of names) answers.push(await bot.answer(createAsk(command.name, name)));
}

const found = answers.filter(({ outcome }) => outcome === "found");
const blocksOf = ({ opening, items, close }: Answer): Block[] => [...opening, ...items.flat(), ...close];

it("answers all of them, and finds something for most", () => {
  expect(answers.filter(({ outcome }) => outcome === "failure" || outcome === "mistake")).toEqual([]);
  expect(found.length).toBeGreaterThan(100);
});

it("shows only passages that stand in their source, letter for letter, where it says they stand", () => {
  const byId = new Map([...shelf.sources].map(([id, { text }]) => [id, text]));
  for (const answer of found)
    for (const block of blocksOf(answer))
      for (const { source, text, start, end } of blockPassages(block)) {
        const { id } = answer.sources[source - 1]!;
        expect(byId.get(id)!.slice(start, end)).toBe(text);
      }
});

/** Tells whether details have passages. Only a source's card has none, and it has no row in a source's words. */
const hasPassages = ({ passages, rows }: Extract<Block, { type: "details" }>, command: string): boolean => {
  if (passages.length > 0) return true;
  expect(command).toBe("source");
  expect(rows.filter(({ stated }) => stated)).toEqual([]);
  return false;
};

it("has no figure in details or a table that the passages cited for it do not have", () => {
  for (const answer of found) {
    const blocks = blocksOf(answer);
    for (const block of blocks) if (block.type === "details") hasPassages(block, answer.ask.command);
    expect(uncitedFigures(blocks, answer.close), answer.title).toEqual([]);
  }
});

it("draws as the source's words only what the cited passages hold", () => {
  for (const answer of found)
    for (const block of blocksOf(answer)) {
      if (block.type !== "details") continue;
      const cited = block.passages.map(({ text }) => foldText(text));
      for (const { value, stated } of block.rows)
        if (stated)
          expect(
            cited.some((passage) => passage.includes(foldText(value))),
            value,
          ).toBe(true);
    }
});

describe("a table", () => {
  const rows = found.flatMap((answer) =>
    blocksOf(answer).flatMap((block) =>
      block.type === "table" ? block.rows.map((row) => ({ answer, row, columns: block.columns })) : [],
    ),
  );

  it("has a cell for each column, and something in the first", () => {
    expect(rows.length).toBeGreaterThan(50);
    for (const { row, columns } of rows) {
      expect(row.length).toBe(columns.length);
      expect(row[0]!.length).toBeGreaterThan(0);
    }
  });

  it("draws as the source's words only what the value's own passages hold", () => {
    for (const { value, stated, passages } of rows.flatMap(({ row }) => row.flat()))
      if (stated)
        expect(
          passages.some(({ text }) => foldText(text).includes(foldText(value))),
          value,
        ).toBe(true);
  });
});

it("numbers its sources from 1, each once, and cites none that it does not list", () => {
  for (const { sources, ...answer } of found) {
    expect(sources.map(({ number }) => number)).toEqual(sources.map((_, index) => index + 1));
    expect(new Set(sources.map(({ id }) => id)).size).toBe(sources.length);
    const cited = new Set(blocksOf({ sources, ...answer }).flatMap(citedSources));
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
  // /help searches the list of commands, and /bibliography the citation log.
  for (const { name } of commands.filter(({ name }) => name !== "help" && name !== "bibliography")) {
    const missed = await bot.answer(createAsk(name, "no such thing anywhere"));
    expect(JSON.stringify(missed)).toContain(
      "Searched 2 sources (latest known: 23 Nov 2021). Others may differ.",
    );
  }
});

it.each(commands)(
  "/$name is registered as one that suggests where it does",
  async ({ autocomplete, load }) => {
    const { suggest } = await load();
    expect(autocomplete).toBe(suggest === undefined ? false : undefined);
  },
);

describe.each(commands.map((command) => [command.name, command] as const))("/%s", (name, { examples }) => {
  it("has examples", () => {
    expect(examples.length).toBeGreaterThan(0);
  });

  it.each(examples)("%s finds something, and prints and parses back to itself", async (line) => {
    const parsed = parseAsk(line, commands);
    if (!("ask" in parsed)) throw new Error(JSON.stringify(parsed.problem));
    expect(parsed.ask.command).toBe(name);
    expect(parseAsk(printAsk(parsed.ask), commands)).toEqual(parsed);
    expect((await bot.answer(parsed.ask)).outcome).toBe(name === "help" ? "menu" : "found");
  });
});

describe("every record", () => {
  it.each([
    ["pledge", "pledges"],
    ["define", "terms"],
    ["who", "people"],
    ["who", "organizations"],
  ] as const)("is reached by /%s", async (command, kind) => {
    for (const { id } of (await library.find({ kinds: [kind] })).hits)
      expect((await bot.answer(createAsk(command, id))).outcome).toBe("found");
  });

  it("that is a quotation is in its speaker's answer", async () => {
    for (const record of (await library.find({ kinds: ["quotes"] })).hits) {
      if (record.kind !== "quotes") continue;
      const answer = await bot.answer(createAsk("quote", record.speaker.split("/")[1]));
      const { start } = await contextOf(record.passages[0]!, library);
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
