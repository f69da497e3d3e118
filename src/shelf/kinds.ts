/** The kinds of record, and how one record names another. */

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

/** A record's name on the shelf: `kind/id`. */
export type RecordRef = `${RecordKind}/${string}`;

export const recordRef = ({ kind, id }: { readonly kind: RecordKind; readonly id: string }): RecordRef =>
  `${kind}/${id}`;

/** An id's form, for records and sources alike: it is also a file's name and part of an address. */
export const ID_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/;
