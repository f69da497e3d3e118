/** Messages of reviewing in simplified Chinese. */
import type { ReviewMessages } from "../en/review-messages.ts";
import { spaceLatin } from "../zh/typography.ts";
import { simplifiedDraftQuestions } from "./draft-questions.ts";

const either = (names: readonly string[]): string => names.join("，或 ");

export const simplifiedReview: ReviewMessages = {
  questions: simplifiedDraftQuestions,
  asks: {
    speaker: "这话是谁说的？",
    donors: "是谁捐的？",
    verb: "段落中哪个词说明已捐或承诺捐出？",
    term: "解释的是哪个词语？",
    when: "段落中哪几个字说明时间？",
    name: "指的是谁？",
  },
  askFor: (name) => spaceLatin`${name} 应填什么？`,
  whichOf: (name) => spaceLatin`是哪一个${name}？`,
  openQuestion: (ask) => `尚待确定：${ask}请选一项，或自行填写。`,
  severalNamed: (field, name, refs) => `${field}：叫“${name}”的不止一个。请填写 ${either(refs)}。`,
  notNamed: (field, name, source) =>
    `${field}：资料库中没有“${name}”，${source} 中也没有提到。请按来源中的写法填写名称。`,
  noNumber: (typed) => `value：“${typed}”不是大于零的数。请填数字，例如 15000000000，或留空。`,
  noCurrency: (typed) => `currency：“${typed}”不是三个字母的代码。请填 USD、CNY 之类，或留空。`,
  noDate: (typed) => `date：“${typed}”不是日期。请填 2021、2021-08、2021-08-17 或 1990s，或留空。`,
  noField: (name, names) => `“${name}”不是这一条的字段。字段有：${names.join("、")}。`,
  tooLong: (name, most) => `${name} 超过${most}个字符，请缩短。`,
  notInSource: (passage, source, nearest) =>
    `${source} 中没有“${passage}”。${nearest === undefined ? "" : `最接近的原文是：“${nearest}”`}`,
  noPassage: "记录须有原文。请填写来源中说明此事的文字。",
  existingFields: (file) => spaceLatin`已有的记录只能确认或保持原样。要修改，请编辑 ${file}。`,
  reportFields: "问题反馈只能处理或驳回，没有字段。",
  nothingToMerge: "资料库中没有相同的记录，无从并入。",
  otherSpeaker: (ref, there) =>
    spaceLatin`${ref} 的文字相同，但说话者是${there}。请说明是并入它并沿用其说话者，还是另立一条记录。`,
  alreadyThere: (ref) => spaceLatin`${ref} 出自同一处。请不收录这一条，或另立一条记录。`,
  changedSince: (file) => spaceLatin`${file} 此后已被改动，因此保持原样。不需要的内容请手动撤回。`,
  notWritable: (root, reason) =>
    `无法写入 ${root} 中的资料库（${reason}），因此什么都不能通过。请把文件夹的权限交给运行本程序的用户。`,
  busy: (root) => `另一进程正在写入 ${root} 中的资料库，尚未结束。请一分钟后再试。`,
  brokenShelf: "资料库目前有错误，因此不写入：",
  unnamed: "未具名的捐款方",
  noSum: "未注明金额",
};
