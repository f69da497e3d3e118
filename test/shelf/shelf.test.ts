/** The real shelf loads, and an invalid one is refused with file, pointer and message of every fault. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { createBot } from "../../src/desk/bot.ts";
import { englishMessages } from "../../src/language/en/messages.ts";
import { createLibrary } from "../../src/library/embedded-library.ts";
import { collectEvidence, evidenceWithPointers } from "../../src/shelf/evidence.ts";
import { ShelfError } from "../../src/shelf/faults.ts";
import { RECORD_KINDS, type RecordKind, recordRef } from "../../src/shelf/kinds.ts";
import { readShelf } from "../../src/shelf/shelf.ts";
import { keptLog, PROJECT, shelf } from "../desks.ts";
import { all, type Change, faultsOf, replacing, setting, shelfWith } from "../shelves.ts";

const ALIBABA = "data/pledges/alibaba-common-prosperity.json";
const FRAGMENT = "data/quotes/xi-effectively-addressed.json";
const THIRD = "data/terms/third-distribution.json";
const LEI = "data/people/lei-jun.json";
const VOA = "seeds/voa-common-prosperity";

describe("a shelf that holds", () => {
  it("is the real one, with every passage at its place", async () => {
    const { sources, records, spans, version } = await readShelf(PROJECT);
    expect([...sources.keys()]).toEqual(["supchina-tech-philanthropy", "voa-common-prosperity"]);
    expect(records.get("people/xi-jinping")).toMatchObject({ kind: "people", id: "xi-jinping" });
    const passages = [...records.values()].flatMap(collectEvidence);
    expect(passages.length).toBeGreaterThan(records.size);
    expect(passages.filter((passage) => !spans.get(passage))).toEqual([]);
    expect(version).toMatch(/^[0-9a-f]{12}$/);
  });

  it("has the same version wherever it stands, and another with any byte changed", async () => {
    const { version } = await readShelf(PROJECT);
    expect((await readShelf(shelfWith({}))).version).toBe(version);
    const spaced = shelfWith({ [LEI]: (text) => `${text} ` });
    expect((await readShelf(spaced)).version).not.toBe(version);
  });
});

describe("a shelf without a folder for some kind", () => {
  const without = async (...kinds: readonly RecordKind[]) => {
    const root = shelfWith({});
    for (const kind of kinds) rmSync(join(root, "data", kind), { recursive: true });
    return readShelf(root);
  };

  it("has none of that kind, and all of the others", async () => {
    const missing = RECORD_KINDS.filter((kind) => kind !== "people" && kind !== "organizations");
    const { records } = await without(...missing);
    const left = [...shelf.records.keys()].filter((ref) => /^(?:people|organizations)\//.test(ref));
    expect([...records.keys()]).toEqual(left);
  });

  it("may be one of sources alone, of which every command says that there is nothing", async () => {
    const bare = await without(...RECORD_KINDS);
    expect(bare.sources.size).toBe(shelf.sources.size);
    const bot = createBot(createLibrary(bare), commands, englishMessages, keptLog());
    for (const { name } of commands) {
      expect((await bot.answerLine(`/${name}`)).outcome, name).not.toBe("failure");
      expect((await bot.answerLine(`/${name} alibaba`)).outcome, name).not.toBe("failure");
    }
  });
});

it("reads a field by its former name", async () => {
  const { records } = await readShelf(shelfWith({ [LEI]: setting("/unlike", ["Lei Jin"]) }));
  expect(records.get("people/lei-jun")).toMatchObject({ notConfusedWith: ["Lei Jin"] });
  expect(records.get("people/lei-jun")).not.toHaveProperty("unlike");
});

describe("a fault names its file, the place in it and the passage", () => {
  it("one letter of one passage changed in a record", async () => {
    const root = shelfWith({ [LEI]: replacing("technological development", "technological developments") });
    expect((await faultsOf(root)).join("\n")).toMatchInlineSnapshot(
      `"data/people/lei-jun.json /roles/0/evidence/exact: this passage is not in seeds/voa-common-prosperity.txt: “Lei Jun, CEO of consumer electronics manufacturer Xiaomi, said that technological developments must be used to achieve social good and that tech companies should help build a good life for everyone.”; the source goes on from “omi, said that technological development” with “ must be used to achieve social good and”"`,
    );
  });

  it("one figure changed in a record", async () => {
    const root = shelfWith({ [ALIBABA]: replacing("committed $15.5 billion", "committed $15.6 billion") });
    expect((await faultsOf(root)).join("\n")).toMatchInlineSnapshot(`
      "data/pledges/alibaba-common-prosperity.json /accounts/0/passages/0/exact: this passage is not in seeds/supchina-tech-philanthropy.txt: “In light of these announcements, Alibaba committed $15.6 billion over the next several years toward initiatives, including technology innovation, economic development, high-quality job creation, and supporting vulnerable groups as a way to “spread wealth.””; the source goes on from “se announcements, Alibaba committed $15.” with “5 billion over the next several years to”
      data/pledges/alibaba-common-prosperity.json /accounts/0/amount/stated: “$15.5 billion” is given as the source's words and is not in the passage beside it"
    `);
  });

  it("one letter changed in a stored text", async () => {
    const root = shelfWith({ [`${VOA}.txt`]: replacing("Lei Jun, CEO", "Lei Jon, CEO") });
    expect((await faultsOf(root)).join("\n")).toMatchInlineSnapshot(`
      "seeds/voa-common-prosperity.json /sha256: seeds/voa-common-prosperity.txt has the hash ade99578df8a898430b3b6fcd14ef317e712357b28cc1e07c009ab4d2bc74bc7: the stored text is not the one that was recorded
      data/people/lei-jun.json /roles/0/evidence/exact: this passage is not in seeds/voa-common-prosperity.txt: “Lei Jun, CEO of consumer electronics manufacturer Xiaomi, said that technological development must be used to achieve social good and that tech companies should help build a good life for everyone.”
      data/organizations/xiaomi.json /roles/0/evidence/exact: this passage is not in seeds/voa-common-prosperity.txt: “Lei Jun, CEO of consumer electronics manufacturer Xiaomi, said that technological development must be used to achieve social good and that tech companies should help build a good life for everyone.”
      data/facts/lei-jun-on-social-good.json /passages/0/exact: this passage is not in seeds/voa-common-prosperity.txt: “Lei Jun, CEO of consumer electronics manufacturer Xiaomi, said that technological development must be used to achieve social good and that tech companies should help build a good life for everyone.”"
    `);
  });

  it("a passage that stands twice", async () => {
    const root = shelfWith({ [FRAGMENT]: all(setting("/passages/0/suffix", undefined)) });
    expect((await faultsOf(root)).join("\n")).toMatchInlineSnapshot(
      `"data/quotes/xi-effectively-addressed.json /passages/0/exact: this passage stands more than once; add prefix or suffix. seeds/supchina-tech-philanthropy.txt: “effectively addressed and resolved”"`,
    );
  });

  it("one letter changed in every record", async () => {
    const letter = /[a-z](?=[^a-z]*$)/i;
    const expected: string[] = [];
    const changes: Record<string, Change> = {};
    for (const record of shelf.records.values()) {
      const file = `data/${recordRef(record)}.json`;
      const [first] = evidenceWithPointers(record);
      if (!first) continue;
      const { exact, source } = first.evidence;
      const altered = exact.replace(letter, (old) => (old === "x" ? "z" : "x"));
      changes[file] = setting(`${first.pointer}/exact`, altered);
      expected.push(`${file} ${first.pointer}/exact: this passage is not in seeds/${source}.txt: “`);
    }
    const faults = await faultsOf(shelfWith(changes));
    expect(expected.length).toBeGreaterThan(90);
    expect(expected.filter((line) => !faults.some((fault) => fault.startsWith(line)))).toEqual([]);
  });
});

describe("a file that is not UTF-8", () => {
  it.each([
    ["a text", "seeds/voa-common-prosperity.txt"],
    ["a record", LEI],
  ])("%s is refused by its byte", async (_, file) => {
    const root = shelfWith({});
    const path = join(root, file);
    const stored = readFileSync(path);
    const at = stored.indexOf("Lei Jun");
    writeFileSync(path, Buffer.concat([stored.subarray(0, at), Buffer.from([0xe9]), stored.subarray(at)]));
    const faults = await faultsOf(root);
    const line = stored.subarray(0, at).toString().split("\n").length;
    expect(faults).toContain(
      `${file}: is not UTF-8: byte 0xE9 at offset ${at}, on line ${line}. Save it as UTF-8; its hash is then another`,
    );
    expect(faults.join("\n")).not.toContain("has the hash");
  });
});

describe("a character that cannot be seen is named where it differs", () => {
  it.each([
    ["in the passage", "social\u0007 good and that", /where the passage has U\+0007/],
    ["a line end in the passage", "social\n good and that", /where the passage has a line end/],
    ["a tab in the passage", "social\tgood and that", /where the passage has a tab/],
  ])("%s", async (_, made, fault) => {
    const root = shelfWith({
      "data/facts/lei-jun-on-social-good.json": replacing(
        "social good and that",
        JSON.stringify(made).slice(1, -1),
      ),
    });
    expect((await faultsOf(root)).join("\n")).toMatch(fault);
  });

  it("in the source", async () => {
    const root = shelfWith({
      "seeds/voa-common-prosperity.txt": replacing("social good and that", "social good\nand that"),
    });
    expect((await faultsOf(root)).join("\n")).toMatch(
      /achieve social good” with a line end and then “ ?and that .*where the passage has a space/,
    );
  });
});

describe("a fault is one line", () => {
  it("also where the source goes on with another paragraph", async () => {
    const root = shelfWith({ [LEI]: replacing("good life for everyone.", "good life for everyone!") });
    expect((await faultsOf(root)).filter((line) => line.includes("\n"))).toEqual([]);
  });

  it("and says of a prefix that does not fit that it is the prefix", async () => {
    const root = shelfWith({ [LEI]: setting("/roles/0/evidence/prefix", "Then ") });
    expect((await faultsOf(root)).join("\n")).toMatch(/prefix/);
  });
});

describe("all faults are listed", () => {
  it("of every file, sources first, in the order of the shelf", async () => {
    const root = shelfWith({
      [`${VOA}.json`]: setting("/publisher", ""),
      "data/facts/Bad Name.json": "{}",
      [ALIBABA]: all(setting("/donors/0", "taobao"), setting("/accounts/0/verb", "promised")),
      [THIRD]: "[",
    });
    const faults = await faultsOf(root);
    const files = new Set(faults.map((line) => /^[^:]*\.json/.exec(line)?.[0]));
    expect([...files].slice(0, 2)).toEqual(["data/facts/Bad Name.json", `${VOA}.json`]);
    expect(files).toContain(ALIBABA);
    expect(files).toContain(THIRD);
    expect(faults.filter((line) => line.startsWith(`${ALIBABA} `)).length).toBeGreaterThanOrEqual(2);
  });

  it("of a folder that is not a shelf", async () => {
    const root = shelfWith({});
    mkdirSync(join(root, "empty"));
    expect((await faultsOf(join(root, "empty"))).map((line) => line.split(" ")[0])).toEqual(["seeds/:"]);
  });

  it("in the error's message, a line for each", async () => {
    const root = shelfWith({ [ALIBABA]: all(setting("/donors/0", "a"), setting("/occasions/0", "terms/b")) });
    const error = await readShelf(root).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ShelfError);
    expect((error as ShelfError).message.split("\n")).toEqual(await faultsOf(root));
    expect((error as ShelfError).faults).toHaveLength(2);
  });
});
