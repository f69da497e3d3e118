/** Stores the citation log in a database, with the same queries for SQLite and PostgreSQL. */
import { type Dialect, Kysely } from "kysely";
import {
  type CitationStore,
  daysBefore,
  firstCountedDay,
  keysOf,
  RETENTION_DAYS,
  timestampsFor,
  utcDay,
} from "./citation-log.ts";
import { makeTable } from "./dialect.ts";

/**
 * One source cited in one conversation on one day, and the time of its first citation that day; all text, times in
 * UTC.
 */
interface Citation {
  readonly conversation: string;
  readonly source: string;
  readonly day: string;
  readonly at: string;
}

/** The only table. Its name has a prefix because a PostgreSQL database may be shared with other programs. */
export const CITATIONS_TABLE = "refdesk_citations";
export type CitationTables = { readonly [CITATIONS_TABLE]: Citation };

const makeCitations = (db: Kysely<CitationTables>): Promise<void> =>
  makeTable(() =>
    db.schema
      .createTable(CITATIONS_TABLE)
      .ifNotExists()
      .addColumn("conversation", "text", (column) => column.notNull())
      .addColumn("source", "text", (column) => column.notNull())
      .addColumn("day", "text", (column) => column.notNull())
      .addColumn("at", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint(`${CITATIONS_TABLE}_key`, ["conversation", "source", "day"])
      .execute(),
  );

/**
 * Creates a store on a database, and its table if there is none.
 * @throws when the table cannot be created; the connection is closed
 */
export async function createSqlStore(
  dialect: Dialect,
  now: () => Date = () => new Date(),
): Promise<CitationStore> {
  const db = new Kysely<CitationTables>({ dialect });
  let dropped: string | undefined;

  /** Deletes expired entries, once a day. */
  async function dropOld(): Promise<void> {
    const first = utcDay(daysBefore(RETENTION_DAYS, now()));
    if (dropped === first) return;
    await db.deleteFrom(CITATIONS_TABLE).where("day", "<", first).execute();
    dropped = first;
  }

  try {
    await makeCitations(db);
  } catch (error) {
    await db.destroy().catch(() => {});
    throw error;
  }
  return {
    async record(conversation, sources, at) {
      await dropOld();
      if (sources.length === 0) return;
      await db
        .insertInto(CITATIONS_TABLE)
        .values(
          timestampsFor(sources, at).map(({ source, first }) => ({
            conversation,
            source,
            day: utcDay(at),
            at: first.toISOString(),
          })),
        )
        .onConflict((conflict) => conflict.columns(["conversation", "source", "day"]).doNothing())
        .execute();
    },
    async citedIn(conversation, since) {
      const rows = await db
        .selectFrom(CITATIONS_TABLE)
        .select(({ fn }) => ["source", fn.min("at").as("first")])
        .where("conversation", "in", keysOf(conversation))
        .where("day", ">=", firstCountedDay(since, now()))
        .groupBy("source")
        .orderBy("first")
        .execute();
      return rows.map(({ source, first }) => ({ source, first: new Date(first) }));
    },
    close: () => db.destroy(),
  };
}
