/** Wraps a library for public pages: hides sources that only a signed link opens, and all records that cite them. */
import { type RecordKind, type RecordRef, recordRef } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import type { Library, Suggestion } from "./library.ts";

/** The sources and records to hide from the public. */
export interface HiddenContent {
  readonly sources: ReadonlySet<string>;
  readonly records: ReadonlySet<RecordRef>;
}

/** Returns the sources with visibility `desk` and all records with a passage in one of them. */
export async function findHidden(library: Library): Promise<HiddenContent> {
  const { sources } = await library.about();
  const hidden = sources.filter(({ visibility }) => visibility === "desk").map(({ id }) => id);
  const found = await Promise.all(hidden.map((source) => library.find({ source })));
  return {
    sources: new Set(hidden),
    records: new Set(found.flatMap(({ hits }) => hits.map(recordRef))),
  };
}

/** Wraps a library so that hidden content does not seem to exist. Returns the library itself when nothing is hidden. */
export function createPublicView(library: Library, { sources, records }: HiddenContent): Library {
  if (sources.size === 0) return library;
  const open = (record: AnyRecord): boolean => !records.has(recordRef(record));

  /** Tells whether a suggestion names a visible record. Suggestions do not say their kind, so every kind is tried. */
  async function isOpen({ value, label }: Suggestion, kinds: readonly RecordKind[]): Promise<boolean> {
    for (const kind of kinds)
      if (!records.has(`${kind}/${value}`) && (await library.get(kind, value))?.label === label) return true;
    return false;
  }

  return {
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
    async suggest(typed, kinds, most) {
      const suggested = await library.suggest(typed, kinds, most);
      const open = await Promise.all(suggested.map((one) => isOpen(one, kinds)));
      return suggested.filter((_, index) => open[index]);
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
