/** Puts the pieces of text on a page together into lines, column by column. */

/** A piece of text as a PDF places it, in points; `y` grows upwards. */
export interface PlacedPiece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** A line of one column. `column` is the range in x of its column. */
export interface TextLine extends PlacedPiece {
  readonly page: number;
  readonly column: { readonly left: number; readonly right: number };
}

/** A gap of so many times the size of the letters may be one between columns, and no wider one is inside a line. */
const COLUMN_GAP = 0.75;

/** A gap of so many times the size of the letters is a space, where the PDF writes none. */
const SPACE_GAP = 0.18;
const HAN_SPACE_GAP = 1;

/** So many rows of a page must have the same gap for it to part columns, and each column be this wide. */
const [GUTTER_ROWS, COLUMN_EMS] = [5, 9];

const IS_CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

const endOf = ({ x, width }: PlacedPiece): number => x + width;

/** Groups pieces into rows of one baseline, from the top, each from left to right. */
function rowsOf(pieces: readonly PlacedPiece[]): PlacedPiece[][] {
  const rows: PlacedPiece[][] = [];
  for (const piece of [...pieces].sort((one, other) => other.y - one.y || one.x - other.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && Math.abs(first.y - piece.y) < 0.4 * Math.max(first.size, piece.size)) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => row.sort((one, other) => one.x - other.x));
}

/** Returns the text of two pieces of a line, with the space between them if there is one to be seen. */
function joinPieces(before: string, after: string, gap: number, size: number): string {
  if (/\s$/.test(before) || /^\s/.test(after)) return before + after;
  const isCjk = IS_CJK.test(before.at(-1) ?? "") || IS_CJK.test(after[0] ?? "");
  return before + (gap > size * (isCjk ? HAN_SPACE_GAP : SPACE_GAP) ? " " : "") + after;
}

/** Joins the pieces of a row that no wide gap parts. */
function fragmentsOf(row: readonly PlacedPiece[], gap: number): PlacedPiece[] {
  const fragments: PlacedPiece[] = [];
  for (const piece of row) {
    const last = fragments.at(-1);
    const distance = last ? piece.x - endOf(last) : 0;
    if (!last || distance > gap * Math.max(last.size, piece.size)) fragments.push(piece);
    else
      fragments[fragments.length - 1] = {
        ...last,
        text: joinPieces(last.text, piece.text, distance, Math.min(last.size, piece.size)),
        width: endOf(piece) - last.x,
        // A superscript or a footnote's number does not make the line another size.
        size: piece.width > last.width ? piece.size : last.size,
      };
  }
  return fragments.filter(({ text }) => text.trim() !== "");
}

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

/** Finds where the columns of a page are parted: the places that lie in a gap of many rows and in few letters. */
function guttersOf(rows: readonly (readonly PlacedPiece[])[]): number[] {
  const all = rows.flat();
  const size = median(all.map((piece) => piece.size)) || 10;
  const right = Math.max(0, ...all.map(endOf));
  const [gaps, covers] = [new Uint16Array(Math.ceil(right) + 1), new Uint16Array(Math.ceil(right) + 1)];
  for (const row of rows) {
    const fragments = fragmentsOf(row, COLUMN_GAP);
    for (const [index, fragment] of fragments.entries()) {
      for (let x = Math.floor(fragment.x); x < endOf(fragment); x++) if (x >= 0) covers[x]! += 1;
      const next = fragments[index + 1];
      if (next) for (let x = Math.ceil(endOf(fragment)); x < next.x; x++) gaps[x]! += 1;
    }
  }
  const isGutter = (x: number): boolean => gaps[x]! >= GUTTER_ROWS && gaps[x]! > 2 * covers[x]!;
  const gutters: number[] = [];
  for (let x = 0; x <= right; x++) {
    if (!isGutter(x)) continue;
    let end = x;
    while (end + 1 <= right && isGutter(end + 1)) end += 1;
    gutters.push((x + end) / 2);
    x = end;
  }
  // Narrow columns are those of a table, whose rows belong together.
  const edges = [Math.min(...all.map(({ x }) => x)), ...gutters, right];
  const isWide = edges.slice(1).every((edge, index) => edge - edges[index]! >= COLUMN_EMS * size);
  return isWide ? gutters : [];
}

/** Returns the lines of a page in the order in which they are read. */
export function pageLines(pieces: readonly PlacedPiece[], page: number): TextLine[] {
  const rows = rowsOf(pieces);
  const gutters = guttersOf(rows);
  const lines: PlacedPiece[] = [];
  /** The lines of each column since the last line that runs over a gutter. */
  const columns: PlacedPiece[][] = [...gutters, 0].map(() => []);
  const flush = (): void => {
    for (const column of columns) lines.push(...column.splice(0));
  };
  for (const row of rows) {
    const parts = row.length === 0 ? [] : splitAt(row, gutters);
    if (parts === undefined) {
      flush();
      lines.push(...fragmentsOf(row, Number.POSITIVE_INFINITY));
      continue;
    }
    for (const [index, part] of parts.entries())
      columns[index]?.push(...fragmentsOf(part, Number.POSITIVE_INFINITY));
  }
  flush();
  const edges = [Number.NEGATIVE_INFINITY, ...gutters, Number.POSITIVE_INFINITY];
  return lines.map((line) => {
    const index = Math.max(0, edges.findIndex((edge) => edge > line.x) - 1);
    const isAcross = gutters.some((gutter) => line.x < gutter && endOf(line) > gutter);
    const column = isAcross
      ? { left: edges[0]!, right: edges.at(-1)! }
      : { left: edges[index]!, right: edges[index + 1]! };
    return { ...line, text: line.text.replace(/\s+$/, ""), page, column };
  });
}

/** Parts a row at the gutters; undefined when one of its pieces, or of its lines, runs over one. */
function splitAt(row: readonly PlacedPiece[], gutters: readonly number[]): PlacedPiece[][] | undefined {
  const fragments = fragmentsOf(row, COLUMN_GAP);
  if (fragments.some((fragment) => gutters.some((gutter) => fragment.x < gutter && endOf(fragment) > gutter)))
    return undefined;
  const parts: PlacedPiece[][] = [...gutters, 0].map(() => []);
  for (const piece of row) parts[gutters.filter((gutter) => piece.x > gutter).length]!.push(piece);
  return parts;
}
