/** Pictures in characters: what a terminal shows, and that it never runs over. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BarPicture, TimelinePicture } from "../../src/desk/picture.ts";
import { drawText } from "../../src/picture/characters.ts";
import { MAX_BARS, MAX_MOMENTS } from "../../src/picture/content.ts";
import { columnWidth } from "../../src/support/columns.ts";
import {
  anyLocale,
  anyPicture,
  chineseDonors,
  chineseHistory,
  donors,
  history,
  traditional,
} from "./pictures.ts";

describe("bars", () => {
  it("stand beside their names", () => {
    expect(drawText(donors, 80, "en")).toMatchInlineSnapshot(`
      "Stated sums in US dollars
      US dollars

      Alibaba                      ██████████████████████████████ “$15.5 billion” [1]
      Tencent                      ██████████████▉ “$7.7 billion” [1] [2]
      Pinduoduo                  ┬ ███▋ “a total of more than $1.9 billion” [2]
      Colin Huang and the Starry ┤
      Night Charitable Trust     │
      Hillhouse                  ┘
      Lei Jun                      ▏ “$3 million” [4]

      Not drawn:
      - Meituan: undisclosed
      - Wang Xing: not stated in the sources"
    `);
  });

  it("stand under their names where there is little room", () => {
    expect(drawText(donors, 36, "en")).toMatchInlineSnapshot(`
      "Stated sums in US dollars
      US dollars

      Alibaba
      ████████████████ “$15.5 billion” [1]

      Tencent
      ████████ “$7.7 billion” [1] [2]

      Pinduoduo                        ┬
      Colin Huang and the Starry Night ┤
      Charitable Trust                 │
      Hillhouse                        ┘
      ██ “a total of more than $1.9
         billion” [2]

      Lei Jun
      ▏ “$3 million” [4]

      Not drawn:
      - Meituan: undisclosed
      - Wang Xing: not stated in the
        sources"
    `);
  });

  it("line up behind Chinese", () => {
    expect(drawText(chineseDonors, 72, "zh-Hans")).toMatchInlineSnapshot(`
      "承诺金额比较：阿里巴巴、腾讯与拼多多
      人民币元

      阿里巴巴                   █████████████████████ “1000亿元人民币” [1]
      腾讯                       █████████████████████ “总额达1000亿元的‘共同
                                                       富裕专项计划’” [1] [2]
      拼多多                   ┬ ██▏ “100亿元” [2]
      北京字节跳动科技有限公司 ┤
      公益基金会               ┘

      未画出：
      - 美团：未披露"
    `);
  });

  it("are not drawn for what is no length", () => {
    const values = [Number.NaN, 0, -1, Number.POSITIVE_INFINITY];
    const bars = values.map((value) => ({ names: [`Of ${value}`], value, stated: "“a sum” [1]" }));
    expect(drawText({ ...donors, bars, left: [] }, 80, "en")).toMatchInlineSnapshot(`
      "Stated sums in US dollars

      Not drawn:
      - Of NaN: “a sum” [1]
      - Of 0: “a sum” [1]
      - Of -1: “a sum” [1]
      - Of Infinity: “a sum” [1]"
    `);
  });
});

describe("moments", () => {
  it("stand along a rail", () => {
    expect(drawText(history, 72, "en")).toMatchInlineSnapshot(`
      "Third distribution: what happened when

      1990s
               1990s ● Li Yining brings up the third distribution (event)
      2008
         12 May 2008 ● Earthquake in Wenchuan; giving rises to more than 100
                     │ billion yuan (event)
      2021
      17 August 2021 ● Xi Jinping: “common prosperity” (quotation)
         August 2021 ○ Tencent: “50 billion yuan” (pledge)
            inferred │"
    `);
  });

  it("stand under their dates where there is little room", () => {
    expect(drawText(history, 36, "en")).toMatchInlineSnapshot(`
      "Third distribution: what happened
      when

      1990s
      ● 1990s
      │ Li Yining brings up the third
      │ distribution (event)
      2008
      ● 12 May 2008
      │ Earthquake in Wenchuan; giving
      │ rises to more than 100 billion
      │ yuan (event)
      2021
      ● 17 August 2021
      │ Xi Jinping: “common prosperity”
      │ (quotation)
      ○ August 2021 (inferred)
      │ Tencent: “50 billion yuan”
      │ (pledge)"
    `);
  });

  it("line up behind Chinese dates", () => {
    expect(drawText(chineseHistory, 60, "zh-Hans")).toMatchInlineSnapshot(`
      "第三次分配：大事记

      1990年代
           1990年代 ● 厉以宁提出“第三次分配”（事件）
      2021
      2021年8月17日 ● 习近平：“共同富裕是社会主义的本质要求，是中
                    │ 国式现代化的重要特征”（引语）
          2021年8月 ○ 腾讯：“500亿元”（承诺）
               推断 │"
    `);
  });
});

it("everything stated is there, every name, date and thing that happened", () => {
  for (const picture of [donors, chineseDonors]) {
    const drawn = drawText(picture, 200, "en");
    for (const { names, stated } of picture.bars)
      for (const text of [...names, stated]) expect(drawn).toContain(text);
    for (const text of picture.left) expect(drawn).toContain(text);
  }
  for (const picture of [history, chineseHistory, traditional]) {
    const drawn = drawText(picture, 200, "en");
    for (const { when, what, kind } of picture.moments)
      for (const text of [when, what, kind]) expect(drawn).toContain(text);
    expect(drawn).toContain(picture.inferredMark);
  }
});

it("what there is no room for is said to be in the table", () => {
  const bars = Array.from({ length: MAX_BARS + 3 }, (_, index) => ({
    ...donors.bars[0]!,
    names: [`Donor ${index}`],
  }));
  const many: BarPicture = { ...donors, bars };
  expect(drawText(many, 80, "en")).toContain("3 more in the table");
  expect(drawText(many, 80, "zh-Hans")).toContain("表格中另有3项");
  const moments = Array.from({ length: MAX_MOMENTS + 12 }, () => history.moments[0]!);
  const long: TimelinePicture = { ...history, moments };
  expect(drawText(long, 80, "en")).toContain("12 more in the table");
  expect(drawText(long, 80, "zh-Hant")).toContain("表格中另有12項");
});

it("an inferred date has its own mark, and the word for it", () => {
  const lines = drawText(history, 72, "en").split("\n");
  expect(lines.filter((line) => line.includes("○"))).toEqual([
    expect.stringContaining("August 2021 ○ Tencent"),
  ]);
  expect(drawText(history, 72, "en").match(/●/g)).toHaveLength(3);
});

it("whatever a picture holds, no line is wider than it may be, nor holds what steers a terminal", () => {
  fc.assert(
    fc.property(anyPicture, anyLocale, fc.integer({ min: 20, max: 120 }), (picture, locale, width) => {
      for (const line of drawText(picture, width, locale).split("\n")) {
        expect(columnWidth(line)).toBeLessThanOrEqual(width);
        expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
      }
    }),
  );
});
