/** Locates the project's own folder, which holds its shelf. */
import { fileURLToPath } from "node:url";

/** The folder of seeds/ and data/ where no other is configured, as an absolute path. */
export const PROJECT_FOLDER = fileURLToPath(new URL("../..", import.meta.url));
