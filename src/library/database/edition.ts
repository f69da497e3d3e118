/** Reads one version of a shelf in a database, from the first query of an answer to the last. */
import type { Queries } from "../../database/connection.ts";
import type { ShelfVersion, VersionSummary } from "./versions.ts";

/** One version of a shelf. Of a query to it, `$1` and `$2` are the shelf and the version; `valid` compares both. */
export interface EditionReader {
  readonly summary: VersionSummary;
  /** Whether the database compares names that are a few letters apart. */
  readonly hasLevenshtein: boolean;
  /** Returns the rows of a query, whose own values are `$3` and so on. */
  rows<Row extends object>(text: string, ...values: readonly unknown[]): Promise<Row[]>;
}

/** The condition by which a row of a table belongs to the version that is read. */
export const valid = (alias: string): string =>
  `${alias}.shelf = $1 and ${alias}.since <= $2 and ${alias}.until > $2`;

/** Reads a version. */
export function createEditionReader(
  queries: Queries,
  { shelf, number, summary }: Pick<ShelfVersion, "shelf" | "number" | "summary">,
  hasLevenshtein: boolean,
): EditionReader {
  return {
    summary,
    hasLevenshtein,
    rows: (text, ...values) => queries.rows(text, [shelf, number, ...values]),
  };
}

/** Tells whether the database compares names that are a few letters apart. */
export async function findLevenshtein(queries: Queries): Promise<boolean> {
  const [found] = await queries.rows<{ there: boolean }>(
    "select to_regprocedure('levenshtein_less_equal(text,text,integer)') is not null as there",
  );
  return found!.there;
}
