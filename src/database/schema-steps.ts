/** Makes and changes tables by numbered steps, each once, whichever process comes first. */
import type { Database, Queries } from "./connection.ts";

/** The first key of every advisory lock of this program; the second says what is locked. */
export const LOCKS = 0x72656664;

/** Tables that are made by steps. */
export interface SteppedSchema {
  /** What they are, as people are told of it. */
  readonly name: string;
  /** The table that knows which steps were made. */
  readonly table: string;
  /** The second key of the advisory lock under which steps are made. */
  readonly lock: number;
  /** Each step takes the tables from the one before it; a step that has been released is never changed. */
  readonly steps: readonly string[];
}

/** Thrown where tables were made by a newer program, which alone knows what they hold. */
export class NewerSchemaError extends Error {
  override readonly name = "NewerSchemaError";
}

/** Returns the last step that was made; none where there is no table yet. */
async function stepMade(queries: Queries, table: string): Promise<number> {
  const [known] = await queries.rows<{ there: boolean }>("select to_regclass($1) is not null as there", [
    table,
  ]);
  if (!known!.there) return 0;
  const [made] = await queries.rows<{ step: number }>(
    `select coalesce(max(step), 0)::int as step from ${table}`,
  );
  return made!.step;
}

/**
 * Makes the steps that are missing. Where another process makes them, waits for it.
 * @throws {NewerSchemaError} where the tables were made by a newer program
 */
export async function makeSteps(
  database: Database,
  { name, table, lock, steps }: SteppedSchema,
): Promise<void> {
  const before = await stepMade(database, table);
  if (before < steps.length)
    await database.transaction(async (session) => {
      await session.rows("select pg_advisory_xact_lock($1, $2)", [LOCKS, lock]);
      await session.rows(
        `create table if not exists ${table} (step integer primary key, made_at timestamptz not null default now())`,
      );
      for (let step = await stepMade(session, table); step < steps.length; step++) {
        await session.rows(steps[step]!);
        await session.rows(`insert into ${table} (step) values ($1)`, [step + 1]);
      }
    });
  else if (before > steps.length)
    throw new NewerSchemaError(
      `${name} in the database are at step ${before}, and this version of Refdesk knows ${steps.length}: start the version that made them, or a newer one`,
    );
}
