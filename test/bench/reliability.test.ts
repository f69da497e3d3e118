/** Every row of the reliability table, in a form of seconds: nothing is lost, and the docs have the row. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { slopeOf } from "../../bench/reliability/load.ts";
import { withTable } from "../../bench/reliability/page.ts";
import { ROWS } from "../../bench/reliability/rows.ts";
import { MISSING, programsOf } from "../citation-log/postgres.ts";
import { PROJECT } from "../desks.ts";
import { PROGRAM } from "../programs/compiled.ts";

const page = readFileSync(join(PROJECT, "docs/reliability.md"), "utf8");

// Read when a row is loaded.
process.env.REFDESK_PROGRAM = PROGRAM;

const names = Object.keys(ROWS) as (keyof typeof ROWS)[];
if (programsOf() === undefined) console.warn(MISSING);

it.each(names)("%s: nothing is lost", async (name) => {
  if (name === "database" && programsOf() === undefined) return;
  const row = await ROWS[name]();
  expect((await row("small", false)).lost).toEqual([]);
});

it("the docs say of every row which tests hold it", () => {
  const list = page.split("\n## Tried\n")[1]!.split("\n## ")[0]!;
  const told = [...list.matchAll(/^- `(\w+)`: (.+(?:\n {2}.+)*)/gm)];
  expect(told.map(([, name]) => name)).toEqual(names);
});

describe("the table", () => {
  const made = {
    ...{ name: "forged", what: "forged requests", seconds: 90 },
    ...{ tried: "10 a platform", lost: [], beside: "Bolt: 2 accepted" },
  };

  it("is written between its marks, with how it was made, and nothing else changes", () => {
    const lost = { ...made, name: "cuts", lost: ["1 unanswered", "1 ended"], beside: undefined };
    const written = withTable(page, [made, lost as never], "a machine");
    const [before, table, after] = written.split(/<!-- \/?reliability[^>]*-->/);
    expect(table).toMatchInlineSnapshot(`
      "
      Made by \`npm run reliability -- --write\` in 3 minutes, on a machine.

      | row | what is tried | how much | lost | a plain bot in the same test |
      | --- | --- | --- | --- | --- |
      | \`forged\` | forged requests | 10 a platform | nothing | Bolt: 2 accepted |
      | \`cuts\` | forged requests | 10 a platform | **1 unanswered; 1 ended** |  |
      "
    `);
    expect([before, after]).toEqual(page.split(/<!-- reliability[^>]*-->[\s\S]*<!-- \/reliability -->/));
    expect(withTable(written, [made], "a machine")).toBe(withTable(page, [made], "a machine"));
  });

  it("keeps the rows that were not tried again, and says which were", () => {
    const cuts = { ...made, name: "cuts" };
    const whole = withTable(page, [{ ...made, lost: ["1 unanswered"] } as never, cuts], "a machine");
    const again = withTable(whole, [made], "another", ["forged"]);
    expect(again.split(/<!-- \/?reliability[^>]*-->/)[1]).toMatchInlineSnapshot(`
      "
      Made by \`npm run reliability -- --write\` in 3 minutes, on a machine. Tried again since: \`forged\`.

      | row | what is tried | how much | lost | a plain bot in the same test |
      | --- | --- | --- | --- | --- |
      | \`forged\` | forged requests | 10 a platform | nothing | Bolt: 2 accepted |
      | \`cuts\` | forged requests | 10 a platform | nothing | Bolt: 2 accepted |
      "
    `);
    expect(withTable(again, [made], "another", ["forged"])).toBe(again);
  });

  it("is not written into a page without its marks", () => {
    expect(() => withTable("# A page", [made], "a machine")).toThrow("has no lines");
  });
});

it.each([
  [[0, 1, 2], [5, 5, 5], 0],
  [[0, 1, 2], [0, 2, 4], 2],
  [[0, 1, 2, 3], [1, 0, 1, 0], -0.2],
])("the slope through %j and %j is %f", (at, values, slope) => {
  expect(slopeOf(at.map((one, index) => [one, values[index]!]))).toBeCloseTo(slope);
});
