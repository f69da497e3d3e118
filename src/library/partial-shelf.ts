/** Leaves sources out of a shelf. */
import type { Shelf } from "../shelf/shelf.ts";
import type { Citing } from "./referrers.ts";

/** Returns a shelf without some of its sources, and the records that stand on them. */
export function shelfWithout(shelf: Shelf, sources: ReadonlySet<string>, citing: Citing): Shelf {
  const hidden = new Set([...sources].flatMap((id) => [...(citing.get(id) ?? [])]));
  return {
    ...shelf,
    sources: new Map([...shelf.sources].filter(([id]) => !sources.has(id))),
    records: new Map([...shelf.records].filter(([, record]) => !hidden.has(record))),
  };
}
