/** Locates the project's own folder, which holds its shelf. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Returns the nearest folder above this file that has a package.json: compiled code lies deeper than source. */
function findProject(): string {
  let folder = new URL(".", import.meta.url);
  while (!existsSync(new URL("package.json", folder))) folder = new URL("..", folder);
  return fileURLToPath(folder);
}

/** The folder of seeds/ and data/ where no other is configured, as an absolute path. */
export const PROJECT_FOLDER = findProject();
