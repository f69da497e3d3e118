/** Where the citation log is kept: a folder for SQLite's file, or the address of a database in PostgreSQL. */
export type StoreLocation = { readonly folder: string } | { readonly url: string };
