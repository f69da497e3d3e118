/** Made-up answers for the renderers: believable ones, and hostile ones of every shape. */
import fc from "fast-check";
import { createAsk } from "../../src/ask/ask.ts";
import { type Answer, type Block, createAnswer, type Passage } from "../../src/desk/answer.ts";

/** What people and records might hold that a platform would take for more than text. */
export const MARKUP = [
  ...["@everyone", "@here", "<@123456789012345678>", "<@&123456789012345678>", "<#123456789012345678>"],
  ...["<!here>", "<!channel>", "<@U012AB3CD>", "<#C012AB3CD>", "<!subteam^S012AB>", "<https://a.example|b>"],
  ...[
    "**bold**",
    "_it_",
    "~~no~~",
    "||spoiler||",
    "`code`",
    "```block```",
    "# heading",
    "> quote",
    "- item",
    "1. one",
  ],
  ...[
    "[a](https://a.example)",
    "https://a.example/x",
    ":smile:",
    "<t:1618953630:R>",
    "<a:x:123456789012345678>",
  ],
  ...[
    "&amp;",
    "&lt;",
    "\\",
    "\u001b[31mred",
    "\u001b]8;;https://a.example\u0007",
    "\u202egnp.exe",
    "\u0000",
    "\ud800",
    "\udc00",
  ],
  ...["שלום", "مرحبا", "é́́", "👩‍👩‍👧‍👦", "中文，腾讯。", "-# small", "[…]", "\r\n", "\t"],
];

/** Text as it may come: short and long, plain and hostile, at the platforms' boundaries. */
export const anyText = fc.oneof(
  { weight: 4, arbitrary: fc.lorem({ maxCount: 12 }) },
  {
    weight: 3,
    arbitrary: fc
      .array(fc.constantFrom(...MARKUP), { minLength: 1, maxLength: 6 })
      .map((parts) => parts.join(" ")),
  },
  { weight: 2, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 80 }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...[75, 76, 80, 81, 100, 101, 150, 151, 512, 2000, 3001, 4001])
      .map((size) => "word ".repeat(size / 4).slice(0, size)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("x".repeat(4001), "*".repeat(2100), "字".repeat(1500), "<".repeat(900)),
  },
);

const passage: fc.Arbitrary<Passage> = fc
  .record({
    source: fc.constantFrom(1, 2),
    text: anyText,
    start: fc.nat(1000),
    end: fc.nat(1000),
  })
  .chain((plain) => {
    const { length } = plain.text;
    const marks = fc.uniqueArray(fc.nat(length), { maxLength: 4 }).map((edges) => {
      const sorted = edges.sort((a, b) => a - b);
      return sorted.length < 2 ? [] : [{ start: sorted[0]!, end: sorted[1]! }];
    });
    return fc.oneof(
      fc.constant(plain),
      marks.map((marked) => ({ ...plain, marked })),
    );
  });
const passages = fc.array(passage, { minLength: 1, maxLength: 3 });
const ask = fc
  .record({ words: anyText, from: fc.constant(1) })
  .map(({ words }) => createAsk("quote", words.slice(0, 400)));

const table: fc.Arbitrary<Block> = fc.record({
  type: fc.constant("table" as const),
  columns: fc.constant(["Who", "What", "When"]),
  heads: fc.constantFrom(1, 2),
  rows: fc.array(
    fc.array(fc.array(fc.record({ value: anyText, stated: fc.boolean(), passages }), { maxLength: 2 }), {
      minLength: 3,
      maxLength: 3,
    }),
    { minLength: 1, maxLength: 4 },
  ),
});

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant("heading" as const), text: anyText }),
  fc.record({ type: fc.constant("heading" as const), text: anyText, group: fc.constant(true as const) }),
  fc.record({ type: fc.constant("text" as const), text: anyText }),
  fc.record({ type: fc.constant("quote" as const), passages }),
  fc.record({ type: fc.constant("quote" as const), passages, speaker: anyText }),
  fc.record({ type: fc.constant("quote" as const), passages, speaker: anyText, fragment: anyText }),
  fc.record({ type: fc.constant("report" as const), passages }),
  fc.record({
    type: fc.constant("details" as const),
    rows: fc.array(fc.record({ label: fc.lorem({ maxCount: 2 }), value: anyText, stated: fc.boolean() }), {
      minLength: 1,
      maxLength: 5,
    }),
    passages,
  }),
  table,
  fc.record({
    type: fc.constant("note" as const),
    texts: fc.array(anyText, { minLength: 1, maxLength: 4 }),
    differs: fc.boolean(),
  }),
  fc.record({
    type: fc.constant("copyable" as const),
    label: anyText,
    text: fc.array(anyText, { minLength: 1, maxLength: 4 }).map((lines) => lines.join("\n")),
  }),
  fc.record({
    type: fc.constant("choices" as const),
    choices: fc.array(fc.record({ label: anyText, detail: anyText, ask }), { minLength: 1, maxLength: 3 }),
  }),
);

const blocks = fc.array(block, { maxLength: 5 });

/** Answers of every shape. */
export const anyAnswer: fc.Arbitrary<Answer> = fc
  .record({
    ask,
    typed: fc.option(anyText, { nil: undefined }),
    title: anyText,
    outcome: fc.constantFrom("found", "menu", "nothing", "mistake", "failure"),
    opening: blocks,
    items: fc.oneof(
      { weight: 6, arbitrary: fc.array(fc.array(block, { minLength: 1, maxLength: 5 }), { maxLength: 12 }) },
      { weight: 1, arbitrary: fc.array(fc.tuple(table), { minLength: 1, maxLength: 12 }) },
    ),
    close: fc.array(block, { maxLength: 2 }),
    sources: fc.tuple(anyText, anyText, anyText, anyText, fc.boolean()).map(([a, b, c, d, hasPage]) => [
      {
        ...{ number: 1, id: "one", short: a.slice(0, 120), full: b, url: "https://a.example/x(y)" },
        ...(hasPage ? { page: "https://b.example/sources/one" } : {}),
      },
      { number: 2, id: "two", short: c.slice(0, 120), full: d },
    ]),
    buttons: fc.array(
      fc.oneof(
        fc.record({ type: fc.constant("ask" as const), label: anyText, ask }),
        fc.record({
          type: fc.constant("link" as const),
          label: anyText,
          url: fc.constant("https://a.example/"),
        }),
      ),
      { maxLength: 5 },
    ),
  })
  .map((parts) => createAnswer(parts as Parameters<typeof createAnswer>[0]));

const sources = [
  {
    number: 1,
    id: "one",
    short: "The Paper, 2 May 2021",
    full: "“A title”, by A. Writer. The Paper, 2 May 2021.",
    url: "https://a.example/x",
  },
  {
    number: 2,
    id: "two",
    short: "The Wire, date not known",
    full: "“Another”, author not known. The Wire, date not known.",
  },
];
const at = (source: number, text: string): Passage => ({ source, text, start: 0, end: text.length });

/** One of every block, each with words of its own to look for. */
export const everyBlock: Answer = createAnswer({
  ask: createAsk("quote", "someone", { about: "something" }),
  title: "A title",
  outcome: "found",
  opening: [{ type: "text", text: "Lead text." }],
  items: [
    [
      { type: "heading", text: "First heading" },
      {
        type: "details",
        rows: [
          { label: "Amount", value: "ten coins", stated: true },
          { label: "Donor", value: "Nobody", stated: false },
        ],
        passages: [at(1, "It gave ten coins.")],
      },
      { type: "quote", passages: [at(1, "It gave ten coins.")] },
      {
        type: "table",
        columns: ["Who", "Gave", "When"],
        rows: [
          [
            [{ value: "Anybody", stated: false, passages: [] }],
            [
              { value: "six coins", stated: true, passages: [at(1, "six coins")] },
              { value: "five coins", stated: true, passages: [at(2, "five coins")] },
            ],
            [],
          ],
        ],
      },
      { type: "note", texts: ["They differ here."], differs: true },
      { type: "note", texts: ["One remark.", "Two remarks."] },
    ],
    [
      { type: "quote", passages: [at(2, "We came"), at(2, "we went.")], speaker: "Somebody" },
      {
        type: "quote",
        passages: [at(2, "He spoke of “cake” then.")],
        speaker: "He, a fragment",
        fragment: "cake",
      },
      { type: "report", passages: [at(2, "She said that it rained.")], speaker: "She, as reported" },
      { type: "copyable", label: "To be pasted", text: "@article{key,\n  note = {*As* it <is>}\n}" },
      {
        type: "choices",
        choices: [{ label: "Third way", detail: "a detail", ask: createAsk("define", "third") }],
      },
    ],
  ],
  close: [{ type: "note", texts: ["Closing remark."] }],
  sources,
  buttons: [
    { type: "ask", label: "Ask further", ask: createAsk("pledge", "further") },
    { type: "link", label: "Read there", url: "https://a.example/there" },
  ],
});

/** Many items of some length, so that no platform shows them all at once. */
export const longAnswer = (items: number, letters: number): Answer =>
  createAnswer({
    ask: createAsk("quote", "someone"),
    title: "Long",
    outcome: "found",
    opening: [{ type: "text", text: "Lead text." }],
    items: Array.from({ length: items }, (_, index) => [
      { type: "heading", text: `Item ${index + 1} of it` },
      { type: "quote", passages: [at(1, "word ".repeat(letters / 5))], speaker: "Somebody" },
    ]),
    sources,
  });
