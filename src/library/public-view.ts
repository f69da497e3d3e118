/** Gives the library as everyone may read it: without sources that only a signed link opens, and what stands on them. */
import { memoizeByKey } from "../support/memoize.ts";
import type { Library } from "./library.ts";
import { listAll } from "./list-all.ts";

/** A library as everyone may read it, and the sources that are left out of it. */
export interface PublicView {
  readonly library: Library;
  readonly hidden: ReadonlySet<string>;
}

/** Returns the sources with visibility `desk`. */
export async function findHidden(library: Library): Promise<ReadonlySet<string>> {
  const hidden = new Set<string>();
  for await (const { id } of listAll((page) => library.findSources({ visibility: "desk", ...page })))
    hidden.add(id);
  return hidden;
}

/** Returns a library in which hidden sources do not seem to exist; the library itself when nothing is hidden. */
export const createPublicView = (library: Library, hidden: ReadonlySet<string>): Library =>
  hidden.size === 0 ? library : library.without(hidden);

/** Returns the view that everyone has of a library. Whoever asks shares it, with its indexes. */
export const publicViewOf: (library: Library) => Promise<PublicView> = memoizeByKey(async (library) => {
  const hidden = await findHidden(library);
  return { library: createPublicView(library, hidden), hidden };
});
