/** What the tables of a shelf hold, as rows that a publish compares with those that are there. */
/** One row, by column. Texts that may hold anything are JSON, which PostgreSQL stores whatever they hold. */
export type Row = Readonly<Record<string, unknown>>;

/** The rows of one table. */
export interface TableRows {
  readonly table: string;
  /** The type of each column. */
  readonly columns: Readonly<Record<string, string>>;
  /** Each row once, made when it is its turn. */
  rows(): Iterable<Row>;
}
