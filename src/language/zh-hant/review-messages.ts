/** Messages of reviewing in traditional Chinese. */
import type { ReviewMessages } from "../en/review-messages.ts";
import { spaceLatin } from "../zh/typography.ts";
import { traditionalDraftQuestions } from "./draft-questions.ts";

const either = (names: readonly string[]): string => names.join("，或 ");

export const traditionalReview: ReviewMessages = {
  questions: traditionalDraftQuestions,
  asks: {
    speaker: "這話是誰說的？",
    donors: "是誰捐的？",
    verb: "段落中哪個詞說明已捐或承諾捐出？",
    term: "解釋的是哪個詞語？",
    when: "段落中哪幾個字說明時間？",
    name: "指的是誰？",
  },
  askFor: (name) => spaceLatin`${name} 應填什麼？`,
  whichOf: (name) => spaceLatin`是哪一個${name}？`,
  openQuestion: (ask) => `尚待確定：${ask}請選一項，或自行填寫。`,
  severalNamed: (field, name, refs) => `${field}：叫「${name}」的不只一個。請填寫 ${either(refs)}。`,
  notNamed: (field, name, source) =>
    `${field}：資料庫中沒有「${name}」，${source} 中也沒有提到。請按來源中的寫法填寫名稱。`,
  noNumber: (typed) => `value：「${typed}」不是大於零的數。請填數字，例如 15000000000，或留空。`,
  noCurrency: (typed) => `currency：「${typed}」不是三個字母的代碼。請填 USD、CNY 之類，或留空。`,
  noDate: (typed) => `date：「${typed}」不是日期。請填 2021、2021-08、2021-08-17 或 1990s，或留空。`,
  noField: (name, names) => `「${name}」不是這一筆的欄位。欄位有：${names.join("、")}。`,
  tooLong: (name, most) => `${name} 超過${most}個字元，請縮短。`,
  notInSource: (passage, source, nearest) =>
    `${source} 中沒有「${passage}」。${nearest === undefined ? "" : `最接近的原文是：「${nearest}」`}`,
  noPassage: "紀錄須有原文。請填寫來源中說明此事的文字。",
  existingFields: (file) => spaceLatin`已有的紀錄只能確認或保持原樣。要修改，請編輯 ${file}。`,
  reportFields: "問題回報只能處理或駁回，沒有欄位。",
  nothingToMerge: "資料庫中沒有相同的紀錄，無從併入。",
  otherSpeaker: (ref, there) =>
    spaceLatin`${ref} 的文字相同，但說話者是${there}。請說明是併入它並沿用其說話者，還是另立一筆紀錄。`,
  alreadyThere: (ref) => spaceLatin`${ref} 出自同一處。請不收錄這一筆，或另立一筆紀錄。`,
  changedSince: (file) => spaceLatin`${file} 此後已被更動，因此保持原樣。不需要的內容請手動撤回。`,
  notWritable: (root, reason) =>
    `無法寫入 ${root} 中的資料庫（${reason}），因此什麼都不能通過。請把資料夾的權限交給執行本程式的使用者。`,
  busy: (root) => `另一行程正在寫入 ${root} 中的資料庫，尚未結束。請一分鐘後再試。`,
  brokenShelf: "資料庫目前有錯誤，因此不寫入：",
  unnamed: "未具名的捐款方",
  noSum: "未註明金額",
};
