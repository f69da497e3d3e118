/** Tests that each break can still be made and names tests that are there, and that the docs count them as they are. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { PROJECT } from "../desks.ts";
import { applyBreak } from "./break.ts";
import { BREAKS } from "./list.ts";

const text = (file: string): string => readFileSync(join(PROJECT, file), "utf8");

it.each(BREAKS)("$name", ({ file, find, replace, tests }) => {
  const before = text(file);
  expect(before.split(find).length - 1, `“${find}” occurs once in ${file}`).toBe(1);
  expect(applyBreak(before, { find, replace })).not.toBe(before);
  expect(tests.filter((path) => !existsSync(join(PROJECT, path)))).toEqual([]);
  expect(tests.length).toBeGreaterThan(0);
});

it("no two have one name", () => {
  const names = BREAKS.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});

it("the docs count them", () => {
  expect(text("docs/testing.md")).toContain(`**${BREAKS.length} of ${BREAKS.length} breaks are noticed**`);
});
