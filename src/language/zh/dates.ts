/** Chinese forms of dates, in both scripts. */
import { type DateGrammar, YEAR_FORM } from "../date-grammar.ts";

const monthAs = (group: string): string =>
  `(?<${group}>1[0-2]|0?[1-9]|(?<![一二三四五六七八九十\\d])(?:十[一二]?|[一二三四五六七八九]))月`;
const dayAs = (group: string): string => String.raw`(?<${group}>3[01]|[12]\d|0?[1-9])`;

/** A month, with a day or a range of days if there is one. */
const MONTH_AND_DAY = `${monthAs("month")}(?:${dayAs("day")}[日号號]?(?:(?:至|到|-|–|—)(?:${monthAs("month2")})?${dayAs("day2")}[日号號])?)?`;

export const chineseDates: DateGrammar = {
  numerals: "零一二三四五六七八九",
  decades: [
    /(?:(?:20|二十)世[纪紀]|上世[纪紀]|上个世[纪紀]|上個世[紀纪])(?<decade>[1-9]0)年代/,
    /(?:(?:20|二十)世[纪紀]|上个?世[纪紀]|上個世紀)?(?<decadeNumeral>[二三四五六七八九])十年代/,
  ],
  months: ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"],
  decadeSuffix: "年代",
  forms: [new RegExp(`${YEAR_FORM}年(?:${MONTH_AND_DAY})?`), new RegExp(String.raw`(?<!\d)${MONTH_AND_DAY}`)],
  countedThings: "万|亿|萬|億|元|人|家|名",
};
