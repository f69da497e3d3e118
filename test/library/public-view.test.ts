/** The public view has no hidden source and nothing that stands on one, by whatever member of it one asks. */
import { describe, expect, it } from "vitest";
import type { Library } from "../../src/library/library.ts";
import { createPublicView, findHidden } from "../../src/library/public-view.ts";
import { tokenizeText } from "../../src/search/analysis.ts";
import { collectEvidence } from "../../src/shelf/evidence.ts";
import { RECORD_KINDS, type RecordRef, recordRef, recordRefs } from "../../src/shelf/kinds.ts";
import type { AnyRecord } from "../../src/shelf/records.ts";
import { library, shelf } from "../desks.ts";

const records = [...shelf.records.values()];
const [source = ""] = shelf.sources.keys();
const standing = recordRefs((await library.find({ source, most: records.length })).hits);
const open = createPublicView(library, new Set([source]));
const isHidden = (record: AnyRecord): boolean => standing.has(recordRef(record));
const [hidden, shown] = [records.filter(isHidden), records.filter((record) => !isHidden(record))];
const everything = { most: records.length } as const;

/** Returns the references of records in a result, and the ids of sources. */
const namesIn = (result: unknown): string[] => {
  const found: string[] = [];
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look);
    else if (typeof value === "object" && value !== null) {
      const { kind, id, source: from, value: suggested, records: refs } = value as Record<string, unknown>;
      if (typeof kind === "string") found.push(`${kind}/${id ?? suggested}`);
      if (typeof from === "string") found.push(`sources/${from}`);
      if (typeof id === "string" && kind === undefined) found.push(`sources/${id}`);
      if (Array.isArray(refs)) found.push(...refs.filter((ref) => typeof ref === "string"));
      Object.values(value).forEach(look);
    }
  };
  look(result);
  return found;
};

/** Returns the words of a record: those of its first passage, or its label. */
const wordsOf = (record: AnyRecord): string => collectEvidence(record)[0]?.exact ?? record.label;

/** What to ask each member of the library about a record; each gives something of all that is open. */
const MEMBERS: Readonly<Record<string, (library: Library, record: AnyRecord) => Promise<unknown>>> = {
  records: (of, record) => of.records([recordRef(record)]),
  "find, by name": (of, { label }) => of.find({ ...everything, words: label }),
  "find, in texts": (of, record) => of.find({ ...everything, words: wordsOf(record), in: "text" }),
  "find, in passages": (of, record) => of.find({ ...everything, words: wordsOf(record), in: "passages" }),
  "find, in roles": (of) => of.find({ ...everything, words: "president founder economist", in: "roles" }),
  "find, of a kind": (of, { kind }) => of.find({ ...everything, kinds: [kind] }),
  "find, of a source": (of) => of.find({ ...everything, source }),
  "find, concerning": (of, record) => of.find({ ...everything, concerning: recordRef(record) }),
  "find, by date": (of) => of.find({ ...everything, days: {} }),
  search: (of, { label }) => of.search({ words: label, ...everything }),
  suggest: (of, { kind, label }) => of.suggest(label.slice(0, 5), [kind], 100),
  mentions: (of, record) =>
    of.mentions(
      [[record.label, ...collectEvidence(record).map(({ exact }) => exact)].join("\n")],
      RECORD_KINDS,
    ),
  closest: (of, record) => of.closest(wordsOf(record), 50),
  sources: (of) => of.sources([source]),
  findSources: (of) => of.findSources({}),
  "findSources, by words": (of) => of.findSources({ words: shelf.sources.get(source)!.title.text }),
  "findSources, typed": (of) => of.findSources({ typed: source.slice(0, 5) }),
  "findSources, for the desk": (of) => of.findSources({ visibility: "desk" }),
  passages: (of) => of.passages(source),
  text: async (of) => ((await of.text(source)) === undefined ? [] : [{ source }]),
};

it("gives the library itself where nothing is hidden", async () => {
  expect(createPublicView(library, await findHidden(library))).toBe(library);
});

describe("gives nothing that is hidden", () => {
  it.each(Object.entries(MEMBERS))("by %s", async (_, ask) => {
    for (const record of hidden) {
      const found = namesIn(await ask(open, record));
      expect(found.filter((name) => standing.has(name as RecordRef) || name === `sources/${source}`)).toEqual(
        [],
      );
    }
  });

  it("by contexts", async () => {
    for (const record of hidden)
      for (const evidence of collectEvidence(record).filter((one) => one.source === source))
        await expect(open.contexts([evidence])).rejects.toThrow(/No such evidence on this shelf/);
  });

  it("by tallies, counts and dates", async () => {
    expect(await open.recordCounts([source])).toEqual([0]);
    const refs = records.map(recordRef);
    const referring = async (of: Library, ref: RecordRef) =>
      (await of.find({ ...everything, concerning: ref })).total;
    for (const [index, tally] of (await open.tallies(refs)).entries())
      expect(tally.total, refs[index]).toBe(await referring(open, refs[index]!));
    const about = await open.about();
    expect(about.sources).toBe(shelf.sources.size - 1);
    expect(Object.values(about.counts).reduce((sum, count) => sum + count, 0)).toBe(shown.length);
    const dated = JSON.stringify(shown);
    for (const date of await open.dates("", 1_000)) expect(dated, date).toContain(date.replace("s", ""));
  });

  it("by uses, of a word that only the hidden source has", async () => {
    const rest =
      JSON.stringify([...shelf.sources.values()].filter(({ id }) => id !== source)) + JSON.stringify(shown);
    const others = new Set([...tokenizeText(rest)].map(({ term }) => term));
    const own = [...tokenizeText(shelf.sources.get(source)!.text)].flatMap(({ term, word }) =>
      word === undefined || others.has(term) ? [] : [word],
    );
    expect(own.length).toBeGreaterThan(100);
    const known = await open.uses(own);
    expect(own.filter((_, index) => known[index] !== undefined)).toEqual([]);
  });
});

describe("gives everything that is open", () => {
  it("as the whole library does", async () => {
    expect(shown.length).toBeGreaterThan(10);
    const refs = shown.map(recordRef);
    expect((await open.records(refs)).map((record) => record && recordRef(record))).toEqual(refs);
    expect((await open.find(everything)).total).toBe(shown.length);
    for (const record of shown) {
      expect(recordRefs((await open.find({ ...everything, words: record.label })).hits)).toContain(
        recordRef(record),
      );
      const evidence = collectEvidence(record);
      expect(await open.contexts(evidence)).toEqual(await library.contexts(evidence));
    }
    for (const id of shelf.sources.keys())
      if (id !== source) {
        expect(await open.text(id)).toBe(shelf.sources.get(id)!.text);
        expect((await open.passages(id)).hits.length).toBeGreaterThan(0);
      }
  });

  it.each([[RECORD_KINDS], [["people", "organizations"]], [["terms"]]] as const)(
    "as names to choose from: %j",
    async (kinds) => {
      const names = shown
        .filter(({ kind }) => kinds.some((one) => one === kind))
        .map(({ id, label }) => `${id} ${label}`);
      const suggested = await open.suggest("", kinds, records.length);
      expect(suggested.map(({ value, label }) => `${value} ${label}`).sort()).toEqual(names.sort());
      expect(names.length).toBeGreaterThan(0);
    },
  );
});
