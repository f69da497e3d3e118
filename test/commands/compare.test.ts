/** Tests /compare on the real shelf: what people read. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { createBot } from "../../src/desk/bot.ts";
import { englishMessages } from "../../src/language/en/messages.ts";
import { loadMessages } from "../../src/language/messages.ts";
import { createLibrary } from "../../src/library/embedded-library.ts";
import { readShelf } from "../../src/shelf/shelf.ts";
import { ask, bot, keptLog, library, PROJECT } from "../desks.ts";
import { type Changes, setting, shelfWith } from "../shelves.ts";

/** Creates a bot on a changed shelf. */
const botWith = async (changes: Changes) =>
  createBot(createLibrary(await readShelf(shelfWith(changes))), commands, englishMessages, keptLog());

describe("/compare alibaba tencent", () => {
  it("sets what each source states beside the other, and the sum of several apart", async () => {
    expect(await ask("/compare alibaba tencent")).toMatchInlineSnapshot(`
      "Alibaba and Tencent · pledges side by side
      /compare alibaba tencent

      Alibaba
        Amount: “$15.5 billion” [1]; “$15 billion” [2]
        Wording: “committed” [1]; “donation of” [2]
        Period: “over the next several years” [1]; “over the next five years” [2]
        Purpose, cause: “toward initiatives, including technology innovation, economic development, high-quality job creation, and supporting vulnerable groups” [1]; “In light of these announcements” [1]; “to the initiative” [2]
        Desk’s note: According to: Daniel Zhang (Voice of America). “These announcements” go back to the paragraphs before, on what Xi has said and on what rich individuals and companies have been encouraged to do. “The initiative” is Beijing’s “common prosperity” initiative, named in the first sentence of the text.

      Tencent
        Amount: not stated in this source [1]
        Wording: “committing to double the money it puts toward social initiatives to match Alibaba” [1]
        Purpose, cause: “investing in rural revitalization and helping to grow earnings for low-income groups” [1]

      Tencent, Pinduoduo and Meituan
        Amount: not stated in this source [2]
        Wording: “pledging financial support” [2]
        Purpose, cause: “for social causes” [2]; “Beijing’s call” [2]
        When: “before the Sept. 26-28 gathering” [2]

      Alibaba, Tencent, ByteDance and Meituan, together
        Amount: “a total of $154 million” [1]
        Wording: “pledged” [1]
        Purpose, cause: “for flood relief efforts” [1]; “when Zhengzhou was hit with one of its heaviest rainfalls in decades” [1]
        When: “In July” [1]
        Desk’s note: “In July” is taken as July 2021. The source names no year; 2021 follows from its publication on 23 November 2021.

      Sources
      [1] “Chinese Tech Philanthropy in the Age of ‘Common Prosperity’”, by Daniel Tam-Claiborne. SupChina, 23 November 2021, no link. Stored text: republication by All China Review, date not known. All rights reserved by its publisher; passages are quoted. https://allchinareview.com/chinese-tech-philanthropy-in-the-age-of-common-prosperity/
      [2] “China’s Tech Titans Funding Beijing’s Effort to Close Income Gap” (title from a copy), author not known. Voice of America (VOA Mandarin), publisher inferred, publication date not stated, 2021 inferred: The text never names its year; 2021 follows from a verbatim copy of October 2021, no link. A work of the United States government, in the public domain.

      Desk’s note: The sources differ; both are shown.
      - Alibaba, amount: “$15.5 billion” (SupChina) · “$15 billion” (Voice of America)
      - Alibaba, period: “over the next several years” (SupChina) · “over the next five years” (Voice of America)

      Desk’s notes:
      - Don’t add these up: rows may overlap.
      - Joint sums aren’t split.
      - Not yet reviewed by a person (entered on 21 November 2026).

      - Pledges: Alibaba: /pledge alibaba
      - Pledges: Tencent: /pledge tencent
      - See in context: In light of these […]: /source supchina-tech-philanthropy at:3378
      - Cite: /cite supchina-tech-philanthropy voa-common-prosperity"
    `);
  });

  it("says the same in Chinese, and leaves the sources as they are", async () => {
    const bots = await Promise.all(
      (["zh-Hans", "zh-Hant"] as const).map(async (locale) =>
        createBot(library, commands, await loadMessages(locale), keptLog()),
      ),
    );
    const lines = ["/对比 奇虎360和小米", "/比較 奇虎360、小米和美團"];
    const answers = await Promise.all(lines.map((line, index) => bots[index]!.answerLine(line)));
    const read = answers.map(({ title, items, close }) => [
      title,
      ...items.flat().flatMap((block) =>
        block.type === "table"
          ? block.rows.map((row) =>
              row
                .map((cell, at) => [block.columns[at], cell.map(({ value }) => value).join("；")])
                .flatMap(([column, text]) => (text ? [`${column}：${text}`] : []))
                .join(" | "),
            )
          : [],
      ),
      ...close.flatMap((block) => (block.type === "note" ? block.texts : [])),
    ]);
    expect(read).toMatchInlineSnapshot(`
      [
        [
          "奇虎360和小米 · 捐款承诺对比",
          "捐款方：奇虎360 | 金额：未披露；an as yet undisclosed sum | 原文用词：will donate | 用途、事由：to the initiative | 编者注：说法出自：周鸿祎。 “该倡议”（“the initiative”）指文中第一句提到的北京的“共同富裕”倡议。",
          "捐款方：小米 | 金额：没有捐款承诺记录",
          "这些记录于2026年11月21日录入，尚未经人审核。",
        ],
        [
          "奇虎360、小米和美團 · 捐款承諾比較",
          "捐款方：奇虎360 | 金額：未揭露；an as yet undisclosed sum | 原文用詞：will donate | 用途、事由：to the initiative | 編者註：說法出自：周鴻禕。 「該倡議」（“the initiative”）指文中第一句提到的北京的「共同富裕」倡議。",
          "捐款方：小米 | 金額：沒有捐款承諾紀錄",
          "捐款方：美團 | 金額：僅有與其他捐款方一併的紀錄",
          "捐款方：騰訊、拼多多和美團 | 金額：此來源未說明 | 原文用詞：pledging financial support | 用途、事由：for social causes；Beijing’s call | 時間：before the Sept. 26-28 gathering",
          "捐款方：阿里巴巴、騰訊、字節跳動和美團（合計） | 金額：a total of $154 million | 原文用詞：pledged | 用途、事由：for flood relief efforts；when Zhengzhou was hit with one of its heaviest rainfalls in decades | 時間：In July | 編者註：「In July」推斷為2021年7月。來源沒有寫明年份；2021年是據其發布日期2021年11月23日推斷的。",
          "各列金額不可相加：其中兩列所說的可能是同一項承諾。",
          "幾個捐款方合計的金額只列一次，不作拆分。",
          "這些紀錄於2026年11月21日收錄，尚未經人審核。",
        ],
      ]
    `);
  });
});

describe("the names", () => {
  it.each([
    "/compare alibaba, tencent",
    "/compare alibaba vs tencent",
    "/compare alibaba and tencent",
    '/compare "alibaba" "tencent"',
    "/compare donors:alibaba donors:tencent",
    "/compare 阿里巴巴 腾讯",
    "/compare 阿里巴巴和腾讯",
    "/compare Alibaba Group & Tencent Holdings",
  ])("%s", async (line) => {
    const answer = await bot.answerLine(line);
    expect([answer.outcome, answer.title]).toEqual(["found", "Alibaba and Tencent · pledges side by side"]);
  });

  it("stand in the order in which they were asked for", async () => {
    const heads = (await bot.answerLine("/compare xiaomi, qihoo 360 and alibaba")).items.map(([block]) =>
      block?.type === "table" ? block.rows[0]![0]![0]!.value : "",
    );
    expect(heads).toEqual([
      "Xiaomi",
      "Qihoo 360",
      "Alibaba",
      "Alibaba, Tencent, ByteDance and Meituan, together",
    ]);
  });

  it("are said where they were found by likeness, or not at all", async () => {
    const opening = (await ask("/compare alibba, acme corp and 腾讯")).split("\n").slice(0, 5);
    expect(opening).toEqual([
      "Alibaba and Tencent · pledges side by side",
      "/compare alibba, acme corp and 腾讯",
      "",
      "Showing Alibaba for ‘alibba’.",
      "No source here names “acme corp”.",
    ]);
  });

  it("may be an occasion's", async () => {
    const text = await ask("/compare zhengzhou vs shanxi");
    for (const amount of ["“nearly $300 million”", "“a total of $154 million”", "“more than $46 million”"])
      expect(text).toContain(amount);
    expect(text).toContain("“major Chinese tech companies” [1]; together");
  });
});

describe("what there is no sum for", () => {
  it("keeps apart what is undisclosed, what is not stated, and what is not there", async () => {
    const amounts = (await bot.answerLine("/compare qihoo tencent xiaomi bytedance")).items.flatMap(
      ([block]) =>
        block?.type === "table"
          ? [
              [block.rows[0]![0]!, block.rows[0]![1]!]
                .map((cell) => cell.map(({ value }) => value).join("; "))
                .join(": "),
            ]
          : [],
    );
    expect(amounts).toMatchInlineSnapshot(`
      [
        "Qihoo 360: undisclosed; an as yet undisclosed sum",
        "Tencent: not stated in this source",
        "Xiaomi: no pledge on record",
        "ByteDance: recorded only with other donors",
        "Tencent, Pinduoduo and Meituan: not stated in this source",
        "Alibaba, Tencent, ByteDance and Meituan, together: a total of $154 million",
      ]
    `);
  });

  it("says so where none of them has a pledge", async () => {
    expect(await ask("/compare xiaomi weibo")).toMatchInlineSnapshot(`
      "Xiaomi and Weibo · no pledge on record
      /compare xiaomi weibo

      Searched 2 sources (latest known: 23 Nov 2021). Others may differ."
    `);
  });
});

describe("one name, none, several, and names off the shelf", () => {
  it("takes two, and offers the pledge of one", async () => {
    expect(await ask("/compare alibaba")).toMatchInlineSnapshot(`
      "Alibaba · pick at least two to compare
      /compare alibaba

      On its own
      - Pledges: Alibaba: /pledge alibaba
      Beside another
      - Alibaba and ByteDance: /compare alibaba bytedance
      - Alibaba and Meituan: /compare alibaba meituan
      - Alibaba and Pinduoduo: /compare alibaba pinduoduo
      - Alibaba and Qihoo 360: /compare alibaba qihoo-360
      - Alibaba and Tencent: /compare alibaba tencent"
    `);
    expect((await bot.answerLine("/compare alibaba 阿里 alibaba-group")).outcome).toBe("menu");
  });

  it("gives the donors when nothing is asked", async () => {
    expect(await ask("/compare")).toMatchInlineSnapshot(`
      "Compare which donors?
      /compare

      All donors
      - Alibaba, ByteDance, Meituan, Pinduoduo, Qihoo 360 and Tencent: /compare alibaba bytedance meituan pinduoduo qihoo-360 tencent
      Pick two
      - Alibaba: /compare alibaba
      - ByteDance: /compare bytedance
      - Meituan: /compare meituan
      - Pinduoduo: /compare pinduoduo
      - Qihoo 360: /compare qihoo-360
      - Tencent: /compare tencent"
    `);
  });

  it("asks which one is meant, and keeps the others", async () => {
    expect(await ask("/compare floods, alibaba")).toMatchInlineSnapshot(`
      "Which “floods” do you mean?
      /compare floods, alibaba

      Pick one:

      - Shanxi flood: /compare shanxi-floods alibaba
      - Zhengzhou floods: /compare zhengzhou-floods alibaba"
    `);
  });

  it("says what is missing, and what there is of the other", async () => {
    expect(await ask("/compare alibaba acme")).toMatchInlineSnapshot(`
      "Alibaba · pledges side by side
      /compare alibaba acme

      No source here names “acme”.

      Alibaba
        Amount: “$15.5 billion” [1]; “$15 billion” [2]
        Wording: “committed” [1]; “donation of” [2]
        Period: “over the next several years” [1]; “over the next five years” [2]
        Purpose, cause: “toward initiatives, including technology innovation, economic development, high-quality job creation, and supporting vulnerable groups” [1]; “In light of these announcements” [1]; “to the initiative” [2]
        Desk’s note: According to: Daniel Zhang (Voice of America). “These announcements” go back to the paragraphs before, on what Xi has said and on what rich individuals and companies have been encouraged to do. “The initiative” is Beijing’s “common prosperity” initiative, named in the first sentence of the text.

      Alibaba, Tencent, ByteDance and Meituan, together
        Amount: “a total of $154 million” [1]
        Wording: “pledged” [1]
        Purpose, cause: “for flood relief efforts” [1]; “when Zhengzhou was hit with one of its heaviest rainfalls in decades” [1]
        When: “In July” [1]
        Desk’s note: “In July” is taken as July 2021. The source names no year; 2021 follows from its publication on 23 November 2021.

      Sources
      [1] “Chinese Tech Philanthropy in the Age of ‘Common Prosperity’”, by Daniel Tam-Claiborne. SupChina, 23 November 2021, no link. Stored text: republication by All China Review, date not known. All rights reserved by its publisher; passages are quoted. https://allchinareview.com/chinese-tech-philanthropy-in-the-age-of-common-prosperity/
      [2] “China’s Tech Titans Funding Beijing’s Effort to Close Income Gap” (title from a copy), author not known. Voice of America (VOA Mandarin), publisher inferred, publication date not stated, 2021 inferred: The text never names its year; 2021 follows from a verbatim copy of October 2021, no link. A work of the United States government, in the public domain.

      Desk’s note: The sources differ; both are shown.
      - Alibaba, amount: “$15.5 billion” (SupChina) · “$15 billion” (Voice of America)
      - Alibaba, period: “over the next several years” (SupChina) · “over the next five years” (Voice of America)

      Desk’s notes:
      - Don’t add these up: rows may overlap.
      - Joint sums aren’t split.
      - Not yet reviewed by a person (entered on 21 November 2026).

      - Pledges: Alibaba: /pledge alibaba
      - See in context: In light of these […]: /source supchina-tech-philanthropy at:3378
      - Cite: /cite supchina-tech-philanthropy voa-common-prosperity"
    `);
  });

  it("guesses no person", async () => {
    expect(await ask("/compare alibaba and xi jinpin")).toMatchInlineSnapshot(`
      "Alibaba · pledges side by side
      /compare alibaba and xi jinpin

      No source here names “xi jinpin”.
      Did you mean:
      - Xi Jinping: /compare alibaba xi-jinping

      Alibaba
        Amount: “$15.5 billion” [1]; “$15 billion” [2]
        Wording: “committed” [1]; “donation of” [2]
        Period: “over the next several years” [1]; “over the next five years” [2]
        Purpose, cause: “toward initiatives, including technology innovation, economic development, high-quality job creation, and supporting vulnerable groups” [1]; “In light of these announcements” [1]; “to the initiative” [2]
        Desk’s note: According to: Daniel Zhang (Voice of America). “These announcements” go back to the paragraphs before, on what Xi has said and on what rich individuals and companies have been encouraged to do. “The initiative” is Beijing’s “common prosperity” initiative, named in the first sentence of the text.

      Alibaba, Tencent, ByteDance and Meituan, together
        Amount: “a total of $154 million” [1]
        Wording: “pledged” [1]
        Purpose, cause: “for flood relief efforts” [1]; “when Zhengzhou was hit with one of its heaviest rainfalls in decades” [1]
        When: “In July” [1]
        Desk’s note: “In July” is taken as July 2021. The source names no year; 2021 follows from its publication on 23 November 2021.

      Sources
      [1] “Chinese Tech Philanthropy in the Age of ‘Common Prosperity’”, by Daniel Tam-Claiborne. SupChina, 23 November 2021, no link. Stored text: republication by All China Review, date not known. All rights reserved by its publisher; passages are quoted. https://allchinareview.com/chinese-tech-philanthropy-in-the-age-of-common-prosperity/
      [2] “China’s Tech Titans Funding Beijing’s Effort to Close Income Gap” (title from a copy), author not known. Voice of America (VOA Mandarin), publisher inferred, publication date not stated, 2021 inferred: The text never names its year; 2021 follows from a verbatim copy of October 2021, no link. A work of the United States government, in the public domain.

      Desk’s note: The sources differ; both are shown.
      - Alibaba, amount: “$15.5 billion” (SupChina) · “$15 billion” (Voice of America)
      - Alibaba, period: “over the next several years” (SupChina) · “over the next five years” (Voice of America)

      Desk’s notes:
      - Don’t add these up: rows may overlap.
      - Joint sums aren’t split.
      - Not yet reviewed by a person (entered on 21 November 2026).

      - Pledges: Alibaba: /pledge alibaba
      - See in context: In light of these […]: /source supchina-tech-philanthropy at:3378
      - Cite: /cite supchina-tech-philanthropy voa-common-prosperity"
    `);
    for (const line of ["/compare alibaba xi mingze", "/compare alibaba lei june"])
      expect(JSON.stringify(await bot.answerLine(line))).not.toMatch(/"value":"(Xi Jinping|Lei Jun)"/);
  });

  it("misses like the other commands", async () => {
    expect(await ask("/compare acme globex")).toMatchInlineSnapshot(`
      "Nothing on record for “acme globex”
      /compare acme globex

      No source here names Acme Globex.
      Searched 2 sources (latest known: 23 Nov 2021). Others may differ."
    `);
    expect((await bot.answerLine("/compare ,")).outcome).toBe("nothing");
  });
});

describe("the picture", () => {
  it("has a bar for each stated sum, one for a sum of several, and none for what is not stated", async () => {
    const { picture } = await bot.answerLine("/compare alibaba tencent qihoo xiaomi");
    expect(picture).toMatchInlineSnapshot(`
      {
        "alt": "Bars in US dollars. Alibaba (SupChina): “$15.5 billion” [1]. Alibaba (Voice of America): “$15 billion” [2]. Alibaba, Tencent, ByteDance and Meituan, together: “a total of $154 million” [1]. Not drawn: Tencent: not stated in this source [1]; Qihoo 360: undisclosed [2]; Xiaomi: no pledge on record; Tencent, Pinduoduo and Meituan: not stated in this source [2].",
        "bars": [
          {
            "names": [
              "Alibaba (SupChina)",
            ],
            "stated": "“$15.5 billion” [1]",
            "value": 15500000000,
          },
          {
            "names": [
              "Alibaba (Voice of America)",
            ],
            "stated": "“$15 billion” [2]",
            "value": 15000000000,
          },
          {
            "names": [
              "Alibaba",
              "Tencent",
              "ByteDance",
              "Meituan",
            ],
            "stated": "“a total of $154 million” [1]",
            "value": 154000000,
          },
        ],
        "left": [
          "Tencent: not stated in this source [1]",
          "Qihoo 360: undisclosed [2]",
          "Xiaomi: no pledge on record",
          "Tencent, Pinduoduo and Meituan: not stated in this source [2]",
        ],
        "title": "Alibaba, Tencent, Qihoo 360 and Xiaomi · stated amounts",
        "type": "bars",
        "unit": "US dollars",
      }
    `);
  });

  it("is there only where two sums can be compared", async () => {
    const drawn = async (line: string) => (await bot.answerLine(line)).picture !== undefined;
    expect(await drawn("/compare alibaba xiaomi")).toBe(true);
    expect(await drawn("/compare tencent qihoo")).toBe(false);
    expect(await drawn("/compare qihoo xiaomi")).toBe(false);
    expect(await drawn("/compare alibaba")).toBe(false);
  });
});

describe("over another shelf", () => {
  const file = "data/pledges/alibaba-common-prosperity.json";
  const sums = async (changes: Changes) => {
    const answer = await (await botWith(changes)).answerLine("/compare alibaba tencent");
    const [first] = answer.items;
    const amount = first?.[0]?.type === "table" ? first[0].rows[0]![1]! : [];
    const notes = answer.close.flatMap((block) => (block.type === "note" ? block.texts : []));
    return {
      answer,
      notes,
      amount: amount.map(({ value, passages }) => [value, ...passages.map(({ source }) => source)]),
    };
  };

  it("converts nothing: a sum in another currency is left beside the bars, and said to stand as it is", async () => {
    const { answer, notes } = await sums({ [file]: setting("/accounts/1/amount/currency", "HKD") });
    expect(notes).toContain(
      "Amounts in different currencies or units stand as they are stated; none is converted.",
    );
    expect(answer.picture).toMatchObject({
      unit: "US dollars",
      bars: [{ names: ["Alibaba (SupChina)"] }, { names: ["Alibaba", "Tencent", "ByteDance", "Meituan"] }],
      left: expect.arrayContaining(["Alibaba (Voice of America): “$15 billion” [2], in Hong Kong dollars"]),
    });
  });

  it("says no difference where there is none, and draws one bar", async () => {
    const value = 15_500_000_000;
    const { accounts } = JSON.parse(readFileSync(join(PROJECT, file), "utf8")) as { accounts: object[] };
    const { answer, notes } = await sums({
      [file]: setting("/accounts/1", accounts[0]),
    });
    expect(notes.join("\n")).not.toContain("The sources differ");
    expect(answer.picture).toMatchObject({ bars: [{ names: ["Alibaba"], value }, { value: 154_000_000 }] });
  });

  it("draws what one source states, and leaves what the other does not", async () => {
    const { answer, amount } = await sums({ [file]: setting("/accounts/1/amount", { status: "unstated" }) });
    expect(amount).toEqual([
      ["$15.5 billion", 1],
      ["not stated in this source", 2],
    ]);
    expect(answer.picture).toMatchObject({
      left: expect.arrayContaining(["Alibaba (Voice of America): not stated in this source [2]"]),
    });
  });

  it("says once what two accounts say alike", async () => {
    const passages = JSON.parse((await import("node:fs")).readFileSync(file, "utf8")).accounts[0].passages;
    const account = { passages, verb: "committed", amount: { status: "unstated" } };
    const { amount } = await sums({ [file]: setting("/accounts", [account, account]) });
    expect(amount).toEqual([["not stated in this source", 1, 1]]);
  });
});

describe("suggestions", () => {
  const suggest = async (typed: string) =>
    (await bot.suggest("compare", "donors", typed))
      .slice(0, 3)
      .map(({ label, value }) => `${label} = ${value}`);

  it.each([
    ["", ["Alibaba and ByteDance = alibaba bytedance", "Alibaba = alibaba", "ByteDance = bytedance"]],
    ["ten", ["Tencent = tencent"]],
    ["alibaba ten", ["Alibaba and Tencent = alibaba tencent"]],
    ["阿里巴巴、腾", ["Alibaba and Tencent = alibaba tencent"]],
    ["alibaba, qihoo 360 and byte", ["Alibaba, Qihoo 360 and ByteDance = alibaba qihoo-360 bytedance"]],
    [
      "alibaba",
      [
        "Alibaba = alibaba",
        "Alibaba and ByteDance = alibaba bytedance",
        "Alibaba and Meituan = alibaba meituan",
      ],
    ],
    ["acme", []],
  ])("for “%s”", async (typed, expected) => {
    expect(await suggest(typed)).toEqual(expected);
  });
});

it("stands whole as one table, whatever is compared", async () => {
  for (const line of [
    "/compare alibaba tencent",
    "/compare zhengzhou shanxi",
    "/compare qihoo xiaomi meituan",
  ]) {
    const blocks = (await bot.answerLine(line)).items.flat();
    expect(blocks.every(({ type }) => type === "table")).toBe(true);
    expect(new Set(blocks.map((block) => block.type === "table" && block.columns.join())).size).toBe(1);
  }
});
