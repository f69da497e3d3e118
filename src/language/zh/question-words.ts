/** Chinese words by which questions are told, in both scripts. */
import type { QuestionGrammar } from "../question-words.ts";

export const chineseQuestions: QuestionGrammar = {
  lead: "请问|請問|请|請|告诉我|告訴我|我想知道|想问一下|想問一下|帮我查(?:一下)?|幫我查(?:一下)?|查一下|你知道",
  tail: "(?<![，, ])[，, ]*(?:谢谢|謝謝|呢|啊|呀)",
  total: "总共|總共|一共|合计|合計|总计|總計|共计|共計|加起来|加起來",
  totalWords: "一共",
  question: "谁|誰|什么|什麼|甚麼|多少|为何|為何|如何|怎么|怎麼|怎样|怎樣|哪|几|幾|[吗嗎]$",
  addressed: "[你您我他她它]",
  whoQuestion: "^(?=.*\\p{Script=Han}).{7,}$",
  topicWords: "关于|關於|对于|對於|有关|有關|谈论?|談論?",
};
