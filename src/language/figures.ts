/** Writes numbers in words as figures, so that “twenty-two” and “22” compare equal. */
import { englishFigures } from "./en/figures.ts";
import { chineseFigures } from "./zh/figures.ts";

/** One language’s numbers in words. */
export interface FigureGrammar {
  /** Returns a text with each number of several words in figures; a scale such as “million” stays a word. */
  write(text: string): string;
}

const ALL: readonly FigureGrammar[] = [englishFigures, chineseFigures];

/** Returns a text with the numbers that several words or characters write in figures. */
export const writeFigures = (text: string): string =>
  ALL.reduce((written, { write }) => write(written), text);
