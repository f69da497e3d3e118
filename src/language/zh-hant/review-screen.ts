/** Messages of `refdesk review` in a terminal, in traditional Chinese. */

import { programCommand } from "../../support/program-command.ts";
import type { ReviewScreenMessages } from "../en/review-screen.ts";
import { chineseList, spaceLatin } from "../zh/typography.ts";

export const traditionalReviewScreen: ReviewScreenMessages = {
  kinds: {
    pledges: "捐款",
    quotes: "引語",
    terms: "定義",
    events: "事件",
    people: "人物",
    organizations: "機構",
    facts: "陳述",
  },
  fields: {
    speaker: "說話者",
    donors: "捐款方",
    joint: "合計",
    amount: "金額",
    value: "數值",
    currency: "幣種",
    qualifier: "限定詞",
    verb: "來源用詞",
    purpose: "用途",
    term: "詞語",
    when: "時間",
    date: "日期",
    name: "名稱",
    role: "身分",
    label: "標籤",
  },
  origins: { draft: "", suggestion: "推薦", report: "問題回報", existing: "已有紀錄，尚未審核" },
  heading: (at, of, kind, origin) =>
    [`第${at}筆，共${of}筆`, kind, origin].filter((part) => part !== "").join(" · "),
  answers: (ask) => spaceLatin`將用於回答 ${ask}`,
  about: (ask) => spaceLatin`關於 ${ask} 的答案`,
  source: (id) => spaceLatin`出自 ${id}`,
  question: (ask) => `? ${ask}`,
  nobody: "0 未具名",
  brings: (names) => `一併新增：${chineseList(names)}`,
  known: (as, ref) =>
    as === "copy" ? `= 文字與 ${ref} 相同：按 a 把這段併入` : `= 與 ${ref} 是同一件事：按 a 併入`,
  difference: (what, here, there) => `≠ ${what}：此處為「${here}」，已有紀錄為「${there}」`,
  remark: (text) => `「${text}」`,
  record: (ref) => `data/${ref}.json`,
  open: "待定",
  keys: (isKnown) =>
    `${isKnown ? "a 併入這筆紀錄  n 另立一筆" : "a 通過"}  e 修改  r 不收錄  s 稍後  u 復原  ? 全部按鍵  q 結束`,
  allKeys: [
    "a      照此通過；列出已有紀錄時，併入該紀錄",
    "e      修改欄位或段落",
    "r      不收錄，以後不再出現",
    "s      稍後：排到最後",
    "m      併入列出的紀錄，不論其中的說話者是誰",
    "n      在列出的紀錄之外另立一筆",
    "u      復原上一個決定，也包括前幾天的",
    "1 – 9  為問題選一個答案",
    "0      來源沒有指明",
    "[ ]    段落開頭向前或向後移一個詞",
    "{ }    段落結尾向前或向後移一個詞",
    "A      先列出、再一次通過這一類中沒有疑問的各筆",
    "q      結束；未決定的留待以後",
  ],
  anyKey: "按任意鍵返回。",
  listHeading: (from, to, of) => `沒有別處需要的人物、機構、日期和金額：第${from}至${to}筆，共${of}筆`,
  listKeys: "1 – 9 勾選  A 勾選無疑問的  a 通過已勾選的  r 不收錄已勾選的  s 下一頁  e 開啟  u 復原  q 結束",
  sureHeading: (many, kind) => `沒有疑問的${kind}，共${many}筆：`,
  sureKeys: "A 全部通過  其他任意鍵返回",
  noneSure: "這一類中沒有無疑問的。",
  places: (passage) => `「${passage}」在文中出現多次。指哪一處？`,
  placesKeys: "1 – 9 選擇一處  其他任意鍵返回",
  accepted: (refs, isMerged = false) => {
    const files = refs.map((ref) => `data/${ref}.json`).join("、");
    return refs.length === 0 ? "已處理。" : isMerged ? `已併入 ${files}` : `已通過：${files}`;
  },
  rejected: "未收錄。",
  deferred: "稍後。",
  undone: "已復原。",
  nothingToUndo: "沒有可以復原的決定。",
  states: { accepted: "通過", accepting: "通過", rejected: "不收錄", deferred: "稍後" },
  decided: (by, as) => spaceLatin`${by} 已處理：${as}。`,
  gone: "已不在：來源或其中的文字沒有了。",
  noMerge: "這裡沒有列出可併入的紀錄。",
  noMove: "不能移出段落之外。",
  noCandidate: "這裡的問題沒有這個編號的答案。",
  cannotEdit: "這一筆只能通過或不收錄，不能修改。",
  noKey: (key) => `「${key}」在這裡不起作用。按 ? 檢視全部按鍵。`,
  tickOne: "請只勾選要開啟的那一筆。",
  noneTicked: "沒有勾選任何一筆。",
  whichField: "要修改什麼？",
  passage: "段落",
  newValue: (field) => `${field}：`,
  somePart: (accepted, failed) =>
    failed.length === 0 ? `通過${accepted}筆。` : `通過${accepted}筆。未通過：${failed.join(" ")}`,
  nothing: "沒有待審核的內容。",
  ended: ({ accepted, rejected, deferred }, left) =>
    `通過${accepted}筆，不收錄${rejected}筆，稍後${deferred}筆。${left === 0 ? "沒有待審核的了。" : `還有${left}筆待審核。`}`,
  waits: (many) => `有${many}筆待審核。請在終端機中開始：${programCommand("review")}`,
  listed: (id, kind, what, isSure) => `${id}  ${kind}${isSure ? "" : "（待定）"}  ${what}`,
  noReviewer:
    '沒有指明審核人。請把 REVIEWER 設為紀錄中要顯示的姓名，或告訴 git：git config --global user.name "姓名"',
  noSource: (given, ids) =>
    `資料庫中沒有來源「${given}」。${ids.length === 0 ? "資料庫中沒有來源。" : `來源有：${ids.join("、")}。`}`,
};
