/** Messages of the short form of answers in simplified Chinese. */
import type { BriefMessages, ComparedParts } from "../en/brief.ts";
import { chineseDate, spaceLatin } from "../zh/typography.ts";

/** Names of what a part of a sentence was compared for. */
const ASPECTS = {
  amount: "金额",
  currency: "货币",
  name: "名称",
  period: "期限",
  date: "日期",
  number: "数字",
  role: "职务",
  speaker: "说话人",
  source: "出处",
  wording: "措辞",
  statement: "说法",
} as const;

function partsText({ kind, aspects, found, sources }: ComparedParts): string {
  const what = aspects.map((aspect) => ASPECTS[aspect]).join("、");
  if (kind === "supported") return `${what}有来源支持（${sources}个来源中的${found}个）`;
  if (kind === "not-as-stated" && aspects[0] === "source") return "所称的来源中未见此说";
  if (kind === "not-as-stated") return `${what}未见此说`;
  return found > 1 && found === sources ? `${what}与全部${sources}个来源不同` : `${what}与来源不同`;
}

export const simplifiedBrief: BriefMessages = {
  whole: "完整段落",
  wholeTable: "完整表格",
  notes: (count) => `编者注（${count}）`,
  notesTitle: (subject) => spaceLatin`${subject}的编者注`,
  detail: "显示多少内容：full（全文）或 notes（编者注）",
  unreviewed: "未审核",
  reviewed: (count, of) => `${of}条中${count}条已审核`,
  shortDate: chineseDate,
  withdrawn: (credit) => `发布方已撤回或更正：${credit}`,
  republishedBy: (publisher) => spaceLatin`${publisher}转载`,
  between: " · ",
  inferredDate: (stated, date) => `${stated}：${date}，年份为推断。`,
  reported: "转述",
  differ: "各来源说法不同",
  or: "或",
  notDisclosed: "尚未披露",
  noSum: "未说明金额",
  jointly: (donors) => spaceLatin`${donors}合计`,
  by: (donors) => donors,
  sums: (count) => `${count}笔金额，不可相加`,
  pledges: (count) => `${count}项捐款承诺`,
  noPledge: (sources) => `这里的${sources}个来源都没有提到捐款承诺`,
  namedHere: (upTo) => `${upTo === null ? "" : `（已知最新：${chineseDate(upTo)}）`}。来源是这样提到的：`,
  words: (whole, partial, reported) =>
    [
      whole > 0 ? `${whole}条引语` : "",
      partial > 0 ? `${partial}条部分引语` : "",
      reported > 0 ? `${reported}条转述${whole + partial > 0 ? "" : "，无引语"}` : "",
    ]
      .filter((part) => part !== "")
      .join("、"),
  wordsAbout: (words, topic) => `${words}，关于“${topic}”`,
  used: (count) => `来源没有下定义，用到${count}次`,
  partOf: (whole) => `属于“${whole}”`,
  dated: (entries) => `${entries}项有日期的记录`,
  passages: (count) => `${count}条结果`,
  verdicts: {
    supported: "来源支持",
    differs: "与来源不同",
    "not-as-stated": "未见此说",
    none: "无结论",
  },
  parts: (parts) => parts.map(partsText).join("，"),
  sentences: (count, all) => `${all}句中的${count}句`,
};
