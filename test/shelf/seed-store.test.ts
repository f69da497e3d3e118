/** A text and its card appear on the shelf together, whenever the process that stores them ends. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { recoverSources, removeSeed, storeSource } from "../../src/shelf/seed-store.ts";
import { temporaryFolder } from "../shelves.ts";

/** The folder of a process that has ended: no system has one of this id. */
const ENDED = ".adding-999999999";

const source = { id: "flood-walls", text: "a\n", card: "{}\n" };
const seedsOf = (root: string): string[] => readdirSync(join(root, "seeds")).sort();

it("a source is stored, and nothing is left beside the shelf", () => {
  const root = temporaryFolder();
  storeSource(root, source);
  expect(seedsOf(root)).toEqual(["flood-walls.json", "flood-walls.txt"]);
  expect(readdirSync(root)).toEqual(["seeds"]);
  expect(readFileSync(join(root, "seeds/flood-walls.txt"), "utf8")).toBe("a\n");
});

it.each(["../x", "a/b", "A", "a b", "", "a.txt", "-a", "a\u202e", "con\0"])(
  "“%s” never becomes a path",
  (id) => {
    const root = temporaryFolder();
    expect(() => storeSource(root, { ...source, id })).toThrow(/is no id of a source/);
    expect(() => removeSeed(root, id)).toThrow(/is no id of a source/);
    expect(readdirSync(root)).toEqual([]);
  },
);

it("a source that is there is never written over", () => {
  const root = temporaryFolder();
  storeSource(root, source);
  expect(() => storeSource(root, { ...source, text: "b\n" })).toThrow("seeds/flood-walls is there already");
  expect(readFileSync(join(root, "seeds/flood-walls.txt"), "utf8")).toBe("a\n");
});

/** What can stand beside the shelf and in it when a process ends, and which sources the next start makes of it. */
it.each([
  ["half a text", { "a.txt": "x" }, {}, []],
  ["a text and half a card", { "a.txt": "x\n", "a.json.part": "{" }, {}, []],
  ["both whole", { "a.txt": "x\n", "a.json": "{}\n" }, {}, ["a.json", "a.txt"]],
  ["the card, and the text moved already", { "a.json": "{}\n" }, { "a.txt": "x\n" }, ["a.json", "a.txt"]],
  ["nothing", {}, { "a.json": "{}\n", "a.txt": "x\n" }, ["a.json", "a.txt"]],
] as const)("after an end with %s, the next start leaves whole sources", (_, staged, moved, left) => {
  const root = temporaryFolder();
  for (const [folder, files] of [
    [ENDED, staged],
    ["seeds", moved],
  ] as const) {
    mkdirSync(join(root, folder));
    for (const [name, content] of Object.entries(files)) writeFileSync(join(root, folder, name), content);
  }
  recoverSources(root);
  expect(seedsOf(root)).toEqual([...left]);
  expect(existsSync(join(root, ENDED))).toBe(false);
});

it("a source is taken away with both its files", () => {
  const root = temporaryFolder();
  storeSource(root, source);
  removeSeed(root, source.id);
  expect(seedsOf(root)).toEqual([]);
});

it("what another process is preparing stays as it is", () => {
  const root = temporaryFolder();
  const other = join(root, `.adding-${process.ppid}`);
  mkdirSync(other);
  writeFileSync(join(other, "a.txt"), "half");
  recoverSources(root);
  expect(readdirSync(other)).toEqual(["a.txt"]);
});
