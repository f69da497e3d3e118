/** Makes paragraphs of lines, from their places and sizes. */
import { joinLines, wordsIn } from "./join-lines.ts";
import type { TextLine } from "./page-lines.ts";

/** Letters of sizes that differ by more than this share are of different paragraphs, such as a heading's. */
const SIZE_DIFFERENCE = 0.12;

/** A gap above a line of more than so many usual ones begins a paragraph. */
const LARGE_GAP = 1.3;

/** An indent, in sizes of the letters. */
const INDENT = [0.7, 5] as const;

const LIST_ITEM =
  /^(?:[\u2022\u2023\u25aa\u25cf\u25e6\u2219*\u00b7\u2013\u2014-]\s|\(?(?:\d{1,2}|[a-z])[.)]\s)/u;

const ENDS_SENTENCE = /[.!?:;\u3002\uff01\uff1f\u2026]["'\u2019\u201d)\]\u300d]*$/u;

const HAN = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

const endOf = ({ x, width }: TextLine): number => x + width;

/** Lines of one column and one size have one shape: a heading is often wider than the text below it. */
const keyOf = ({ page, column, size }: TextLine): string =>
  `${page} ${column.left} ${column.right} ${Math.round(size)}`;

/** The edges of a column's text, and the usual distance of its lines. */
interface ColumnShape {
  readonly left: number;
  readonly right: number;
  readonly leading: number;
}

const mostFrequent = (values: readonly number[]): number => {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0])[0]?.[0] ?? 0;
};

/** The share of a column's lines that begin at its left edge, at the least: the others may all be indented. */
const EDGE_SHARE = 0.15;

const leftEdge = (starts: readonly number[]): number =>
  [...new Set(starts)]
    .sort((one, other) => one - other)
    .find((x) => starts.filter((start) => Math.abs(start - x) <= 1).length >= starts.length * EDGE_SHARE) ??
  0;

function shapesOf(lines: readonly TextLine[]): ReadonlyMap<string, ColumnShape> {
  const columns = new Map<string, TextLine[]>();
  for (const line of lines) columns.set(keyOf(line), [...(columns.get(keyOf(line)) ?? []), line]);
  return new Map(
    [...columns].map(([key, own]) => {
      const distances = own.slice(1).map((line, index) => Math.round((own[index]!.y - line.y) * 2) / 2);
      const leading = mostFrequent(distances.filter((distance) => distance > 0));
      const left = leftEdge(own.map(({ x }) => Math.round(x)));
      return [key, { left, right: Math.max(...own.map(endOf)), leading }];
    }),
  );
}

/** Returns the width that the first word of a line takes; a Han character is a word. */
function firstWordWidth({ text, width }: TextLine): number {
  const characters = [...text.trim()];
  const word = HAN.test(characters[0] ?? "") ? 2 : /^\S*/.exec(text.trim())![0].length;
  return (width / Math.max(1, characters.length)) * word;
}

/** Tells whether one of two lines of a page runs over columns, and the other is in one of these: a byline, and the text. */
const isAboveColumns = ({ page, column }: TextLine, line: TextLine): boolean =>
  page === line.page &&
  (column.left !== line.column.left || column.right !== line.column.right) &&
  column.left < line.column.right &&
  line.column.left < column.right;

/** Tells whether a line begins a paragraph, by what stands before it. */
function beginsParagraph(
  before: TextLine,
  line: TextLine,
  shapes: ReadonlyMap<string, ColumnShape>,
): boolean {
  const [shape, shapeBefore] = [shapes.get(keyOf(line))!, shapes.get(keyOf(before))!];
  const { size } = line;
  if (Math.abs(size - before.size) > SIZE_DIFFERENCE * Math.max(size, before.size)) return true;
  if (LIST_ITEM.test(line.text)) return true;
  if (isAboveColumns(before, line)) return true;
  const isSameColumn = keyOf(line) === keyOf(before);
  const gap = before.y - line.y;
  if (isSameColumn && shape.leading > 0 && gap > shape.leading * LARGE_GAP) return true;
  const [least, most] = INDENT;
  const indent = line.x - shape.left;
  const indentBefore = before.x - shapeBefore.left;
  const isIndented = indent > least * size && indent < most * size;
  const isStep = Math.abs(indent - indentBefore) > least * size;
  // Two lines with one indent are a paragraph of that indent, or two paragraphs of one line each.
  if (isIndented && (isStep || ENDS_SENTENCE.test(before.text))) return true;
  // Had the first word of this line found room on the line before, only the end of a paragraph broke it.
  const room = shapeBefore.right - endOf(before);
  return room > firstWordWidth(line) + size;
}

/** What became of the lines. */
export interface JoinedText {
  readonly text: string;
  /** Words of which it could not be told whether the hyphen at a line's end is their own. */
  readonly openHyphens: readonly string[];
}

const BROKEN_END = /\p{L}[\p{L}\p{M}\u2019']*[-\u2010\u00ad]\s*$/u;

/** Returns the text of lines without the words that are broken at their ends, which are no evidence of themselves. */
const withoutBrokenWords = (lines: readonly TextLine[]): string =>
  lines
    .map(({ text }, index) => {
      const follows = BROKEN_END.test(lines[index - 1]?.text ?? "");
      return text.replace(BROKEN_END, "").replace(follows ? /^\s*[\p{L}\p{M}\u2019']+/u : "", "");
    })
    .join("\n");

/** Makes a text of lines in the order in which they are read, with blank lines between its paragraphs. */
export function joinParagraphs(lines: readonly TextLine[]): JoinedText {
  const shapes = shapesOf(lines);
  const paragraphs: TextLine[][] = [];
  for (const line of lines) {
    const paragraph = paragraphs.at(-1);
    const before = paragraph?.at(-1);
    if (paragraph && before && !beginsParagraph(before, line, shapes)) paragraph.push(line);
    else paragraphs.push([line]);
  }
  const words = wordsIn(withoutBrokenWords(lines));
  const openHyphens: string[] = [];
  const text = paragraphs
    .map((paragraph) =>
      joinLines(
        paragraph.map((line) => line.text),
        words,
        (word) => void openHyphens.push(word),
      ),
    )
    .join("\n\n");
  return { text, openHyphens };
}
