/** Draws tables: short columns as Slack's table block, the others row by row. */

import type { RichTextBlock, TableBlock } from "@slack/types";
import { cellSpans, type LinkSpan, spanText } from "../../delivery/spans.ts";
import type { AnswerTable } from "../../delivery/table.ts";
import type { Answer } from "../../desk/answer.ts";
import type { Messages } from "../../language/messages.ts";
import { defined } from "../../support/defined.ts";
import { richLine, richText } from "./rich-text.ts";

/** Characters of the longest cell in a short column; with longer ones, Slack's table fits two words on a line. */
const GLANCE = 90;

/** Short columns, row headers aside, from which on a table is easier to read than a list. */
const COLUMNS = 3;

/** A table split into its short columns and its other ones, both without empty columns and rows. */
export interface SplitTable {
  readonly compact?: AnswerTable;
  readonly rest?: AnswerTable;
}

function chosen(table: AnswerTable, columns: readonly number[]): AnswerTable | undefined {
  if (columns.length === 0) return undefined;
  const of = [...table.columns.slice(0, table.heads ?? 1).keys(), ...columns];
  const rows = table.rows
    .filter((row) => columns.some((column) => (row[column] ?? []).length > 0))
    .map((row) => of.map((column) => row[column] ?? []));
  return { ...table, columns: of.map((column) => table.columns[column] ?? ""), rows };
}

/** Splits a table by the length of its columns. With too few short ones, `rest` is the whole table. */
export function splitTable(table: AnswerTable, answer: Answer, messages: Messages): SplitTable {
  const { heads = 1 } = table;
  const longest = (column: number): number =>
    Math.max(0, ...table.rows.map((row) => spanText(cellSpans(row[column] ?? [], answer, messages)).length));
  const filled = table.columns
    .map((_, column) => column)
    .filter((column) => column >= heads && longest(column) > 0);
  // Desk's notes are drawn in small print, which a table block does not have.
  const isNote = (column: number): boolean => table.columns[column] === messages.deskNote;
  const short = filled.filter((column) => longest(column) <= GLANCE && !isNote(column));
  if (short.length < COLUMNS) return { rest: table };
  const compact = chosen(table, short);
  const rest = chosen(
    table,
    filled.filter((column) => !short.includes(column)),
  );
  return { ...defined({ compact }), ...defined({ rest }) };
}

/** Draws a cell, which Slack refuses where it is empty. */
export const tableCell = (line: readonly LinkSpan[], bold: boolean): RichTextBlock => ({
  type: "rich_text",
  elements: [
    {
      type: "rich_text_section",
      elements: line.length === 0 ? [richText(" ")] : richLine(line, bold ? { bold } : undefined),
    },
  ],
});

/** Draws a table block, of which a message may have one. Its first column has no header. */
export function tableBlock(
  { columns, heads = 1, rows }: AnswerTable,
  answer: Answer,
  messages: Messages,
): TableBlock {
  return {
    type: "table",
    column_settings: columns.map(() => ({ is_wrapped: true })),
    rows: [
      columns.map((name, index) => tableCell(index === 0 ? [] : [{ text: name }], true)),
      ...rows.map((row) =>
        row.map((parts, index) => tableCell(cellSpans(parts, answer, messages), index < heads)),
      ),
    ],
  };
}
