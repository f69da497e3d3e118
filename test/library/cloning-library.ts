/** Wraps a library so that it hands out copies, as one over a database would: nothing can be found by identity. */
import type { Library, SearchHit } from "../../src/library/library.ts";

/** Copies each value by itself, so that two values of one result share nothing either. */
const copies = <Value>(values: readonly Value[]): Value[] => values.map((value) => structuredClone(value));

const copyHit = ({ record, evidence, marked }: SearchHit): SearchHit => ({
  record: structuredClone(record),
  evidence: structuredClone(evidence),
  marked: structuredClone(marked),
});

/** Returns a library that gives a fresh copy of everything, from every method. */
export const createCloningLibrary = (library: Library): Library => ({
  get: async (kind, id) => structuredClone(await library.get(kind, id)),
  async find(query) {
    const { by, hits } = await library.find(structuredClone(query));
    return { by, hits: copies(hits) };
  },
  async search(query) {
    const { hits, named, assumed, ready } = await library.search(structuredClone(query));
    return { hits: hits.map(copyHit), named: copies(named), assumed: copies(assumed), ready };
  },
  suggest: async (...given) => copies(await library.suggest(...given)),
  mentions: async (...given) => copies(await library.mentions(...given)),
  context: async (evidence) => structuredClone(await library.context(structuredClone(evidence))),
  text: (source) => library.text(source),
  about: async () => structuredClone(await library.about()),
  state: () => library.state(),
});
