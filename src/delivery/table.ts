/** Tables, and how a row reads where there are no columns to see: what it is about, then column by column. */
import type { Answer, Block, Cell, Item } from "../desk/answer.ts";
import type { Words } from "../language/messages.ts";
import { cellSpans, type Span } from "./spans.ts";

export type Table = Extract<Block, { type: "table" }>;

/** A row as it is read: what it is about, and what it has under each of the other columns. */
export interface ReadRow {
  readonly head: readonly Span[];
  readonly rest: readonly { readonly label: string; readonly value: readonly Span[] }[];
}

/** What a row is about: its first cells as one title. */
function headSpans(cells: readonly Cell[], answer: Answer, words: Words): Span[] {
  const [, between = ""] = words.title("\n", "\n").split("\n");
  const filled = cells.filter((cell) => cell.length > 0);
  return filled.flatMap((cell, index) => [
    ...(index === 0 ? [] : [{ text: between }]),
    ...cellSpans(cell, answer, words),
  ]);
}

/** Columns in which a row has nothing are not read. */
export function readRows({ columns, heads = 1, rows }: Table, answer: Answer, words: Words): ReadRow[] {
  return rows.map((row) => ({
    head: headSpans(row.slice(0, heads), answer, words),
    rest: row.slice(heads).flatMap((cell, index) => {
      const value = cellSpans(cell, answer, words);
      return cell.length === 0 ? [] : [{ label: columns[heads + index] ?? "", value }];
    }),
  }));
}

/** The one table that these items are, where each is nothing but rows under the same columns. */
export function tableOf(items: readonly Item[]): Table | undefined {
  const blocks = items.flat();
  const tables = blocks.filter((block): block is Table => block.type === "table");
  const [first] = tables;
  const same = ({ columns }: Table) => columns.join("\n") === first?.columns.join("\n");
  if (!first || tables.length < blocks.length || !tables.every(same)) return undefined;
  return { ...first, rows: tables.flatMap(({ rows }) => rows) };
}
