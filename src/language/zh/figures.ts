/** Chinese numbers in characters, written in figures. */
import type { FigureGrammar } from "../figures.ts";
import { chineseNumeralValue } from "./numerals.ts";

/** A number of several characters, or one before a scale; no date, ordinal, share or round number. */
const IN_CHARACTERS =
  /(?<![零〇一二两兩三四五六七八九十百千数數几幾第成之点點])(?:[零〇一二两兩三四五六七八九十百千]{2,12}|[一二两兩三四五六七八九十](?=[多余餘]?[万萬亿億]))(?![零〇一二两兩三四五六七八九十百千月日号號年世点點分])/gu;

export const chineseFigures: FigureGrammar = {
  write: (text) =>
    text.replace(IN_CHARACTERS, (written) =>
      written.length === 1 || /[十百千]/u.test(written) ? `${chineseNumeralValue(written)}` : written,
    ),
};
