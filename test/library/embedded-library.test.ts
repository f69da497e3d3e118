/** Tests the embedded library on the real shelf: what it finds, how, and in which order. */

import { describe, expect, it } from "vitest";
import type { FindQuery } from "../../src/library/library.ts";
import { contextOf, recordAt } from "../../src/library/lookups.ts";
import { RECORD_KINDS, type RecordKind, recordRef } from "../../src/shelf/kinds.ts";
import { library, shelf } from "../desks.ts";

const SUBJECTS: readonly RecordKind[] = ["terms", "events", "people", "organizations"];

/** Formats a result as one line: how it was found, then the ids. */
async function found(query: FindQuery): Promise<string> {
  const { by, hits } = await library.find(query);
  return `${by}: ${hits.map(({ id }) => id).join(", ")}`;
}

describe("get", () => {
  it("gives a record by its kind and id", async () => {
    expect(await recordAt("people", "lu-jun", library)).toMatchObject({
      kind: "people",
      id: "lu-jun",
      label: "Lu Jun",
    });
  });

  it.each([
    ["people", "alibaba"],
    ["people", "Lu Jun"],
    ["people", ""],
    ["terms", "__proto__"],
  ] as const)("gives nothing for %s/%s", async (kind, id) => {
    expect(await recordAt(kind, id, library)).toBeUndefined();
  });
});

describe("find by name", () => {
  it.each([
    ["alibaba", "name: alibaba"],
    ["Third-Distribution", "name: third-distribution"],
    ["weibo", "name: weibo"],
    ["jun", "words: lei-jun, lu-jun"],
    ["netizen", "likeness: netizens-on-weibo"],
    ["alibba", "likeness: alibaba"],
    ["li jun", "likeness: lei-jun, lu-jun"],
    ["zhang yiming", "name: "],
    ["shaanxi", "name: "],
    ["   ", "name: "],
  ])("%j by %s", async (words, expected) => {
    expect(await found({ words, kinds: SUBJECTS })).toBe(expected);
  });

  it("looks among all kinds where none is given", async () => {
    expect(await found({ words: "xi-new-round" })).toBe("name: xi-new-round");
  });
});

describe("find in the text", () => {
  const quotes = { in: "text", kinds: ["quotes"] } as const;

  it.each([
    ["NGOs women’s rights", "text: lu-independent-ngos"],
    ["technological revolution", "text: xi-new-round"],
    ["the technological revolutions", "text: xi-new-round"],
    ["zebra", "text: "],
    ["revolution zebra", "text: "],
    ["the of", "text: "],
    ["?!", "text: "],
  ])("%j gives %s", async (words, expected) => {
    expect(await found({ words, ...quotes })).toBe(expected);
  });

  it("finds by the Chinese name of what a record is about", async () => {
    const { hits } = await library.find({ words: "共同富裕", ...quotes });
    expect(hits.map(({ id }) => id)).toContain("xi-common-prosperity-means");
  });

  it("does not take a speaker's name for what was said", async () => {
    expect(await found({ words: "collier", ...quotes })).toBe("text: ");
  });

  it("keeps to the kinds that are asked for", async () => {
    const { hits } = await library.find({ words: "donations", in: "text", kinds: ["pledges", "facts"] });
    expect(new Set(hits.map(({ kind }) => kind))).toEqual(new Set(["pledges", "facts"]));
  });
});

describe("find without words", () => {
  it("lists the records of the kinds in the order of the shelf", async () => {
    const { by, hits } = await library.find({ kinds: ["people", "terms"] });
    expect(by).toBe("list");
    expect(hits).toEqual(
      [...shelf.records.values()].filter(({ kind }) => kind === "people" || kind === "terms"),
    );
    expect((await library.find({})).hits).toHaveLength(shelf.records.size);
    expect((await library.find({ words: "" })).hits).toHaveLength(shelf.records.size);
  });

  it.each([
    ["quotes", "people/lu-jun", "lu-independent-ngos", "wang-not-voluntary"],
    ["quotes", "terms/third-distribution", "lu-not-good-news-for-ngos", "lu-independent-ngos"],
    ["facts", "people/lei-jun", "lei-jun-on-social-good", "lu-jun-on-ngos-that-can-survive"],
    ["pledges", "events/zhengzhou-floods", "zhengzhou-floods-donations", "alibaba-common-prosperity"],
    ["pledges", "organizations/alibaba", "zhengzhou-floods-tech-giants", "zhengzhou-floods-donations"],
    ["pledges", "people/daniel-zhang", "alibaba-common-prosperity", "qihoo-360-common-prosperity"],
    ["people", "organizations/xiaomi", "lei-jun", "lu-jun"],
  ] as const)("%s that concern %s: among them %s, not %s", async (kind, concerning, one, other) => {
    const { by, hits } = await library.find({ kinds: [kind], concerning });
    expect(by).toBe("list");
    expect(hits.map(({ id }) => id)).toContain(one);
    expect(hits.map(({ id }) => id)).not.toContain(other);
  });

  it.each([
    [{ kinds: ["pledges"], concerning: "organizations/none" }, "list: "],
    [{ kinds: ["pledges"], source: "no-source" }, "list: "],
    [{ words: "alibba", kinds: SUBJECTS, source: "voa-common-prosperity" }, "likeness: alibaba"],
    [{ words: "bytedance", kinds: SUBJECTS, source: "voa-common-prosperity" }, "name: "],
  ] as const)("%j gives %s", async (query, expected) => {
    expect(await found(query)).toBe(expected);
  });

  it("parts the records by source", async () => {
    const one = (await library.find({ kinds: ["pledges"], source: "supchina-tech-philanthropy" })).hits;
    const other = (await library.find({ kinds: ["pledges"], source: "voa-common-prosperity" })).hits;
    expect(one.map(({ id }) => id)).toContain("zhengzhou-floods-donations");
    expect(other.map(({ id }) => id)).toContain("qihoo-360-common-prosperity");
    expect(one.filter((record) => other.includes(record)).map(({ id }) => id)).toContain(
      "alibaba-common-prosperity",
    );
    expect(one.map(({ id }) => id)).not.toContain("qihoo-360-common-prosperity");
  });
});

describe("suggest", () => {
  const values = async (typed: string, kinds: readonly RecordKind[]) =>
    (await library.suggest(typed, kinds)).map(({ value }) => value);

  it.each([
    ["ali", ["alibaba"]],
    ["jun", ["lei-jun", "lu-jun"]],
    ["alibba", ["alibaba"]],
    ["习", ["xi-jinping"]],
    ["lu jun", ["lu-jun"]],
    ["zzz", []],
  ])("%j", async (typed, expected) => {
    expect(await values(typed, ["people", "organizations"])).toEqual(expected);
  });

  it("gives a label to read and a value that finds the same record", async () => {
    for (const { label, value } of await library.suggest("", SUBJECTS)) {
      const { by, hits } = await library.find({ words: value, kinds: SUBJECTS });
      expect(by).toBe("name");
      expect(hits.map((record) => record.label)).toContain(label);
    }
  });

  it.each(["", "  "])("puts what most records speak of first, for %j", async (typed) => {
    const suggested = await values(typed, ["people"]);
    expect(suggested).toHaveLength(
      [...shelf.records.values()].filter(({ kind }) => kind === "people").length,
    );
    expect(suggested[0]).toBe("xi-jinping");
  });

  it("gives so many at most, the same as the first of all", async () => {
    for (const typed of ["", "a", "xi", "group"]) {
      const all = await library.suggest(typed, SUBJECTS);
      expect(await library.suggest(typed, SUBJECTS, 3)).toEqual(all.slice(0, 3));
    }
    expect(await library.suggest("", RECORD_KINDS)).toHaveLength(Math.min(100, shelf.records.size));
  });

  it("puts first what most records speak of, and of equals what is first on the shelf", async () => {
    const every = [...shelf.records.values()].filter(({ kind }) => SUBJECTS.includes(kind));
    const weights = new Map<string, number>();
    for (const record of every)
      weights.set(recordRef(record), (await library.find({ concerning: recordRef(record) })).hits.length);
    const expected = every
      .sort((a, b) => weights.get(recordRef(b))! - weights.get(recordRef(a))!)
      .map(({ kind, id, label }) => ({ label, value: id, kind }));
    expect(await library.suggest("", SUBJECTS, every.length)).toEqual(expected);
  });

  it("puts the same name before one that only begins with it", async () => {
    expect((await values("weibo", ["organizations"]))[0]).toBe("weibo");
  });
});

describe("context", () => {
  it("gives the slice of the source and what surrounds it in its paragraph", async () => {
    const quote = (await recordAt("quotes", "xi-common-prosperity-means", library))!;
    const { source, text, start, end, before, after } = await contextOf(quote.passages[1]!, library);
    const stored = shelf.sources.get("voa-common-prosperity")!.text;
    expect(source).not.toHaveProperty("text");
    expect(source.id).toBe("voa-common-prosperity");
    expect(text).toBe(stored.slice(start, end));
    expect(stored.slice(start - before.length, end + after.length)).toBe(before + text + after);
    expect({ before, text, after }).toMatchInlineSnapshot(`
      {
        "after": "”",
        "before": "“Common prosperity means prosperity for all, not just a few people,” Xi said, according to a meeting note published by China’s state-run Xinhua News Agency. “",
        "text": "We can allow some to get rich first, but we must then launch a scientific public policy to make sure every citizen can have their fair share.",
      }
    `);
  });

  it("gives the stored spaces where the record has plain ones", async () => {
    const pledge = (await recordAt("pledges", "zhengzhou-floods-donations", library))!;
    const [passage] = pledge.accounts[0]!.passages;
    const { text } = await contextOf(passage!, library);
    expect(passage!.exact).not.toContain("\u00a0");
    expect(text).toContain("\u00a0");
    expect(text.replaceAll("\u00a0", " ")).toBe(passage!.exact);
  });

  it("has nothing after the last words of a source", async () => {
    const quote = (await recordAt("quotes", "lu-independent-ngos", library))!;
    const { before, after } = await contextOf(quote.passages[0]!, library);
    expect([before, after]).toEqual(["“", "”"]);
  });

  it("knows only evidence of its own shelf", async () => {
    const quote = (await recordAt("quotes", "lu-independent-ngos", library))!;
    const [passage] = quote.passages;
    expect(await contextOf({ ...passage! }, library)).toEqual(await contextOf(passage!, library));
    for (const other of [{ exact: "Nobody said this." }, { source: "no-such-source" }])
      await expect(contextOf({ ...passage!, ...other }, library)).rejects.toThrow(
        "No such evidence on this shelf",
      );
  });
});

describe("about", () => {
  it("counts the records of every kind, and says up to which day the sources go", async () => {
    const { version, sources, counts, upTo, lastChange } = await library.about();
    expect(version).toBe(shelf.version);
    expect(sources).toBe(shelf.sources.size);
    const every = [...shelf.records.keys()];
    for (const kind of RECORD_KINDS)
      expect(counts[kind]).toBe(every.filter((ref) => ref.startsWith(`${kind}/`)).length);
    expect(upTo).toBe("2021-11-23");
    expect(lastChange).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it("keeps each record under its own kind and id", () => {
    for (const [ref, record] of shelf.records) expect(recordRef(record)).toBe(ref);
  });
});
