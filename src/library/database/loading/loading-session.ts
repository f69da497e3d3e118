/** Writes what is loaded of a whole shelf, and makes of it what a version has: straight, or compared with the version before. */
import type { Session } from "../../../database/connection.ts";
import { OPEN, VERSIONED_TABLES } from "../versions.ts";
import { assembledRows } from "./assembled-rows.ts";
import { LOAD_TABLES, partTables } from "./load-tables.ts";
import type { CopyPart } from "./row-buffers.ts";

/** Takes the rows of a version in a transaction. */
export interface LoadingSession {
  write(part: CopyPart): Promise<void>;
  /** Ends files of the version before that are not there any more. */
  endFiles(paths: readonly (readonly [folder: number, path: string])[]): Promise<void>;
  /** Makes of all that was written what the version has. Returns how many rows came and went. */
  finish(): Promise<{ readonly come: number; readonly gone: number }>;
}

/** The version that is loaded, and the shelves that are: the whole, and its public part under the negative number. */
export interface LoadTarget {
  readonly shelves: readonly number[];
  readonly version: number;
}

/** Returns the name of the table in which rows wait that are compared. */
const waitingIn = (table: string): string => table.replace("refdesk_shelf_", "refdesk_coming_");

/** How much memory the database may take for sorting, and for making an index. */
const MEMORY = ["set local work_mem = '64MB'", "set local maintenance_work_mem = '256MB'"];

/** Tells whether no version has any rows: they need then not be compared, and indexes are made once all are there. */
async function isEmpty(session: Session): Promise<boolean> {
  const found = await session.rows<{ there: boolean }>(
    VERSIONED_TABLES.map((table) => `select exists (select 1 from ${table}) as there`).join(" union all "),
  );
  return found.every(({ there }) => !there);
}

interface TableIndexes {
  readonly drop: string;
  readonly create: string;
}

/** Returns how the indexes of a table go, and come back. */
async function indexesOf(session: Session, table: string): Promise<TableIndexes[]> {
  const keys = await session.rows<{ name: string; definition: string }>(
    `select quote_ident(conname) as name, pg_get_constraintdef(oid) as definition from pg_constraint
     where conrelid = $1::regclass and contype = 'p'`,
    [table],
  );
  const others = await session.rows<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = $1::regclass and not indisprimary`,
    [table],
  );
  return [
    ...keys.map(({ name, definition }) => ({
      drop: `alter table ${table} drop constraint ${name}`,
      create: `alter table ${table} add constraint ${name} ${definition}`,
    })),
    ...others.map(({ name, definition }) => ({ drop: `drop index ${name}`, create: definition })),
  ];
}

/** Begins to load a version. */
export async function beginLoading(
  session: Session,
  { shelves, version }: LoadTarget,
): Promise<LoadingSession> {
  for (const statement of [...MEMORY, ...partTables()]) await session.rows(statement);
  const isFirst = await isEmpty(session);
  const indexes: TableIndexes[] = [];
  if (isFirst) {
    for (const table of VERSIONED_TABLES) indexes.push(...(await indexesOf(session, table)));
    for (const { drop } of indexes) await session.rows(drop);
    // What an interrupted publish has left behind goes, too.
    await session.rows(`truncate ${VERSIONED_TABLES.join(", ")}`);
  } else
    for (const table of VERSIONED_TABLES)
      await session.rows(`create temporary table ${waitingIn(table)} (like ${table}) on commit drop`);
  await session.rows(
    'create temporary table refdesk_part_gone_files (folder smallint, path text collate "C") on commit drop',
  );
  let loaded = 0;
  const targetOf = (table: string): string => (isFirst ? table : waitingIn(table));

  /** Replaces what is valid of a table by what was loaded. */
  async function replace(table: string): Promise<{ readonly come: number; readonly gone: number }> {
    const waiting = waitingIn(table);
    await session.rows(`analyze ${waiting}`);
    const ending = `update ${table} t set until = ${version} where t.shelf = any($1) and t.until = ${OPEN}`;
    // Files that are as they were are not loaded again.
    const gone =
      table === LOAD_TABLES.files.name
        ? await session.count(
            `${ending} and (t.folder, t.path) in (
               select folder, path from ${waiting} union all select folder, path from refdesk_part_gone_files)`,
            [shelves],
          )
        : await session.count(
            `${ending} and not exists (select 1 from ${waiting} c where c.shelf = t.shelf and c.mark = t.mark)`,
            [shelves],
          );
    const come = await session.count(
      `insert into ${table} select c.* from ${waiting} c where not exists (
         select 1 from ${table} t where t.shelf = c.shelf and t.until = ${OPEN} and t.mark = c.mark)`,
    );
    return { come, gone };
  }

  return {
    async write({ table, rows, data }) {
      const { name, columns, isWhole } = LOAD_TABLES[table];
      const own = isWhole ? ["shelf", "since", "until", "mark"] : ["shelf"];
      const form = table === "files" ? " (format binary)" : "";
      const into = isWhole ? targetOf(name) : name;
      await session.copy(`copy ${into} (${[...own, ...columns].join(", ")}) from stdin${form}`, data);
      if (isWhole) loaded += rows;
    },
    async endFiles(paths) {
      await session.rows(
        "insert into refdesk_part_gone_files select * from unnest($1::smallint[], $2::text[])",
        [paths.map(([folder]) => folder), paths.map(([, path]) => path)],
      );
    },
    async finish() {
      for (const { name, isWhole } of Object.values(LOAD_TABLES))
        if (!isWhole) await session.rows(`analyze ${name}`);
      for (const statement of assembledRows(version, targetOf)) loaded += await session.count(statement);
      for (const { create } of indexes) await session.rows(create);
      let [come, gone] = [isFirst ? loaded : 0, 0];
      for (const table of VERSIONED_TABLES) {
        if (!isFirst) {
          const changed = await replace(table);
          come += changed.come;
          gone += changed.gone;
        }
        await session.rows(`analyze ${table}`);
      }
      return { come, gone };
    },
  };
}
