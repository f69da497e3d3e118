/** Defines the record kinds and the form of ids and references. */

export const RECORD_KINDS = [
  "pledges",
  "quotes",
  "terms",
  "events",
  "people",
  "organizations",
  "facts",
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** A reference to a record: `kind/id`. */
export type RecordRef = `${RecordKind}/${string}`;

/** Returns the reference to a record. */
export const recordRef = ({ kind, id }: { readonly kind: RecordKind; readonly id: string }): RecordRef =>
  `${kind}/${id}`;

/** The form of record and source ids, which are also file names and parts of URLs. */
export const ID_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/;
