/** Keeps the files of a shelf in a folder. */
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { recoverSources, removeSeed, storeSource } from "./seed-store.ts";
import { createShelfReader } from "./shelf.ts";
import type { ShelfStore } from "./shelf-store.ts";
import { recoverChanges, withShelfLock } from "./shelf-writer.ts";

/** Creates the store of the shelf under `root`, the folder with seeds/ and data/. @param cache as `createShelfReader` takes it */
export function createFolderStore(root: string, cache?: string): ShelfStore {
  const seeds = join(root, "seeds");
  return {
    ...createShelfReader(root, cache),
    place: root,
    seeds: async () =>
      existsSync(seeds)
        ? readdirSync(seeds)
            .sort()
            .map((name) => `seeds/${name}`)
        : [],
    contents: async (files) =>
      new Map(
        files.flatMap((file) => {
          const path = join(root, file);
          return existsSync(path) ? [[file, readFileSync(path, "utf8")] as const] : [];
        }),
      ),
    addSource: async (source) => storeSource(root, source),
    async removeSource(id, records) {
      // The records first, so that none is ever without its source.
      for (const ref of records) rmSync(join(root, "data", `${ref}.json`), { force: true });
      removeSeed(root, id);
    },
    whileAlone: (action, say) => withShelfLock(root, action, say),
    async recover() {
      recoverChanges(root);
      recoverSources(root);
    },
    close: async () => {},
  };
}
