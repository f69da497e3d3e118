/**
 * Wraps a library so that the calls of an answer are counted. Calls that begin before any of them has answered are one
 * round: the library answers only when nothing more begins, as if each call took the same time.
 */
import { setImmediate as untilIdle } from "node:timers/promises";
import type { Library } from "../../src/library/library.ts";

/** What was asked since the count began. */
export interface LibraryUse {
  /** How many calls had to wait for one another. */
  readonly rounds: number;
  readonly calls: number;
  /** How many records were given, each as often as it was given. */
  readonly records: number;
  /** The methods of each round, in order. */
  readonly asked: readonly (readonly string[])[];
}

export interface CountingLibrary {
  readonly library: Library;
  /** Returns what was asked since the last time, and begins again. */
  take(): LibraryUse;
}

const isRecord = (value: object): boolean => "review" in value && "kind" in value && "id" in value;

/** Counts the records in what a call gave. */
function recordsIn(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  if (isRecord(value)) return 1;
  return Object.values(value).reduce((sum: number, inner) => sum + recordsIn(inner), 0);
}

/** Creates a library that counts what is asked of it. */
export function createCountingLibrary(library: Library): CountingLibrary {
  let asked: string[][] = [];
  let calls = 0;
  let records = 0;
  /** The last round of which a call has answered. */
  let answered = 0;

  const counted =
    <Given extends readonly unknown[], Value>(name: string, ask: (...given: Given) => Promise<Value>) =>
    async (...given: Given): Promise<Value> => {
      const round = answered + 1;
      (asked[round - 1] ?? asked[asked.push([]) - 1]!).push(name);
      calls++;
      const value = await ask(...given);
      records += recordsIn(value);
      // Whatever begins without an answer has begun by then.
      for (let turn = 0; turn < 3; turn++) await untilIdle();
      answered = Math.max(answered, round);
      return value;
    };

  return {
    library: {
      records: counted("records", library.records),
      find: counted("find", library.find),
      search: counted("search", library.search),
      suggest: counted("suggest", library.suggest),
      mentions: counted("mentions", library.mentions),
      closest: counted("closest", library.closest),
      uses: counted("uses", library.uses),
      tallies: counted("tallies", library.tallies),
      dates: counted("dates", library.dates),
      contexts: counted("contexts", library.contexts),
      sources: counted("sources", library.sources),
      recordCounts: counted("recordCounts", library.recordCounts),
      findSources: counted("findSources", library.findSources),
      passages: counted("passages", library.passages),
      text: counted("text", library.text),
      about: counted("about", library.about),
      state: counted("state", library.state),
      without: library.without,
    },
    take() {
      const use = { rounds: asked.length, calls, records, asked };
      [asked, calls, records, answered] = [[], 0, 0, 0];
      return use;
    },
  };
}
