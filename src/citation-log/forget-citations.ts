/** Forgets what was cited in the conversations of one workspace. */
import { Kysely } from "kysely";
import type { StoreLocation } from "../config/store-location.ts";
import { patiently } from "./busy-database.ts";
import { workspacePrefix } from "./conversation-key.ts";
import { openDialect } from "./dialect.ts";
import { CITATIONS_TABLE, type CitationTables } from "./sql-store.ts";

/**
 * Removes what was cited in the conversations of a workspace. @returns whether there was something
 * @throws when the database cannot be reached or written to
 */
export async function forgetCitations(
  place: StoreLocation,
  platform: string,
  workspace: string,
): Promise<boolean> {
  const db = new Kysely<CitationTables>({ dialect: await openDialect(place) });
  try {
    const tables = await db.introspection.getTables();
    if (tables.every(({ name }) => name !== CITATIONS_TABLE)) return false;
    const { numDeletedRows } = await patiently(() =>
      db
        .deleteFrom(CITATIONS_TABLE)
        .where("conversation", "like", `${workspacePrefix(platform, workspace)}%`)
        .executeTakeFirstOrThrow(),
    );
    return numDeletedRows > 0n;
  } finally {
    await db.destroy();
  }
}
