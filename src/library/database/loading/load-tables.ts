/**
 * The tables into which a whole shelf is loaded. What is a row by itself goes to the table of the shelf, or to one like it that
 * is compared with it; what follows from several records is put together from parts, in the database.
 */
import { RECORD_KINDS } from "../../../shelf/kinds.ts";

/** A table that takes rows as a thread makes them. */
export interface LoadTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** Whether its rows are those of a shelf's table, with what tells them apart. */
  readonly isWhole: boolean;
}

const whole = (name: string, columns: string): LoadTable => ({
  name: `refdesk_shelf_${name}`,
  columns: columns.split(" "),
  isWhole: true,
});
const part = (name: string, columns: string): LoadTable => ({
  name: `refdesk_part_${name}`,
  columns: columns.split(" "),
  isWhole: false,
});

/** Each table, with its columns in order. */
export const LOAD_TABLES = {
  names: whole("names", "place number kind form folded words"),
  links: whole("links", "target place"),
  documents: whole("documents", "place kind length title_length distinct_terms sequence terms said"),
  paragraphs: whole("paragraphs", "source number begins text"),
  files: whole("files", "folder path digest content"),
  records: part("records", "place kind body changed firsts lasts roles"),
  tallies: part("tallies", "place what count"),
  appearances: part("appearances", "target place"),
  terms: part("terms", "term held entitled"),
  words: part("words", "word term held"),
  hanNames: part("han_names", "name held"),
  dates: part("dates", "date held"),
  sources: part("sources", "source position info visibility makers typed"),
  cited: part("cited", "source cited"),
  evidence: part(
    "evidence",
    "mark source key begins ends pairs_before context_begins context_ends first_paragraph last_paragraph",
  ),
  passages: part("passages", "source begins ends evidence place"),
} as const;

/** What a record's tally counts besides the records of each kind: those that are said by it, and those that report it. */
export const TALLIED = { spoken: RECORD_KINDS.length, reported: RECORD_KINDS.length + 1 } as const;

/** The types of the columns of parts, in SQL. */
const TYPES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ["place", "term", "word", "name", "date", "source", "target", "changed"].map((name) => [
      name,
      'text collate "C"',
    ]),
  ),
  ...Object.fromEntries(["firsts", "lasts"].map((name) => [name, 'text[] collate "C"'])),
  ...Object.fromEntries(["makers", "typed"].map((name) => [name, "text[]"])),
  ...Object.fromEntries(["body", "roles", "info", "visibility", "evidence"].map((name) => [name, "text"])),
  ...Object.fromEntries(["kind", "what"].map((name) => [name, "smallint"])),
  ...Object.fromEntries(["mark", "key"].map((name) => [name, "uuid"])),
};

/** Returns the statements that make the tables of parts, which end with the transaction. */
export const partTables = (): string[] =>
  Object.values(LOAD_TABLES)
    .filter(({ isWhole }) => !isWhole)
    .map(({ name, columns }) => {
      const typed = columns.map((column) => `${column} ${TYPES[column] ?? "integer"}`).join(", ");
      return `create temporary table ${name} (shelf integer, ${typed}) on commit drop`;
    });
