/** The versions of a shelf in a database: which there are, which is read, and how one goes. */
import { setTimeout } from "node:timers/promises";
import type { Database, Queries } from "../../database/connection.ts";
import { LOCKS } from "../../database/schema-steps.ts";
import { FORM } from "../../search/corpus.ts";
import type { Topic } from "../../shelf/topics.ts";
import type { ShelfSummary } from "../library.ts";
import { prepareSchema } from "./schema.ts";
import type { TextTotals } from "./text-rows.ts";

/** The shelf of a desk; every row has its number, so that a database may come to hold several. */
const SHELF_NAME = "main";

/** The channel on which everyone hears that the pointer has moved. */
export const CHANNEL = "refdesk_shelf";

/** The end of what is valid until further notice. */
export const OPEN = 2_147_483_647;

/** The tables whose rows belong to versions. */
export const VERSIONED_TABLES: readonly string[] = [
  ...["records", "names", "han_names", "links", "dates", "documents", "terms", "words", "sources"],
  ...["paragraphs", "evidence", "passages", "files"],
].map((name) => `refdesk_shelf_${name}`);

/** What is known of a version as a whole. */
export interface VersionSummary {
  readonly about: ShelfSummary;
  readonly totals: TextTotals;
  readonly topics: readonly Topic[];
  /** The sources with visibility `desk`. */
  readonly hidden: readonly string[];
  /** The same without them and what stands on them, which is kept under the shelf's negative number. */
  readonly open?: VersionSummary;
  /** How long the longest Chinese name is, and all texts together, in UTF-16 code units. */
  readonly longestHanName: number;
  readonly textLength: number;
}

/** What a version was made from: a folder that was published, or a change that was written to the database. */
export type VersionOrigin = "folder" | "change";

/** A version of a shelf. */
export interface ShelfVersion {
  readonly shelf: number;
  readonly number: number;
  /** SHA-256 over its files; what people are told are its first twelve digits. */
  readonly hash: string;
  readonly form: string;
  /** What it was made from; null where its files are not kept. */
  readonly origin: VersionOrigin | null;
  readonly publishedAt: Date;
  readonly isCurrent: boolean;
  /** Since when nothing begins to read it. */
  readonly leftAt: Date | null;
  readonly summary: VersionSummary;
}

/** A shelf in the database, with its versions. */
export interface ShelfRow {
  readonly shelf: number;
  readonly current: number | null;
  readonly last: number;
  /** The version that a folder had when it was last published; 0 where none was. */
  readonly published: number;
  /** The newest version that was written out as files; 0 where none was. */
  readonly exported: number;
}

const VERSION_COLUMNS = `v.shelf, v.number, v.hash, v.form, v.origin, v.published_at as "publishedAt", v.left_at as "leftAt",
  v.number is not distinct from s.current as "isCurrent", v.summary`;

async function versionsWhere(
  queries: Queries,
  condition: string,
  values: readonly unknown[],
): Promise<ShelfVersion[]> {
  const rows = await queries.rows<Omit<ShelfVersion, "summary"> & { readonly summary: string }>(
    `select ${VERSION_COLUMNS} from refdesk_shelf_versions v join refdesk_shelves s on s.shelf = v.shelf where ${condition}`,
    values,
  );
  return rows.map((row) => ({ ...row, summary: JSON.parse(row.summary) as VersionSummary }));
}

/** Returns the versions of the shelf, the newest first. */
export async function listVersions(database: Database): Promise<ShelfVersion[]> {
  await prepareSchema(database);
  return versionsWhere(database, "s.name = $1 order by v.number desc", [SHELF_NAME]);
}

/** Returns the version that is read now; undefined where none was published. */
export const currentVersion = async (queries: Queries): Promise<ShelfVersion | undefined> =>
  (await versionsWhere(queries, "s.name = $1 and v.number = s.current", [SHELF_NAME]))[0];

/** Returns the newest version there is, whose rows are those that are valid until further notice. */
export const newestVersion = async (queries: Queries, shelf: number): Promise<ShelfVersion | undefined> =>
  (
    await versionsWhere(
      queries,
      "v.shelf = $1 and v.number = (select max(number) from refdesk_shelf_versions where shelf = $1)",
      [shelf],
    )
  )[0];

/** Returns the number of the version that is read now. */
export async function currentNumber(queries: Queries): Promise<number | undefined> {
  const [row] = await queries.rows<{ current: number | null }>(
    "select current from refdesk_shelves where name = $1",
    [SHELF_NAME],
  );
  return row?.current ?? undefined;
}

/** Tells whether a version has its words as this program looks for them. */
export const isReadable = ({ form }: ShelfVersion): boolean => form === FORM;

/** Returns the version with a number or with these first digits of its hash. */
export const findVersion = (versions: readonly ShelfVersion[], named: string): ShelfVersion | undefined =>
  versions.find(({ number }) => String(number) === named) ??
  versions.find(({ hash }) => named.length >= 4 && hash.startsWith(named.toLowerCase()));

/** Returns the shelf, which is made where there is none, and holds it alone until the transaction ends. */
export async function holdShelf(session: Queries, waiting: () => void = () => {}): Promise<ShelfRow> {
  await session.rows("insert into refdesk_shelves (name) values ($1) on conflict do nothing", [SHELF_NAME]);
  const [known] = await session.rows<ShelfRow>("select shelf from refdesk_shelves where name = $1", [
    SHELF_NAME,
  ]);
  const lock = [LOCKS, known!.shelf];
  const [held] = await session.rows<{ held: boolean }>(
    "select pg_try_advisory_xact_lock($1, $2) as held",
    lock,
  );
  if (!held!.held) {
    waiting();
    await session.rows("select pg_advisory_xact_lock($1, $2)", lock);
  }
  const [row] = await session.rows<ShelfRow>(
    "select shelf, current, last, published, exported from refdesk_shelves where shelf = $1",
    [known!.shelf],
  );
  return row!;
}

/** Keeps what is known of a new version. */
export async function addVersion(
  session: Queries,
  {
    shelf,
    number,
    hash,
    origin,
    summary,
  }: Pick<ShelfVersion, "shelf" | "number" | "hash" | "origin" | "summary">,
): Promise<void> {
  await session.rows(
    "insert into refdesk_shelf_versions (shelf, number, hash, form, origin, summary) values ($1, $2, $3, $4, $5, $6)",
    [shelf, number, hash, FORM, origin, JSON.stringify(summary)],
  );
}

/** Moves the pointer; everyone hears of it once the transaction is committed. */
export async function movePointer(session: Queries, shelf: number, number: number): Promise<void> {
  await session.rows(
    `update refdesk_shelf_versions set left_at = case when number = $2 then null else now() end
     where shelf = $1 and (number = $2) = (left_at is not null)`,
    [shelf, number],
  );
  await session.rows("update refdesk_shelves set current = $2, last = greatest(last, $2) where shelf = $1", [
    shelf,
    number,
  ]);
  await session.rows("select pg_notify($1, $2)", [CHANNEL, String(number)]);
}

/** Has everything that begins from now on read a version. Returns false where it has been dropped meanwhile. */
export const useVersion = (database: Database, { shelf, number }: ShelfVersion): Promise<boolean> =>
  database.transaction(async (session) => {
    await holdShelf(session);
    const there = await versionsWhere(session, "v.shelf = $1 and v.number = $2", [shelf, number]);
    if (there.length > 0) await movePointer(session, shelf, number);
    return there.length > 0;
  });

/** How many of the last changes can be gone back to. */
const KEPT_CHANGES = 100;

/** Forgets the versions of changes but the last, which nobody would go back to. What only they had goes with the next drop. */
export async function forgetChanges(session: Queries, shelf: number, number: number): Promise<void> {
  await session.rows(
    `delete from refdesk_shelf_versions where shelf = $1 and origin = 'change' and number <= $2
       and left_at < now() - $3 * interval '1 millisecond'`,
    [shelf, number - KEPT_CHANGES, LONGEST_ANSWER_MS],
  );
}

/** How long an answer may go on reading a version that is not the current one any more, in milliseconds. */
const LONGEST_ANSWER_MS = 60_000;

/**
 * Drops a version and what no other has, once no answer can still read it.
 * @param waiting is told how long that will be, in milliseconds
 * @returns false where it is the current one, which is left as it is
 */
export async function dropVersion(
  database: Database,
  { shelf, number, leftAt }: ShelfVersion,
  waiting: (ms: number) => void,
): Promise<boolean> {
  const left = leftAt === null ? 0 : leftAt.getTime() + LONGEST_ANSWER_MS - Date.now();
  if (left > 0) {
    waiting(left);
    await setTimeout(left);
  }
  return database.transaction(async (session) => {
    const { current } = await holdShelf(session);
    if (current === number) return false;
    await session.rows("delete from refdesk_shelf_versions where shelf = $1 and number = $2", [
      shelf,
      number,
    ]);
    for (const table of VERSIONED_TABLES) {
      await session.rows(
        `delete from ${table} r where r.shelf in ($1, -$1::integer) and not exists (
           select 1 from refdesk_shelf_versions v where v.shelf = $1 and v.number >= r.since and v.number < r.until)`,
        [shelf],
      );
      // What only a version that is gone had ended goes on.
      await session.rows(
        `update ${table} r set until = $2 where r.shelf in ($1, -$1::integer) and r.until < $2
           and r.until > (select max(number) from refdesk_shelf_versions v where v.shelf = $1)`,
        [shelf, OPEN],
      );
    }
    return true;
  });
}
