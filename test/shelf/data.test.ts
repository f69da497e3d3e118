/** Checks every record of the real shelf, and that the records cover what the two sources say. */

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { noteText } from "../../src/desk/notes.ts";
import { recordAt } from "../../src/library/lookups.ts";
import {
  containsFolded,
  createFoldedText,
  evidenceWithPointers,
  locateEvidence,
} from "../../src/shelf/evidence.ts";
import { foldName, foldText } from "../../src/shelf/fold.ts";
import {
  RECORD_KINDS,
  type RecordKind,
  type RecordRef,
  recordNames,
  recordRef,
} from "../../src/shelf/kinds.ts";
import type { AnyRecord, StatedDate } from "../../src/shelf/records.ts";
import { labelsByLanguage } from "../../src/shelf/translations.ts";
import { library, PROJECT, shelf } from "../desks.ts";

const SUPCHINA = "supchina-tech-philanthropy";
const VOA = "voa-common-prosperity";
const records = [...shelf.records.values()];
const rows = records.map((record) => [recordRef(record), record] as const);
const namesOf = (record: AnyRecord) => [record.id, ...recordNames(record)];
const passagesOf = (record: AnyRecord) => evidenceWithPointers(record).map(({ evidence }) => evidence);
const recordOf = async <K extends RecordKind>(kind: K, id: string) => {
  const record = await recordAt(kind, id, library);
  if (!record) throw new Error(`no ${kind}/${id}`);
  return record;
};

describe("every record", () => {
  it("has passages that are their source's own text, at one place", () => {
    for (const evidence of records.flatMap(passagesOf)) {
      const { start, end } = shelf.spans.get(evidence)!;
      const { text } = shelf.sources.get(evidence.source)!;
      expect(foldText(text.slice(start, end))).toBe(foldText(evidence.exact));
      expect(end - start).toBe(evidence.exact.length);
    }
  });

  it.each(rows)("%s is reached by its id, its label and each of its aliases", async (_, record) => {
    for (const words of namesOf(record)) {
      const { by, hits } = await library.find({ words, kinds: [record.kind] });
      expect([words, by, hits]).toEqual([words, "name", [record]]);
    }
  });

  it("stands in the folder of its kind, in a file named by its id", () => {
    const files = RECORD_KINDS.flatMap((kind) =>
      readdirSync(join(PROJECT, "data", kind)).map((name) => `${kind}/${name}`),
    );
    expect(files.sort()).toEqual(records.map((record) => `${recordRef(record)}.json`).sort());
  });

  it("shares no name with another of its kind", () => {
    const holders = new Map<string, Set<string>>();
    for (const record of records)
      for (const name of namesOf(record).map(foldName)) {
        const key = `${record.kind}: ${name.replaceAll(" ", "")}`;
        holders.set(key, (holders.get(key) ?? new Set()).add(record.id));
      }
    expect([...holders].filter(([, ids]) => ids.size > 1).map(([name, ids]) => [name, ...ids])).toEqual([]);
  });

  it("has each alias once, and not its label again, in whatever language", () => {
    const again = records.filter(({ label, aliases, translations }) => {
      const labels = new Set([label, ...Object.values(labelsByLanguage({ translations }))].map(foldName));
      return new Set([...labels, ...aliases.map(foldName)]).size < labels.size + aliases.length;
    });
    expect(again.map(recordRef)).toEqual([]);
  });

  it("says when it was entered, and who has reviewed it or that no person has", () => {
    for (const { id, review } of records) {
      expect(Object.keys(review).sort(), id).toEqual(["entered", "reviewedBy", "reviewedOn"]);
      expect(review.reviewedOn === null || review.reviewedOn >= review.entered, id).toBe(true);
    }
  });

  it("has no figure in its label that its passages lack", () => {
    const lacking = records.flatMap((record) => {
      const text = passagesOf(record)
        .map(({ exact }) => exact)
        .join(" ");
      return (record.label.match(/\d+/g) ?? [])
        .filter((figure) => !text.includes(figure))
        .map(() => record.label);
    });
    expect(lacking).toEqual([]);
  });
});

describe("every sum", () => {
  const amounts = records.flatMap((record) =>
    record.kind === "pledges"
      ? record.accounts.map(({ amount }) => [recordRef(record), amount] as const)
      : [],
  );
  const SCALE: Readonly<Record<string, number>> = { million: 1e6, billion: 1e9 };

  it.each(amounts)("of %s is the number that its words say", (_, amount) => {
    if (amount.status !== "stated") {
      expect(amount).not.toHaveProperty("value");
      return;
    }
    const [, digits = "", scale = ""] = /\$([\d.]+) (million|billion)/.exec(amount.stated) ?? [];
    expect(amount.value).toBeCloseTo(Number(digits) * SCALE[scale]!, 0);
    expect(amount.currency).toBe("USD");
    if (amount.qualifier !== undefined) expect(containsFolded(amount.qualifier, amount.stated)).toBe(true);
    else expect(amount.stated).toMatch(/^\$/);
  });
});

describe("every date that has a year", () => {
  const dated = records.flatMap((record) => {
    const whens: (StatedDate | undefined)[] =
      record.kind === "pledges"
        ? record.accounts.map(({ when }) => when)
        : [record.kind === "quotes" ? record.said : "when" in record ? record.when : undefined];
    return whens.flatMap((when) => (when?.date ? [[recordRef(record), when] as const] : []));
  });

  it.each(dated)("of %s has it from the source's words, or says that it is inferred", (_, when) => {
    const isSaid = [when.date, when.to].every(
      (date) => date === undefined || when.stated.includes(date.slice(0, 4)),
    );
    expect(isSaid || when.inferred).toEqual(isSaid || expect.stringMatching(/2021|2016/));
  });
});

/** Returns the matches of a pattern in a source, each with the records whose passages contain it. */
function standingOn(source: string, pattern: RegExp): { text: string; on: RecordRef[] }[] {
  const { text } = shelf.sources.get(source)!;
  return [...text.matchAll(pattern)].map((match) => {
    const [start, end] = match.indices![1]!;
    const on = records.filter((record) =>
      passagesOf(record).some((evidence) => {
        const span = shelf.spans.get(evidence)!;
        return evidence.source === source && span.start <= start && span.end >= end;
      }),
    );
    return { text: text.slice(start, end), on: on.map(recordRef) };
  });
}

describe.each([SUPCHINA, VOA])("%s is recorded whole:", (source) => {
  it("every sum of money", () => {
    const sums = standingOn(source, /(\$[\d.]+ (?:million|billion))/dg);
    expect(sums.length).toBe(shelf.sources.get(source)!.text.split("$").length - 1);
    expect(sums.filter(({ on }) => on.length === 0)).toEqual([]);
  });

  it("every text in quotation marks, once where it is printed twice", () => {
    const quoted = standingOn(source, /“([^“”]*?)[,.]?”/dg);
    expect(quoted.length).toBe(shelf.sources.get(source)!.text.split("“").length - 1);
    const missed = quoted.filter(({ on }) => on.length === 0).map(({ text }) => text);
    const recorded = quoted.filter(({ on }) => on.length > 0).map(({ text }) => text);
    expect(missed.filter((text) => !recorded.includes(text))).toEqual([]);
  });
});

describe("what is printed twice", () => {
  it.each(["xi-new-round", "xi-effectively-addressed"])("is one record: %s", async (id) => {
    const { source, exact } = (await recordOf("quotes", id)).passages[0]!;
    const { text } = shelf.sources.get(source)!;
    expect(locateEvidence({ source, exact }, createFoldedText(text))).toEqual({ fault: "ambiguous" });
    const same = records.filter((other) => other.kind === "quotes" && other.passages[0]!.exact === exact);
    expect(same.map((other) => other.id)).toEqual([id]);
  });
});

describe("commitments", () => {
  it.each([
    ["alibaba-common-prosperity", ["$15.5 billion", "$15 billion"]],
    ["zhengzhou-floods-tech-giants", ["a total of $154 million"]],
    ["zhengzhou-floods-donations", ["nearly $300 million"]],
    ["shanxi-floods-tech-companies", ["more than $46 million"]],
    ["qihoo-360-common-prosperity", ["undisclosed"]],
    ["tencent-social-initiatives", ["unstated"]],
    ["tencent-pinduoduo-meituan-before-conference", ["unstated"]],
  ])("%s has the accounts %j", async (id, amounts) => {
    const { accounts } = await recordOf("pledges", id);
    expect(
      accounts.map(({ amount }) => (amount.status === "stated" ? amount.stated : amount.status)),
    ).toEqual(amounts);
  });

  it("of Alibaba are told by each source, one of them by Daniel Zhang", async () => {
    const { accounts } = await recordOf("pledges", "alibaba-common-prosperity");
    expect(accounts.map(({ verb, period, claim }) => [verb, period, claim])).toEqual([
      ["committed", "over the next several years", undefined],
      ["donation of", "over the next five years", "people/daniel-zhang"],
    ]);
    expect(accounts.map(({ passages }) => passages[0]!.source)).toEqual([SUPCHINA, VOA]);
  });

  it("for Zhengzhou are four companies' together, in a passage whose names run together", async () => {
    const { donors, joint, accounts } = await recordOf("pledges", "zhengzhou-floods-tech-giants");
    expect([donors, joint]).toEqual([["alibaba", "tencent", "bytedance", "meituan"], true]);
    expect(accounts[0]!.passages[0]!.note).toContain("run together");
  });
});

describe("quotations", () => {
  it.each([
    [
      "people/xi-jinping",
      "common-prosperity-means, dividing-the-cake-well, effectively-addressed, new-round",
    ],
    ["people/zhou-hongyi", "our-success"],
    ["people/andrew-collier", "ad-hoc-campaigns"],
    ["people/lu-jun", "independent-ngos, not-good-news-for-ngos, target-of-the-initiative"],
    ["people/wang-hsin-hsien", "not-charity-as-in-the-west, not-voluntary"],
    ["organizations/china-daily", "illegal-ngos, sweeping-campaign"],
    ["organizations/netizens-on-weibo", "political-awareness"],
  ] as const)("of %s: %s", async (speaker, ids) => {
    const { hits } = await library.find({ kinds: ["quotes"], concerning: speaker });
    const own = hits.filter((hit) => hit.kind === "quotes" && hit.speaker === speaker);
    const first = /^(xi|zhou|collier|lu|wang|china-daily|netizens)-/;
    expect(own.map(({ id }) => id.replace(first, ""))).toEqual(expect.arrayContaining(ids.split(", ")));
  });

  it.each(["people/lei-jun", "people/daniel-zhang"] as const)("there are none of %s", async (speaker) => {
    expect((await library.find({ kinds: ["quotes"], concerning: speaker })).hits).toEqual([]);
    const reported = (await library.find({ kinds: ["facts"], concerning: speaker })).hits;
    expect(reported.some((hit) => hit.kind === "facts" && hit.speaker === speaker)).toBe(true);
  });

  it("broken by their attribution are one", async () => {
    const { passages, said, speakerInferred } = await recordOf("quotes", "xi-common-prosperity-means");
    expect(passages.map(({ exact }) => exact.split(" ").slice(0, 2).join(" "))).toEqual([
      "Common prosperity",
      "We can",
    ]);
    expect([said?.date, speakerInferred]).toEqual(["2021-08-17", undefined]);
    expect(said?.inferred).toBeDefined();
  });

  it.each(["xi-effectively-addressed", "netizens-political-awareness", "china-daily-illegal-ngos"])(
    "%s is a fragment, shown within its sentence",
    async (id) => {
      expect((await recordOf("quotes", id)).within).toBeDefined();
    },
  );

  it.each([
    "lu-independent-ngos",
    "lu-not-good-news-for-ngos",
    "wang-not-voluntary",
    "wang-not-charity-as-in-the-west",
    "collier-ad-hoc-campaigns",
    "xi-effectively-addressed",
  ])("%s has its speaker inferred", async (id) => {
    expect((await recordOf("quotes", id)).speakerInferred).toBeDefined();
  });

  it("of “last month” stay without a date", async () => {
    expect((await recordOf("quotes", "china-daily-sweeping-campaign")).said?.date).toBeUndefined();
  });

  it.each([
    ["spread-wealth", "spread wealth"],
    ["return-more-to-society", "return more to society"],
  ])("are not made of words that nobody is named for: %s", async (id, words) => {
    expect((await recordOf("facts", id)).speaker).toBeUndefined();
    const quoted = records.filter(({ kind }) => kind === "quotes").flatMap(passagesOf);
    expect(quoted.filter(({ exact }) => containsFolded(words, exact))).toEqual([]);
  });
});

describe("terms", () => {
  it.each([
    ["common-prosperity", [SUPCHINA, VOA]],
    ["first-distribution", [VOA]],
    ["second-distribution", [VOA]],
    ["third-distribution", [VOA]],
    ["three-distributions", [VOA]],
    ["political-awareness", [SUPCHINA]],
    ["dividing-the-cake-well", [SUPCHINA]],
  ])("%s is defined by %j", async (id, sources) => {
    const { definitions } = await recordOf("terms", id);
    const defining = definitions.flatMap(({ passages }) => passages).map(({ source }) => source);
    expect(defining).toEqual(expect.arrayContaining(sources));
  });

  it("illegal NGOs is used by China Daily, and what it says is no definition", async () => {
    const { definitions, uses } = await recordOf("terms", "illegal-ngos");
    expect(definitions.filter(({ by }) => by === "organizations/china-daily")).toEqual([]);
    expect(uses).toContain("quotes/china-daily-illegal-ngos");
  });
});

describe("what a record does not take over from the sentence around it", () => {
  it("is VOA's word for common prosperity, which is not Xi's", async () => {
    const { passages, speakerInferred } = await recordOf("facts", "xi-poverty-eliminated");
    expect(passages.map(({ exact }) => exact)).toEqual(["when he declared China had eliminated poverty"]);
    expect(speakerInferred).toBeDefined();
  });

  it("is a name for those whom the source calls “some”", async () => {
    const { label, speaker, speakerStated } = await recordOf("facts", "doubts-about-the-companies-motives");
    expect([speaker, speakerStated]).toEqual([undefined, "some"]);
    expect(label).toContain("some wonder");
  });

  it("is an occasion that only another source names", async () => {
    const pledge = await recordOf("pledges", "alibaba-common-prosperity");
    expect(pledge.occasions).toEqual(["terms/common-prosperity"]);
    expect(pledge.accounts.map(({ occasions }) => occasions)).toEqual([
      undefined,
      ["events/world-internet-conference"],
    ]);
  });

  it("is a part of the three distributions, introduced as one concept", async () => {
    const { about, notes } = await recordOf("events", "three-distributions-introduced");
    for (const id of ["three", "first", "second", "third"])
      expect(about).toContain(`terms/${id}-distribution${id === "three" ? "s" : ""}`);
    expect(notes.map(noteText).join()).toContain("of the three distributions together");
  });
});

describe("what the sources leave doubtful", () => {
  it.each([
    ["facts", "rise-in-giving-after-sichuan-earthquake", /36-fold/],
    ["pledges", "zhengzhou-floods-tech-giants", /One sum for the four together; no shares stated/],
    ["pledges", "alibaba-common-prosperity", /One pledge by our reading/],
    ["pledges", "tencent-social-initiatives", /none is worked out here from “double”/],
    ["quotes", "china-daily-sweeping-campaign", /“Last month”.*unresolved/],
    ["quotes", "netizens-political-awareness", /“meaning” are theirs or the author’s is open/],
    ["facts", "netizens-on-the-companies-moves", /“meaning” are theirs or the author’s is open/],
    ["facts", "doubts-about-the-companies-motives", /“some wonder”/],
  ] as const)("is said in %s/%s", async (kind, id, words) => {
    expect((await recordOf(kind, id)).notes.map(noteText).join("\n")).toMatch(words);
  });

  it("is said of the sources: a title from a copy, a year and a publisher that are inferred, an author not known", () => {
    const { title, authors, publisherInferred, published, address } = shelf.sources.get(VOA)!;
    expect([title.basis, authors, published.date, address]).toEqual(["copy", null, "2021", null]);
    expect([published.inferred, publisherInferred]).toEqual([
      expect.stringContaining("verbatim copy"),
      expect.stringContaining("“told VOA Mandarin”"),
    ]);
    expect(shelf.sources.get(SUPCHINA)).toMatchObject({
      authors: ["Daniel Tam-Claiborne"],
      published: { date: "2021-11-23" },
      address: null,
      accessed: null,
      republication: { publisher: "All China Review", published: { date: null } },
    });
  });
});
