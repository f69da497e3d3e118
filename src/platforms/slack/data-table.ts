/** Draws a long table whole, as Slack's data table, which people sort and turn themselves. */
import type { DataTableBlock, KnownBlock } from "@slack/types";
import { clipLabel } from "../../delivery/fit.ts";
import type { AnswerPage } from "../../delivery/renderer.ts";
import { sourceLine } from "../../delivery/source-line.ts";
import { cellSpans, spanText } from "../../delivery/spans.ts";
import { type AnswerTable, mergeTables } from "../../delivery/table.ts";
import { renderTextPage } from "../../delivery/text.ts";
import { type Answer, citedSources } from "../../desk/answer.ts";
import type { Messages } from "../../language/messages.ts";
import { printableText } from "../../support/printable.ts";
import { blockRenderer, drawBlocks } from "./blocks.ts";
import { contextBlocks } from "./context-blocks.ts";
import { countCharacters } from "./count-characters.ts";
import { SLACK_MESSAGE_LIMITS, SLACK_TABLE_LIMITS } from "./limits.ts";
import { tableCell } from "./table.ts";

/** A long table: its block, what stands below it, and the rows as text, which is read without blocks. */
export interface LongTable {
  readonly block: DataTableBlock;
  readonly foot: readonly KnownBlock[];
  readonly text: string;
  /** The ids of the sources that it cites. */
  readonly cited: readonly string[];
}

type Row = AnswerTable["rows"][number];

/** Whether every row has a place in the order of a column. */
const isOrdered = ({ rows }: AnswerTable, column: number): boolean =>
  rows.every((row) => row[column]?.[0]?.order !== undefined);

const cellText = (row: Row, column: number, answer: Answer, messages: Messages): string =>
  printableText(spanText(cellSpans(row[column] ?? [], answer, messages)));

/** Draws the table block. A column in which all rows have their order is sorted by it, any other by its letters. */
function dataTableBlock(table: AnswerTable, answer: Answer, messages: Messages): DataTableBlock {
  const { columns, rows, heads = 1 } = table;
  const ordered = columns.map((_, column) => isOrdered(table, column));
  return {
    type: "data_table",
    caption: clipLabel(printableText(answer.title), SLACK_MESSAGE_LIMITS.header),
    page_size: SLACK_TABLE_LIMITS.turned,
    row_header_column_index: heads - 1,
    rows: [
      columns.map((name) => ({ type: "raw_text", text: printableText(name) || "–" })),
      ...rows.map((row): DataTableBlock["rows"][number] =>
        columns.map((_, column) =>
          ordered[column]
            ? {
                type: "raw_number",
                value: row[column]?.[0]?.order ?? 0,
                text: cellText(row, column, answer, messages) || "–",
              }
            : tableCell(cellSpans(row[column] ?? [], answer, messages), column < heads),
        ),
      ),
    ],
  };
}

/** Returns a table without its longest column that does not name the rows. */
function withoutLongest(table: AnswerTable, answer: Answer, messages: Messages): AnswerTable {
  const { columns, rows, heads = 1 } = table;
  const lengths = columns.map((_, column) =>
    column < heads ? -1 : rows.reduce((sum, row) => sum + cellText(row, column, answer, messages).length, 0),
  );
  const longest = lengths.indexOf(Math.max(...lengths));
  const kept = <Value>(values: readonly Value[]) => values.filter((_, column) => column !== longest);
  return { ...table, columns: kept(columns), rows: rows.map(kept) };
}

/** Returns the rows as a page of which nothing else is shown: it cites what they cite. */
function rowsPage(answer: Answer): AnswerPage {
  const numbers = new Set(answer.items.flat().flatMap(citedSources));
  return {
    answer: { ...answer, isBrief: true, close: [], buttons: [] },
    opening: [],
    items: answer.items,
    from: 1,
    sources: answer.sources.filter(({ number }) => numbers.has(number)),
    shortened: false,
  };
}

/** Draws what the rows caution against, unless they have their notes, and the line of their sources. */
function tableFoot({ columns }: AnswerTable, page: AnswerPage, messages: Messages): KnownBlock[] {
  const isNoted = columns.includes(messages.deskNote);
  const cautions = page.items
    .flat()
    .flatMap((block) => (block.type === "table" && !isNoted ? (block.cautions ?? []) : []));
  const line = sourceLine(page, messages);
  return [
    ...contextBlocks([...new Set(cautions)]),
    ...(line ? drawBlocks([line], blockRenderer(page.answer, messages)) : []),
  ];
}

const isWithin = (block: DataTableBlock, foot: readonly KnownBlock[]): boolean =>
  countCharacters(block.rows) <= SLACK_TABLE_LIMITS.text &&
  countCharacters([block, ...foot]) <= SLACK_MESSAGE_LIMITS.text;

/**
 * Draws the table of an answer that is longer than a message shows, with all its rows: a part of them would be sorted as if
 * it were all. Of more columns than Slack takes, the longest are left out.
 */
export function longTable(answer: Answer, messages: Messages): LongTable | undefined {
  const whole = mergeTables(answer.items);
  if (!whole || whole.rows.length <= SLACK_TABLE_LIMITS.page || whole.rows.length > SLACK_TABLE_LIMITS.rows)
    return undefined;
  const { heads = 1 } = whole;
  const page = rowsPage(answer);
  for (
    let table = whole;
    table.columns.length > heads;
    table = withoutLongest(table, page.answer, messages)
  ) {
    if (table.columns.length > SLACK_TABLE_LIMITS.columns) continue;
    const block = dataTableBlock(table, page.answer, messages);
    const foot = tableFoot(table, page, messages);
    if (isWithin(block, foot))
      return { block, foot, text: renderTextPage(page, messages), cited: page.sources.map(({ id }) => id) };
  }
  return undefined;
}
