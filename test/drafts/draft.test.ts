/** Tests what is drafted from a text, and how it is written. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Draft } from "../../src/drafts/draft.ts";
import { draftLines } from "../../src/drafts/draft-json.ts";
import { draftText } from "../../src/drafts/draft-text.ts";
import { PROJECT } from "../desks.ts";
import { temporaryFolder } from "../shelves.ts";

const draftsOf = (kind: Draft["kind"], text: string): readonly Draft[] =>
  draftText(text, { published: "2023-06-14" }).drafts.filter((draft) => draft.kind === kind);

describe("a sum", () => {
  it.each([
    ["The fund gave £2.37bn to Acme.", "£2.37bn", 2_370_000_000, "GBP"],
    ["It cost Rs 900 crore.", "Rs 900 crore", 9_000_000_000, "INR"],
    ["It cost half a million pounds.", "half a million pounds", 500_000, "GBP"],
    ["公司捐出二億港元。", "二億港元", 200_000_000, "HKD"],
    ["我們今年收到三千萬元。", "三千萬元", 30_000_000, undefined],
    ["我们今年收到三千万元。", "三千万元", 30_000_000, "CNY"],
    ["In Tokyo it cost ¥5 million.", "¥5 million", 5_000_000, "JPY"],
    ["It cost ¥5 million.", "¥5 million", 5_000_000, undefined],
  ])("in “%s”", (text, written, value, currency) => {
    expect(draftsOf("sum", text).map(({ amount }) => amount)).toMatchObject([
      { text: written, value, currency },
    ]);
  });

  it.each([
    ["Acme Ltd pledged $5 million to the school.", true],
    ["Acme Ltd refused to give $5 million.", false],
    ["Acme Ltd, which is worth $5 million, gave nothing.", false],
    ["Had Acme Ltd given $5 million, it would have stood.", false],
    ["The school received a $5 million grant from Acme Ltd.", true],
    ["Acme Ltd gave to the $5 million project.", false],
    ["Acme Ltd raised $5 million.", false],
    ["Acme Ltd donated masks worth $5 million.", true],
  ])("is a gift or not: %s", (text, gift) => {
    expect(draftsOf("sum", text).map((draft) => draft.gift)).toEqual([gift]);
  });

  it.each([
    ["Acme Ltd and Bolt Group gave $5 million.", ["Acme Ltd", "Bolt Group"]],
    ["The retailer’s founder Jane Roe gave $5 million.", ["Jane Roe"]],
    ["The school received $5 million from Acme Ltd.", ["Acme Ltd"]],
    ["LEEDS, May 3 (Wire) - Acme Ltd gave $5 million.", ["Acme Ltd"]],
    ["The school was given $5 million.", undefined],
  ])("has its donors, or none: %s", (text, donors) => {
    expect(draftsOf("sum", text)[0]?.donors).toEqual(donors);
  });
});

describe("a quotation", () => {
  it.each([
    ["“We begin today and go on,” said Jane Roe, a baker. “Nobody will stop us.”", "Jane Roe", 2],
    ["Jane Roe, a baker, said: “We begin today and go on.”", "Jane Roe", 1],
    ["Jane Roe is a baker. “We begin today and go on,” she said.", "Jane Roe", 1],
    ["Jane Roe’s view was echoed by John Doe. “We begin today and go on,” he said.", "John Doe", 1],
    ["A spokesman for Jane Roe said: “We begin today and go on.”", undefined, 1],
    ["John Doe met Paul Poe. “We begin today and go on.”\n\nNobody knows who said it.", "John Doe", 1],
    ["張美玲教授表示：「我們今天就開始。」", "張美玲", 1],
  ])("of one who can be told, or of nobody: %s", (text, speaker, passages) => {
    const [draft] = draftsOf("quotation", text);
    expect([draft?.speaker, draft?.passages.length]).toEqual([speaker, passages]);
    expect(draft?.questions === undefined).toBe(speaker !== undefined);
  });

  it("goes on in the next paragraph, where the mark is opened anew", () => {
    const text = "“We began in May,” said Jane Roe. “It was cold.\n\n“It is still cold.”";
    expect(draftsOf("quotation", text).map(({ passages }) => passages.length)).toEqual([3]);
  });

  it.each([
    "The so-called “giving circle” has ten members.",
    "She read the book “The Salt House” twice.",
    "He sang “Never Sell the Sea”.",
    "He fell off the ’80s wagon and broke a 6” nail.",
  ])("is none in: %s", (text) => {
    expect(draftsOf("quotation", text)).toEqual([]);
  });
});

it("a role names the one person who has it", () => {
  const text = "The mayor, Jane Roe, met John Doe, a baker. “It is done and over,” the mayor said.";
  expect(draftsOf("quotation", text)[0]?.speaker).toBe("Jane Roe");
});

it("a date is resolved by the day of the text", () => {
  const dated = (text: string) => draftsOf("event", text).map(({ date }) => date?.date);
  expect(dated("It was opened on Monday.")).toEqual(["2023-06-12"]);
  expect(dated("It was opened in July.")).toEqual(["2022-07"]);
  expect(dated("去年3月，学校开学。")).toEqual(["2022-03"]);
});

it.each([
  ["The council expects work to begin in September and to last for two summers.", "2023-09"],
  ["In September, the council will vote on it.", "2023-09"],
  ["They said that the hall would open in March.", "2024-03"],
  ["It is due to close in June.", "2023-06"],
  ["The mayor, who was elected in May, will open the bridge.", "2023-05"],
  ["It had been due to open in September.", "2022-09"],
  ["The court will hear them on Friday.", "2023-06-16"],
  ["They meet again next Tuesday.", "2023-06-20"],
  ["The fund closes next year.", "2024"],
  ["学校将于9月开学。", "2023-09"],
  ["学校原定9月开学。", "2022-09"],
  ["工程预计明年完工。", "2024"],
])("what is to come is not read as of the year before: %s", (text, date) => {
  expect(draftsOf("event", text).map((draft) => draft.date?.date)).toEqual([date]);
});

it("offsets in JSON count code points, and members that do not apply are left out", () => {
  const text = "🦉🦉 Jane Roe said: “We begin today and go on.”";
  const drafts = draftText(text).drafts.flatMap(({ questions, ...draft }) =>
    draft.kind === "quotation" && questions === undefined ? [draft] : [],
  );
  expect(draftLines(drafts, "a-source", text)).toEqual([
    '{"kind":"quotation","source":"a-source","passages":[{"exact":"We begin today and go on.","start":19}],"speaker":"Jane Roe"}',
  ]);
});

it("every passage stands in the text, whatever the text is", () => {
  const pieces = [
    "“",
    "”",
    "‘",
    "\n\n",
    ". ",
    " said ",
    "Jane Roe",
    "Acme Ltd",
    " gave ",
    "$5 million",
    "捐",
    "公司",
    "王芳",
    "说：",
    "「",
    "」",
    "\ud800",
    "\u202e",
    "é",
    " and ",
    ", ",
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
      const text = parts.join("");
      for (const { passages } of draftText(text).drafts)
        for (const { start, end } of passages)
          expect(0 <= start && start < end && end <= text.length).toBe(true);
    }),
  );
});

describe("refdesk draft", () => {
  const home = temporaryFolder();
  const refdesk = (...args: string[]) => {
    const env = { PATH: process.env.PATH, HOME: home, CACHE_DIR: join(home, "cache"), LANG: "en_US.UTF-8" };
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(PROJECT, "bin/refdesk.js"), "draft", ...args],
      { cwd: home, env, encoding: "utf8" },
    );
    return { status, out: stdout, err: stderr };
  };

  it("prints the drafts of a file, with their passages in place and what is open", () => {
    writeFileSync(join(home, "a.txt"), "Acme Ltd gave $5 million.\n\n“It is a start,” she said.\n");
    expect(refdesk("a.txt").out).toMatchInlineSnapshot(`
      "Gifts (1)

      1. $5 million = 5,000,000 USD, by Acme Ltd
         Acme Ltd gave [$5 million].


      Quotations (1)

      1. speaker open
         “[It is a start,]” she said.
         ? Who is “she”?


      Organizations (1)

      1. Acme Ltd
         [Acme Ltd] gave $5 million.

      3 drafts, 1 of them with an open question. A draft is no record: a person confirms each.
      "
    `);
  });

  it("knows what is on the shelf already", () => {
    const { out, status } = refdesk("voa-common-prosperity");
    expect(status).toBe(0);
    expect(out).toContain("= The same words are on the shelf: quotes/lu-target-of-the-initiative");
    expect(out).toContain("= The shelf has this gift: pledges/qihoo-360-common-prosperity");
  });

  it.each([
    [["nowhere"], /^“nowhere” is neither a source of the shelf nor a file\. Sources are: /],
    [[], /^One source or file is expected, and 0 were given\./],
  ])("%j is refused", (args, expected) => {
    const { status, err } = refdesk(...args);
    expect(status).toBe(2);
    expect(err).toMatch(expected);
  });

  it("a file that is no text is refused", () => {
    writeFileSync(join(home, "b.bin"), Buffer.from([0xff, 0xfe, 0x00, 0x01]));
    expect(refdesk("b.bin").err).toBe(
      "b.bin is no plain text in UTF-8. Make a source of it first: npm run add -- b.bin\n",
    );
  });
});
