/** Names what is kept of a shelf in a database: places of records, forms of names, lexemes of terms, keys of evidence. */
import { hash } from "node:crypto";
import { RECORD_KINDS, type RecordKind, type RecordRef } from "../../shelf/kinds.ts";
import type { Evidence } from "../../shelf/records.ts";

/** The number of a kind; of the names of sources, those that are titles and those that are people's. */
export const kindNumber = (kind: RecordKind): number => RECORD_KINDS.indexOf(kind);
export const SOURCE_TITLES = 100;
export const SOURCE_AUTHORS = 101;

/** Returns what stands for a record in a table: in order, it gives the order of the shelf. */
export function placeOf(ref: RecordRef): string {
  const slash = ref.indexOf("/");
  return `${kindNumber(ref.slice(0, slash) as RecordKind)}/${ref.slice(slash + 1)}.json`;
}

/** Returns the reference to the record at a place. */
export const refAt = (place: string): RecordRef =>
  `${RECORD_KINDS[Number(place.slice(0, place.indexOf("/")))]!}/${place.slice(place.indexOf("/") + 1, -".json".length)}`;

const md5 = (text: string): string => hash("md5", text, "hex");

/** An index takes no longer value than some thousand bytes. */
const LONGEST = { form: 500, term: 200 } as const;

const bounded = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most).toWellFormed()} ${md5(text)}`;

/** Returns the form of a name as a table has it: the form, or of a very long one its beginning and what tells it apart. */
export const formKey = (form: string): string => bounded(form, LONGEST.form);

/** Returns the beginning of a form as a table can be asked for it. */
export const formStart = (start: string): string => start.slice(0, LONGEST.form).toWellFormed();

/** Returns a term as a `tsvector` has it. */
export const lexemeOf = (term: string): string => bounded(term, LONGEST.term);

/** Quotes a lexeme for a `tsvector` or a `tsquery`, where nothing in it is an operator. */
export const quotedLexeme = (term: string): string => `'${lexemeOf(term).replace(/['\\]/g, "$&$&")}'`;

/** Returns what a row of several values is told apart by. */
export const markOf = (row: object): string => md5(JSON.stringify(row));

/** Returns what stands for a piece of evidence beside the source that it is from. */
export const evidenceKey = ({ exact, prefix, suffix }: Evidence): string =>
  md5(JSON.stringify([prefix ?? "", exact, suffix ?? ""]));

/** What records are looked up by besides their names and words; a reference stands for itself. */
export const linkTo = {
  source: (id: string): string => `seeds/${id}`,
  speaker: (ref: RecordRef): string => `speaker/${ref}`,
  sum: (key: string): string => `sum/${key}`,
  appearing: (role: string): string => `appearing/${role}`,
  donorsStated: "donors-stated",
} as const;
