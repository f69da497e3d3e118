/** Makes the public part of a shelf when its first source for the desk alone comes: a copy of the whole. */
import type { Queries } from "../../database/connection.ts";
import type { ShelfVersion } from "./versions.ts";
import { OPEN, VERSIONED_TABLES } from "./versions.ts";

/** Copies all rows of a version, which has no public part of its own, under the shelf's negative number. */
export async function copyOpenPart(
  session: Queries,
  { shelf, number }: Pick<ShelfVersion, "shelf" | "number">,
): Promise<void> {
  for (const table of VERSIONED_TABLES.filter((name) => name !== "refdesk_shelf_files")) {
    const columns = await session.rows<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
         and attname not in ('shelf', 'since', 'until') order by attnum`,
      [table],
    );
    const names = columns.map(({ name }) => name).join(", ");
    // A version before this one may have had such a part, of which nothing is valid any more.
    await session.rows(`update ${table} set until = $2 where shelf = -$1::integer and until = ${OPEN}`, [
      shelf,
      number,
    ]);
    await session.rows(
      `insert into ${table} (shelf, since, until, ${names})
       select -shelf, $2, ${OPEN}, ${names} from ${table} where shelf = $1 and since <= $2 and until > $2`,
      [shelf, number],
    );
  }
}
