/** Tests exported names: each is defined in one file, and most have two words or more. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { PROJECT } from "./desks.ts";

interface ExportedName {
  readonly path: string;
  readonly name: string;
  readonly again: boolean;
}

/** The formatter puts every export at the start of a line. */
const EXPORT =
  /^export (?:(?:async )?function\*?|const|let|class|type|interface) (\w+)|^export (?:type )?[{*]/gm;

const exportsOf = (path: string): ExportedName[] =>
  [...readFileSync(join(PROJECT, path), "utf8").matchAll(EXPORT)].map(([whole, name]) => ({
    path,
    name: name ?? whole,
    again: name === undefined,
  }));

const exported = ["src", "commands"].flatMap((folder) =>
  readdirSync(join(PROJECT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
    .flatMap((name) => exportsOf(`${folder}/${name}`)),
);

/** Names that several files must export, with the reason. */
const SHARED: Readonly<Record<string, string>> = {
  answer: "each command's module is loaded for it",
  suggest: "each command's module may have it",
};

it("no name has two homes or two meanings", () => {
  const homes = new Map<string, Set<string>>();
  for (const { path, name } of exported) homes.set(name, (homes.get(name) ?? new Set()).add(path));
  const shared = [...homes].filter(([name, paths]) => paths.size > 1 && !Object.hasOwn(SHARED, name));
  expect(shared.map(([name, paths]) => [name, ...paths])).toEqual([]);
});

it("nothing is exported a second time from elsewhere", () => {
  expect(exported.filter(({ again }) => again)).toEqual([]);
});

it("names are of two words or more, but for a few that stand well alone", () => {
  const names = [...new Set(exported.map(({ name }) => name))];
  const single = names.filter((name) => !/[a-z0-9][A-Z]|_|[A-Z]{2,}[a-z]/.test(name));
  expect(names.length).toBeGreaterThan(400);
  expect(single.length / names.length).toBeLessThan(0.1);
});
