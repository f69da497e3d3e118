/** Messages of `refdesk review` in a terminal, in simplified Chinese. */

import { programCommand } from "../../support/program-command.ts";
import type { ReviewScreenMessages } from "../en/review-screen.ts";
import { chineseList, spaceLatin } from "../zh/typography.ts";

export const simplifiedReviewScreen: ReviewScreenMessages = {
  kinds: {
    pledges: "捐款",
    quotes: "引语",
    terms: "定义",
    events: "事件",
    people: "人物",
    organizations: "机构",
    facts: "陈述",
  },
  fields: {
    speaker: "说话者",
    donors: "捐款方",
    joint: "合计",
    amount: "金额",
    value: "数值",
    currency: "币种",
    qualifier: "限定词",
    verb: "来源用词",
    purpose: "用途",
    term: "词语",
    when: "时间",
    date: "日期",
    name: "名称",
    role: "身份",
    label: "标签",
  },
  origins: { draft: "", suggestion: "推荐", report: "问题反馈", existing: "已有记录，尚未审核" },
  heading: (at, of, kind, origin) =>
    [`第${at}条，共${of}条`, kind, origin].filter((part) => part !== "").join(" · "),
  answers: (ask) => spaceLatin`将用于回答 ${ask}`,
  about: (ask) => spaceLatin`关于 ${ask} 的答案`,
  source: (id) => spaceLatin`出自 ${id}`,
  question: (ask) => `? ${ask}`,
  nobody: "0 未具名",
  brings: (names) => `一并新增：${chineseList(names)}`,
  known: (as, ref) =>
    as === "copy" ? `= 文字与 ${ref} 相同：按 a 把这段并入` : `= 与 ${ref} 是同一件事：按 a 并入`,
  difference: (what, here, there) => `≠ ${what}：此处为“${here}”，已有记录为“${there}”`,
  remark: (text) => `“${text}”`,
  record: (ref) => `data/${ref}.json`,
  open: "待定",
  keys: (isKnown) =>
    `${isKnown ? "a 并入这条记录  n 另立一条" : "a 通过"}  e 修改  r 不收录  s 稍后  u 撤销  ? 全部按键  q 结束`,
  allKeys: [
    "a      照此通过；列出已有记录时，并入该记录",
    "e      修改字段或段落",
    "r      不收录，以后不再出现",
    "s      稍后：排到最后",
    "m      并入列出的记录，不论其中的说话者是谁",
    "n      在列出的记录之外另立一条",
    "u      撤销上一个决定，也包括前几天的",
    "1 – 9  为问题选一个答案",
    "0      来源没有指明",
    "[ ]    段落开头向前或向后移一个词",
    "{ }    段落结尾向前或向后移一个词",
    "A      先列出、再一次通过这一类中没有疑问的各条",
    "q      结束；未决定的留待以后",
  ],
  anyKey: "按任意键返回。",
  listHeading: (from, to, of) => `没有别处需要的人物、机构、日期和金额：第${from}至${to}条，共${of}条`,
  listKeys: "1 – 9 勾选  A 勾选无疑问的  a 通过已勾选的  r 不收录已勾选的  s 下一页  e 打开  u 撤销  q 结束",
  sureHeading: (many, kind) => `没有疑问的${kind}，共${many}条：`,
  sureKeys: "A 全部通过  其他任意键返回",
  noneSure: "这一类中没有无疑问的。",
  places: (passage) => `“${passage}”在文中出现多次。指哪一处？`,
  placesKeys: "1 – 9 选择一处  其他任意键返回",
  accepted: (refs, isMerged = false) => {
    const files = refs.map((ref) => `data/${ref}.json`).join("、");
    return refs.length === 0 ? "已处理。" : isMerged ? `已并入 ${files}` : `已通过：${files}`;
  },
  rejected: "未收录。",
  deferred: "稍后。",
  undone: "已撤销。",
  nothingToUndo: "没有可以撤销的决定。",
  states: { accepted: "通过", accepting: "通过", rejected: "不收录", deferred: "稍后" },
  decided: (by, as) => spaceLatin`${by} 已处理：${as}。`,
  gone: "已不在：来源或其中的文字没有了。",
  noMerge: "这里没有列出可并入的记录。",
  noMove: "不能移出段落之外。",
  noCandidate: "这里的问题没有这个编号的答案。",
  cannotEdit: "这一条只能通过或不收录，不能修改。",
  noKey: (key) => `“${key}”在这里不起作用。按 ? 查看全部按键。`,
  tickOne: "请只勾选要打开的那一条。",
  noneTicked: "没有勾选任何一条。",
  whichField: "要修改什么？",
  passage: "段落",
  newValue: (field) => `${field}：`,
  somePart: (accepted, failed) =>
    failed.length === 0 ? `通过${accepted}条。` : `通过${accepted}条。未通过：${failed.join(" ")}`,
  nothing: "没有待审核的内容。",
  ended: ({ accepted, rejected, deferred }, left) =>
    `通过${accepted}条，不收录${rejected}条，稍后${deferred}条。${left === 0 ? "没有待审核的了。" : `还有${left}条待审核。`}`,
  waits: (many) => `有${many}条待审核。请在终端中开始：${programCommand("review")}`,
  listed: (id, kind, what, isSure) => `${id}  ${kind}${isSure ? "" : "（待定）"}  ${what}`,
  noReviewer:
    '没有指明审核人。请把 REVIEWER 设为记录中要显示的姓名，或告诉 git：git config --global user.name "姓名"',
  noSource: (given, ids) =>
    `资料库中没有来源“${given}”。${ids.length === 0 ? "资料库中没有来源。" : `来源有：${ids.join("、")}。`}`,
};
