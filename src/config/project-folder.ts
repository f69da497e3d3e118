/** Locates the project's own folder, which holds its shelf, and tells its version. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Returns the nearest folder above this file that has a package.json: compiled code lies deeper than source. */
function findProject(): string {
  let folder = new URL(".", import.meta.url);
  while (!existsSync(new URL("package.json", folder))) folder = new URL("..", folder);
  return fileURLToPath(folder);
}

/** The folder of seeds/ and data/ where no other is configured, as an absolute path. */
export const PROJECT_FOLDER = findProject();

/** Returns the version in package.json. */
export const projectVersion = (): string =>
  (JSON.parse(readFileSync(join(PROJECT_FOLDER, "package.json"), "utf8")) as { version: string }).version;
