/** Tables, and how a row reads where there are no columns to see: what it is about, then column by column. */
import type { Block, Cell, Item } from "../desk/answer.ts";
import type { Words } from "../words/words.ts";
import { marks } from "./text.ts";

export type Table = Extract<Block, { type: "table" }>;

/** What a cell says, each value with the numbers of its sources. */
export const cellText = (cell: Cell, words: Words): string =>
  cell
    .map(({ value, stated, passages }) => {
      const numbers = [...new Set(passages.map(({ source }) => source))].sort((a, b) => a - b);
      const said = stated ? words.quoted(value) : value;
      return numbers.length === 0 ? said : `${said} ${marks(numbers)}`;
    })
    .join(words.between);

/** A row as it is read: what it is about, and what it has under each of the other columns. */
export interface ReadRow {
  readonly head: string;
  readonly rest: readonly { readonly label: string; readonly value: string }[];
}

/** Columns in which a row has nothing are not read. */
export function readRows({ columns, rows }: Table, words: Words): ReadRow[] {
  return rows.map(([first = [], ...others]) => ({
    head: cellText(first, words),
    rest: others.flatMap((cell, index) =>
      cell.length === 0 ? [] : [{ label: columns[index + 1] ?? "", value: cellText(cell, words) }],
    ),
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
