/** Publishes a shelf as a new version, which shares with the last one whatever is the same. */

import type { Database, Queries } from "../../database/connection.ts";
import { FORM } from "../../search/corpus.ts";
import type { Shelf } from "../../shelf/shelf.ts";
import { yieldTurn } from "../../support/time-slices.ts";
import { shelfWithout } from "../partial-shelf.ts";
import { createRelations } from "../referrers.ts";
import { summarizeShelf } from "../shelf-summary.ts";
import { markOf } from "./places.ts";
import { hanNameRows } from "./record-rows.ts";
import { prepareSchema } from "./schema.ts";
import { type Row, shelfRows, type TableRows } from "./table-rows.ts";
import { holdShelf, movePointer, OPEN, type VersionSummary } from "./versions.ts";

/** What has been done of a publish. */
export interface PublishProgress {
  readonly table: string;
  /** How many of its rows were compared, and how many of them were written. */
  readonly compared: number;
  readonly written: number;
}

/** Options of `publishShelf`. */
export interface PublishOptions {
  readonly report?: (progress: PublishProgress) => void;
  /** Is called where another publish has to end first. */
  readonly waiting?: () => void;
}

/** What came of a publish. */
export interface Published {
  readonly number: number;
  /** Whether no version had these files. */
  readonly isNew: boolean;
  /** How many rows the version has that the one before it had not, and the other way about. */
  readonly come: number;
  readonly gone: number;
}

/** How much is sent at once: so many rows, or so many characters. */
const SLICE = { rows: 2_000, characters: 4_000_000 } as const;

/** How many marks are read at once. */
const MARKS_AT_ONCE = 50_000;

/** From so many changed rows on, the planner's figures of a table are taken anew. */
const MANY_CHANGES = 500;

/** Returns the marks of a table's rows that are valid until further notice. */
async function openMarks(session: Queries, table: string, shelf: number): Promise<Set<string>> {
  const marks = new Set<string>();
  await session.rows(
    `declare marks cursor for select replace(mark::text, '-', '') as mark from ${table} where shelf = ${shelf} and until = ${OPEN}`,
  );
  for (;;) {
    const rows = await session.rows<{ mark: string }>(`fetch ${MARKS_AT_ONCE} from marks`);
    for (const { mark } of rows) marks.add(mark);
    if (rows.length < MARKS_AT_ONCE) break;
  }
  await session.rows("close marks");
  return marks;
}

/** Writes what has changed in one table. */
async function publishTable(
  session: Queries,
  { table, columns, rows }: TableRows,
  { shelf, number }: { readonly shelf: number; readonly number: number },
  report: (progress: PublishProgress) => void,
): Promise<Pick<Published, "come" | "gone">> {
  const open = await openMarks(session, table, shelf);
  const names = Object.keys(columns);
  const types = names.map((name) => `${name} ${columns[name]}`).join(", ");
  const insert = `insert into ${table} (shelf, since, until, mark, ${names.join(", ")})
    select ${shelf}, ${number}, ${OPEN}, mark, ${names.join(", ")} from json_to_recordset($1::json) as come (mark uuid, ${types})`;
  let slice: string[] = [];
  let characters = 0;
  let [compared, written] = [0, 0];
  async function send(): Promise<void> {
    if (slice.length > 0) await session.rows(insert, [`[${slice.join()}]`]);
    written += slice.length;
    [slice, characters] = [[], 0];
    report({ table, compared, written });
    await yieldTurn();
  }
  function take(row: Row): void {
    compared++;
    const mark = markOf(row);
    if (open.delete(mark)) return;
    const text = JSON.stringify({ ...row, mark });
    slice.push(text);
    characters += text.length;
  }
  for (const row of rows()) {
    take(row);
    if (slice.length >= SLICE.rows || characters >= SLICE.characters || compared % MARKS_AT_ONCE === 0)
      await send();
  }
  await send();
  // What is left of the marks belongs to rows that this version has not.
  if (open.size > 0)
    await session.rows(
      `update ${table} set until = ${number} where shelf = ${shelf} and until = ${OPEN} and mark = any($1::uuid[])`,
      [[...open]],
    );
  if (written + open.size >= MANY_CHANGES) await session.rows(`analyze ${table}`);
  return { come: written, gone: open.size };
}

/** Writes what has changed of a shelf, or of its public part, and returns what is known of it as a whole. */
async function publishPart(
  session: Queries,
  shelf: Shelf,
  at: { readonly shelf: number; readonly number: number },
  hidden: readonly string[],
  report: (progress: PublishProgress) => void,
): Promise<{ readonly summary: VersionSummary } & Pick<Published, "come" | "gone">> {
  const { tables, totals } = shelfRows(shelf);
  let [come, gone] = [0, 0];
  for (const table of tables) {
    const changed = await publishTable(session, table, at, report);
    come += changed.come;
    gone += changed.gone;
  }
  const hanNames = [...hanNameRows([...shelf.records.values()]).rows()];
  const summary: VersionSummary = {
    about: summarizeShelf(shelf),
    totals: totals(),
    topics: shelf.topics,
    hidden,
    longestHanName: hanNames.reduce((most, { name }) => Math.max(most, String(name).length), 0),
    textLength: [...shelf.sources.values()].reduce((sum, { text }) => sum + text.length, 0),
  };
  return { summary, come, gone };
}

/**
 * Publishes a shelf in one transaction, at whose end the pointer moves: interrupted anywhere, everything is as it was.
 * Files that are published already are not written again; the pointer moves to their version.
 */
export async function publishShelf(
  database: Database,
  shelf: Shelf,
  { report = () => {}, waiting }: PublishOptions = {},
): Promise<Published> {
  await prepareSchema(database);
  return database.transaction(async (session) => {
    const { shelf: id, last } = await holdShelf(session, waiting);
    const [same] = await session.rows<{ number: number }>(
      "select number from refdesk_shelf_versions where shelf = $1 and hash = $2 and form = $3 order by number desc limit 1",
      [id, shelf.hash, FORM],
    );
    if (same) {
      await movePointer(session, id, same.number);
      return { number: same.number, isNew: false, come: 0, gone: 0 };
    }
    // Words are collected in the index's pending list, and merged into it at the end.
    await session.rows("set local gin_pending_list_limit = '64MB'");
    await session.rows("set local work_mem = '64MB'");
    const number = last + 1;
    const hidden = [...shelf.sources.values()]
      .filter(({ visibility }) => visibility === "desk")
      .map(({ id }) => id);
    const whole = await publishPart(session, shelf, { shelf: id, number }, hidden, report);
    let { summary } = whole;
    if (hidden.length > 0) {
      const { citing } = createRelations([...shelf.records.values()]);
      const rest = shelfWithout(shelf, new Set(hidden), citing());
      const part = await publishPart(session, rest, { shelf: -id, number }, [], report);
      summary = { ...summary, open: part.summary };
    }
    await session.rows(
      "insert into refdesk_shelf_versions (shelf, number, hash, form, summary) values ($1, $2, $3, $4, $5)",
      [id, number, shelf.hash, FORM, JSON.stringify(summary)],
    );
    if (whole.come >= MANY_CHANGES)
      for (const index of ["refdesk_shelf_documents_terms", "refdesk_shelf_names_words"])
        await session.rows("select gin_clean_pending_list($1::regclass)", [index]);
    await movePointer(session, id, number);
    return { number, isNew: true, come: whole.come, gone: whole.gone };
  });
}
