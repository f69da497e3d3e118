/** The grammar of asks: what people write, and the one line in which each ask is printed. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { type Ask, MAX_VALUE, makeAsk, parseAsk, parseOptions, plain, printAsk } from "../../src/ask/ask.ts";

const read = (line: string): Ask => {
  const parsed = parseAsk(line, commands);
  if ("problem" in parsed) throw new Error(JSON.stringify(parsed.problem));
  return parsed.ask;
};

describe("reading", () => {
  it.each([
    ["/pledge alibaba", makeAsk("pledge", "alibaba")],
    ["pledge alibaba", makeAsk("pledge", "alibaba")],
    ["  /PLEDGE   shanxi \t floods ", makeAsk("pledge", "shanxi floods")],
    ["/pledge", makeAsk("pledge")],
    ["/pledge subject:alibaba", makeAsk("pledge", "alibaba")],
    ['/pledge subject:"common prosperity"', makeAsk("pledge", "common prosperity")],
    ["/quote lu jun about NGOs", makeAsk("quote", "lu jun", { about: "NGOs" })],
    ["/quote lu jun About human rights", makeAsk("quote", "lu jun", { about: "human rights" })],
    ["/quote lu jun about:NGOs", makeAsk("quote", "lu jun", { about: "NGOs" })],
    ['/quote about:"human rights" lu jun', makeAsk("quote", "lu jun", { about: "human rights" })],
    ["/quote about inequality", makeAsk("quote", "", { about: "inequality" })],
    ["/quote about", makeAsk("quote", "about")],
    ["/quote xi item:4", makeAsk("quote", "xi", {}, 4)],
    ["/quote lu jun about NGOs item:2", makeAsk("quote", "lu jun", { about: "NGOs" }, 2)],
    ['/define "all about: eve"', makeAsk("define", "all about: eve")],
    ["/define “common prosperity”", makeAsk("define", "common prosperity")],
    ["/define about face", makeAsk("define", "about face")],
    ["/define https://example.org/a:b", makeAsk("define", "https://example.org/a:b")],
    ["/define at 10:30", makeAsk("define", "at 10:30")],
    ['/define 5" pipe', makeAsk("define", '5" pipe')],
    ["/define 共同富裕", makeAsk("define", "共同富裕")],
    ["/define a\u0000b\nc", makeAsk("define", "a b c")],
    ['/check Xi said "divide the cake"', makeAsk("check", 'Xi said "divide the cake"')],
    ["/check “We must go,” said:Zhou", makeAsk("check", "“We must go,” said:Zhou")],
    ['/check "Xi said \\"no\\"" item:2', makeAsk("check", 'Xi said "no"', {}, 2)],
    ['/check text:"a \\"b\\""', makeAsk("check", 'a "b"')],
    ['/check "divide the cake"', makeAsk("check", "divide the cake")],
  ])("%s", (line, ask) => {
    expect(read(line)).toEqual(ask);
  });

  it.each([
    ["/nosuch alibaba", { type: "unknown-command", given: "/nosuch" }],
    ["", { type: "unknown-command", given: "" }],
    ["/quote xi foo:bar", { type: "unknown-option", command: "quote", given: "foo" }],
    ["/quote about:a about:b", { type: "twice", command: "quote", given: "about" }],
    ["/quote about:a about b", { type: "twice", command: "quote", given: "about" }],
    ["/quote xi item:0", { type: "bad-item", command: "quote", given: "0" }],
    ["/quote xi item:two", { type: "bad-item", command: "quote", given: "two" }],
    [`/pledge ${"a".repeat(MAX_VALUE + 1)}`, { type: "too-long", command: "pledge", given: "a".repeat(40) }],
  ])("refuses %s", (line, problem) => {
    expect(parseAsk(line, commands)).toEqual({ problem });
  });

  it("takes the options of a form as they are, and the first as people write it", () => {
    const quote = commands.find(({ name }) => name === "quote")!;
    expect(parseOptions({ speaker: "lu jun about NGOs" }, quote)).toEqual({
      ask: makeAsk("quote", "lu jun", { about: "NGOs" }),
    });
    expect(parseOptions({ speaker: "xi", about: 'a "b" c:d' }, quote)).toEqual({
      ask: makeAsk("quote", "xi", { about: 'a "b" c:d' }),
    });
    expect(parseOptions({ speaker: "xi", about: "a".repeat(MAX_VALUE + 1) }, quote)).toHaveProperty(
      "problem",
    );
    expect(parseOptions({}, quote)).toEqual({ ask: makeAsk("quote") });
  });
});

describe("printing", () => {
  it.each([
    [makeAsk("pledge", "alibaba"), "/pledge alibaba"],
    [makeAsk("quote", "lu jun", { about: "human rights" }, 3), '/quote lu jun about:"human rights" item:3'],
    [makeAsk("quote", "all about eve"), '/quote "all about eve"'],
    [makeAsk("define", "a:b"), '/define "a:b"'],
    [makeAsk("define", 'say "no"'), String.raw`/define "say \"no\""`],
    [makeAsk("pledge"), "/pledge"],
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
    .map((words) => plain(words.join(" ")))
    .filter((text) => text.length <= MAX_VALUE);

  it("gives a line that reads back to the same ask, whatever the values hold", () => {
    fc.assert(
      fc.property(value, value, fc.integer({ min: 1, max: 999_999 }), (words, about, from) => {
        const ask = makeAsk("quote", words, { about }, from);
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
