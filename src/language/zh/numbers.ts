/** Chinese forms of numbers and currencies, in both scripts. */
import type { NumberGrammar } from "../numbers.ts";
import { chineseNumeralValue, compoundNumeralValue } from "./numerals.ts";

export const chineseNumbers: NumberGrammar = {
  scales: {
    ...{ 万: 1e4, 萬: 1e4, 百万: 1e6, 百萬: 1e6, 千万: 1e7, 千萬: 1e7 },
    ...{ 亿: 1e8, 億: 1e8, 万亿: 1e12, 萬億: 1e12 },
  },
  longScales: "[万萬][亿億]|百[万萬]|千[万萬]|[亿億万萬]",
  units: {
    USD: "美元|美金",
    EUR: "欧元|歐元",
    GBP: "英镑|英鎊",
    CNY: "元人民[币幣]|人民[币幣]|元",
    HKD: "港元|元?港[币幣]|港[圆圓]",
    TWD: "元?(?:新[台臺]|[台臺])[币幣]",
    MOP: "澳门元|澳門元|(?:澳门|澳門)[币幣]",
    // 円 is Japanese, whose numbers are written like these.
    JPY: "日元|日圆|日圓|円",
    KRW: "[韩韓](?:元|圆|圓)",
    INR: "(?:印度)?[卢盧]比",
    SGD: "新加坡元|新元|新[币幣]|坡[币幣]",
    AUD: "澳元|澳大利亚元",
    CAD: "加元|加[币幣]|加拿大元",
    CHF: "瑞士法郎",
    RUB: "[卢盧]布",
  },
  unitsBefore:
    "人民[币幣]|美元|美金|[欧歐]元|英[镑鎊]|港元|港[币幣]|(?:新[台臺]|[台臺])[币幣]|(?:澳门|澳門)[币幣]|新[币幣]|坡[币幣]|加[币幣]",
  scaleInfix: "[余餘多]",
  unitsAfter:
    "美元|美金|[欧歐]元|英[镑鎊]|港[元圆圓]|元?港[币幣]|元?新?[台臺][币幣]|(?:澳门|澳門)(?:元|[币幣])|日[元圆圓]|円|[韩韓][元圆圓]|(?:印度)?[卢盧]比|新加坡元|新元|新[币幣]|坡[币幣]|澳元|澳大利亚元|加元|加[币幣]|加拿大元|瑞士法郎|[卢盧]布|元?人民[币幣]|元(?![旦素宵首老])",
  numberWords: "[〇零一二三四五六七八九十百千万萬亿億兆两兩半数數几幾]",
  spelled: [
    {
      form: "(?<![\\d点點.,〇零一二两兩三四五六七八九十百千万萬亿億几幾数數第])(?<number>(?:\\d{1,4}|[一二两兩三四五六七八九十百千][〇零一二两兩三四五六七八九十百千]{0,6})[亿億](?:\\d{1,4}千?|[〇零一二两兩三四五六七八九十百千]{1,7}))[余餘多]?(?<scale>[万萬])(?:[余餘多])?",
      value: compoundNumeralValue,
    },
    {
      form: "(?<![\\d点點.〇零一二两兩三四五六七八九十百千万萬亿億几幾数數第])(?<number>[〇零一二两兩三四五六七八九十百千]{1,7}|半)个?個?[余餘多]?(?<scale>[万萬][亿億]|[万萬亿億])(?:[余餘多])?",
      value: chineseNumeralValue,
    },
    {
      form: "(?<![\\d点點.〇零一二两兩三四五六七八九十百千万萬亿億几幾数數第])(?<number>[二两兩三四五六七八九十百千][〇零一二两兩三四五六七八九十百千]{0,6})(?:[余餘多])?(?<scale>)",
      value: chineseNumeralValue,
    },
  ],
  sharedUnits: [["元", ["CNY", "TWD", "HKD", "MOP", "SGD", "USD"]]],
};
