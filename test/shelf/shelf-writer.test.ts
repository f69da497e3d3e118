/** Records change together, whole or not at all, whenever the process that changes them ends. */
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { ChangedSinceError, type FileChange } from "../../src/shelf/shelf-store.ts";
import { recoverChanges, withShelfLock } from "../../src/shelf/shelf-writer.ts";
import { temporaryFolder } from "../shelves.ts";

const [ONE, TWO] = ["data/people/a.json", "data/quotes/b.json"] as const;
const changes: readonly FileChange[] = [
  { file: ONE, before: null, after: "one\n" },
  { file: TWO, before: "old\n", after: "new\n" },
];

/** No system has a process of this id. */
const ENDED = 999_999_999;

function shelfWith(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder();
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  }
  return root;
}

const contentOf = (root: string, file: string) =>
  existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8") : null;
const owner = (pid: number) => JSON.stringify({ pid, host: hostname() });

it("makes all changes, and leaves nothing beside the shelf", async () => {
  const root = shelfWith({ [TWO]: "old\n" });
  await withShelfLock(root, async (write) => write(changes));
  expect([contentOf(root, ONE), contentOf(root, TWO)]).toEqual(["one\n", "new\n"]);
  expect(readdirSync(root)).toEqual(["data"]);
});

it("makes none where a file is not as it was", async () => {
  const root = shelfWith({ [TWO]: "changed\n" });
  await expect(withShelfLock(root, async (write) => write(changes))).rejects.toThrow(ChangedSinceError);
  expect([contentOf(root, ONE), contentOf(root, TWO)]).toEqual([null, "changed\n"]);
  expect(readdirSync(root)).toEqual(["data"]);
});

it.each([
  "data/../x.json",
  "seeds/a.json",
  "data/people/../x.json",
  "/etc/x.json",
  "data/people/A.json",
  "data/topics.json",
])("“%s” is never written to", async (file) => {
  const root = shelfWith({});
  const change = { file, before: null, after: "x" };
  await expect(withShelfLock(root, async (write) => write([change]))).rejects.toThrow(/no file of a record/);
  expect(readdirSync(root, { recursive: true })).toEqual([]);
});

const journal = JSON.stringify(changes);
/** What stands beside the shelf and in it when a process ends, and what the next start makes of it. */
it.each<[string, Record<string, string>, Record<string, string>, readonly (string | null)[]]>([
  ["nothing written yet", {}, { [TWO]: "old\n" }, [null, "old\n"]],
  ["half a journal", { "changes.json.part": "[{" }, { [TWO]: "old\n" }, [null, "old\n"]],
  ["a whole journal", { "changes.json": journal }, { [TWO]: "old\n" }, ["one\n", "new\n"]],
  [
    "one of two files written",
    { "changes.json": journal, "1.part": "ne" },
    { [ONE]: "one\n", [TWO]: "old\n" },
    ["one\n", "new\n"],
  ],
  ["all written", { "changes.json": journal }, { [ONE]: "one\n", [TWO]: "new\n" }, ["one\n", "new\n"]],
  [
    "a file that somebody has changed since",
    { "changes.json": journal },
    { [ONE]: "one\n", [TWO]: "edited\n" },
    ["one\n", "edited\n"],
  ],
])("after an end with %s, the next start leaves it whole or undone", (_, staged, files, left) => {
  const root = shelfWith({ ...files, ".reviewing/owner.json": owner(ENDED) });
  for (const [name, content] of Object.entries(staged))
    writeFileSync(join(root, ".reviewing", name), content);
  recoverChanges(root);
  expect([contentOf(root, ONE), contentOf(root, TWO)]).toEqual(left);
  expect(readdirSync(root).filter((name) => name.startsWith("."))).toEqual([]);
});

it("an end before the owner was named is told by the time alone", () => {
  const root = shelfWith({ ".reviewing/changes.json": journal, [TWO]: "old\n" });
  recoverChanges(root);
  expect(contentOf(root, ONE)).toBeNull();
  utimesSync(join(root, ".reviewing"), new Date(0), new Date(0));
  recoverChanges(root);
  expect([contentOf(root, ONE), contentOf(root, TWO)]).toEqual(["one\n", "new\n"]);
});

it("what another process is writing stays as it is", () => {
  const root = shelfWith({
    ".reviewing/owner.json": owner(process.ppid),
    ".reviewing/changes.json": journal,
    [TWO]: "old\n",
  });
  recoverChanges(root);
  expect(contentOf(root, TWO)).toBe("old\n");
  expect(existsSync(join(root, ".reviewing"))).toBe(true);
});

it("one writes after the other", async () => {
  const root = shelfWith({});
  let inside = 0;
  let most = 0;
  const files = Array.from({ length: 8 }, (_, index) => `data/facts/f-${index}.json`);
  await Promise.all(
    files.map((file) =>
      withShelfLock(root, async (write) => {
        most = Math.max(most, ++inside);
        await Promise.resolve();
        await write([{ file, before: null, after: "x\n" }]);
        inside--;
      }),
    ),
  );
  expect(most).toBe(1);
  expect(files.every((file) => contentOf(root, file) === "x\n")).toBe(true);
});
