/** Messages of `refdesk draft` in simplified Chinese. */

import { programCommand } from "../../support/program-command.ts";
import type { DraftMessages } from "../en/draft-messages.ts";
import { chineseList, spaceLatin } from "../zh/typography.ts";
import { simplifiedDraftQuestions } from "./draft-questions.ts";

const NUMBER = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });

export const simplifiedDraftMessages: DraftMessages = {
  questions: simplifiedDraftQuestions,
  headings: {
    gift: "捐款",
    quotation: "引语",
    sum: "其他金额",
    definition: "定义",
    event: "有日期的句子",
    person: "人物",
    organization: "机构",
  },
  nothing: "没有找到可以成为记录的内容。",
  nobody: "说话者待定",
  amount: ({ text, value, currency, qualifier }) =>
    [
      qualifier === undefined ? text : `${text}（${qualifier}）`,
      ...(value === undefined ? [] : [`= ${NUMBER.format(value)} ${currency ?? "（币种待定）"}`]),
    ].join(" "),
  donors: (names, joint) =>
    names.length === 0
      ? "捐款方待定"
      : joint
        ? spaceLatin`由${chineseList(names)}合计捐出`
        : spaceLatin`由${chineseList(names)}捐出`,
  dated: (date, to) => (to === undefined ? date : `${date} 至 ${to}`),
  question: (ask, candidates) =>
    candidates.length === 0 ? `? ${ask}` : `? ${ask}可能是：${candidates.join("、")}。`,
  known: (as, ref) => (as === "copy" ? `= 资料库中已有相同的文字：${ref}` : `= 资料库中已有这笔捐款：${ref}`),
  difference: (what, here, there) =>
    `≠ ${what === "amount" ? "金额" : "说话者"}：此处为“${here}”，已有记录为“${there}”。`,
  summary: (all, open) => `共${all}条草稿，其中${open}条有疑问。草稿不是记录，每条都须由人确认。`,
  noSource: (given, ids) =>
    `“${given}”既不是资料库中的来源，也不是文件。${ids.length === 0 ? "资料库中没有来源。" : `来源有：${ids.join("、")}。`}`,
  noText: (path) => spaceLatin`${path} 不是 UTF-8 纯文本。请先把它做成来源：${programCommand("add", [path])}`,
  tooLong: (path, megabytes) => spaceLatin`${path} 超过 ${megabytes} MB，一次读不了这么多。`,
  sameDraft: (as, ref) =>
    as === "copy" ? spaceLatin`与 ${ref} 是同一段话吗？` : spaceLatin`是 ${ref} 的另一说法吗？`,
};
