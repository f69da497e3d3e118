/** The grammar of asks: what people write, and the one line in which each ask is printed. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import {
  type Ask,
  createAsk,
  MAX_LINE_LENGTH,
  MAX_MESSAGE_LENGTH,
  MAX_VALUE_LENGTH,
  normalizeLine,
  parseAsk,
  parseFields,
  printAsk,
  quoteMessage,
} from "../../src/ask/ask.ts";

const read = (line: string): Ask => {
  const parsed = parseAsk(line, commands);
  if ("problem" in parsed) throw new Error(JSON.stringify(parsed.problem));
  return parsed.ask;
};

describe("reading", () => {
  it.each([
    ["/pledge alibaba", createAsk("pledge", "alibaba")],
    ["pledge alibaba", createAsk("pledge", "alibaba")],
    ["  /PLEDGE   shanxi \t floods ", createAsk("pledge", "shanxi floods")],
    ["/pledge", createAsk("pledge")],
    ["/pledge subject:alibaba", createAsk("pledge", "alibaba")],
    ['/pledge subject:"common prosperity"', createAsk("pledge", "common prosperity")],
    ["/quote lu jun about NGOs", createAsk("quote", "lu jun", { about: "NGOs" })],
    ["/quote lu jun About human rights", createAsk("quote", "lu jun", { about: "human rights" })],
    ["/quote lu jun about:NGOs", createAsk("quote", "lu jun", { about: "NGOs" })],
    ['/quote about:"human rights" lu jun', createAsk("quote", "lu jun", { about: "human rights" })],
    ["/quote about inequality", createAsk("quote", "", { about: "inequality" })],
    ["/quote about", createAsk("quote", "about")],
    ["/quote xi item:4", createAsk("quote", "xi", {}, 4)],
    ["/quote xi detail:FULL", createAsk("quote", "xi", {}, 1, "full")],
    ["/quote lu jun about NGOs item:2", createAsk("quote", "lu jun", { about: "NGOs" }, 2)],
    ['/define "all about: eve"', createAsk("define", "all about: eve")],
    ["/define “common prosperity”", createAsk("define", "common prosperity")],
    ["/define about face", createAsk("define", "about face")],
    ["/define https://example.org/a:b", createAsk("define", "https://example.org/a:b")],
    ["/define at 10:30", createAsk("define", "at 10:30")],
    ['/define 5" pipe', createAsk("define", '5" pipe')],
    ["/define 共同富裕", createAsk("define", "共同富裕")],
    ["/define a\u0000b\nc", createAsk("define", "a b c")],
    ['/check Xi said "divide the cake"', createAsk("check", 'Xi said "divide the cake"')],
    ["/check “We must go,” said:Zhou", createAsk("check", "“We must go,” said:Zhou")],
    ['/check "Xi said \\"no\\"" item:2', createAsk("check", 'Xi said "no"', {}, 2)],
    ['/check text:"a \\"b\\""', createAsk("check", 'a "b"')],
    ['/check "divide the cake"', createAsk("check", "divide the cake")],
    ["／pledge alibaba", createAsk("pledge", "alibaba")],
    ["/quote xi about:„the rich“", createAsk("quote", "xi", { about: "the rich" })],
    ["/quote xi about:«the rich»", createAsk("quote", "xi", { about: "the rich" })],
    ["/quote xi about:「共同富裕」", createAsk("quote", "xi", { about: "共同富裕" })],
    ["/quote xi about：“共同富裕”", createAsk("quote", "xi", { about: "共同富裕" })],
    ["/quote xi about:'the rich'", createAsk("quote", "xi", { about: "the rich" })],
    ["/quote xi about:‘China’s rich’", createAsk("quote", "xi", { about: "China’s rich" })],
    ['/quote xi about: "the rich"', createAsk("quote", "xi", { about: "the rich" })],
    ["/quote xi about: the rich", createAsk("quote", "xi", { about: "the rich" })],
    ["/quote xi ABOUT:poverty", createAsk("quote", "xi", { about: "poverty" })],
    ["/define Note: this", createAsk("define", "Note: this")],
    ["/pledge ali\u00adba\u200bba", createAsk("pledge", "alibaba")],
    ["/who cafe\u0301", createAsk("who", "caf\u00e9")],
    ["/check China&rsquo;s policy", createAsk("check", "China’s policy")],
  ])("%s", (line, ask) => {
    expect(read(line)).toEqual(ask);
  });

  it.each([
    ["/nosuch alibaba", { type: "unknown-command", given: "/nosuch" }],
    ["", { type: "unknown-command", given: "" }],
    ["/quote xi foo:bar", { type: "unknown-option", command: "quote", given: "foo" }],
    ["/quote xi about:", { type: "no-value", command: "quote", given: "about" }],
    ["/quote xi item:", { type: "no-value", command: "quote", given: "item" }],
    ['/quote xi about:"the rich', { type: "unclosed", command: "quote", given: '"the' }],
    ["/quote xi about：“共同", { type: "unclosed", command: "quote", given: "“共同" }],
    ["/quote about:a about:b", { type: "twice", command: "quote", given: "about" }],
    ["/quote about:a about b", { type: "twice", command: "quote", given: "about" }],
    ["/quote xi item:0", { type: "bad-item", command: "quote", given: "0" }],
    ["/quote xi item:two", { type: "bad-item", command: "quote", given: "two" }],
    ["/quote xi item:-4", { type: "bad-item", command: "quote", given: "-4" }],
    ["/quote xi item:1.5", { type: "bad-item", command: "quote", given: "1.5" }],
    ["/quote xi item:1e3", { type: "bad-item", command: "quote", given: "1e3" }],
    ["/quote xi item:1000000", { type: "bad-item", command: "quote", given: "1000000" }],
    ["/quote xi private:nobody", { type: "bad-private", command: "quote", given: "nobody" }],
    ["/quote xi detail:some", { type: "bad-detail", command: "quote", given: "some" }],
    [
      `/pledge ${"a".repeat(MAX_VALUE_LENGTH + 1)}`,
      { type: "too-long", command: "pledge", given: "a".repeat(40) },
    ],
  ])("refuses %s", (line, problem) => {
    expect(parseAsk(line, commands)).toEqual({ problem });
  });

  it("takes the options of a form as they are, and the first as people write it", () => {
    const quote = commands.find(({ name }) => name === "quote")!;
    expect(parseFields({ speaker: "lu jun about NGOs" }, quote)).toEqual({
      ask: createAsk("quote", "lu jun", { about: "NGOs" }),
    });
    expect(parseFields({ speaker: "xi", about: 'a "b" c:d' }, quote)).toEqual({
      ask: createAsk("quote", "xi", { about: 'a "b" c:d' }),
    });
    expect(parseFields({ speaker: "xi", about: "a".repeat(MAX_VALUE_LENGTH + 1) }, quote)).toHaveProperty(
      "problem",
    );
    expect(parseFields({}, quote)).toEqual({ ask: createAsk("quote") });
    expect(parseFields({ speaker: "xi", private: "true" }, quote)).toEqual({
      ask: createAsk("quote", "xi"),
      private: true,
    });
  });

  it.each([
    [
      { speaker: "xi", foo: "bar" },
      { type: "unknown-option", command: "quote", given: "foo" },
    ],
    [
      { speaker: "xi", foo: "" },
      { type: "unknown-option", command: "quote", given: "foo" },
    ],
    [
      { speaker: "xi", private: "perhaps" },
      { type: "bad-private", command: "quote", given: "perhaps" },
    ],
    [
      { speaker: "xi", item: "-4" },
      { type: "bad-item", command: "quote", given: "-4" },
    ],
    [
      { speaker: "xi", item: "1.5" },
      { type: "bad-item", command: "quote", given: "1.5" },
    ],
    [
      { speaker: "xi", detail: "some" },
      { type: "bad-detail", command: "quote", given: "some" },
    ],
    [
      { speaker: " ".repeat(MAX_LINE_LENGTH + 1) },
      { type: "too-long", command: "quote", given: " ".repeat(40) },
    ],
  ])("refuses the fields %o", (fields, problem) => {
    const quote = commands.find(({ name }) => name === "quote")!;
    expect(parseFields(fields, quote)).toEqual({ problem });
  });

  it("looks at no more of a line than an ask can hold, and says so", () => {
    const long = `/check ${"a ".repeat(MAX_LINE_LENGTH)}`;
    expect(parseAsk(long, commands)).toMatchObject({ problem: { type: "too-long", command: "check" } });
    expect(parseAsk("a".repeat(MAX_LINE_LENGTH * 2), commands)).toMatchObject({
      problem: { type: "unknown-command" },
    });
  });

  it("has a message as one sentence, whatever marks and options it seems to have", () => {
    for (const message of [
      'He said "we go" and item:4 left',
      'a "b" c:d',
      "ends with \\",
      '"',
      "private:yes item:2",
    ])
      expect(read(`/check ${quoteMessage(message)}`)).toEqual(createAsk("check", message));
  });

  it("cuts a quoted message between characters", () => {
    for (const before of ["", "a"]) {
      const quoted = quoteMessage(before + "🎉".repeat(MAX_MESSAGE_LENGTH));
      expect(quoted.isWellFormed()).toBe(true);
      expect(quoted).toMatch(/🎉"$/u);
    }
  });
});

describe("printing", () => {
  it.each([
    [createAsk("pledge", "alibaba"), "/pledge alibaba"],
    [createAsk("quote", "lu jun", { about: "human rights" }, 3), '/quote lu jun about:"human rights" item:3'],
    [createAsk("quote", "all about eve"), '/quote "all about eve"'],
    [createAsk("define", "a:b"), '/define "a:b"'],
    [createAsk("define", 'say "no"'), String.raw`/define "say \"no\""`],
    [createAsk("pledge"), "/pledge"],
    [createAsk("quote", "xi", {}, 3, "notes"), "/quote xi detail:notes item:3"],
    [createAsk("timeline", "xi", { to: "2021", from: "2020" }), "/timeline xi from:2020 to:2021"],
    [createAsk("timeline", "xi", { from: "2020", to: "2021" }), "/timeline xi from:2020 to:2021"],
  ])("%o", (ask, line) => {
    expect(printAsk(ask)).toBe(line);
  });

  const word = fc.oneof(
    fc.constantFrom(
      "about",
      "About",
      "item:3",
      "about:x",
      "speaker:y",
      "a:b",
      '"',
      '\\"',
      "“",
      "”",
      "\\",
      ":",
      "x:",
      "/",
      "http://a",
    ),
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc.string({ unit: "binary", maxLength: 6 }),
  );
  const value = fc
    .array(word, { maxLength: 5 })
    .map((words) => normalizeLine(words.join(" ")))
    .filter((text) => text.length <= MAX_VALUE_LENGTH);

  it("gives a line that reads back to the same ask, whatever the values hold", () => {
    fc.assert(
      fc.property(value, value, fc.integer({ min: 1, max: 999_999 }), (words, about, from) => {
        const ask = createAsk("quote", words, { about }, from);
        expect(read(printAsk(ask))).toEqual(ask);
      }),
      { numRuns: 3000 },
    );
  });

  it("never throws on a line, and prints what it read as a line that reads the same", () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (words) => {
        for (const name of ["quote", "check"]) {
          const parsed = parseAsk(`/${name} ${words.join(" ")}`, commands);
          if ("ask" in parsed) expect(read(printAsk(parsed.ask))).toEqual(parsed.ask);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
