/**
 * A library as one answer reads it. It remembers what it was given, and what is asked for one record is asked for all that
 * came with it, so that an answer takes few calls however many parts it has.
 */
import { collectEvidence } from "../shelf/evidence.ts";
import { type RecordRef, recordRef } from "../shelf/kinds.ts";
import type { AnyRecord, Evidence } from "../shelf/records.ts";
import { referencesWithPointers } from "../shelf/references.ts";
import { memoizeByKey } from "../support/memoize.ts";
import type { Library } from "./library.ts";

/** How many keys are asked for because they may be needed too: at first, and how many times as many each time after that. */
const AHEAD = { first: 60, growth: 4, most: 960 } as const;

/** The most records that are asked for because they may be needed too, each time. */
const MOST_RECORDS_AHEAD = 60;

/** What belongs to a record is the same in every answer that has it. */
const evidenceOf = memoizeByKey((record: AnyRecord): readonly Evidence[] => collectEvidence(record));
const refsOf = memoizeByKey((record: AnyRecord): readonly RecordRef[] =>
  referencesWithPointers(record).map(({ ref }) => ref),
);

const evidenceKey = ({ source, prefix = "", exact, suffix = "" }: Evidence): string =>
  `${source}\n${prefix}\n${exact}\n${suffix}`;

/** Looks values up by keys, each once, and with the first that is missing others that may be needed. */
interface Loader<Key, Value> {
  get(keys: readonly Key[]): Promise<readonly Value[]>;
  /** Remembers a value that came with something else. */
  put(key: Key, value: Value): void;
}

/** @param ahead yields keys that may be asked for next; those that are known already cost nothing */
function createLoader<Key, Value>(
  nameOf: (key: Key) => string,
  load: (keys: readonly Key[]) => Promise<readonly Value[]>,
  ahead: () => Iterable<Key>,
  mostAhead: number = AHEAD.most,
): Loader<Key, Value> {
  let wanted: number = AHEAD.first;
  const known = new Map<string, Value | Promise<Value>>();
  /** What is asked for in this turn, and what will come of it by name. */
  let gathering:
    | { readonly keys: Map<string, Key>; readonly values: Promise<Map<string, Value>> }
    | undefined;

  async function loadAll(keys: Map<string, Key>): Promise<Map<string, Value>> {
    await Promise.resolve();
    gathering = undefined;
    let more = 0;
    for (const key of ahead()) {
      if (more >= wanted) break;
      const name = nameOf(key);
      if (known.has(name) || keys.has(name)) continue;
      keys.set(name, key);
      more++;
    }
    wanted = Math.min(wanted * AHEAD.growth, mostAhead);
    const values = await load([...keys.values()]);
    return new Map([...keys.keys()].map((name, index) => [name, values[index]!]));
  }

  function ask(name: string, key: Key): Promise<Value> {
    if (gathering === undefined) {
      const keys = new Map<string, Key>();
      const values = loadAll(keys);
      values.then(
        (all) => {
          for (const [one, value] of all) known.set(one, value);
        },
        () => {
          for (const one of keys.keys()) known.delete(one);
        },
      );
      gathering = { keys, values };
    }
    gathering.keys.set(name, key);
    return gathering.values.then((all) => all.get(name)!);
  }

  function lookUp(key: Key): Value | Promise<Value> {
    const name = nameOf(key);
    // A value may itself be undefined: nothing is there.
    if (known.has(name)) return known.get(name)!;
    const value = ask(name, key);
    known.set(name, value);
    return value;
  }

  return {
    get: (keys) => Promise.all(keys.map(lookUp)),
    put: (key, value) => void known.set(nameOf(key), value),
  };
}

/** Remembers what a function answered, by what it was asked. */
function remember<Given extends readonly unknown[], Value>(
  ask: (...given: Given) => Promise<Value>,
  note: (value: Value) => void = () => {},
): (...given: Given) => Promise<Value> {
  const known = new Map<string, Promise<Value>>();
  return (...given) => {
    const key = JSON.stringify(given);
    const before = known.get(key);
    if (before) return before;
    const value = ask(...given).then((said) => {
      note(said);
      return said;
    });
    value.catch(() => known.delete(key));
    known.set(key, value);
    return value;
  };
}

/** Remembers for each text which records it names. */
function rememberMentions(
  library: Library,
  note: (records: readonly AnyRecord[]) => void,
): Library["mentions"] {
  const byKinds = new Map<string, Loader<string, readonly AnyRecord[]>>();
  return (texts, kinds) => {
    const key = kinds.join();
    const loader =
      byKinds.get(key) ??
      createLoader(
        (text: string) => text,
        async (missing) => {
          const named = await library.mentions(missing, kinds);
          note(named.flat());
          return named;
        },
        () => [],
      );
    byKinds.set(key, loader);
    return loader.get(texts);
  };
}

const underlying = new WeakMap<Library, Library>();

/** Returns the library that that of an answer reads, which is the same for every answer; any other library as it is. */
export const sharedLibrary = (library: Library): Library => underlying.get(library) ?? library;

/** Creates the library for one answer or one page. */
export function createAnswerLibrary(library: Library): Library {
  /** The records that were given, the latest last: what belongs to the latest is likelier to be asked for. */
  const given = new Map<RecordRef, AnyRecord>();
  function note(records: Iterable<AnyRecord>): void {
    for (const record of records) {
      const ref = recordRef(record);
      if (given.has(ref)) continue;
      given.set(ref, record);
      recordsByRef.put(ref, record);
    }
  }
  function* latest(): Generator<AnyRecord> {
    yield* [...given.values()].reverse();
  }
  function* referencesAhead(): Generator<RecordRef> {
    for (const record of latest()) yield* refsOf(record);
  }

  const recordsByRef = createLoader<RecordRef, AnyRecord | undefined>(
    (ref) => ref,
    async (refs) => {
      const found = await library.records(refs);
      note(found.filter((record) => record !== undefined));
      return found;
    },
    referencesAhead,
    MOST_RECORDS_AHEAD,
  );
  const contexts = createLoader(
    evidenceKey,
    (evidence: readonly Evidence[]) => library.contexts(evidence),
    function* () {
      for (const record of latest()) yield* evidenceOf(record);
    },
  );
  const sources = createLoader<string, Awaited<ReturnType<Library["sources"]>>[number]>(
    (id) => id,
    (ids) => library.sources(ids),
    function* () {
      for (const record of latest()) for (const { source } of evidenceOf(record)) yield source;
    },
  );
  const tallies = createLoader(
    (ref: RecordRef) => ref,
    (refs) => library.tallies(refs),
    function* () {
      yield* given.keys();
      yield* referencesAhead();
    },
  );

  const reading: Library = {
    records: recordsByRef.get,
    contexts: contexts.get,
    sources: sources.get,
    tallies: tallies.get,
    find: remember(library.find, ({ hits }) => note(hits)),
    search: remember(library.search, ({ hits, named }) => {
      note(named);
      note(hits.map(({ record }) => record));
    }),
    suggest: remember(library.suggest),
    mentions: rememberMentions(library, note),
    closest: remember(library.closest, (passages) => note(passages.map(({ record }) => record))),
    uses: remember(library.uses),
    dates: remember(library.dates),
    recordCounts: remember(library.recordCounts),
    findSources: remember(library.findSources),
    passages: remember(library.passages),
    text: remember(library.text),
    about: remember(library.about),
    state: library.state,
    without: library.without,
  };
  underlying.set(reading, sharedLibrary(library));
  return reading;
}
