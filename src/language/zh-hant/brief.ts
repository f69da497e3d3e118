/** Messages of the short form of answers in traditional Chinese. */
import type { BriefMessages, ComparedParts } from "../en/brief.ts";
import { chineseDate, spaceLatin } from "../zh/typography.ts";

/** Names of what a part of a sentence was compared for. */
const ASPECTS = {
  amount: "金額",
  currency: "貨幣",
  name: "名稱",
  period: "期限",
  date: "日期",
  number: "數字",
  role: "職務",
  speaker: "說話者",
  source: "出處",
  wording: "措辭",
  statement: "說法",
} as const;

function partsText({ kind, aspects, found, sources }: ComparedParts): string {
  const what = aspects.map((aspect) => ASPECTS[aspect]).join("、");
  if (kind === "supported") return `${what}有來源支持（${sources}個來源中的${found}個）`;
  if (kind === "not-as-stated" && aspects[0] === "source") return "所稱的來源中未見此說";
  if (kind === "not-as-stated") return `${what}未見此說`;
  return found > 1 && found === sources ? `${what}與全部${sources}個來源不同` : `${what}與來源不同`;
}

export const traditionalBrief: BriefMessages = {
  whole: "完整段落",
  wholeTable: "完整表格",
  notes: (count) => `編者註（${count}）`,
  notesTitle: (subject) => spaceLatin`${subject}的編者註`,
  detail: "顯示多少內容：full（全文）或 notes（編者註）",
  unreviewed: "未審核",
  reviewed: (count, of) => `${of}筆中${count}筆已審核`,
  shortDate: chineseDate,
  withdrawn: (credit) => `發布方已撤回或更正：${credit}`,
  republishedBy: (publisher) => spaceLatin`${publisher}轉載`,
  between: " · ",
  inferredDate: (stated, date) => `${stated}：${date}，年份為推斷。`,
  reported: "轉述",
  differ: "各來源說法不同",
  or: "或",
  notDisclosed: "尚未揭露",
  noSum: "未說明金額",
  jointly: (donors) => spaceLatin`${donors}合計`,
  by: (donors) => donors,
  sums: (count) => `${count}筆金額，不可相加`,
  pledges: (count) => `${count}項捐款承諾`,
  noPledge: (sources) => `這裡的${sources}個來源都沒有提到捐款承諾`,
  namedHere: (upTo) => `${upTo === null ? "" : `（已知最新：${chineseDate(upTo)}）`}。來源是這樣提到的：`,
  words: (whole, partial, reported) =>
    [
      whole > 0 ? `${whole}則引語` : "",
      partial > 0 ? `${partial}則部分引語` : "",
      reported > 0 ? `${reported}則轉述${whole + partial > 0 ? "" : "，無引語"}` : "",
    ]
      .filter((part) => part !== "")
      .join("、"),
  wordsAbout: (words, topic) => `${words}，關於「${topic}」`,
  used: (count) => `來源沒有下定義，用到${count}次`,
  partOf: (whole) => `屬於「${whole}」`,
  dated: (entries) => `${entries}項有日期的紀錄`,
  passages: (count) => `${count}筆結果`,
  verdicts: {
    supported: "來源支持",
    differs: "與來源不同",
    "not-as-stated": "未見此說",
    none: "無結論",
  },
  parts: (parts) => parts.map(partsText).join("，"),
  sentences: (count, all) => `${all}句中的${count}句`,
};
