/** Tables, and how a row reads where there are no columns to see: what it is about, then column by column. */
import type { Answer, AnswerItem, Block, TableCell } from "../desk/answer.ts";
import type { Messages } from "../language/messages.ts";
import { cellSpans, type LinkSpan } from "./spans.ts";

export type AnswerTable = Extract<Block, { type: "table" }>;

/** A row as it is read: what it is about, and what it has under each of the other columns. */
export interface ReadableRow {
  readonly head: readonly LinkSpan[];
  readonly rest: readonly { readonly label: string; readonly value: readonly LinkSpan[] }[];
}

/** What a row is about: its first cells as one title. */
function headSpans(cells: readonly TableCell[], answer: Answer, messages: Messages): LinkSpan[] {
  const [, between = ""] = messages.title("\n", "\n").split("\n");
  const filled = cells.filter((cell) => cell.length > 0);
  return filled.flatMap((cell, index) => [
    ...(index === 0 ? [] : [{ text: between }]),
    ...cellSpans(cell, answer, messages),
  ]);
}

/** Columns in which a row has nothing are not read. */
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

/** The one table that these items are, where each is nothing but rows under the same columns. */
export function mergeTables(items: readonly AnswerItem[]): AnswerTable | undefined {
  const blocks = items.flat();
  const tables = blocks.filter((block): block is AnswerTable => block.type === "table");
  const [first] = tables;
  const same = ({ columns }: AnswerTable) => columns.join("\n") === first?.columns.join("\n");
  if (!first || tables.length < blocks.length || !tables.every(same)) return undefined;
  return { ...first, rows: tables.flatMap(({ rows }) => rows) };
}
