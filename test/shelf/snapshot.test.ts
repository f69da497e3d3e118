/** A snapshot saves the verification, and one that does not match is ignored. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { collectEvidence } from "../../src/shelf/evidence.ts";
import { ShelfError } from "../../src/shelf/faults.ts";
import { parseShelf } from "../../src/shelf/parse.ts";
import { readShelf, type Shelf } from "../../src/shelf/shelf.ts";
import { hashCode } from "../../src/support/disk-cache.ts";
import { PROJECT } from "../desks.ts";
import { change, replacing, shelfWith, temporaryFolder } from "../shelves.ts";

vi.mock("../../src/shelf/parse.ts", { spy: true });
vi.mock("../../src/support/disk-cache.ts", { spy: true });
const checked = vi.mocked(parseShelf);

const LEI = "data/people/lei-jun.json";

/** Returns all that a shelf holds as plain values, with the range of each piece of evidence in order. */
const contentsOf = (shelf: Shelf) => ({
  ...shelf,
  spans: collectEvidence([...shelf.records.values()]).map((evidence) => shelf.spans.get(evidence)),
});

/** Returns the only file in a cache folder. */
function fileIn(cache: string): string {
  const names = readdirSync(cache);
  expect(names).toHaveLength(1);
  return join(cache, names[0]!);
}

/** Alters the body of a snapshot and updates its hash, as someone with write access to the folder could. */
function forge(file: string, alter: (body: string) => string): void {
  const text = readFileSync(file, "utf8");
  const end = text.indexOf("\n");
  const [key] = text.slice(0, end).split(" ");
  const body = alter(text.slice(end + 1));
  writeFileSync(file, `${key} ${createHash("sha256").update(body).update("\0").digest("hex")}\n${body}`);
}

describe("with a cache folder", () => {
  let cache: string;
  beforeEach(() => {
    cache = join(temporaryFolder(), "deep", "cache");
    checked.mockClear();
  });

  it("the second read gives the same shelf and checks nothing again", async () => {
    const first = await readShelf(PROJECT, cache);
    expect(checked).toHaveBeenCalledTimes(1);
    const second = await readShelf(PROJECT, cache);
    expect(checked).toHaveBeenCalledTimes(1);
    expect(contentsOf(second)).toStrictEqual(contentsOf(first));
    expect([...second.records.keys()]).toEqual([...first.records.keys()]);
    expect(contentsOf(second)).toStrictEqual(contentsOf(await readShelf(PROJECT)));
  });

  it("the file is its owner's alone, and no draft is left beside it", async () => {
    await readShelf(PROJECT, cache);
    expect(statSync(fileIn(cache)).mode & 0o777).toBe(0o600);
    expect(statSync(cache).mode & 0o777).toBe(0o700);
  });

  it("one byte changed on the shelf is seen", async () => {
    const root = shelfWith({});
    await readShelf(root, cache);
    change(root, { [LEI]: replacing('"en": "Lei Jun"', '"en": "Lei Jan"') });
    const { records } = await readShelf(root, cache);
    expect(checked).toHaveBeenCalledTimes(2);
    expect(records.get("people/lei-jun")?.label).toBe("Lei Jan");
    fileIn(cache);
  });

  it("the code changed by which it was checked is seen", async () => {
    await readShelf(PROJECT, cache);
    vi.mocked(hashCode).mockReturnValueOnce("of other code");
    await readShelf(PROJECT, cache);
    expect(checked).toHaveBeenCalledTimes(2);
  });

  it("a record that is new, and one that is gone, are seen", async () => {
    const root = shelfWith({});
    const first = await readShelf(root, cache);
    const lei = readFileSync(join(root, LEI), "utf8");
    change(root, { "data/people/jun-lei.json": lei });
    expect((await readShelf(root, cache)).records.size).toBe(first.records.size + 1);
    change(root, { "data/people/jun-lei.json": null });
    expect(contentsOf(await readShelf(root, cache))).toStrictEqual(contentsOf(first));
    expect(checked).toHaveBeenCalledTimes(3);
  });

  it("one letter of a passage changed on the shelf is refused, and accepted again when it is put back", async () => {
    const root = shelfWith({});
    const first = await readShelf(root, cache);
    change(root, { [LEI]: replacing("social good", "social food") });
    await expect(readShelf(root, cache)).rejects.toThrow(ShelfError);
    await expect(readShelf(root, cache)).rejects.toThrow(
      `${LEI} /roles/0/evidence/exact: this passage is not`,
    );
    change(root, { [LEI]: replacing("social food", "social good") });
    expect(contentsOf(await readShelf(root, cache))).toStrictEqual(contentsOf(first));
  });

  it("a file that no shelf has makes a shelf that does not hold, snapshot or not", async () => {
    const root = shelfWith({});
    await readShelf(root, cache);
    change(root, { "data/facts/Not An Id.json": "{}" });
    await expect(readShelf(root, cache)).rejects.toThrow("data/facts/Not An Id.json: expected a name");
  });

  it("two shelves have a snapshot each", async () => {
    const other = shelfWith({ [LEI]: replacing('"en": "Lei Jun"', '"en": "Lei Jan"') });
    await readShelf(PROJECT, cache);
    await readShelf(other, cache);
    expect(readdirSync(cache)).toHaveLength(2);
    expect((await readShelf(PROJECT, cache)).records.get("people/lei-jun")?.label).toBe("Lei Jun");
    expect((await readShelf(other, cache)).records.get("people/lei-jun")?.label).toBe("Lei Jan");
    expect(checked).toHaveBeenCalledTimes(2);
  });

  const damage: readonly (readonly [string, (file: string) => void])[] = [
    ["emptied", (file) => writeFileSync(file, "")],
    ["cut short", (file) => writeFileSync(file, readFileSync(file).subarray(0, -1))],
    ["cut to its first line", (file) => writeFileSync(file, readFileSync(file, "utf8").split("\n")[0]!)],
    [
      "altered by one byte",
      (file) => writeFileSync(file, replacing("$15.5 billion", "$16.5 billion")(readFileSync(file, "utf8"))),
    ],
    [
      "another shelf's, as its key says",
      (file) =>
        writeFileSync(
          file,
          readFileSync(file, "utf8").replace(/^./, (old) => (old === "0" ? "1" : "0")),
        ),
    ],
    [
      "altered in a passage, its hash made to fit",
      (file) => forge(file, replacing("social good", "social food")),
    ],
    [
      "altered in a source, its hash made to fit",
      (file) => forge(file, replacing("committed $15.5 billion over", "committed $16.5 billion over")),
    ],
    [
      "altered in where a passage stands, its hash made to fit",
      (file) =>
        forge(file, (body) => body.replace(/"starts":\[(\d+)/, (_, at) => `"starts":[${Number(at) + 1}`)),
    ],
    [
      "altered to lack where a passage stands, its hash made to fit",
      (file) => forge(file, (body) => body.replace(/"starts":\[\d+,/, '"starts":[')),
    ],
    [
      "altered to name a source that is not there",
      (file) => forge(file, replacing('"source":"voa-common-prosperity"', '"source":"voa"')),
    ],
    ["without its records, its hash made to fit", (file) => forge(file, (body) => body.split("\n")[0]!)],
    ["no JSON, its hash made to fit", (file) => forge(file, () => "{")],
  ];

  it.each(damage)("a snapshot that is %s is not believed, and is replaced", async (_, harm) => {
    const first = await readShelf(PROJECT, cache);
    const file = fileIn(cache);
    const whole = readFileSync(file, "utf8");
    harm(file);
    expect(readFileSync(file, "utf8")).not.toBe(whole);
    expect(contentsOf(await readShelf(PROJECT, cache))).toStrictEqual(contentsOf(first));
    expect(checked).toHaveBeenCalledTimes(2);
    expect(readFileSync(file, "utf8")).toBe(whole);
  });
});

it("a snapshot with any one byte altered is not believed", async () => {
  const cache = temporaryFolder();
  const first = await readShelf(PROJECT, cache);
  const whole = readFileSync(fileIn(cache));
  for (let turn = 0; turn < 25; turn++) {
    const altered = Buffer.from(whole);
    altered[Math.floor((turn / 25) * whole.length)]! ^= 1 + (turn % 255);
    writeFileSync(fileIn(cache), altered);
    checked.mockClear();
    expect((await readShelf(PROJECT, cache)).records).toEqual(first.records);
    expect(checked).toHaveBeenCalledTimes(1);
  }
});

describe("a cache folder that cannot be had", () => {
  it("costs nothing but the check", async () => {
    const file = join(temporaryFolder(), "file");
    writeFileSync(file, "");
    checked.mockClear();
    const plain = await readShelf(PROJECT);
    expect(contentsOf(await readShelf(PROJECT, join(file, "cache")))).toStrictEqual(contentsOf(plain));
    expect(contentsOf(await readShelf(PROJECT, file))).toStrictEqual(contentsOf(plain));
    expect(checked).toHaveBeenCalledTimes(3);
    expect(readFileSync(file, "utf8")).toBe("");
  });
});
