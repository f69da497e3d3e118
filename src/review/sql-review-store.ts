/** Keeps suggestions, reports and decisions in the project's database, with the same queries for SQLite and PostgreSQL. */
import { hash } from "node:crypto";
import { Kysely } from "kysely";
import { patiently } from "../citation-log/busy-database.ts";
import { makeTable, openDialect } from "../citation-log/dialect.ts";
import type { StoreLocation } from "../config/store-location.ts";
import { type EntryFilter, type ReviewEntry, type ReviewStore, SENDER_DAYS } from "./review-store.ts";

/** The table; all text, times in UTC. Its name has the prefix of the citation log's. */
const REVIEW_TABLE = "refdesk_review";

/** Returns the table of a shelf that a workspace has of its own, by its folder. */
const tableOf = (shelf: string | undefined): typeof REVIEW_TABLE =>
  (shelf === undefined
    ? REVIEW_TABLE
    : `${REVIEW_TABLE}_${hash("sha256", shelf, "hex").slice(0, 16)}`) as typeof REVIEW_TABLE;

interface EntryRow {
  readonly id: string;
  readonly origin: ReviewEntry["origin"];
  readonly content: string;
  readonly state: ReviewEntry["state"];
  readonly decided_by: string;
  readonly decided_name: string;
  readonly at: string;
  readonly sender: string;
}
type Tables = { readonly [REVIEW_TABLE]: EntryRow };

const DAY = 86_400_000;

/** How many ids are asked for at once: databases bound the parameters of one query. */
const MOST_IDS = 500;

const rowOf = ({ id, origin, content, state, by, byName, at, from }: ReviewEntry): EntryRow => ({
  id,
  origin,
  content,
  state,
  sender: from,
  decided_by: by,
  decided_name: byName,
  at: at.toISOString(),
});

const entryOf = (row: EntryRow): ReviewEntry => ({
  id: row.id,
  origin: row.origin,
  content: row.content,
  state: row.state,
  by: row.decided_by,
  byName: row.decided_name,
  at: new Date(row.at),
  from: row.sender,
});

const makeReview = (db: Kysely<Tables>, table: typeof REVIEW_TABLE): Promise<void> =>
  makeTable(() =>
    db.schema
      .createTable(table)
      .ifNotExists()
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("origin", "text", (column) => column.notNull())
      .addColumn("content", "text", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("decided_by", "text", (column) => column.notNull())
      .addColumn("decided_name", "text", (column) => column.notNull())
      .addColumn("at", "text", (column) => column.notNull())
      .addColumn("sender", "text", (column) => column.notNull())
      .execute(),
  );

/**
 * Opens the store at a location, and creates its table if there is none.
 * @param shelf the folder of a shelf that one workspace has of its own; without it, the deployment's
 * @throws when the database cannot be reached or written to
 */
export async function openReviewStore(place: StoreLocation, shelf?: string): Promise<ReviewStore> {
  const table = tableOf(shelf);
  const db = new Kysely<Tables>({ dialect: await openDialect(place) });
  try {
    await patiently(() => makeReview(db, table));
  } catch (error) {
    await db.destroy().catch(() => {});
    throw error;
  }

  /** Inserts an entry; resolves to whether there was none of its id. */
  async function insert(entry: ReviewEntry): Promise<boolean> {
    const { numInsertedOrUpdatedRows } = await patiently(() =>
      db
        .insertInto(table)
        .values(rowOf(entry))
        .onConflict((conflict) => conflict.column("id").doNothing())
        .executeTakeFirst(),
    );
    return (numInsertedOrUpdatedRows ?? 0n) > 0n;
  }

  const entries = () => db.selectFrom(table).selectAll();

  const decidedBefore = (moment: Date): Promise<EntryRow[]> =>
    patiently(() =>
      entries()
        .where("state", "in", ["accepted", "rejected"])
        .where("sender", "!=", "")
        .where("at", "<", moment.toISOString())
        .execute(),
    );

  return {
    async add(entry) {
      await insert(entry);
    },
    async find(by) {
      const rows: EntryRow[] = [];
      if ("sentAndDecidedBefore" in by) rows.push(...(await decidedBefore(by.sentAndDecidedBefore)));
      const [column, groups] = soughtIn(by);
      for (const group of groups)
        if (group.length > 0)
          rows.push(
            ...(await patiently(() =>
              entries()
                .where(column, "in", group as never)
                .execute(),
            )),
          );
      return rows
        .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1))
        .map(entryOf);
    },
    async move(entry, from) {
      if (from.includes("absent") && (await insert(entry))) return true;
      const states = from.filter((state) => state !== "absent");
      if (states.length === 0) return false;
      const { id, ...rest } = rowOf(entry);
      const { numUpdatedRows } = await patiently(() =>
        db
          .updateTable(table)
          .set(rest)
          .where("id", "=", id)
          .where("state", "in", states)
          .executeTakeFirstOrThrow(),
      );
      return numUpdatedRows > 0n;
    },
    async annotate({ id, state, content: known }, content) {
      const { numUpdatedRows } = await patiently(() =>
        db
          .updateTable(table)
          .set({ content })
          .where("id", "=", id)
          .where("state", "=", state)
          .where("content", "=", known)
          .executeTakeFirstOrThrow(),
      );
      return numUpdatedRows > 0n;
    },
    async lastBy(reviewer) {
      const row = await patiently(() =>
        entries()
          .where("decided_by", "=", reviewer)
          .where("state", "in", ["accepted", "rejected", "deferred"])
          .orderBy("at", "desc")
          .limit(1)
          .executeTakeFirst(),
      );
      return row && entryOf(row);
    },
    async forgetSenders(now) {
      const before = new Date(now.getTime() - SENDER_DAYS * DAY).toISOString();
      await patiently(() =>
        db
          .updateTable(table)
          .set({ sender: "" })
          .where("state", "in", ["accepted", "rejected"])
          .where("at", "<", before)
          .where("sender", "!=", "")
          .execute(),
      );
    },
    close: () => db.destroy(),
  };
}

/** Returns the column of what is asked for, and its values in groups of which a query takes one. */
function soughtIn(by: EntryFilter): readonly [keyof EntryRow, readonly (readonly string[])[]] {
  if ("ids" in by) return ["id", inGroups(by.ids)];
  if ("states" in by) return ["state", [by.states]];
  return ["sender", "from" in by ? [[by.from]] : []];
}

/** Splits ids into groups of which a query takes one. */
function inGroups(ids: readonly string[]): readonly (readonly string[])[] {
  const groups: string[][] = [];
  for (let at = 0; at < ids.length; at += MOST_IDS) groups.push(ids.slice(at, at + MOST_IDS));
  return groups;
}
