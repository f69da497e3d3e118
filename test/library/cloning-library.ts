/** Wraps a library so that it hands out copies, as one over a database would: nothing can be found by identity. */
import type { Library } from "../../src/library/library.ts";

/** Copies each value by itself, so that two values of one result share nothing either. */
function copyApart<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map((item) => copyApart(item)) as Value;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copyApart(inner)])) as Value;
}

/** Returns a library that gives a fresh copy of everything, from every method. */
export function createCloningLibrary(library: Library): Library {
  const copying =
    <Given extends readonly unknown[], Value>(ask: (...given: Given) => Promise<Value>) =>
    async (...given: Given): Promise<Value> =>
      copyApart(await ask(...copyApart(given)));
  return {
    records: copying(library.records),
    find: copying(library.find),
    search: copying(library.search),
    suggest: copying(library.suggest),
    mentions: copying(library.mentions),
    closest: copying(library.closest),
    uses: copying(library.uses),
    tallies: copying(library.tallies),
    dates: copying(library.dates),
    contexts: copying(library.contexts),
    sources: copying(library.sources),
    recordCounts: copying(library.recordCounts),
    findSources: copying(library.findSources),
    passages: copying(library.passages),
    text: library.text,
    about: copying(library.about),
    state: library.state,
    without: (sources) => createCloningLibrary(library.without(sources)),
  };
}
