/** Writes what has changed in one table of a shelf, from one version to the next. */
import type { Queries } from "../../database/connection.ts";
import { yieldTurn } from "../../support/time-slices.ts";
import { markOf } from "./places.ts";
import type { Row, TableRows } from "./table-rows.ts";
import { OPEN } from "./versions.ts";

/** The version that is being written; the open part of a shelf is under its negative number. */
export interface VersionAt {
  readonly shelf: number;
  readonly number: number;
}

/** What has been done of a publish. */
export interface PublishProgress {
  readonly table: string;
  /** How many of its rows were compared, and how many of them were written. */
  readonly compared: number;
  readonly written: number;
}

/** How many rows a version has that the one before it had not, and the other way about. */
export interface RowChanges {
  readonly come: number;
  readonly gone: number;
}

/** The rows that are compared: those whose columns have these values together. */
export interface Keys {
  readonly columns: readonly string[];
  readonly keys: readonly (readonly unknown[])[];
}

/** How much is sent at once: so many rows, or so many characters. */
const SLICE = { rows: 2_000, characters: 4_000_000 } as const;

/** Returns the condition for rows with some keys, and its values. @param first the number of the first value in the query */
function amongKeys(
  { columns: names, keys }: Keys,
  types: Readonly<Record<string, string>>,
  first: number,
): { readonly condition: string; readonly values: readonly unknown[] } {
  const arrays = names.map((name, at) => `$${first + at}::${types[name]}[]`).join(", ");
  return {
    condition: `(${names.join(", ")}) in (select * from unnest(${arrays}))`,
    values: names.map((_, at) => keys.map((key) => key[at])),
  };
}

/** A row, and what it is told apart by. */
interface MarkedRow {
  readonly row: Row;
  readonly mark: string;
}

function* marked(rows: Iterable<Row>): Generator<MarkedRow> {
  for (const row of rows) yield { row, mark: markOf(row) };
}

/**
 * Writes what has changed in one table.
 * @param among the rows that may have changed; `rows` are all that the version has of these
 */
export async function publishTable(
  session: Queries,
  { table, columns, rows }: TableRows,
  { shelf, number }: VersionAt,
  report: (progress: PublishProgress) => void,
  among: Keys,
): Promise<RowChanges> {
  if (among.keys.length === 0) return { come: 0, gone: 0 };
  const { condition, values } = amongKeys(among, columns, 1);
  const open = new Set(
    (
      await session.rows<{ mark: string }>(
        `select replace(mark::text, '-', '') as mark from ${table} where shelf = ${shelf} and until = ${OPEN} and ${condition}`,
        values,
      )
    ).map(({ mark }) => mark),
  );
  const names = Object.keys(columns);
  const types = names.map((name) => `${name} ${columns[name]}`).join(", ");
  const insert = `insert into ${table} (shelf, since, until, mark, ${names.join(", ")})
    select ${shelf}, ${number}, ${OPEN}, mark, ${names.join(", ")} from json_to_recordset($1::json) as come (mark uuid, ${types})`;
  const come: string[] = [];
  let characters = 0;
  let [compared, written] = [0, 0];
  async function send(): Promise<void> {
    if (come.length > 0) await session.rows(insert, [`[${come.join()}]`]);
    written += come.length;
    come.length = 0;
    characters = 0;
    report({ table, compared, written });
    await yieldTurn();
  }
  function take({ row, mark }: MarkedRow): void {
    compared++;
    if (open.delete(mark)) return;
    const text = JSON.stringify({ ...row, mark });
    come.push(text);
    characters += text.length;
  }
  /** Ends rows that this version has not; what itself had put there is as if it had never been. */
  async function end(marks: readonly string[]): Promise<void> {
    if (marks.length === 0) return;
    const those = `shelf = ${shelf} and until = ${OPEN} and ${condition} and mark = any($${values.length + 1}::uuid[])`;
    const own = `delete from ${table} where since = ${number} and ${those} returning 1`;
    if ((await session.rows(own, [...values, marks])).length < marks.length)
      await session.rows(`update ${table} set until = ${number} where ${those}`, [...values, marks]);
  }

  const made = [...marked(rows())];
  const kept = new Set(made.map(({ mark }) => mark));
  // They end before others take their places.
  await end([...open].filter((mark) => !kept.has(mark)));
  for (const row of made) {
    take(row);
    if (come.length >= SLICE.rows || characters >= SLICE.characters) await send();
  }
  await send();
  return { come: written, gone: open.size };
}
