/** Opens the files of the desk's shelf, where its settings say that they are. */
import { resolve } from "node:path";
import { type BasicSettings, CONNECTIONS } from "../config/environment.ts";
import { PROJECT_FOLDER } from "../config/project-folder.ts";
import { createFolderStore } from "../shelf/folder-store.ts";
import type { ShelfStore } from "../shelf/shelf-store.ts";

/** Opens the store of the shelf. @throws {Error} where it is in a database that cannot be reached */
export async function openShelfStore({
  shelf,
  database,
  cache,
}: Pick<BasicSettings, "shelf" | "database" | "cache">): Promise<ShelfStore> {
  if (database === undefined) return createFolderStore(resolve(shelf ?? PROJECT_FOLDER), cache);
  const { openDatabaseStore } = await import("../library/database/database-store.ts");
  return openDatabaseStore(database, { cache, connections: CONNECTIONS.files });
}
