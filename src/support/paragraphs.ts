/** Divides texts into paragraphs: one a line, or, where lines were wrapped at a width, one a block between blank lines. */

/** A range of a text, in UTF-16 code units; `end` is exclusive. */
interface ParagraphRange {
  readonly start: number;
  readonly end: number;
}

/** The width at which lines are wrapped, at the least and at the most, in UTF-16 code units. */
const WIDTH = { least: 24, most: 120 } as const;

/** The fewest line ends inside blocks from which a text is taken for wrapped. */
const FEWEST_WRAPS = 4;

/** The share of them before which the line is nearly full. */
const FULL_SHARE = 0.7;

/** Tells whether the lines of a text were wrapped at a width, so that a line end inside a block is a space. */
export function isHardWrapped(text: string): boolean {
  const lines = text.split("\n").map((line) => line.trim());
  const longest = lines.reduce((most, { length }) => Math.max(most, length), 0);
  if (longest < WIDTH.least || longest > WIDTH.most) return false;
  const wrapped = lines.filter((line, index) => line !== "" && (lines[index + 1] ?? "") !== "");
  const isFull = ({ length }: string) => length >= longest * 0.6;
  return wrapped.length >= FEWEST_WRAPS && wrapped.filter(isFull).length >= wrapped.length * FULL_SHARE;
}

/** Returns the ranges of the paragraphs of a text, in order, without the blank lines between them. */
export function paragraphRanges(text: string): ParagraphRange[] {
  const between = isHardWrapped(text) ? /\n(?:[^\S\n]*\n)+/g : /\n/g;
  const ranges: ParagraphRange[] = [];
  let start = 0;
  for (const { 0: gap, index } of text.matchAll(between)) {
    ranges.push({ start, end: index });
    start = index + gap.length;
  }
  return [...ranges, { start, end: text.length }].filter((range) => range.start < range.end);
}

/** A line end inside a block, with the indent of the line after it. */
const WRAP = /(?<=\S)[^\S\n]*\n[^\S\n]*(?=\S)/g;

/** A text in which each line end inside a block is a space, and where its characters stand in the text. */
export interface UnwrappedText {
  readonly unwrapped: string;
  offsetAt(index: number): number;
}

/** Puts the line ends inside the blocks of a wrapped text as spaces, each with the indent that follows it. */
export function unwrapLines(text: string): UnwrappedText {
  /** Where a piece of the text begins, in the result and in the text. */
  const pieces = [{ to: 0, from: 0 }];
  let unwrapped = "";
  let at = 0;
  for (const { 0: wrap, index } of text.matchAll(WRAP)) {
    unwrapped += `${text.slice(at, index)} `;
    at = index + wrap.length;
    pieces.push({ to: unwrapped.length, from: at });
  }
  unwrapped += text.slice(at);
  const isSameLength = unwrapped.length === text.length;
  return {
    unwrapped,
    offsetAt(index) {
      if (isSameLength) return index;
      const piece = pieces.findLast(({ to }) => to <= index)!;
      return piece.from + index - piece.to;
    },
  };
}
