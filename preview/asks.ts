/** Lists the asks that the preview shows: the examples of every command, its errors and edge cases. */
import { commands } from "../commands/index.ts";
import type { Locale } from "../src/language/messages.ts";

/** A line as typed, and the language of the answer. */
export interface Scene {
  readonly line: string;
  readonly locale: Locale;
}

/** The scenes of one command, or of lines that no command answers. */
export interface Group {
  readonly name: string;
  readonly scenes: readonly Scene[];
}

/** A name that no source mentions. */
const UNKNOWN = "jd.com";

/** More lines by command: misspelled names, names without records, ambiguous names, invalid asks. */
const FURTHER: Readonly<Record<string, readonly string[]>> = {
  pledge: ["/pledge aliaba", "/pledge xiaomi", "/pledge alibaba wher:china"],
  quote: ["/quote jun", "/quote li jun", "/quote lei jun", "/quote xi item:99"],
  define: ["/define third distribtion", "/define 共同富裕"],
  search: ["/search povrty", "/search poverty kind:quote"],
  who: ["/who tencet", "/who andrew collier"],
  compare: ["/compare alibba tencent", "/compare alibaba", "/compare xiaomi alibaba"],
  timeline: ["/timeline from:soon", "/timeline lu jun from:2030"],
  source: ["/source supchna"],
  check: [
    "/check Alibaba pledged $20 billion over five years.",
    "/check Xi Jinping said “common prosperity is not egalitarianism”, and the three distributions were first introduced by Li Yining in the 1980s.",
    "/check Alibaba committed $15.5 billion. Tencent gave $7.7 billion, and Lei Jun said that donations are voluntary!",
  ],
  help: ["/help comare"],
};

/** A few lines in each of the other languages. */
const CHINESE: Readonly<Record<Exclude<Locale, "en">, readonly string[]>> = {
  "zh-Hans": [
    ...["/pledge 阿里巴巴", "/quote 习近平", "/compare 阿里巴巴 腾讯", "/timeline 共同富裕"],
    ...["/check 阿里巴巴承诺200亿美元。", "/pledge", "/pledge 京东", "/help"],
  ],
  "zh-Hant": [
    ...["/define 第三次分配", "/who 習近平", "/compare 阿里巴巴 騰訊", "/search 貧困"],
    ...["/source supchina", "/quote", "/quote 李軍", "/help pledge"],
  ],
};

const inEnglish = (line: string): Scene => ({ line, locale: "en" });

/** Returns all groups in the order of help. Every command has a group, even without further lines. */
export const groups = (): Group[] => [
  ...commands.map(({ name, examples }) => ({
    name,
    scenes: [...new Set([...examples, ...(FURTHER[name] ?? []), `/${name}`, `/${name} ${UNKNOWN}`])].map(
      inEnglish,
    ),
  })),
  ...(["zh-Hans", "zh-Hant"] as const).map((locale) => ({
    name: locale,
    scenes: CHINESE[locale].map((line) => ({ line, locale })),
  })),
];
