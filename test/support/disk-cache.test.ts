/** A cache folder that several processes share: what is read is whole, and drafts have names of their own. */
import { readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { cacheEntry, readCache, writeCache } from "../../src/support/disk-cache.ts";
import { temporaryFolder } from "../shelves.ts";

it("reads what was written last, and nothing of another key", () => {
  const location = { cache: temporaryFolder(), root: "/shelf" };
  const entry = cacheEntry("made", location, "a");
  expect(readCache(entry)).toBeUndefined();
  writeCache(entry, Buffer.from("first"));
  writeCache(entry, Buffer.from("second"));
  expect(readCache(entry)?.toString()).toBe("second");
  expect(readCache(cacheEntry("made", location, "b"))).toBeUndefined();
});

it("leaves another process’s draft alone, also one of the same number, and removes it once it is abandoned", () => {
  const cache = temporaryFolder();
  const entry = cacheEntry("made", { cache, root: "/shelf" }, "a");
  const [theirs, abandoned, other] = [
    `${entry.file}.${process.pid}`,
    `${entry.file}.old`,
    join(cache, "other"),
  ];
  for (const file of [theirs, abandoned, other]) writeFileSync(file, "half");
  const longAgo = new Date(Date.now() - 2 * 3_600_000);
  for (const file of [abandoned, other]) utimesSync(file, longAgo, longAgo);
  writeCache(entry, Buffer.from("whole"));
  expect(readCache(entry)?.toString()).toBe("whole");
  expect(
    readdirSync(cache)
      .map((name) => join(cache, name))
      .sort(),
  ).toEqual([entry.file, theirs, other].sort());
});
