/** The public view suggests no hidden records. */
import { expect, it } from "vitest";
import { createPublicView, findHidden } from "../../src/library/public-view.ts";
import { RECORD_KINDS, recordRef } from "../../src/shelf/kinds.ts";
import { library, shelf } from "../desks.ts";

const records = [...shelf.records.values()];
const [source] = shelf.sources.keys();
const hits = (await library.find({ source: source! })).hits;
const hidden = { sources: new Set([source!]), records: new Set(hits.map(recordRef)) };
const open = createPublicView(library, hidden);

it("gives the library itself where nothing is hidden", async () => {
  expect(createPublicView(library, await findHidden(library))).toBe(library);
});

it.each([[RECORD_KINDS], [["people", "organizations"]], [["terms"]]] as const)(
  "suggests of %j the names of what is open, and no others",
  async (kinds) => {
    const names = records
      .filter(
        (record) => kinds.some((kind) => kind === record.kind) && !hidden.records.has(recordRef(record)),
      )
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
      const expected = (await library.suggest(typed, kinds, 25)).filter(({ value, label }) =>
        names.includes(`${value} ${label}`),
      );
      expect(await open.suggest(typed, kinds, 25), typed).toEqual(expected);
    }
    expect(names.length).toBeGreaterThan(0);
    expect(names.length).toBeLessThan(records.length);
  },
);
