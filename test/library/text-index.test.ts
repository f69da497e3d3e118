/** One contract for the text index in this thread and in a worker thread, and tests of the worker's own behaviour. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createLibrary } from "../../src/library/embedded-library.ts";
import { createTextIndex, type TextIndex } from "../../src/library/text-index.ts";
import { createThreadedTextIndex, textIndexEntry } from "../../src/library/threaded-text-index.ts";
import { RECORD_KINDS, type RecordKind, type RecordRef } from "../../src/shelf/kinds.ts";
import type { LoadProgress } from "../../src/shelf/load-progress.ts";
import { shelf } from "../desks.ts";
import { temporaryFolder } from "../shelves.ts";

const { records } = shelf;
const here = createTextIndex({ records });
const program = (name: string) => new URL(`./threads/${name}.ts`, import.meta.url);

const QUESTIONS = [
  "donations to NGOs",
  "who came up with the three distributions",
  "技术革命",
  "共同富裕",
  "philantropy",
  "zebra",
  "the of",
  "?!",
  "",
];

describe.each<[string, TextIndex]>([
  ["in this thread", here],
  ["in a thread of its own", createThreadedTextIndex({ records })],
])("an index %s", (_, index) => {
  it("gives the records that hold every word, of the kinds that are asked for", async () => {
    const found = await index.holding("technological revolution", ["quotes"]);
    expect(found).toEqual(["quotes/xi-new-round"]);
    expect(await index.holding("technological revolution", ["people"])).toEqual([]);
    expect(await index.holding("technological zebra", RECORD_KINDS)).toEqual([]);
  });

  it.each(QUESTIONS)("gives the same for %j", async (words) => {
    expect(await index.ranked(words)).toEqual(await here.ranked(words));
    expect(await index.holding(words, RECORD_KINDS)).toEqual(await here.holding(words, RECORD_KINDS));
  });

  it("looks among some alone", async () => {
    const { hits } = await index.ranked("donations");
    const among = new Set<RecordRef>(hits.slice(2, 4).map(({ ref }) => ref));
    const narrowed = await index.ranked("donations", { among });
    expect(new Set(narrowed.hits.map(({ ref }) => ref))).toEqual(among);
  });

  it("gives the kinds that are wanted, and no more than are wanted, and says whether there was any", async () => {
    const { hits } = await index.ranked("donations");
    const facts = hits.filter(({ ref }) => ref.startsWith("facts/"));
    const kinds: readonly RecordKind[] = ["facts"];
    expect(await index.ranked("donations", { kinds })).toMatchObject({ hits: facts, any: true });
    expect((await index.ranked("donations", { kinds, most: 2 })).hits).toEqual(facts.slice(0, 2));
    expect((await index.ranked("donations", { most: 3 })).hits).toEqual(hits.slice(0, 3));
    expect(await index.ranked("collier", { kinds: ["events"] })).toMatchObject({ hits: [] });
    expect(await index.ranked("zebra")).toEqual({ hits: [], any: false, assumed: [] });
  });

  it("answers many at once, each its own", async () => {
    const answers = await Promise.all(QUESTIONS.map((words) => index.ranked(words)));
    for (const [at, words] of QUESTIONS.entries()) expect(answers[at]).toEqual(await here.ranked(words));
  });

  it("is not starting once it has answered", async () => {
    await index.ranked("donations");
    expect(index.starting()).toBe(false);
  });
});

describe("a thread", () => {
  it("is starting at first, and answers what was asked before it was ready", async () => {
    const told: LoadProgress[] = [];
    const index = createThreadedTextIndex({ records }, { report: (progress) => told.push(progress) });
    expect(index.starting()).toBe(true);
    expect(await index.ranked("donations")).toEqual(await here.ranked("donations"));
    expect(told.at(-1)).toEqual({ step: "indexing", done: records.size, of: records.size });
  });

  it("takes what was asked of it with it when it fails, and another is there for the next", async () => {
    const index = createThreadedTextIndex({ records }, { program: program("once") });
    expect((await index.ranked("donations")).any).toBe(true);
    const [failed, other] = await Promise.allSettled([index.ranked("fail now"), index.ranked("donations")]);
    expect(failed).toMatchObject({ status: "rejected", reason: { cause: { message: "it failed" } } });
    expect(other.status).toBe("rejected");
    expect(index.starting()).toBe(true);
    expect(await index.ranked("donations")).toEqual(await here.ranked("donations"));
    // A thread that has answered may fail again: the shelf is not the cause, so it is restarted every time.
    await expect(index.ranked("fail now")).rejects.toThrow("The full-text thread failed");
    expect((await index.ranked("donations")).any).toBe(true);
  });

  it("that fails twice before it answers is not started again, and each question says why", async () => {
    const index = createThreadedTextIndex({ records }, { program: program("failing") });
    for (let turn = 0; turn < 4; turn++)
      await expect(index.ranked("donations")).rejects.toMatchObject({ cause: { message: "it failed" } });
    expect(index.starting()).toBe(false);
  });

  it("that is not there at all rejects too", async () => {
    const index = createThreadedTextIndex({ records }, { program: program("none") });
    await expect(index.holding("donations", RECORD_KINDS)).rejects.toThrow("The full-text thread");
    await expect.poll(() => index.starting()).toBe(false);
    await expect(index.holding("donations", RECORD_KINDS)).rejects.toThrow("The full-text thread");
  });
});

describe("an index that is kept", () => {
  const kept = () => {
    const keeping = { cache: join(temporaryFolder(), "cache"), root: "/a/shelf" };
    return textIndexEntry(keeping, shelf.hash);
  };
  /** Answers one query. Returns 1,000 or more when the documents had to be read for it. */
  async function opened(entry: ReturnType<typeof kept>): Promise<number> {
    let handed = 0;
    const tell = () => {
      handed++;
    };
    const counted = new Map(records);
    counted.values = () => {
      handed += 1_000;
      return records.values();
    };
    const index = createThreadedTextIndex({ records: counted }, { entry, report: tell });
    expect(await index.ranked("donations")).toEqual(await here.ranked("donations"));
    return handed;
  }
  const isMade = (handed: number) => handed >= 1_000;

  it("is read instead of made, while the shelf and the code are the same", async () => {
    const entry = kept();
    expect(isMade(await opened(entry))).toBe(true);
    await expect.poll(() => existsSync(entry.file)).toBe(true);
    expect(isMade(await opened(entry))).toBe(false);
    expect(isMade(await opened({ ...entry, key: entry.key.replace(/^./, "x") }))).toBe(true);
  });

  it.each([
    ["cut short", (bytes: Buffer) => bytes.subarray(0, -1)],
    ["emptied", () => Buffer.alloc(0)],
    [
      "altered by one bit",
      (bytes: Buffer) => {
        const altered = Buffer.from(bytes);
        altered[Math.floor(altered.length / 2)]! ^= 1;
        return altered;
      },
    ],
  ])("is not believed when it is %s, and is made again", async (_, harm) => {
    const entry = kept();
    await opened(entry);
    await expect.poll(() => existsSync(entry.file)).toBe(true);
    const whole = readFileSync(entry.file);
    writeFileSync(entry.file, harm(whole));
    expect(isMade(await opened(entry))).toBe(true);
    await expect.poll(() => readFileSync(entry.file).equals(whole)).toBe(true);
  });

  it("that cannot be kept costs nothing but its making", async () => {
    const file = join(temporaryFolder(), "folder");
    mkdirSync(file);
    expect(isMade(await opened({ file, key: "any" }))).toBe(true);
  });
});

describe("a large shelf's library", () => {
  const large = { largeFrom: 1, eager: true } as const;

  it("says that it is starting, finds nothing yet, answers names at once, and is ready then", async () => {
    const library = createLibrary(shelf, large);
    expect(await library.state()).toBe("starting");
    const early = await library.search({ words: "donations" });
    expect(early).toEqual({ hits: [], named: [], assumed: [], ready: false });
    expect((await library.find({ words: "alibaba" })).by).toBe("name");
    const { hits } = await library.find({ words: "donations", in: "text" });
    expect(hits.length).toBeGreaterThan(0);
    expect(await library.state()).toBe("ready");
    const small = createLibrary(shelf);
    expect(await library.search({ words: "donations to NGOs", most: 5 })).toEqual(
      await small.search({ words: "donations to NGOs", most: 5 }),
    );
    expect(await small.state()).toBe("ready");
  });

  it("that is asked once is waited for", async () => {
    const library = createLibrary(shelf, { largeFrom: 1 });
    expect(await library.state()).toBe("ready");
    const { hits, ready } = await library.search({ words: "donations" });
    expect(ready).toBe(true);
    expect(hits.length).toBeGreaterThan(0);
  });
});
