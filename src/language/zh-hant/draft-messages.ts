/** Messages of `refdesk draft` in traditional Chinese. */

import { programCommand } from "../../support/program-command.ts";
import type { DraftMessages } from "../en/draft-messages.ts";
import { chineseList, spaceLatin } from "../zh/typography.ts";
import { traditionalDraftQuestions } from "./draft-questions.ts";

const NUMBER = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });

export const traditionalDraftMessages: DraftMessages = {
  questions: traditionalDraftQuestions,
  headings: {
    gift: "捐款",
    quotation: "引語",
    sum: "其他金額",
    definition: "定義",
    event: "有日期的句子",
    person: "人物",
    organization: "機構",
  },
  nothing: "沒有找到可以成為紀錄的內容。",
  nobody: "說話者待定",
  amount: ({ text, value, currency, qualifier }) =>
    [
      qualifier === undefined ? text : `${text}（${qualifier}）`,
      ...(value === undefined ? [] : [`= ${NUMBER.format(value)} ${currency ?? "（幣種待定）"}`]),
    ].join(" "),
  donors: (names, joint) =>
    names.length === 0
      ? "捐款方待定"
      : joint
        ? spaceLatin`由${chineseList(names)}合計捐出`
        : spaceLatin`由${chineseList(names)}捐出`,
  dated: (date, to) => (to === undefined ? date : `${date} 至 ${to}`),
  question: (ask, candidates) =>
    candidates.length === 0 ? `? ${ask}` : `? ${ask}可能是：${candidates.join("、")}。`,
  known: (as, ref) => (as === "copy" ? `= 資料庫中已有相同的文字：${ref}` : `= 資料庫中已有這筆捐款：${ref}`),
  difference: (what, here, there) =>
    `≠ ${what === "amount" ? "金額" : "說話者"}：此處為「${here}」，已有紀錄為「${there}」。`,
  summary: (all, open) => `共${all}筆草稿，其中${open}筆有疑問。草稿不是紀錄，每筆都須由人確認。`,
  noSource: (given, ids) =>
    `「${given}」既不是資料庫中的來源，也不是檔案。${ids.length === 0 ? "資料庫中沒有來源。" : `來源有：${ids.join("、")}。`}`,
  noText: (path) => spaceLatin`${path} 不是 UTF-8 純文字。請先把它做成來源：${programCommand("add", [path])}`,
  tooLong: (path, megabytes) => spaceLatin`${path} 超過 ${megabytes} MB，一次讀不了這麼多。`,
  sameDraft: (as, ref) =>
    as === "copy" ? spaceLatin`與 ${ref} 是同一段話嗎？` : spaceLatin`是 ${ref} 的另一說法嗎？`,
};
