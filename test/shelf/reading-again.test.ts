/** A shelf that is read again is what a first reading gives, and reads, parses and verifies only what has changed. */
import { hash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { collectEvidence } from "../../src/shelf/evidence.ts";
import { ShelfError } from "../../src/shelf/faults.ts";
import { type RecordRef, recordRef } from "../../src/shelf/kinds.ts";
import { dependenciesOf } from "../../src/shelf/parse.ts";
import { createShelfReader, readShelf, type Shelf } from "../../src/shelf/shelf.ts";
import { verifyRecord } from "../../src/shelf/verify.ts";
import { shelf as ownShelf, PROJECT } from "../desks.ts";
import { all, type Changes, change, setting, shelfWith } from "../shelves.ts";

vi.mock("node:fs", { spy: true });
vi.mock("../../src/shelf/verify.ts", { spy: true });
const read = vi.mocked(readFileSync);
const verified = vi.mocked(verifyRecord);

/** Lets the clock be later, so that what was written a moment ago counts as settled. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_000 });
  vi.clearAllMocks();
});
afterEach(() => void vi.useRealTimers());

/** What comes of a reading: all that the shelf holds as plain values, or its faults. */
async function outcomeOf(reading: Promise<Shelf>): Promise<unknown> {
  try {
    const { sources, records, spans, topics, hash } = await reading;
    const evidence = [...records.values()].flatMap((record) => collectEvidence(record));
    return { sources: [...sources], records: [...records], topics, hash, spans: evidence.map(spans.get) };
  } catch (error) {
    if (!(error instanceof ShelfError)) throw error;
    return error.faults;
  }
}

const SOURCE = "seeds/voa-common-prosperity";
const cardFor = (text: string) => setting("/sha256", hash("sha256", text, "hex"));
const voaText = readFileSync(join(PROJECT, `${SOURCE}.txt`), "utf8");
const voaCard = readFileSync(join(PROJECT, `${SOURCE}.json`), "utf8");
const longerText = `${voaText}\nOne more paragraph.\n`;
const otherText = voaText.replace(/prosperity/, "poverty");

const FACT = "data/facts/a-new-one.json";
const fact = readFileSync(join(PROJECT, "data/facts", readdirSync(join(PROJECT, "data/facts"))[0]!), "utf8");

const people = readdirSync(join(PROJECT, "data/people")).map((name) => `data/people/${name}`);

/** Changes of one shelf, each on top of the ones before it that held. */
const STEPS: readonly (readonly [what: string, changes: Changes])[] = [
  ["nothing", {}],
  ["a new record", { [FACT]: fact }],
  ["another label", { [FACT]: setting("/label", "A new name") }],
  ["a passage that is not in its source", { [FACT]: setting("/passages/0/exact", "No source says this.") }],
  ["no JSON", { [FACT]: "{" }],
  ["a reference to nobody", { [FACT]: all(() => fact, setting("/about", ["people/nobody"])) }],
  ["the record as it was at first", { [FACT]: fact }],
  ["a record fewer", { [FACT]: null }],
  ["a text that is not the recorded one", { [`${SOURCE}.txt`]: longerText }],
  ["and its card", { [`${SOURCE}.json`]: cardFor(longerText) }],
  ["a text without some passages", { [`${SOURCE}.txt`]: otherText, [`${SOURCE}.json`]: cardFor(otherText) }],
  ["the first text", { [`${SOURCE}.txt`]: voaText, [`${SOURCE}.json`]: cardFor(voaText) }],
  ["another section of a source", { [`${SOURCE}.json`]: setting("/section", "Nowhere") }],
  [
    "a source before the others",
    { "seeds/a-first.txt": "A text.\n", "seeds/a-first.json": cardFor("A text.\n")(voaCard) },
  ],
  ["a source without its card", { "seeds/a-first.json": null }],
  ["no such source", { "seeds/a-first.txt": null }],
  ["a file of no kind", { "data/stray.json": "{}" }],
  ["no such file, and one of an editor's", { "data/stray.json": null, "data/facts/.x.json.swp": "" }],
  ["other topics", { "data/topics.json": '[{"words":["charity"],"aliases":["慈善"]}]' }],
  ["no topics", { "data/topics.json": null }],
  ...people.flatMap((file): [string, Changes][] => [
    [`another name of ${file}`, { [file]: all(setting("/label", "Somebody Else"), setting("/aliases", [])) }],
    [`the name of ${file} as it was`, { [file]: readFileSync(join(PROJECT, file), "utf8") }],
    [`no ${file}`, { [file]: null }],
    [`${file} again`, { [file]: readFileSync(join(PROJECT, file), "utf8") }],
  ]),
];

it("gives after every change what a first reading gives, be it a shelf or its faults", async () => {
  const root = shelfWith({});
  const reader = createShelfReader(root);
  await reader.read();
  const outcomes: string[] = [];
  for (const [what, changes] of STEPS) {
    change(root, changes);
    const expected = await outcomeOf(readShelf(root));
    expect(await outcomeOf(reader.read()), what).toStrictEqual(expected);
    outcomes.push(Array.isArray(expected) ? "faults" : "a shelf");
  }
  expect(outcomes.filter((one) => one === "faults").length).toBeGreaterThan(people.length);
  expect(outcomes.filter((one) => one === "a shelf").length).toBeGreaterThan(2 * people.length);
});

describe("of a shelf that was read twice", () => {
  const twice = async () => {
    const root = shelfWith({ [FACT]: fact });
    const reader = createShelfReader(root);
    const first = await reader.read();
    expect(await reader.read()).toBe(first);
    vi.clearAllMocks();
    const readFiles = () =>
      read.mock.calls.map(([file]) => String(file)).flatMap((file) => file.split(`${root}/`)[1] ?? []);
    return { root, reader, first, readFiles };
  };

  it("nothing is read again, and the shelf is the same, when nothing has changed", async () => {
    const { reader, first, readFiles } = await twice();
    expect(await reader.read()).toBe(first);
    expect(readFiles()).toEqual([]);
    expect(verified).not.toHaveBeenCalled();
  });

  it("one changed record is read and verified alone; every other is the same object", async () => {
    const { root, reader, first, readFiles } = await twice();
    change(root, { [FACT]: setting("/label", "A new name") });
    const next = await reader.read();
    // Once by the change itself, and once by the reader.
    expect(readFiles()).toEqual([FACT, FACT]);
    expect(verified.mock.calls.map(([{ label }]) => label)).toEqual(["A new name"]);
    const changed = [...next.records].filter(([ref, record]) => first.records.get(ref) !== record);
    expect(changed.map(([ref]) => ref)).toEqual(["facts/a-new-one"]);
    expect([...next.sources.values()]).toEqual([...first.sources.values()]);
    expect(next.version).not.toBe(first.version);
  });

  it("a changed text has the records verified that cite it, and no other", async () => {
    const { root, reader } = await twice();
    change(root, { [`${SOURCE}.txt`]: longerText, [`${SOURCE}.json`]: cardFor(longerText) });
    const { records } = await reader.read();
    const citing = [...records.values()].filter((record) =>
      collectEvidence(record).some(({ source }) => `seeds/${source}` === SOURCE),
    );
    expect(citing.length).toBeLessThan(records.size);
    expect(verified.mock.calls.map(([record]) => recordRef(record))).toEqual(citing.map(recordRef));
  });

  it("what was written a moment ago is read again, since its next change may not show", async () => {
    const { root, reader, first, readFiles } = await twice();
    vi.useRealTimers();
    change(root, { [FACT]: setting("/label", "A new name") });
    expect(await reader.read()).not.toBe(first);
    vi.clearAllMocks();
    await reader.read();
    expect(readFiles()).toContain(FACT);
  });
});

it("a record depends on nothing that is not listed", () => {
  for (const record of ownShelf.records.values()) {
    const { sources, refs } = dependenciesOf(record);
    const needed = new Set<string>();
    const of =
      <Value>(value: Value) =>
      (key: string) => {
        needed.add(key);
        return value;
      };
    verifyRecord(record, "a file", {
      sources: { get: (id: string) => of(ownShelf.sources.get(id))(id) } as never,
      sourceIds: { has: of(true) } as never,
      refs: { has: of(true) } as never,
      namesOf: of(["Somebody"]),
      locate: (evidence) => of({ span: ownShelf.spans.get(evidence)! })(evidence.source),
      longestMatchingPrefix: (evidence) => of(undefined)(evidence.source),
    });
    expect(needed.size).toBeGreaterThan(0);
    for (const key of needed) expect([...sources, ...refs] as (RecordRef | string)[]).toContain(key);
  }
});

it("verifies the shelf as it would be with changes, and leaves it as it is", async () => {
  const root = shelfWith({});
  const reader = createShelfReader(root);
  const before = await reader.read();
  const file = "data/quotes/lu-independent-ngos.json";
  const text = readFileSync(join(root, file), "utf8");
  const relabelled = JSON.stringify({ ...JSON.parse(text), label: "Another label" });
  const changed = await reader.verify(new Map([[file, relabelled]]));
  expect(changed.records.get("quotes/lu-independent-ngos")?.label).toBe("Another label");
  expect([...changed.records.keys()]).toEqual([...before.records.keys()]);
  writeFileSync(join(root, file), relabelled);
  expect(changed.hash).toBe((await readShelf(root)).hash);
  writeFileSync(join(root, file), text);
  await expect(reader.verify(new Map([["data/people/lu-jun.json", null]]))).rejects.toThrow("people/lu-jun");
  await expect(reader.verify(new Map([["data/facts/new.json", "{"]]))).rejects.toThrow("data/facts/new.json");
  expect((await reader.read()).hash).toBe(before.hash);
});
