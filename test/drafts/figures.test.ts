/** Tests that the drafts find what a person found, as far as they did when they were last counted, and that the docs say so. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { GROUPS, MEASURES, measureDrafts, sharesOf } from "../../eval/draft-gold.ts";
import { FLOORS, figureRows } from "../../eval/draft-table.ts";
import { PROJECT } from "../desks.ts";

const figures = measureDrafts();

describe("no figure falls", () => {
  it.each(MEASURES)("%s", (name) => {
    for (const group of GROUPS)
      for (const share of sharesOf(name, figures[group][name]))
        expect(share, `${name} in the texts of ${group}`).toBeGreaterThanOrEqual(FLOORS[name]);
  });
});

it("the docs have the figures of this run", () => {
  const docs = readFileSync(join(PROJECT, "docs/drafts.md"), "utf8");
  for (const row of figureRows(figures)) expect(docs).toContain(row);
});
