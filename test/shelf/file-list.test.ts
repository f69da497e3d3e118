/** Tests the list of a shelf's files that threads share. */
import { expect, it } from "vitest";
import { createFileList, openFileList, UNREAD } from "../../src/shelf/file-list.ts";
import { listFiles, readShelfFiles } from "../../src/shelf/files.ts";
import { PROJECT } from "../desks.ts";

it("finds every file by its name, and none that is not there", () => {
  const { found } = listFiles(PROJECT);
  const { shared } = createFileList(found);
  const list = openFileList(shared);
  expect(found.map((name) => list.indexOf(name))).toEqual(found.map((_, at) => at));
  for (const name of [
    "",
    "seeds/",
    "seeds/~.txt",
    "data/facts/a.json",
    "data/people/zz.json",
    "data/x/y.json",
  ])
    expect(list.indexOf(name), name).toBe(-1);
  const [from, to] = list.folder("data/quotes");
  expect(found.slice(from, to)).toEqual(found.filter((name) => name.startsWith("data/quotes/")));
});

it("has the hash that reading the shelf has", async () => {
  const files = await readShelfFiles(PROJECT);
  const list = createFileList(files.names);
  expect(list.digest(0)).toBe(UNREAD);
  for (const [at, name] of files.names.entries()) list.setDigest(at, files.states.get(name)!.digest);
  expect(list.hash()).toBe(files.hash);
});
