/** Asks in Chinese that show how commands are used, in both scripts. */
import type { Locale } from "../messages.ts";

type Examples = Readonly<Record<string, readonly string[]>>;

const SIMPLIFIED: Examples = {
  pledge: ["/pledge 阿里巴巴", "/pledge 郑州", "/pledge 共同富裕"],
  quote: ["/quote 习近平", "/quote 陆军 about:NGO", "/quote 王信贤"],
  define: ["/define 第三次分配", "/define 共同富裕"],
  search: ["/search 谁最早提出三次分配", "/search 向NGO捐款"],
  who: ["/who 习近平", "/who 阿里巴巴", "/who 陆军"],
  compare: ["/compare 阿里巴巴 腾讯", "/compare 阿里巴巴、腾讯和奇虎360"],
  timeline: ["/timeline 共同富裕", "/timeline 习近平 from:2021-08"],
  check: ["/check 阿里巴巴承诺投入155亿美元。", "/check 世界互联网大会于2021年10月举行。"],
};

const TRADITIONAL: Examples = {
  pledge: ["/pledge 阿里巴巴", "/pledge 鄭州", "/pledge 共同富裕"],
  quote: ["/quote 習近平", "/quote 陸軍 about:NGO", "/quote 王信賢"],
  define: ["/define 第三次分配", "/define 共同富裕"],
  search: ["/search 誰最早提出三次分配", "/search 向NGO捐款"],
  who: ["/who 習近平", "/who 阿里巴巴", "/who 陸軍"],
  compare: ["/compare 阿里巴巴 騰訊", "/compare 阿里巴巴、騰訊和奇虎360"],
  timeline: ["/timeline 共同富裕", "/timeline 習近平 from:2021-08"],
  check: ["/check 阿里巴巴承諾投入155億美元。", "/check 世界互聯網大會於2021年10月舉行。"],
};

const EXAMPLES: Partial<Record<Locale, Examples>> = { "zh-Hans": SIMPLIFIED, "zh-Hant": TRADITIONAL };

/** Returns such asks of a command in a language; undefined where it has none but its own. */
export const localExamples = (command: string, locale: Locale): readonly string[] | undefined =>
  EXAMPLES[locale]?.[command];
