/** Remembers the temporary folders that a file of tests creates; `test/each-file.ts` removes them after it. */
import { rmSync } from "node:fs";

const folders: string[] = [];

/** Remembers a folder that is to be removed. */
export function removeAfterwards(folder: string): void {
  folders.push(folder);
}

/** Removes the folders that were remembered since the last time. */
export function removeTemporaryFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
