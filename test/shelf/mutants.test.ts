/** Mutants of the shelf's files: so many as take seconds. `npm run reliability -- mutants` tries ten thousand. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { PROJECT } from "../desks.ts";
import { tryMutants, UNJUDGED } from "./mutants.ts";

it("are refused with file and place, or say the same", { timeout: 0 }, async () => {
  const { refused, faults } = await tryMutants(300);
  expect(faults).toEqual([]);
  expect(refused).toBeGreaterThan(100);
});

it("the docs list every kind that is not judged", () => {
  const docs = readFileSync(join(PROJECT, "docs/reliability.md"), "utf8");
  const list = docs.split("\n## What no check can judge\n")[1]!.split("\n## ")[0]!;
  for (const field of UNJUDGED) expect(list, field).toContain(`\`${field}\``);
});
