/** A library that was changed answers as one that is made of the same shelf, and the one before it answers as before. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { createLibrary, type EmbeddedLibrary } from "../../src/library/embedded-library.ts";
import type { Library } from "../../src/library/library.ts";
import { contextOf, namedIn } from "../../src/library/lookups.ts";
import { createPublicView, findHidden } from "../../src/library/public-view.ts";
import { collectEvidence } from "../../src/shelf/evidence.ts";
import { RECORD_KINDS, recordRef } from "../../src/shelf/kinds.ts";
import type { AnyRecord } from "../../src/shelf/records.ts";
import { createShelfReader, type Shelf } from "../../src/shelf/shelf.ts";
import { PROJECT } from "../desks.ts";
import { type Changes, change, setting, shelfWith } from "../shelves.ts";

const content = (file: string): string => readFileSync(join(PROJECT, file), "utf8");
const FACTS = readdirSync(join(PROJECT, "data/facts")).map((name) => `data/facts/${name}`);
const ALIBABA = "data/organizations/alibaba.json";

/** Changes of one shelf, each on top of the ones before it. */
const STEPS: readonly (readonly [what: string, changes: Changes])[] = [
  ["a new record", { "data/facts/a-zebra.json": setting("/topics", ["zebra"])(content(FACTS[0]!)) }],
  ["another word in it", { "data/facts/a-zebra.json": setting("/topics", ["giraffe"]) }],
  ["another name of what others refer to", { [ALIBABA]: setting("/label", "Quagga Holdings") }],
  ["a Chinese name that has a topic’s characters", { [ALIBABA]: setting("/aliases", ["慈善捐款集团"]) }],
  ["fewer records", Object.fromEntries(FACTS.slice(0, 3).map((file) => [file, null]))],
  ["other topics", { "data/topics.json": '[{"words":["giraffe"],"aliases":["长颈鹿"]}]' }],
  ["the names as they were", { [ALIBABA]: content(ALIBABA) }],
  ["all as it was", { ...asItWas(FACTS.slice(0, 3)), "data/topics.json": content("data/topics.json") }],
];

function asItWas(files: readonly string[]): Changes {
  return Object.fromEntries(files.map((file) => [file, content(file)]));
}

const WORDS = [
  ...["alibaba", "quagga", "Quaga Holdings", "xi", "zebra", "giraffe", "giraff", "donations to NGOs", "慈善"],
  ...["捐款", "慈善捐款", "长颈鹿", "common prosperity", "philantropy", "who leads tencent", "共同富裕"],
];

const refs = (records: readonly AnyRecord[]): string[] => records.map(recordRef);

/** All that a library says, where the order of equally good hits of the full text is nobody's. */
async function said(library: Library): Promise<unknown> {
  const found: unknown[] = [await library.about()];
  const listed = (await library.find({})).hits;
  found.push(listed);
  for (const record of listed)
    found.push(
      refs((await library.find({ concerning: recordRef(record) })).hits),
      await Promise.all(collectEvidence(record).map((evidence) => contextOf(evidence, library))),
    );
  for (const { id } of (await library.findSources({})).hits)
    found.push(refs((await library.find({ source: id })).hits));
  for (const words of WORDS) {
    const { hits, named, assumed, ready } = await library.search({ words });
    found.push([words, hits.map(({ record }) => recordRef(record)).sort(), refs(named), assumed, ready]);
    for (const where of ["text", "passages"] as const)
      found.push(refs((await library.find({ words, in: where })).hits).sort());
    const { by, hits: byName } = await library.find({ words });
    found.push(by, refs(byName), refs(await namedIn(words, RECORD_KINDS, library)));
    found.push(await library.suggest(words.slice(0, 4), RECORD_KINDS));
  }
  return found;
}

describe.each([
  ["a small shelf", {}],
  ["a large one, which is searched in a thread", { largeFrom: 1, eager: true }],
])("%s", (_, options) => {
  it("answers after every change as one that is made anew, and before it as before", async () => {
    const root = shelfWith({});
    const reader = createShelfReader(root);
    let library: EmbeddedLibrary = createLibrary(await reader.read(), options);
    await library.search({ words: "opens the texts" });
    for (const [what, changes] of STEPS) {
      const before = await ready(library);
      change(root, changes);
      const shelf: Shelf = await reader.read();
      const next = await library.changed(shelf);
      const expected = await ready(createLibrary(shelf, options));
      expect(expected, what).not.toStrictEqual(before);
      expect(await said(next), what).toStrictEqual(expected);
      expect(await said(library), what).toStrictEqual(before);
      expect(await said(next), what).toStrictEqual(expected);
      library.close?.();
      library = next;
    }
  });

  /** Asks a library once it can be searched. */
  async function ready(of: Library): Promise<unknown> {
    while ((await of.state()) === "starting") await new Promise((resolve) => setTimeout(resolve, 5));
    return said(of);
  }
});

it("a part of the shelf is changed with it, also one that nobody has asked for since", async () => {
  const root = shelfWith({ "seeds/voa-common-prosperity.json": setting("/visibility", "desk") });
  const reader = createShelfReader(root);
  const options = { largeFrom: 1 };
  let library = createLibrary(await reader.read(), options);
  const publicOf = async (of: Library) => createPublicView(of, await findHidden(of));
  const first = await publicOf(library);
  const before = await said(first);
  for (const [what, changes] of STEPS.slice(0, 4)) {
    change(root, changes);
    const shelf = await reader.read();
    library = await library.changed(shelf);
    if (what === STEPS[1]![0]) continue;
    const expected = await said(await publicOf(createLibrary(shelf, options)));
    expect(await said(await publicOf(library)), what).toStrictEqual(expected);
  }
  expect(await said(first)).toStrictEqual(before);
});

it("nothing of the libraries before is kept alive by the one after them", async () => {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  const root = shelfWith({});
  const reader = createShelfReader(root);
  const shelves: WeakRef<Shelf>[] = [];
  const next = async (): Promise<Shelf> => {
    const shelf = await reader.read();
    shelves.push(new WeakRef(shelf));
    return shelf;
  };
  let library = createLibrary(await next());
  for (const [, changes] of STEPS.slice(0, 4)) {
    change(root, changes);
    library = await library.changed(await next());
    await library.find({ words: "alibaba", concerning: "organizations/alibaba" });
  }
  const kept = () => {
    collect();
    return shelves.map((one) => one.deref() !== undefined);
  };
  await expect.poll(kept).toEqual([false, false, false, false, true]);
  expect((await library.find({})).hits.length).toBeGreaterThan(0);
});
