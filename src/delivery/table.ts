/** Prepares tables: merges them, and converts rows to labelled lines for renderers without columns. */
import type { Answer, AnswerItem, Block, TableCell } from "../desk/answer.ts";
import type { Messages } from "../language/messages.ts";
import { cellSpans, type LinkSpan } from "./spans.ts";

/** A block of type `table`. */
export type AnswerTable = Extract<Block, { type: "table" }>;

/** A row as labelled lines: its title, and the value in each other column that is not empty. */
export interface ReadableRow {
  readonly head: readonly LinkSpan[];
  readonly rest: readonly { readonly label: string; readonly value: readonly LinkSpan[] }[];
}

/** Joins the first cells of a row to its title. */
function headSpans(cells: readonly TableCell[], answer: Answer, messages: Messages): LinkSpan[] {
  const [, between = ""] = messages.title("\n", "\n").split("\n");
  const filled = cells.filter((cell) => cell.length > 0);
  return filled.flatMap((cell, index) => [
    ...(index === 0 ? [] : [{ text: between }]),
    ...cellSpans(cell, answer, messages),
  ]);
}

/** Converts the rows of a table to labelled lines; leaves out empty cells. */
export function readableRows(
  { columns, heads = 1, rows }: AnswerTable,
  answer: Answer,
  messages: Messages,
): ReadableRow[] {
  return rows.map((row) => ({
    head: headSpans(row.slice(0, heads), answer, messages),
    rest: row.slice(heads).flatMap((cell, index) => {
      const value = cellSpans(cell, answer, messages);
      return cell.length === 0 ? [] : [{ label: columns[heads + index] ?? "", value }];
    }),
  }));
}

/** Merges items to one table; returns undefined unless every block is a table with the same columns. */
export function mergeTables(items: readonly AnswerItem[]): AnswerTable | undefined {
  const blocks = items.flat();
  const tables = blocks.filter((block): block is AnswerTable => block.type === "table");
  const [first] = tables;
  const hasSameColumns = ({ columns }: AnswerTable) => columns.join("\n") === first?.columns.join("\n");
  if (!first || tables.length < blocks.length || !tables.every(hasSameColumns)) return undefined;
  return { ...first, rows: tables.flatMap(({ rows }) => rows) };
}
