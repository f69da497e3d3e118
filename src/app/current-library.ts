/** Holds the library that new work reads, and replaces it as a whole while asks run. */
import type { Library, LibraryEdition, LibraryHolder } from "../library/library.ts";

/** A holder whose library can be replaced. */
export interface CurrentLibrary extends LibraryHolder {
  /**
   * Replaces the library for everything that begins afterwards. What runs already ends with the one it began with.
   * Rejects, and changes nothing, when the new library cannot say what it holds.
   */
  replace(next: Library): Promise<void>;
}

const editionOf = async (library: Library): Promise<LibraryEdition> => ({
  library,
  version: (await library.about()).version,
});

/** Creates a holder of a library. */
export async function createCurrentLibrary(first: Library): Promise<CurrentLibrary> {
  let edition = await editionOf(first);
  return {
    current: () => edition,
    async replace(next) {
      const before = edition.library;
      edition = await editionOf(next);
      before.close?.();
    },
  };
}
