/** Where the citation log is stored: a folder for SQLite, or the URL of a PostgreSQL database. */
export type StoreLocation = { readonly folder: string } | { readonly url: string };
