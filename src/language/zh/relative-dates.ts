/** Chinese dates that are given by the day of the text. */
import type { RelativeDateGrammar } from "../relative-dates.ts";

const WEEKDAYS = "日一二三四五六";
const weekdayIn = (words: string): number => Math.max(0, WEEKDAYS.indexOf(words.at(-1)!.replace("天", "日")));

export const chineseRelativeDates: RelativeDateGrammar = {
  forms: [
    [/上(?:周|週|星期|礼拜|禮拜)[一二三四五六日天]/gu, (words) => ({ weekday: weekdayIn(words), weeks: 0 })],
    [
      /(?:本|这|這)?(?:周|週|星期|礼拜|禮拜)[一二三四五六日天](?!\p{Script=Han}?[报報刊])/gu,
      (words) => ({ weekday: weekdayIn(words) }),
    ],
    [/昨[日天晚]/gu, () => ({ days: -1 })],
    [/前天/gu, () => ({ days: -2 })],
    [/今[日天晨早晚](?!后|後)/gu, () => ({ days: 0 })],
    [/上(?:个|個)?月(?!球)/gu, () => ({ months: -1 })],
    [/(?:本|这个|這個)月/gu, () => ({ months: 0 })],
    [/前年/gu, () => ({ years: -2 })],
    [/明[日天](?!星)/gu, () => ({ days: 1 })],
    [/下(?:个|個)?月(?!球)/gu, () => ({ months: 1 })],
    [/明年/gu, () => ({ years: 1 })],
    [/去年/gu, () => ({ years: -1 })],
    [/今年/gu, () => ({ years: 0 })],
    [
      /(?<![\d月.第])(?:0?[1-9]|[12]\d|3[01])[日号號](?![\d本内內间間游遊后後期楼樓线線店院])/gu,
      (words) => ({ monthDay: Number.parseInt(words, 10) }),
    ],
    [/(?:上|本)(?:周|週|星期)(?![一二三四五六日天])|日前|近日/gu, () => "vague"],
  ],
  coming: /[将將](?![军軍])|计划|計劃|[拟擬][于於在]?|预计|預計|定[于於]|有望|准备|準備/u,
  past: /曾|原(?:计划|計劃|定|拟|擬)/u,
};
