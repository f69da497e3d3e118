/** A table as Slack shows it: its own where columns can be compared at a glance, and row by row what is longer. */

import type { RichTextBlock, TableBlock } from "@slack/types";
import { cellSpans, type LinkSpan, spanText } from "../../delivery/spans.ts";
import type { AnswerTable } from "../../delivery/table.ts";
import type { Answer } from "../../desk/answer.ts";
import type { Messages } from "../../language/messages.ts";
import { defined } from "../../support/defined.ts";
import { richLine, richText } from "./rich-text.ts";

/** The longest text of a column that is read at a glance: in a longer one, Slack's table has two words a line. */
const GLANCE = 90;

/** The fewest such columns, beside what says what a row is about, of which a table tells more than a list. */
const COLUMNS = 3;

/** A table in two: what is compared at a glance, and what is read row by row. Neither has a column or a row of nothing. */
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

/** Parts a table by what its columns hold. */
export function splitTable(table: AnswerTable, answer: Answer, messages: Messages): SplitTable {
  const { heads = 1 } = table;
  const longest = (column: number): number =>
    Math.max(0, ...table.rows.map((row) => spanText(cellSpans(row[column] ?? [], answer, messages)).length));
  const filled = table.columns
    .map((_, column) => column)
    .filter((column) => column >= heads && longest(column) > 0);
  // The desk's notes are never compared: they stand in small print.
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

/** The table as Slack's own; a message takes one. What a row is about needs no name above it. */
export function tableBlock(
  { columns, heads = 1, rows }: AnswerTable,
  answer: Answer,
  messages: Messages,
): TableBlock {
  const cell = (line: readonly LinkSpan[], bold: boolean): RichTextBlock => ({
    type: "rich_text",
    elements: [
      {
        type: "rich_text_section",
        elements: line.length === 0 ? [richText(" ")] : richLine(line, bold ? { bold } : undefined),
      },
    ],
  });
  return {
    type: "table",
    column_settings: columns.map(() => ({ is_wrapped: true })),
    rows: [
      columns.map((name, index) => cell(index === 0 ? [] : [{ text: name }], true)),
      ...rows.map((row) =>
        row.map((parts, index) => cell(cellSpans(parts, answer, messages), index < heads)),
      ),
    ],
  };
}
