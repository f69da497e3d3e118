/** The ledger in a database: the same queries in SQLite and in PostgreSQL. */
import { type Dialect, Kysely } from "kysely";
import { dayOf, daysBefore, firstDay, KEPT_DAYS, moments, type Store } from "./citation-log.ts";

/** One source, cited in one conversation on one day, and at what moment of it first; all as text, in UTC. */
interface Citation {
  readonly conversation: string;
  readonly source: string;
  readonly day: string;
  readonly at: string;
}

/** The one table. Its name is long because a database in PostgreSQL may be another program's too. */
export const TABLE = "refdesk_citations";
type Tables = { readonly [TABLE]: Citation };

/** PostgreSQL's word that another process made the table at the same moment. */
const MADE_BY_ANOTHER = ["23505", "42P07"];

async function makeTable(db: Kysely<Tables>): Promise<void> {
  const made = () =>
    db.schema
      .createTable(TABLE)
      .ifNotExists()
      .addColumn("conversation", "text", (column) => column.notNull())
      .addColumn("source", "text", (column) => column.notNull())
      .addColumn("day", "text", (column) => column.notNull())
      .addColumn("at", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint(`${TABLE}_key`, ["conversation", "source", "day"])
      .execute();
  await made().catch((error: unknown) => {
    const { code = "" } = error as { code?: string };
    if (!MADE_BY_ANOTHER.includes(code)) throw error;
  });
}

/** A ledger over a database, which gets its table where it has none yet. */
export async function openStore(dialect: Dialect, now: () => Date = () => new Date()): Promise<Store> {
  const db = new Kysely<Tables>({ dialect });
  let dropped: string | undefined;

  /** Drops what is beyond a year, once a day. */
  async function dropOld(): Promise<void> {
    const first = dayOf(daysBefore(KEPT_DAYS, now()));
    if (dropped === first) return;
    await db.deleteFrom(TABLE).where("day", "<", first).execute();
    dropped = first;
  }

  try {
    await makeTable(db);
  } catch (error) {
    await db.destroy().catch(() => {});
    throw error;
  }
  return {
    async record(conversation, sources, at) {
      await dropOld();
      if (sources.length === 0) return;
      await db
        .insertInto(TABLE)
        .values(
          moments(sources, at).map(({ source, first }) => ({
            conversation,
            source,
            day: dayOf(at),
            at: first.toISOString(),
          })),
        )
        .onConflict((conflict) => conflict.columns(["conversation", "source", "day"]).doNothing())
        .execute();
    },
    async citedIn(conversation, since) {
      const rows = await db
        .selectFrom(TABLE)
        .select(({ fn }) => ["source", fn.min("at").as("first")])
        .where("conversation", "=", conversation)
        .where("day", ">=", firstDay(since, now()))
        .groupBy("source")
        .orderBy("first")
        .execute();
      return rows.map(({ source, first }) => ({ source, first: new Date(first) }));
    },
    close: () => db.destroy(),
  };
}
