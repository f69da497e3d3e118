/** Shelves in memory and the same in a database, for tests that compare them. */
import { makeShelf } from "../../bench/shelf/making.ts";
import { type Database, openDatabase } from "../../src/database/connection.ts";
import { createDatabaseLibrary } from "../../src/library/database/database-library.ts";
import { findLevenshtein } from "../../src/library/database/edition.ts";
import { publishFolder } from "../../src/library/database/publish-folder.ts";
import { currentVersion } from "../../src/library/database/versions.ts";
import type { Library } from "../../src/library/library.ts";
import { temporaryFolder } from "../shelves.ts";

/** Returns the library over the version that is current in a database. */
export async function currentLibrary(database: Database, hasLevenshtein?: boolean): Promise<Library> {
  const version = (await currentVersion(database))!;
  return createDatabaseLibrary(database, version, hasLevenshtein ?? (await findLevenshtein(database)));
}

/** A shelf that is published in a database of its own. */
export interface PublishedShelf {
  readonly database: Database;
  readonly library: Library;
}

/** Publishes the shelf of a folder in an empty database. */
export async function publishIn(url: string, root: string): Promise<PublishedShelf> {
  const database = await openDatabase(url, { most: 4 });
  await publishFolder(database, root);
  return { database, library: await currentLibrary(database) };
}

/** Returns the folder of a made-up shelf. */
export function madeShelf(records: number): string {
  const root = temporaryFolder();
  makeShelf(root, records);
  return root;
}
