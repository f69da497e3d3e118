/** The public view has no hidden source and nothing that stands on one. */
import { expect, it } from "vitest";
import { createPublicView, findHidden } from "../../src/library/public-view.ts";
import { RECORD_KINDS, recordRef, recordRefs } from "../../src/shelf/kinds.ts";
import { library, shelf } from "../desks.ts";

const records = [...shelf.records.values()];
const [source] = shelf.sources.keys();
const standing = recordRefs((await library.find({ source: source! })).hits);
const open = createPublicView(library, new Set([source!]));

it("gives the library itself where nothing is hidden", async () => {
  expect(createPublicView(library, await findHidden(library))).toBe(library);
});

it("gives neither the source nor the records that stand on it", async () => {
  expect(await open.sources([source!])).toEqual([undefined]);
  expect(await open.text(source!)).toBeUndefined();
  expect((await open.about()).sources).toBe(shelf.sources.size - 1);
  const given = await open.records(records.map(recordRef));
  for (const [index, record] of records.entries())
    expect(given[index] === undefined, recordRef(record)).toBe(standing.has(recordRef(record)));
  expect((await open.find({ most: records.length })).total).toBe(records.length - standing.size);
});

it.each([[RECORD_KINDS], [["people", "organizations"]], [["terms"]]] as const)(
  "suggests of %j the names of what is open, and no others",
  async (kinds) => {
    const names = records
      .filter((record) => kinds.some((kind) => kind === record.kind) && !standing.has(recordRef(record)))
      .map(({ id, label }) => `${id} ${label}`);
    for (const typed of [
      "",
      "a",
      "x",
      "com",
      "alibaba",
      "共",
      ...records.map(({ label }) => label.slice(0, 4)),
    ]) {
      const suggested = await open.suggest(typed, kinds, 25);
      for (const { value, label } of suggested) expect(names, typed).toContain(`${value} ${label}`);
    }
    expect(await open.suggest("", kinds, records.length)).toHaveLength(names.length);
    expect(names.length).toBeGreaterThan(0);
    expect(names.length).toBeLessThan(records.length);
  },
);
