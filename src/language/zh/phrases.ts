/** Chinese forms of questions, in both scripts. */
import type { PhraseGrammar, PhrasePattern } from "../phrases.ts";

/** Pronouns: “who is she?” names nobody. */
const NOBODY = "(?:[你您妳我他她它牠这這那](?:们|們)?)";

const PATTERNS: readonly PhrasePattern[] = [
  {
    command: "quote",
    second: "about",
    form: /^(.+?)(?:对|對|关于|關於|就|谈|談)(.+?)(?:说|說)(?:过|過|了)?(?:什么|什麼|甚麼)$/,
  },
  { command: "quote", form: /^(.+?)(?:说|說)(?:过|過|了)?(?:什么|什麼|甚麼)$/ },
  { command: "compare", form: /^(?:比较|比較|对比|對比)(?:一下)?(.+)$/ },
  { command: "compare", form: /^(.+?)(?:相比|对比|對比)(?:如何|怎么样|怎麼樣|怎樣)?$/ },
  {
    command: "compare",
    form: /^(.+?)[，,]?(?:谁|誰|哪个|哪個|哪家)(?:承诺|承諾|认捐|認捐|捐赠|捐贈|捐)(?:得|了)?(?:更)?[多少]$/,
  },
  { command: "timeline", form: /^(.+?)的?(?:时间线|時間線|时间轴|時間軸|大事记|大事記)$/ },
  { command: "timeline", form: /^(.+?)(?:发生|發生)(?:了|过|過)?(?:什么|什麼|甚麼)(?:事|事情)?$/ },
  {
    command: "timeline",
    form: /^(.+?)是?(?:在)?(?:什么时候|什麼時候|何时|何時|哪一?年)(?:发生|發生|举行|舉行|开始|開始|提出)?的?$/,
  },
  {
    command: "pledge",
    form: /^(.+?)(?:承诺|承諾|认捐|認捐|捐赠|捐贈|捐)(?:了|出|出了|过|過)?(?:多少|什么|什麼).*$/,
  },
  { command: "pledge", form: /^(?:谁|誰)(?:向|为|為|给|給)(.+?)(?:承诺|承諾|认捐|認捐|捐).*$/ },
  { command: "who", form: RegExp(`^(?:谁|誰)是(?!${NOBODY}$)(.+)$`) },
  { command: "who", form: RegExp(`^(?!${NOBODY}是)(.+?)是(?:谁|誰|何人)$`) },
  {
    command: "cite",
    second: "style",
    form: /^(?=用.+?引用(.+)$)用(.+?)(?:格式|样式|樣式)?(?:来|來)?引用/,
  },
  { command: "cite", form: /^(?:怎么|怎麼|如何|怎样|怎樣)?引用(.+)$/ },
  { command: "cite", form: /^(.+?)的?(?:引用格式|引文|参考文献|參考文獻)$/ },
  { command: "define", form: /^(?:什么|什麼|甚麼)是(.+)$/ },
  { command: "define", form: /^(.+?)(?:是(?:什么|什麼|甚麼)(?:意思)?|(?:什么|什麼|甚麼)意思)$/ },
];

export const chinesePhrases: PhraseGrammar = {
  patterns: PATTERNS,
  lead: "请问|請問|请|請",
  question: "谁|誰|什么|什麼|甚麼|多少|为何|為何|如何|怎么|怎麼|哪|[吗嗎]$",
  addressed: "[你您我他她它]",
};
