/** Chinese numbers in characters, written in figures. */
import type { FigureGrammar } from "../figures.ts";

const DIGITS = "零一二三四五六七八九";
const VARIANTS: Readonly<Record<string, string>> = { 〇: "零", 两: "二", 兩: "二" };
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** A number of several characters, or one before a scale; no date, ordinal, share or round number. */
const IN_CHARACTERS =
  /(?<![零〇一二两兩三四五六七八九十百千数數几幾第成之点點])(?:[零〇一二两兩三四五六七八九十百千]{2,12}|[一二两兩三四五六七八九十](?=[多余餘]?[万萬亿億]))(?![零〇一二两兩三四五六七八九十百千月日号號年世点點分])/gu;

/** Returns the value of characters in order. */
function figureOf(characters: string): number {
  let [total, below] = [0, 0];
  for (const character of characters) {
    const unit = UNITS[character];
    if (unit !== undefined) [total, below] = [total + (below || 1) * unit, 0];
    else below = DIGITS.indexOf(VARIANTS[character] ?? character);
  }
  return total + below;
}

export const chineseFigures: FigureGrammar = {
  write: (text) =>
    text.replace(IN_CHARACTERS, (written) =>
      written.length === 1 || /[十百千]/u.test(written) ? `${figureOf(written)}` : written,
    ),
};
