/** Pictures for the tests: believable ones, and hostile ones of every shape. */
import fc from "fast-check";
import type { BarPicture, Picture, TimelineMoment, TimelinePicture } from "../../src/desk/picture.ts";
import { anyText } from "../delivery/answers.ts";

export const donors: BarPicture = {
  type: "bars",
  title: "Stated sums in US dollars",
  unit: "US dollars",
  bars: [
    { names: ["Alibaba"], value: 15.5e9, stated: "“$15.5 billion” [1]" },
    { names: ["Tencent"], value: 7.7e9, stated: "“$7.7 billion” [1] [2]" },
    {
      names: ["Pinduoduo", "Colin Huang and the Starry Night Charitable Trust", "Hillhouse"],
      value: 1.9e9,
      stated: "“a total of more than $1.9 billion” [2]",
    },
    { names: ["Lei Jun"], value: 3e6, stated: "“$3 million” [4]" },
  ],
  left: ["Meituan: undisclosed", "Wang Xing: not stated in the sources"],
  alt: "Stated sums of four donors.",
};

export const chineseDonors: BarPicture = {
  type: "bars",
  title: "承诺金额比较：阿里巴巴、腾讯与拼多多",
  unit: "人民币元",
  bars: [
    { names: ["阿里巴巴"], value: 1e11, stated: "“1000亿元人民币” [1]" },
    { names: ["腾讯"], value: 1e11, stated: "“总额达1000亿元的‘共同富裕专项计划’” [1] [2]" },
    { names: ["拼多多", "北京字节跳动科技有限公司公益基金会"], value: 1e10, stated: "“100亿元” [2]" },
  ],
  left: ["美团：未披露"],
  alt: "三项承诺。",
};

const moment = (
  date: string,
  when: string,
  what: string,
  kind: string,
  inferred = false,
): TimelineMoment => ({
  date,
  when,
  what,
  kind,
  inferred,
});

export const history: TimelinePicture = {
  type: "moments",
  title: "Third distribution: what happened when",
  inferredMark: "inferred",
  moments: [
    moment("1990s", "1990s", "Li Yining brings up the third distribution", "event"),
    moment(
      "2008-05-12",
      "12 May 2008",
      "Earthquake in Wenchuan; giving rises to more than 100 billion yuan",
      "event",
    ),
    moment("2021-08-17", "17 August 2021", "Xi Jinping: “common prosperity”", "quotation"),
    moment("2021-08", "August 2021", "Tencent: “50 billion yuan”", "pledge", true),
  ],
  alt: "Four moments.",
};

export const chineseHistory: TimelinePicture = {
  type: "moments",
  title: "第三次分配：大事记",
  inferredMark: "推断",
  moments: [
    moment("1990s", "1990年代", "厉以宁提出“第三次分配”", "事件"),
    moment(
      "2021-08-17",
      "2021年8月17日",
      "习近平：“共同富裕是社会主义的本质要求，是中国式现代化的重要特征”",
      "引语",
    ),
    moment("2021-08", "2021年8月", "腾讯：“500亿元”", "承诺", true),
  ],
  alt: "三件事。",
};

export const traditional: TimelinePicture = {
  ...chineseHistory,
  title: "第三次分配：大事記",
  moments: [moment("2021-09-02", "2021年9月2日", "阿里巴巴與騰訊、馬雲、劉強東：「一千億元」", "承諾", true)],
};

const anyBars: fc.Arbitrary<BarPicture> = fc.record({
  type: fc.constant("bars" as const),
  title: anyText,
  unit: anyText,
  bars: fc.array(
    fc.record({
      names: fc.array(anyText, { maxLength: 15 }),
      value: fc.oneof(fc.double(), fc.double({ min: 1, max: 1e12 })),
      stated: anyText,
    }),
    { maxLength: 30 },
  ),
  left: fc.array(anyText, { maxLength: 30 }),
  alt: anyText,
});

const anyDate = fc.oneof(fc.constantFrom("2021-08-17", "2021-08", "2021", "1990s", "0001"), anyText);

const anyMoments: fc.Arbitrary<TimelinePicture> = fc.record({
  type: fc.constant("moments" as const),
  title: anyText,
  moments: fc.array(
    fc.record({ date: anyDate, when: anyText, what: anyText, kind: anyText, inferred: fc.boolean() }),
    { maxLength: 45 },
  ),
  inferredMark: anyText,
  alt: anyText,
});

export const anyPicture: fc.Arbitrary<Picture> = fc.oneof(anyBars, anyMoments);
export const anyLocale = fc.constantFrom("en" as const, "zh-Hans" as const, "zh-Hant" as const);
