/** The generated shelves of the benchmark are valid and the same at every run. */
import { describe, expect, it } from "vitest";
import { makeShelf } from "../../bench/shelf/making.ts";
import { createLibrary } from "../../src/library/embedded-library.ts";
import type { RecordKind } from "../../src/shelf/kinds.ts";
import { referencesOf } from "../../src/shelf/references.ts";
import { readShelf } from "../../src/shelf/shelf.ts";
import { temporaryFolder } from "../shelves.ts";

async function made(count: number) {
  const root = temporaryFolder();
  makeShelf(root, count);
  return readShelf(root);
}

/** The kinds of which `makeShelf` makes records. */
const MADE_KINDS: readonly RecordKind[] = [
  ...(["pledges", "quotes", "facts"] as const),
  ...(["terms", "events", "people", "organizations"] as const),
];

describe("a made-up shelf", async () => {
  const shelf = await made(400);

  it("has as many records as were asked for, of all kinds, that name each other", async () => {
    const { counts } = await createLibrary(shelf).about();
    expect(shelf.records.size).toBe(400);
    for (const kind of MADE_KINDS) expect(counts[kind], kind).toBeGreaterThan(0);
    const named = [...shelf.records.values()].filter((record) => referencesOf(record).length > 0);
    expect(named.length).toBeGreaterThan(200);
  });

  it("is the same at every run", async () => {
    expect((await made(400)).hash).toBe(shelf.hash);
  });

  it("has passages with marks that no keyboard has, and names in Chinese", async () => {
    const every = [...shelf.records.values()];
    expect(every.some(({ aliases }) => aliases.some((alias) => /\p{Script=Han}/u.test(alias)))).toBe(true);
    expect([...shelf.sources.values()].some(({ text }) => text.includes("“"))).toBe(true);
  });
});
