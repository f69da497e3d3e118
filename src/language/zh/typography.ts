/** Formats dates, lists and Latin names in Chinese. */

import { currencyName } from "../en/typography.ts";

const HAN = /\p{Script=Han}/u;
const LATIN = /[\p{Script=Latin}$€£¥]/u;
const LATIN_EDGE = /[!-~\p{Script=Latin}€£¥]/u;

/**
 * Template tag that puts one space between a Chinese character and a Latin name that touch, but none at numbers,
 * dates or punctuation. The inserted values are never changed.
 */
export function spaceLatin(parts: TemplateStringsArray, ...given: readonly (string | number)[]): string {
  return parts.reduce((text, part, index) => {
    const value = String(given[index - 1]);
    if (!LATIN.test(value)) return text + value + part;
    const before = HAN.test(text.at(-1) ?? "") && LATIN_EDGE.test(value.at(0) ?? "") ? " " : "";
    const after = LATIN_EDGE.test(value.at(-1) ?? "") && HAN.test(part.at(0) ?? "") ? " " : "";
    return text + before + value + after + part;
  });
}

/** Formats a partial ISO date: 2021年8月17日, 2021年8月, 2021年, 1990年代. */
export function chineseDate(iso: string): string {
  const [year = "", month, day] = iso.split("-");
  if (year.endsWith("s")) return `${year.slice(0, -1)}年代`;
  return `${year}年${month ? `${Number(month)}月` : ""}${day ? `${Number(day)}日` : ""}`;
}

/** Formats a range, with shared parts written once: 2021年9月26日至28日, 2021年7月至8月, 2016年至2021年. */
export function chineseDateSpan(from: string, to: string | undefined): string {
  if (to === undefined || to === from) return chineseDate(from);
  const [a, b] = [from.split("-"), to.split("-")];
  const shared = a.length === b.length ? b.findIndex((part, index) => part !== a[index]) : 0;
  const rest = b.map((part, index) =>
    index < shared ? "" : `${Number.parseInt(part, 10)}${"年月日"[index]}`,
  );
  return `${chineseDate(from)}至${shared > 0 ? rest.join("") : chineseDate(to)}`;
}

/** Joins a list: 甲、乙和丙. */
export function chineseList(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : spaceLatin`${parts.slice(0, -1).join("、")}和${last}`;
}

/** Returns the Chinese name of a currency: USD is 美元. */
export const chineseCurrency = (code: string, locale: "zh-Hans" | "zh-Hant"): string =>
  currencyName(locale, code);

/** A label, with the separator before its value. */
export const chineseLabel = (label: string): string => `${label}：`;

/** A remark beside a text. */
export const chineseAside = (text: string): string => `（${text}）`;

/** A year or a decade: 1990s is 1990年代. */
export const chineseYears = (date: string): string => date.replace(/s$/, "年代");
