/** Chinese forms of numbers and currencies, in both scripts. */
import type { NumberGrammar } from "../numbers.ts";

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
    HKD: "港元|港[币幣]",
  },
  unitsAfter: "美元|美金|[欧歐]元|英[镑鎊]|港元|港[币幣]|元?人民[币幣]|元(?![旦素宵首老])",
};
