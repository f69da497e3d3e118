/** Tests /check on the real shelf: the wording of verdicts and the layout of the answer. */

import { describe, expect, it } from "vitest";
import { createAsk } from "../../src/ask/ask.ts";
import type { Answer, AnswerItem, Block } from "../../src/desk/answer.ts";
import { loadMessages } from "../../src/language/messages.ts";
import { namedIn } from "../../src/library/lookups.ts";
import { ask, bot, botsWithLog, library } from "../desks.ts";

const check = (text: string): Promise<Answer> => bot.answer(createAsk("check", text));

/** Returns the texts between each heading and its passages, which are the verdict, and the notes after the passages. */
async function said(text: string): Promise<{ verdict: string[]; notes: string[] }> {
  const texts = (block: Block) => (block.type === "text" ? [block.text] : []);
  const notes = (block: Block) => (block.type === "note" ? block.texts : []);
  const headed = (await check(text)).items.filter((item) => item.some(({ type }) => type === "heading"));
  const endOf = (item: AnswerItem) => item.findIndex(({ type }) => type === "quote" || type === "report");
  const before = headed.flatMap((item) => item.slice(0, endOf(item)));
  const after = headed.flatMap((item) => item.slice(endOf(item)));
  expect([...before.flatMap(notes), ...after.flatMap(texts)]).toEqual([]);
  return { verdict: before.flatMap(texts), notes: after.flatMap(notes) };
}

describe("says of a verdict what it is, on whose word", () => {
  it.each([
    [
      "Alibaba pledged $20 billion.",
      ["Alibaba: you wrote $20 billion; the sources say “$15.5 billion” and “$15 billion”."],
    ],
    [
      "Alibaba committed more than $15 billion.",
      ["Alibaba: SupChina says more than $15 billion (1 of 2 sources)."],
    ],
    ["阿里巴巴承诺捐150亿美元。", ["Alibaba: Voice of America says 150亿美元 (1 of 2 sources)."]],
    [
      "Alibaba, Tencent, ByteDance and Meituan pledged $100 million after the Zhengzhou floods.",
      [
        "Alibaba, Tencent, ByteDance and Meituan: you wrote $100 million; the source says “a total of $154 million”.",
      ],
    ],
    [
      "Alibaba pledged 100 billion yuan.",
      ["Alibaba: you wrote 100 billion yuan; no source here states a sum in that currency."],
    ],
    [
      "Qihoo 360 will donate $1 million.",
      ["Qihoo 360: you wrote $1 million; the source says “an as yet undisclosed sum”."],
    ],
    [
      "Tencent pledged 50 billion yuan.",
      ["Tencent: you wrote 50 billion yuan; no source here states a sum."],
    ],
    [
      "Meituan pledged $15.5 billion to common prosperity.",
      ["$15.5 billion is for Alibaba, not for Meituan."],
    ],
    [
      "Tencent pledged $154 million.",
      ["$154 million is for Alibaba, Tencent, ByteDance and Meituan together, not for Tencent."],
    ],
    [
      "Xi has called for “dividing the cake well”.",
      ["Word for word in SupChina as words of Xi Jinping (1 source)."],
    ],
    ["Lu Jun has called for “dividing the pie well”.", []],
    [
      "Lu Jun said “Common prosperity means wealth for all, not a few people.”",
      [
        "You give these words to Lu Jun; Voice of America gives them to Xi Jinping.",
        "Voice of America words it differently.",
        "You wrote “wealth”; the source has “prosperity”.",
        "You left out “just”.",
      ],
    ],
    [
      "Xi said “technological development must be used to achieve social good”.",
      ["You give these words to Xi Jinping; in Voice of America they report what Lei Jun said."],
    ],
    [
      "Xi said “Formerly high-flying celebrity CEOs are now keeping a low profile.”",
      ["You give these words to Xi Jinping; in Voice of America they are the source’s own."],
    ],
    [
      "The World Internet Conference was held in October 2021.",
      ["Date: you wrote October 2021; the source says “Sept. 26-28”."],
    ],
    [
      "The Zhengzhou floods of 20 July 2021 were severe.",
      ["Date: you wrote 20 July 2021; the source is less precise: “In July”."],
    ],
    [
      "The Shanxi floods displaced 1.76 million people.",
      ["Number: you wrote 1.76 million; the source says “120,000”."],
    ],
    ["Lei Jun, CEO of Qihoo 360, was there.", ["No source says “Lei Jun, CEO of Qihoo 360”. What they say:"]],
  ])("%s", async (text, expected) => {
    expect((await said(text)).verdict).toEqual(expected);
  });
});

it.each([
  [
    "The World Internet Conference was held in October 2021.",
    "“Sept. 26-28” is taken as 26 to 28 September 2021. The source names no year; 2021 follows from a verbatim copy of October 2021.",
  ],
  [
    "The Zhengzhou floods of 20 July 2021 were severe.",
    "“In July” is taken as July 2021. The source names no year; 2021 follows from its publication on 23 November 2021.",
  ],
  [
    "Lu Jun said “Common prosperity means wealth for all, not a few people.”",
    "The source does not say in what language this was said: perhaps another translation.",
  ],
])("notes below the passages what a verdict rests on: %s", async (text, remark) => {
  expect((await said(text)).notes[0]).toBe(remark);
});

it("says what no verdict is given on", async () => {
  expect(JSON.stringify((await check("Alibaba committed $15.5 billion in March.")).items)).toContain(
    "Not compared: March.",
  );
  expect(JSON.stringify((await check("Did Alibaba pledge $20 billion?")).items)).toContain(
    "Skipped: a question.",
  );
});

it("says first what is supported of a sentence, and shows the sentence with the gravest verdict first", async () => {
  const { items, opening } = await check(
    "Tencent gave $3. Alibaba pledged $15.5 billion and Tencent $7.7 billion. Alibaba committed $20 billion.",
  );
  const headings = items.flat().flatMap((block) => (block.type === "heading" ? [block.text] : []));
  expect(headings).toEqual([
    "Sentence 3: Alibaba committed $20 billion.",
    "Differs · Alibaba: common prosperity pledge",
    "Sentence 1: Tencent gave $3.",
    "Not found as stated · Tencent: commitment to social initiatives",
    "Sentence 2: Alibaba pledged $15.5 billion and Tencent $7.7 billion.",
    "Supported · Alibaba: common prosperity pledge",
    "Not found as stated · Tencent: commitment to social initiatives",
  ]);
  expect(opening).toEqual([
    { type: "text", text: "Supported: 1. Differs: 1. Not found as stated: 2.", isExtra: true },
  ]);
});

it("marks in a passage the words in which it differs", async () => {
  const { items } = await check("“Our success depends on our nation’s policies,” said Zhou Hongyi.");
  const passages = items.flat().flatMap((block) => (block.type === "quote" ? block.passages : []));
  expect(
    passages.map(({ text, marked = [] }) => marked.map(({ start, end }) => text.slice(start, end))),
  ).toEqual([["country’s"]]);
});

it("shows each source's passage beside the figure, and where it differs within the shelf itself", async () => {
  expect(await ask('/check "Alibaba committed $15.5 billion."')).toMatchInlineSnapshot(`
    "What the sources say about this
    /check Alibaba committed $15.5 billion.

    Supported · Alibaba: common prosperity pledge
    Alibaba: SupChina says $15.5 billion (1 of 2 sources).

      In light of these announcements, Alibaba committed $15.5 billion over the next several years toward initiatives, including technology innovation, economic development, high-quality job creation, and supporting vulnerable groups as a way to “spread wealth.”
      — SupChina, 23 November 2021 [1]

      Daniel Zhang, CEO at e-commerce giant Alibaba group, said his company’s donation of $15 billion to the initiative over the next five years represented its willingness to help China achieve its goal of prosperity for all.
      — Voice of America, 2021 (both inferred) [2]

    Desk’s note: The sources differ: “$15.5 billion” (SupChina) and “$15 billion” (Voice of America).

    Desk’s notes:
    - One pledge by our reading: neither source has the other’s sum.
    - SupChina’s sentence does not name common prosperity; the link is our reading of the paragraphs before it.
    - VOA’s text opens with the World Internet Conference; it does not say that Daniel Zhang said this there.
    - “These announcements” go back to the paragraphs before, on what Xi has said and on what rich individuals and companies have been encouraged to do.
    - “The initiative” is Beijing’s “common prosperity” initiative, named in the first sentence of the text.

    Sources
    [1] “Chinese Tech Philanthropy in the Age of ‘Common Prosperity’”, by Daniel Tam-Claiborne. SupChina, 23 November 2021, no link. Stored text: republication by All China Review, date not known. All rights reserved by its publisher; passages are quoted. https://allchinareview.com/chinese-tech-philanthropy-in-the-age-of-common-prosperity/
    [2] “China’s Tech Titans Funding Beijing’s Effort to Close Income Gap” (title from a copy), author not known. Voice of America (VOA Mandarin), publisher inferred, publication date not stated, 2021 inferred: The text never names its year; 2021 follows from a verbatim copy of October 2021, no link. A work of the United States government, in the public domain.

    Desk’s notes:
    - Searched 2 sources (latest known: 23 Nov 2021). Others may differ.
    - Not yet reviewed by a person (entered on 21 November 2026).

    - Pledges: Alibaba: /pledge alibaba
    - See in context: In light of these […]: /source supchina-tech-philanthropy at:3378
    - Cite: /cite supchina-tech-philanthropy voa-common-prosperity"
  `);
});

describe("whatever it finds", () => {
  it("is for the asker alone", async () => {
    for (const text of ["Alibaba pledged $20 billion.", "Alibaba.", "Nothing of that."])
      expect((await check(text)).audience).toBe("asker");
  });

  it("offers what the shelf has of its names, once; and a message without any leads nowhere", async () => {
    const offered = async (text: string) => {
      const { items, buttons } = await check(text);
      expect(items.flat().filter(({ type }) => type === "choices")).toEqual([]);
      return buttons.map(({ label }) => label).filter((label) => !/^(?:See in context|Cite)/.test(label));
    };
    expect(await offered("Xi Jinping met Jack Ma of Alibaba over common prosperity.")).toEqual([
      "Quotes: Xi Jinping",
      "Pledges: Alibaba",
      "Define: Common prosperity",
    ]);
    expect(await offered("Alibaba committed $15.5 billion and Tencent gave $3.")).toEqual([
      "Pledges: Alibaba",
      "Pledges: Tencent",
    ]);
    const nothing = await check("The weather is fine.");
    expect(nothing.outcome).toBe("nothing");
    expect(nothing.items).toEqual([
      [{ type: "text", isExtra: true, text: "Nothing found on this in 2 sources." }],
    ]);
    expect(nothing.buttons).toEqual([]);
  });

  it("is said in Chinese to who asks in Chinese", async () => {
    const { botFor } = botsWithLog();
    const bot = await botFor("zh-Hans");
    const { items } = await bot.answer(createAsk("check", "Alibaba pledged $20 billion."));
    const { check: say } = await loadMessages("zh-Hans");
    expect(items[0]?.[0]).toMatchObject({
      text: `${say.kinds.differs} · 阿里巴巴：为共同富裕的捐款承诺`,
    });
    expect(JSON.stringify(items)).toContain(
      "阿里巴巴：这条消息称“$20 billion”；来源称“$15.5 billion”和“$15 billion”。",
    );
  });
});

it("says to who checks nothing what can be checked, with sentences that the shelf speaks of", async () => {
  expect(await ask("/check")).toMatchInlineSnapshot(`
    "What should be checked?
    /check

    A sentence, or a whole message: its sums, words in quotation marks, dates and names are compared with the sources.

    Examples
    - /check Alibaba committed $15.5 billion.
    - /check "Xi Jinping called for “dividing the cake well.”"
    - /check The World Internet Conference was held in October 2021."
  `);
  const { items, outcome } = await bot.answerLine("/check");
  expect(outcome).toBe("menu");
  const choices = items.flat().flatMap((block) => (block.type === "choices" ? block.choices : []));
  expect(choices.length).toBeGreaterThan(2);
  for (const choice of choices) expect((await bot.answer(choice.ask)).outcome, choice.label).toBe("found");
});

it.each([
  ["What did Xi say to the Ministry of Civil Affairs?", ["xi-jinping", "ministry-of-civil-affairs"]],
  ["习近平谈共同富裕与阿里巴巴", ["xi-jinping", "common-prosperity", "alibaba"]],
  ["Alibaba’s Daniel Zhang", ["alibaba", "daniel-zhang"]],
  ["The third distribution, not the three distributions", ["third-distribution", "three-distributions"]],
  ["taxi, exits and oxides", []],
])("finds the names in “%s”", async (text, ids) => {
  const found = await namedIn(text, ["organizations", "people", "events", "terms"], library);
  expect(found.map(({ id }) => id)).toEqual(ids);
});
