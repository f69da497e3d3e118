/** Tests a source whose lines were wrapped at a width: its passages run over line ends, and it keeps its paragraphs. */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createLibrary } from "../../src/library/embedded-library.ts";
import { contextOf, recordAt } from "../../src/library/lookups.ts";
import { readShelf } from "../../src/shelf/shelf.ts";
import { change, faultsOf, setting, shelfWith, temporaryFolder } from "../shelves.ts";

const SEED = "seeds/voa-common-prosperity";

/** Wraps each line of a text at a width. */
const wrapped = (text: string, width = 72): string =>
  text.replace(new RegExp(`(.{1,${width}})(?: +|$)`, "gm"), "$1\n").replace(/\n\n(?!\n)(?=\S)/g, "\n\n");

describe("a hard-wrapped source", async () => {
  const root = shelfWith({ [`${SEED}.txt`]: (text) => wrapped(text.replaceAll("\u00a0", " ")) });
  const sha256 = createHash("sha256")
    .update(readFileSync(join(root, `${SEED}.txt`)))
    .digest("hex");
  change(root, { [`${SEED}.json`]: setting("/sha256", sha256) });

  it("holds its passages over line ends", async () => {
    expect(await faultsOf(root)).toEqual([]);
  });

  it("keeps its paragraphs, and is read from the cache as it is", async () => {
    const cache = temporaryFolder();
    const shelf = await readShelf(root, cache);
    const library = createLibrary(shelf);
    const fact = (await recordAt("facts", "lei-jun-on-social-good", library))!;
    const { text, before, after } = await contextOf(fact.passages[0]!, library);
    expect(text).toContain("\n");
    expect(text.replaceAll("\n", " ")).toBe(fact.passages[0]!.exact);
    expect([before.trim(), after.trim()]).toEqual(["", ""]);
    expect((await readShelf(root, cache)).records).toEqual(shelf.records);
  });
});
