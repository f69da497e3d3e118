/** The shelf as everyone may see it: without the sources that open only by a link, and all that stands on them. */
import { type RecordKind, type RecordRef, recordRef } from "../shelf/kinds.ts";
import type { AnyRecord } from "../shelf/records.ts";
import type { Library, Suggestion } from "./library.ts";

/** What not everyone may see. */
export interface HiddenContent {
  readonly sources: ReadonlySet<string>;
  readonly records: ReadonlySet<RecordRef>;
}

/** The sources that say so of themselves, and every record with a passage in one of them. */
export async function findHidden(library: Library): Promise<HiddenContent> {
  const { sources } = await library.about();
  const hidden = sources.filter(({ visibility }) => visibility === "desk").map(({ id }) => id);
  const found = await Promise.all(hidden.map((source) => library.find({ source })));
  return {
    sources: new Set(hidden),
    records: new Set(found.flatMap(({ hits }) => hits.map(recordRef))),
  };
}

/** The same library as if nothing hidden were there; the library itself where nothing is. */
export function createPublicView(library: Library, { sources, records }: HiddenContent): Library {
  if (sources.size === 0) return library;
  const open = (record: AnyRecord): boolean => !records.has(recordRef(record));

  /** Whether a name is that of anything that is not hidden; a suggestion does not say of which kind it is. */
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
      // All are asked for, since those that fall away would leave fewer than were wanted.
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
