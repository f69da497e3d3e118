/** Chinese forms of questions, in both scripts. */
import type { PhrasePattern } from "../phrases.ts";

/** Pronouns: “who is she?” names nobody. */
const NOBODY = "(?:[你您妳我他她它牠這这那](?:们|們)?)";

const WHAT = "(?:些|哪些)?(?:什么|什麼|甚麼|啥)(?:话|話|事|事情|内容|內容)?";
const HOW = "(?:怎么|怎麼|如何|怎样|怎樣)";
const TO = "(?:对于|對於|关于|關於|针对|針對|对|對|就)";
const SAY = "(?:说|說|讲|講|谈|談|谈论|談論|表示|评论|評論|提|写|寫)(?:到|及)?(?:过|過|了)?";
const GIVE = "(?:承诺|承諾|认捐|認捐|捐赠|捐贈|捐助|捐款|捐出|捐钱|捐錢|捐|出)";
const GIVEN = `${GIVE}(?:了|出|出了|过|過)?(?:款|钱|錢)?(?:了)?`;
const FOR = "(?:给|給|向|为(?!什么|何)|為(?!什麼|何)|对|對)";
const IF = "(?:有没有|有沒有|是否|有无|有無)?";
const ASKED = "(?:吗|嗎|没有|沒有|么|麼)?";
/**
 * Captures what stands before the first of these words, and takes the word. None but the first is tried, since whatever
 * follows a later one follows the first: so a text of many of them is read once, not from each.
 */
const before = (words: string): string => `(?=(.+?)${words})\\1${words}`;

const QUOTES: readonly PhrasePattern[] = [
  { command: "quote", second: "about", form: RegExp(`^${before(TO)}(.+?)${HOW}?${SAY}${WHAT}$`) },
  {
    command: "quote",
    second: "about",
    form: RegExp(`^${before(TO)}(.+?)${HOW}(?:看|想|评价|評價|${SAY})的?$`),
  },
  {
    command: "quote",
    second: "about",
    form: RegExp(
      `^${before(TO)}(.+?)的?(?:看法|观点|觀點|态度|態度|立场|立場|评论|評論|意见|意見)(?:是|有|为|為)?(?:${WHAT}|${HOW})?的?$`,
    ),
  },
  {
    command: "quote",
    second: "about",
    form: RegExp(`^(.+?)${HOW}(?:看待?|评价|評價|形容|描述|解释|解釋|${SAY})(.+)$`),
  },
  { command: "quote", second: "about", form: RegExp(`^${before(`${IF}${TO}`)}(.+?)${SAY}${ASKED}$`) },
  { command: "quote", form: RegExp(`^(.+?)${SAY}${WHAT}$`) },
  {
    command: "quote",
    second: "about",
    form: RegExp(`^(.+?)${IF}(?:谈|談|谈论|談論|谈到|談到|提到|说到|說到|论|論)(?:过|過|了)?(.+?)${ASKED}$`),
  },
  { command: "quote", form: /^(?:谁|誰)(?:谈|談|谈到|談到|提到|说到|說到|说|說)(?:过|過|了)?(.+)$/ },
];

const COMPARISONS: readonly PhrasePattern[] = [
  { command: "compare", form: /^(?:比较|比較|对比|對比)(?:一下)?(.+)$/ },
  { command: "compare", form: /^(.+?)(?:相比|对比|對比)(?:如何|怎么样|怎麼樣|怎樣)?$/ },
  {
    command: "compare",
    isSure: true,
    form: RegExp(
      `^(.+?)[，,]?(?:谁|誰|哪个|哪個|哪家|哪一家)${GIVE}(?:得|的|了)?(?:更|最)?[多少](?:一些|一点|一點)?$`,
    ),
  },
  {
    command: "compare",
    joining: "和",
    form: RegExp(`^${before("(?:比|有)")}(.+?)${GIVE}(?:得|的|了)?(?:更|还|還)?[多少]+${ASKED}$`),
  },
];

const HELP: readonly PhrasePattern[] = [
  {
    command: "help",
    isWhole: true,
    form: /^(?:[你您]好|[你您](?:能|可以|会|會)(?:做|查|回答|干|幹)?(?:什么|什麼|甚麼|啥)|(?:能|可以)(?:查|问|問)(?:什么|什麼|甚麼|啥)|(?:怎么|怎麼|如何)(?:用|使用)(?:[你您它])?)$/,
  },
];

const TIMES: readonly PhrasePattern[] = [
  { command: "timeline", form: /^(.+?)的?(?:时间线|時間線|时间轴|時間軸|大事记|大事記)$/ },
  { command: "timeline", form: /^(.+?)(?:发生|發生)(?:了|过|過)?(?:什么|什麼|甚麼)(?:事|事情)?$/ },
  {
    command: "timeline",
    form: /^(.+?)是?(?:在)?(?:什么时候|什麼時候|何时|何時|哪一?年|几月|幾月|哪一?天)(?:发生|發生|举行|舉行|召开|召開|开始|開始|提出)?的?$/,
  },
];

const PLEDGES: readonly PhrasePattern[] = [
  {
    command: "pledge",
    form: RegExp(`^(?:谁|誰|哪些(?:公司|企业|企業|人)|哪家(?:公司)?)${FOR}(.+?)${GIVE}.*$`),
  },
  {
    command: "pledge",
    form: RegExp(`^(?:谁|誰|哪些(?:公司|企业|企業|人)|哪家(?:公司)?)(?:为了)?${GIVEN}(?:支持)?(.+)$`),
  },
  {
    command: "pledge",
    joining: "给",
    isSure: true,
    form: RegExp(`^${before(`${IF}${FOR}`)}(.+?)${GIVE}(?:了|出|出了|过|過)?(?:多少|什么|什麼|几).*$`),
  },
  {
    command: "pledge",
    isSure: true,
    form: RegExp(`^(.+?)${GIVE}(?:了|出|出了|过|過)?(?:多少|什么|什麼|几|幾).*$`),
  },
  {
    command: "pledge",
    joining: "给",
    isSure: true,
    form: RegExp(`^${before(`${IF}${FOR}`)}(.+?)${GIVEN}${ASKED}$`),
  },
  { command: "pledge", isSure: true, form: RegExp(`^(.+?)${IF}${GIVEN}(?:吗|嗎|没有|沒有|么|麼)$`) },
  {
    command: "pledge",
    form: /^(?!.*(?:为什么|為什麼|为何|為何|如何|怎么|怎麼|什么|什麼))(.+?)的?(?:捐款|捐赠|捐贈|认捐|認捐|承诺|承諾)(?:是多少|有多少|金额|金額|总额|總額)?$/,
  },
];

const SOURCES: readonly PhrasePattern[] = [
  {
    command: "source",
    isWhole: true,
    form: /^(?:.{0,4}(?:有)?(?:哪些|什么|什麼)(?:来源|來源|文章|资料|資料)|(?:来源|來源)(?:有哪些|是什么|是什麼)?)$/,
  },
  {
    command: "cite",
    second: "style",
    form: /^(?=用.+?引用(.+)$)用(.+?)(?:格式|样式|樣式)?(?:来|來)?引用/,
  },
  { command: "cite", form: /^(?:怎么|怎麼|如何|怎样|怎樣)引用(.+?)的?(?:文章|报道|報道|報導)$/ },
  { command: "cite", form: /^(?:怎么|怎麼|如何|怎样|怎樣)?引用(.+)$/ },
  { command: "cite", form: /^(.+?)的?(?:引用格式|引文|参考文献|參考文獻)$/ },
  {
    command: "source",
    form: /^(?:谁|誰)(?:写|寫)(?:了|的)?(.+?)的?(?:这|那)?(?:篇)?(?:文章|报道|報道|報導)$/,
  },
  { command: "source", form: /^(.+?)的?(?:文章|报道|報道|報導)是(?:谁|誰)写的$/ },
];

const NAMES: readonly PhrasePattern[] = [
  { command: "who", form: /^(.+?)是(?:干|做|幹)(?:什么|什麼|啥)的$/ },
  { command: "who", form: RegExp(`^(?:谁|誰)是(?!${NOBODY}$)(.+)$`) },
  { command: "who", form: RegExp(`^(?!${NOBODY}是)(.+?)是(?:谁|誰|哪位|哪个人|哪個人|何人|什么人|什麼人)$`) },
  { command: "who", form: /^(?:谁|誰)((?:创立|創立|创办|創辦|创建|創建|领导|領導)了?.+)$/ },
  { command: "define", form: /^(?:什么|什麼|甚麼|何)(?:是|叫|谓|謂)(.+)$/ },
  {
    command: "define",
    form: /^(.+?)(?:是(?:什么|什麼|甚麼)(?:意思)?|(?:什么|什麼|甚麼)意思|的(?:定义|定義|含义|含義|意思)(?:是什么|是什麼)?)$/,
  },
  { command: "define", form: /^(?:解释|解釋)(?:一下)?(.+)$/ },
  {
    command: "define",
    form: /^(?:谁|誰)(?:最早|最先|首先|首次|第一个|第一個)?(?:提出|引入|发明|發明)(?:了|的)?(.+)$/,
  },
  { command: "define", form: /^(.+?)是?(?:由)?(?:谁|誰)(?:最早|最先|首先|首次)?(?:提出|引入|发明|發明)的?$/ },
  { command: "name", form: /^(?:什么|什麼|甚麼)是(.+)$/ },
  { command: "name", form: /^(.+?)是(?:什么|什麼|甚麼)(?:公司|机构|機構|组织|組織)?$/ },
  {
    command: "name",
    form: /^(?:关于|關於|有关|有關|介绍|介紹|说说|說說|讲讲|講講|谈谈|談談)(?:一下)?(.+?)(?:的?(?:说法|說法|内容|內容|信息|資訊|资料|資料|记载|記載|情况|情況))?$/,
  },
];

export const chinesePhrases: readonly PhrasePattern[] = [
  ...HELP,
  ...COMPARISONS,
  ...TIMES,
  ...SOURCES,
  ...QUOTES.slice(0, 4),
  ...PLEDGES.slice(0, 6),
  ...QUOTES.slice(4),
  ...NAMES,
  ...PLEDGES.slice(6),
];
