/** The kinds of record, and how one record names another. */

export const KINDS = ["pledges", "quotes", "terms", "events", "people", "organizations", "facts"] as const;
export type Kind = (typeof KINDS)[number];

/** A record's name on the shelf: `kind/id`. */
export type Ref = `${Kind}/${string}`;

export const refOf = ({ kind, id }: { readonly kind: Kind; readonly id: string }): Ref => `${kind}/${id}`;

/** An id's form, for records and sources alike: it is also a file's name and part of an address. */
export const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
