/** Messages of the short form of answers in simplified Chinese. */
import type { BriefMessages } from "../en/brief.ts";
import { chineseDate, spaceLatin } from "../zh/typography.ts";

export const simplifiedBrief: BriefMessages = {
  whole: "完整段落",
  notes: (count) => `注释（${count}）`,
  notesTitle: (subject) => spaceLatin`${subject}的注释`,
  detail: "显示多少内容：full（全文）或 notes（注释）",
  unreviewed: "未经审核",
  shortDate: chineseDate,
  republishedBy: (publisher) => spaceLatin`${publisher}转载`,
  between: " · ",
  inferredDate: (stated, date) => `${stated}：${date}，年份系推定。`,
  reported: "转述",
  differ: "各来源说法不同",
  or: "或",
  notDisclosed: "尚未披露",
  noSum: "未说明金额",
  jointly: (donors) => spaceLatin`${donors}共同`,
  by: (donors) => donors,
  sums: (count) => `${count}笔金额，不可相加`,
  pledges: (count) => `${count}项捐款承诺`,
  noPledge: (sources) => `这里的${sources}个来源中没有捐款承诺`,
  namedHere: (upTo) => `${upTo === null ? "" : `（已知最新：${chineseDate(upTo)}）`}。来源中的相关文字：`,
  words: (whole, partial, reported) =>
    [
      whole > 0 ? `${whole}条引语` : "",
      partial > 0 ? `${partial}条部分引语` : "",
      reported > 0 ? `${reported}条转述${whole + partial > 0 ? "" : "，无引语"}` : "",
    ]
      .filter((part) => part !== "")
      .join("、"),
  used: (count) => `来源中未作定义，使用${count}次`,
  dated: (entries) => `${entries}项有日期的记录`,
  passages: (count) => `${count}条结果`,
  verdicts: {
    supported: "来源支持",
    differs: "与来源不同",
    "not-as-stated": "未见此说",
    none: "无结论",
  },
  sentences: (count, all) => `${all}句中的${count}句`,
};
