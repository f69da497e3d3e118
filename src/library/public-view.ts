/** Wraps a library for public pages: hides sources that only a signed link opens, and all records that cite them. */
import { type RecordKind, recordRef } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import type { HiddenContent, Library, Suggestion } from "./library.ts";

/** Returns these sources, with all records that have a passage in one of them. */
async function contentOf(sources: readonly string[], library: Library): Promise<HiddenContent> {
  const found = await Promise.all(sources.map((source) => library.find({ source })));
  return {
    sources: new Set(sources),
    records: new Set(found.flatMap(({ hits }) => hits.map(recordRef))),
  };
}

/** Returns the sources with visibility `desk` and all records with a passage in one of them. */
export async function findHidden(library: Library): Promise<HiddenContent> {
  const { sources } = await library.about();
  return contentOf(
    sources.filter(({ visibility }) => visibility === "desk").map(({ id }) => id),
    library,
  );
}

/** Returns what is hidden from a reader to whom one hidden source is opened: all others, and what stands on them too. */
export const hiddenBut = (
  source: string,
  { sources }: HiddenContent,
  library: Library,
): Promise<HiddenContent> =>
  contentOf(
    [...sources].filter((id) => id !== source),
    library,
  );

/**
 * Returns a library in which hidden content does not seem to exist: made over what is left where the library can be, since
 * an index over all of it would complete and correct words to those that only the hidden sources have. Returns the library
 * itself when nothing is hidden.
 */
export function createPublicView(library: Library, hidden: HiddenContent): Library {
  const { sources, records } = hidden;
  if (sources.size === 0) return library;
  const open = (record: AnyRecord): boolean => !records.has(recordRef(record));

  /** Tells whether a suggestion names a visible record. Suggestions do not say their kind, so every kind is tried. */
  async function isOpen({ value, label }: Suggestion, kinds: readonly RecordKind[]): Promise<boolean> {
    for (const kind of kinds)
      if (!records.has(`${kind}/${value}`) && (await library.get(kind, value))?.label === label) return true;
    return false;
  }

  // Nobody types names on a page, so what is completed is what is left of the whole library's suggestions.
  const suggest: Library["suggest"] = async (typed, kinds, most) => {
    const suggested = await library.suggest(typed, kinds, most);
    const open = await Promise.all(suggested.map((one) => isOpen(one, kinds)));
    return suggested.filter((_, index) => open[index]);
  };
  if (library.without) return { ...library.without(hidden), suggest };

  return {
    suggest,
    async get(kind, id) {
      return records.has(`${kind}/${id}`) ? undefined : library.get(kind, id);
    },
    async find(query) {
      const { by, hits } = await library.find(query);
      return { by, hits: hits.filter(open) };
    },
    async search(sought) {
      // Search without a limit, because filtering may drop some of the hits.
      const { most, ...rest } = sought;
      const { hits, named, assumed, ready } = await library.search(rest);
      return {
        ready,
        hits: hits.filter(({ record }) => open(record)).slice(0, most),
        named: named.filter(open),
        assumed,
      };
    },
    state: () => library.state(),
    async mentions(text, kinds) {
      return (await library.mentions(text, kinds)).filter(open);
    },
    async context(evidence) {
      if (sources.has(evidence.source)) throw new Error(`This source is not open: ${evidence.source}`);
      return library.context(evidence);
    },
    async text(source) {
      return sources.has(source) ? undefined : library.text(source);
    },
    async about() {
      const { counts, sources: all, ...rest } = await library.about();
      const left = { ...counts };
      for (const ref of records) left[ref.slice(0, ref.indexOf("/")) as keyof typeof left] -= 1;
      return { ...rest, counts: left, sources: all.filter(({ id }) => !sources.has(id)) };
    },
  };
}
