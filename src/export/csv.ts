/**
 * Tables as CSV (RFC 4180), in UTF-8 with a byte order mark, without which Excel takes it for something else. No
 * cell is a formula to a spreadsheet (https://owasp.org/www-community/attacks/CSV_Injection).
 */

/** A row by the names of its columns; a column that is not there is an empty cell. */
export type CsvRow = Readonly<Record<string, string>>;

/** What makes a cell a formula, and the apostrophe that keeps it from being one, so that it can be taken away again. */
const ACTIVE = /^\s*[=+\-@＝＋－＠'|%]|^[\t\r\n]/;

/** A text as a spreadsheet may have it: what would be reckoned with begins with an apostrophe. */
export const guardFormula = (text: string): string => (ACTIVE.test(text) ? `'${text}` : text);

/** The text again. */
export const unguardFormula = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell);

const cell = (text: string): string => `"${guardFormula(text).replaceAll('"', '""')}"`;

/** Several values in one cell, one a line; backslashes and line breaks in them are written as `\\` and `\n`. */
export const joinCell = (values: readonly string[]): string =>
  values.map((value) => value.replaceAll("\\", "\\\\").replaceAll("\n", "\\n")).join("\n");

/** The values again. */
export const splitCell = (text: string): string[] =>
  text === ""
    ? []
    : text
        .split("\n")
        .map((line) => line.replace(/\\(.)/g, (_, mark: string) => (mark === "n" ? "\n" : mark)));

/**
 * The columns of all rows: `first`, then the others in the order in which they first come, those of one thing
 * beside each other and what there are several of by their numbers.
 */
export function collectColumns(rows: readonly CsvRow[], first: readonly string[] = []): string[] {
  const columns = [...new Set([...first, ...rows.flatMap((row) => Object.keys(row))])];
  const topOf = (column: string): string => column.split(".")[0] ?? "";
  const tops = [...new Set(columns.map(topOf))];
  const numberOf = (column: string): number => Number(/\.(\d+)/.exec(column)?.[1] ?? 0);
  return columns.sort((a, b) => tops.indexOf(topOf(a)) - tops.indexOf(topOf(b)) || numberOf(a) - numberOf(b));
}

/** A table: its columns' names, then a line for each row. */
export function formatCsv(
  rows: readonly CsvRow[],
  columns: readonly string[] = collectColumns(rows),
): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))];
  return `\ufeff${lines.map((line) => `${line.map(cell).join(",")}\r\n`).join("")}`;
}
