/** Writes tables as CSV (RFC 4180), in UTF-8 with the byte order mark that Excel needs to recognize it. */

/** A row, keyed by column; missing columns are empty cells. */
export type CsvRow = Readonly<Record<string, string>>;

/**
 * Matches cells that a spreadsheet could run as a formula (https://owasp.org/www-community/attacks/CSV_Injection),
 * and a leading apostrophe, so that the guard can be removed without loss.
 */
const ACTIVE = /^\s*[=+\-@＝＋－＠'|%]|^[\t\r\n]/;

/** Guards a text against being run as a formula, by a leading apostrophe. */
export const guardFormula = (text: string): string => (ACTIVE.test(text) ? `'${text}` : text);

/** Removes the guard. */
export const unguardFormula = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell);

const cell = (text: string): string => `"${guardFormula(text).replaceAll('"', '""')}"`;

/** Joins several values into one cell, one per line, escaping backslashes and line breaks. */
export const joinCell = (values: readonly string[]): string =>
  values.map((value) => value.replaceAll("\\", "\\\\").replaceAll("\n", "\\n")).join("\n");

/** Splits a cell into its values; the inverse of `joinCell`. */
export const splitCell = (text: string): string[] =>
  text === ""
    ? []
    : text
        .split("\n")
        .map((line) => line.replace(/\\(.)/g, (_, mark: string) => (mark === "n" ? "\n" : mark)));

/**
 * Collects the columns of all rows: `first`, then in order of appearance. Columns of one field are kept together,
 * and the elements of a list in order of their index.
 */
export function collectColumns(rows: Iterable<CsvRow>, first: readonly string[] = []): string[] {
  const found = new Set(first);
  for (const row of rows) for (const column of Object.keys(row)) found.add(column);
  const columns = [...found];
  const topOf = (column: string): string => column.split(".")[0] ?? "";
  const tops = [...new Set(columns.map(topOf))];
  const numberOf = (column: string): number => Number(/\.(\d+)/.exec(column)?.[1] ?? 0);
  return columns.sort((a, b) => tops.indexOf(topOf(a)) - tops.indexOf(topOf(b)) || numberOf(a) - numberOf(b));
}

/** Yields the lines of a table, the header first. */
export function* csvLines(rows: Iterable<CsvRow>, columns: readonly string[]): Generator<string> {
  const line = (cells: readonly string[]): string => `${cells.map(cell).join(",")}\r\n`;
  yield `\ufeff${line(columns)}`;
  for (const row of rows) yield line(columns.map((column) => row[column] ?? ""));
}
