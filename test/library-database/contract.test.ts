/** The library over a database gives what the library over memory gives, of the same shelves, for the same asks. */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLibrary } from "../../src/library/embedded-library.ts";
import type { FindOrder, FindQuery, Library } from "../../src/library/library.ts";
import { joinedOf } from "../../src/library/name-segment.ts";
import { collectEvidence } from "../../src/shelf/evidence.ts";
import { NAMED_KINDS, RECORD_KINDS, recordNames, recordRef } from "../../src/shelf/kinds.ts";
import { moneyOf } from "../../src/shelf/pledge-parts.ts";
import type { AnyRecord } from "../../src/shelf/records.ts";
import { readShelf, type Shelf } from "../../src/shelf/shelf.ts";
import { editDistance } from "../../src/support/edit-distance.ts";
import { foldLetters } from "../../src/support/fold-letters.ts";
import { MISSING, type Postgres, programsOf, startPostgres } from "../citation-log/postgres.ts";
import { PROJECT } from "../desks.ts";
import { setting, shelfWith } from "../shelves.ts";
import { currentLibrary, madeShelf, type PublishedShelf, publishIn } from "./published.ts";
import { HOSTILE, typedWords } from "./typed-words.ts";

const programs = programsOf();
if (programs === undefined) console.warn(MISSING);
let postgres: Postgres | undefined;
beforeAll(async () => {
  if (programs !== undefined) postgres = await startPostgres(programs);
});
afterAll(() => postgres?.close());

const HIDDEN = "voa-common-prosperity";
const SHELVES: readonly (readonly [string, () => string])[] = [
  ["the project's shelf", () => PROJECT],
  ["the project's shelf, where the database compares no names", () => PROJECT],
  ["a made-up shelf", () => madeShelf(400)],
  [
    "a shelf with a source for the desk alone",
    () => shelfWith({ [`seeds/${HIDDEN}.json`]: setting("/visibility", "desk") }),
  ],
];
const RUNS = process.env.TESTED_ON_ANOTHER_NODE === "yes" ? 30 : 150;

/** How far a name that was found is from what was typed. */
const distanceTo = (typed: string, record: AnyRecord): number =>
  Math.min(
    ...[record.id, ...recordNames(record)].map((name) => editDistance(joinedOf(typed), joinedOf(name), 3)),
  );

describe.skipIf(programs === undefined).each(SHELVES)("%s", (title, make) => {
  let shelf: Shelf;
  let memory: Library;
  let published: PublishedShelf;
  beforeAll(async () => {
    const root = make();
    shelf = await readShelf(root);
    memory = createLibrary(shelf, { largeFrom: Number.POSITIVE_INFINITY });
    published = await publishIn(await postgres!.database(), root);
    if (title.endsWith("compares no names"))
      published = { ...published, library: await currentLibrary(published.database, false) };
    if (title !== "a shelf with a source for the desk alone") return;
    memory = memory.without(new Set([HIDDEN]));
    published = { ...published, library: published.library.without(new Set([HIDDEN])) };
  });
  afterAll(() => published?.database.close());

  /** Asks both libraries the same. */
  async function both<Value>(ask: (library: Library) => Promise<Value>): Promise<readonly [Value, Value]> {
    return [await ask(published.library), await ask(memory)];
  }
  async function expectSame(ask: (library: Library) => Promise<unknown>): Promise<void> {
    const [given, expected] = await both(ask);
    expect(given).toEqual(expected);
  }
  /** Has a property hold for what is typed. */
  const holds = <Value>(
    arbitrary: fc.Arbitrary<Value>,
    test: (value: Value) => Promise<void>,
    numRuns = RUNS,
  ) => fc.assert(fc.asyncProperty(arbitrary, test), { numRuns });
  const kinds = fc.oneof(
    fc.constant(RECORD_KINDS),
    fc.constant(NAMED_KINDS),
    fc.subarray([...RECORD_KINDS], { minLength: 1 }),
  );

  it("has the same records, sources and texts", async () => {
    const records = [...shelf.records.keys()];
    await expectSame((library) => library.records([...records, "people/none", "people/\0", "x/y" as never]));
    await expectSame((library) => library.sources([...shelf.sources.keys(), "none", "\0"]));
    await expectSame((library) => library.recordCounts([...shelf.sources.keys(), "none", "\0"]));
    await expectSame((library) => library.about());
    await expectSame((library) => library.state());
    // Of a record that is hidden nothing is told, not even who names it.
    const there = (await memory.find({ most: records.length })).hits.map(recordRef);
    await expectSame((library) => library.tallies([...there, "people/none", "people/\0"]));
    for (const id of [...shelf.sources.keys(), "none", "\0"]) await expectSame((library) => library.text(id));
  });

  it("shows the same passages in the same paragraphs", async () => {
    const { hits } = await memory.find({ most: shelf.records.size });
    await expectSame((library) => library.contexts(hits.flatMap(collectEvidence)));
    for (const id of [...shelf.sources.keys(), "none", "\0"]) {
      await expectSame((library) => library.passages(id));
      await expectSame((library) => library.passages(id, { near: 700, most: 3 }));
      await expectSame((library) => library.passages(id, { from: 2, most: 2 }));
    }
    const stranger = { source: "none", exact: "\0" };
    for (const library of [published.library, memory])
      await expect(library.contexts([stranger])).rejects.toThrow(/No such evidence on this shelf/);
  });

  it("lists the same records in the same order, with the same counts", async () => {
    const records = [...shelf.records.values()];
    const refs = fc.constantFrom(...records.map(recordRef));
    const sums = records.flatMap((record) =>
      record.kind === "pledges" ? record.accounts.flatMap(({ amount }) => moneyOf(amount) ?? []) : [],
    );
    const day = fc.constantFrom("", "1990", "2020-01-01", "2021-08-17", "2021-09", "2030", "\0");
    const narrowed = fc.record(
      {
        concerning: fc.oneof(refs, fc.array(refs, { maxLength: 3 })),
        speaker: refs,
        source: fc.constantFrom(...shelf.sources.keys(), "none", "\0"),
        appearing: fc.constantFrom("donor", "occasion", "speaker"),
        donorsStated: fc.constant(true as const),
        days: fc.record({ first: day, last: day }, { requiredKeys: [] }),
        sum: fc.constantFrom(...sums),
      },
      { requiredKeys: [] },
    );
    const one = fc.tuple(narrowed, fc.nat()).map(([all, at]): FindQuery => {
      const [member] = Object.entries(all).slice(at % Math.max(1, Object.keys(all).length));
      return member ? Object.fromEntries([member]) : {};
    });
    const order = fc.constantFrom<FindOrder>("references", "words", "date", "newest", "changed");
    const page = fc.record(
      { order, from: fc.integer({ min: 1, max: 30 }), most: fc.integer({ min: 0, max: 40 }), kinds },
      { requiredKeys: [] },
    );
    await holds(
      fc.tuple(fc.oneof(one, one, narrowed), page),
      ([query, rest]) => expectSame((library) => library.find({ ...query, ...rest } as FindQuery)),
      4 * RUNS,
    );
    await holds(
      fc.tuple(fc.constantFrom("", "1", "19", "202", "2021", "2021-0", "x", "\0"), fc.nat(20)),
      ([begun, most]) => expectSame((library) => library.dates(begun, most)),
    );
  });

  it("finds the same names, and where it finds none that is two slips away, it finds none", async () => {
    const typed = typedWords(shelf);
    await holds(
      fc.tuple(typed.name, kinds, fc.constantFrom(undefined, "name", "words" as const)),
      async ([words, among, by]) => {
        const [given, expected] = await both((library) =>
          library.find({ words, kinds: among, ...(by ? { by } : {}) } as FindQuery),
        );
        const isFar =
          expected.by === "likeness" && expected.hits.every((hit) => distanceTo(words, hit) === 2);
        if (isFar && given.total < expected.total) {
          const refs = expected.hits.map(recordRef);
          expect(refs).toEqual(expect.arrayContaining(given.hits.map(recordRef)));
        } else expect(given).toEqual(expected);
      },
      4 * RUNS,
    );
    await holds(
      fc.tuple(typed.name, kinds, fc.integer({ min: 1, max: 30 })),
      async ([words, among, most]) => {
        const [given, expected] = await both((library) => library.suggest(words, among, most));
        // What is only alike comes last.
        expect(expected.slice(0, given.length)).toEqual(given);
        const rest = expected
          .slice(given.length)
          .map(({ kind, value }) => shelf.records.get(`${kind}/${value}`)!);
        for (const record of rest) expect(distanceTo(words, record)).toBe(2);
      },
    );
  });

  it("finds the same in texts, passages and roles", async () => {
    const { words } = typedWords(shelf);
    await holds(
      fc.tuple(words, fc.constantFrom("text", "passages", "roles"), kinds),
      ([typed, where, among]) =>
        expectSame((library) => library.find({ words: typed, in: where, kinds: among } as FindQuery)),
      2 * RUNS,
    );
    for (const role of ["economist", "chinese economist", "ceo", "giant", "founder of xiaomi", "the"])
      await expectSame((library) => library.find({ words: role, in: "roles" }));
  });

  it("ranks the same records in the same order, but where a word is only alike by two slips", async () => {
    const { words } = typedWords(shelf);
    await holds(
      fc.tuple(words, kinds, fc.constantFrom(undefined, 5, 30)),
      async ([typed, among, most]) => {
        const [given, expected] = await both((library) =>
          library.search({ words: typed, kinds: among, ...(most === undefined ? {} : { most }) }),
        );
        const isFar = expected.assumed.some(({ typed: word, taken }) =>
          taken.every((other) => editDistance(foldLetters(word), other, 2) === 2),
        );
        if (isFar) expect(expected.assumed).toEqual(expect.arrayContaining([...given.assumed]));
        else expect(given).toEqual(expected);
      },
      3 * RUNS,
    );
    await holds(fc.tuple(words, fc.constantFrom(1, 5, 60)), ([text, most]) =>
      expectSame((library) => library.closest(text, most)),
    );
  });

  it("names the same records in texts, and knows the same words", async () => {
    const { words } = typedWords(shelf);
    await holds(fc.tuple(fc.array(words, { maxLength: 4 }), kinds), ([texts, among]) =>
      expectSame((library) => library.mentions(texts, among)),
    );
    await holds(words, (word) => expectSame((library) => library.uses([word])));
  });

  it("finds the same sources", async () => {
    const { name } = typedWords(shelf);
    const infos = (await memory.findSources({})).hits;
    const own = fc.constantFrom(
      ...infos.flatMap(({ id, title, publisher, authors }) => [
        id,
        title.text,
        ...(publisher === null ? [] : [publisher]),
        ...(authors ?? []),
      ]),
    );
    const slip = fc
      .tuple(own, fc.nat())
      .map(([text, at]) => text.slice(0, at % text.length) + text.slice((at % text.length) + 1));
    const words = fc.oneof(own, slip, name);
    await holds(
      fc.record(
        {
          words,
          makers: fc.array(own, { maxLength: 2 }),
          typed: fc.tuple(words, fc.integer({ min: 0, max: 6 })).map(([text, size]) => text.slice(0, size)),
          visibility: fc.constantFrom("public", "desk"),
          from: fc.integer({ min: 1, max: 3 }),
          most: fc.integer({ min: 0, max: 10 }),
        },
        { requiredKeys: [] },
      ),
      (query) => expectSame((library) => library.findSources(query as never)),
      3 * RUNS,
    );
  });

  it.each(HOSTILE)("takes %j like any other words", async (words) => {
    for (const where of ["names", "text", "passages", "roles"] as const)
      await expectSame((library) => library.find({ words, in: where }));
    await expectSame((library) => library.search({ words, most: 10 }));
    await expectSame((library) => library.suggest(words, RECORD_KINDS, 10));
    await expectSame((library) => library.mentions([words], RECORD_KINDS));
    await expectSame((library) => library.findSources({ words }));
    await expectSame((library) => library.findSources({ typed: words }));
    await expectSame((library) => library.closest(words, 5));
    await expectSame((library) => library.uses([words]));
  });
});
