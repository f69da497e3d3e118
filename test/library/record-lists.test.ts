/** Tests what `find` lists against a plain scan of every record: what it narrows to, in which order, page by page. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FindOrder, FindQuery } from "../../src/library/library.ts";
import { compareRanges, createDateReader, rangesOverlap } from "../../src/library/record-dates.ts";
import { collectEvidence } from "../../src/shelf/evidence.ts";
import { RECORD_KINDS, type RecordRef, recordRef } from "../../src/shelf/kinds.ts";
import { donorRefs, moneyOf, occasionRefs } from "../../src/shelf/pledge-parts.ts";
import type { AnyRecord } from "../../src/shelf/records.ts";
import { referencesOf } from "../../src/shelf/references.ts";
import { library, shelf } from "../desks.ts";

const records = [...shelf.records.values()];
const readDates = createDateReader();
const rangesOf = (record: AnyRecord) => readDates(record)?.ranges ?? [];
const speakerOf = (record: AnyRecord) => ("speaker" in record ? record.speaker : undefined);
const weightOf = (record: AnyRecord): number =>
  records.filter((one) => referencesOf(one).includes(recordRef(record))).length;
const wordsOf = (record: AnyRecord, kind: string): number =>
  records.filter((one) => one.kind === kind && speakerOf(one) === recordRef(record)).length;
const changeOf = ({ review }: AnyRecord): string => review.reviewedOn ?? review.entered;

/** Tells whether a record is one that a query asks for. */
function fits(record: AnyRecord, query: FindQuery): boolean {
  const { kinds, concerning, speaker, source, days, appearing, sum } = query;
  const refs = concerning === undefined ? [] : [concerning].flat();
  const named = {
    donor: (one: AnyRecord) => one.kind === "pledges" && donorRefs(one).includes(recordRef(record)),
    occasion: (one: AnyRecord) => one.kind === "pledges" && occasionRefs(one).includes(recordRef(record)),
    speaker: (one: AnyRecord) => speakerOf(one) === recordRef(record),
  };
  const wanted = { first: days?.first ?? "", last: days?.last ?? "9999" };
  return (
    (kinds === undefined || kinds.includes(record.kind)) &&
    (refs.length === 0 || refs.some((ref) => referencesOf(record).includes(ref))) &&
    (speaker === undefined || speakerOf(record) === speaker) &&
    (source === undefined || collectEvidence(record).some((one) => one.source === source)) &&
    (days === undefined || rangesOf(record).some((range) => rangesOverlap(range, wanted))) &&
    (appearing === undefined || records.some(named[appearing])) &&
    (sum === undefined ||
      (record.kind === "pledges" &&
        record.accounts.some(({ amount }) => {
          const money = moneyOf(amount);
          return money?.value === sum.value && money.currency === sum.currency;
        })))
  );
}

const undated = (a: AnyRecord, b: AnyRecord): number =>
  Number(rangesOf(a).length === 0) - Number(rangesOf(b).length === 0);

const ORDERS: Readonly<Record<FindOrder, (a: AnyRecord, b: AnyRecord) => number>> = {
  references: (a, b) => weightOf(b) - weightOf(a),
  words: (a, b) => wordsOf(b, "quotes") - wordsOf(a, "quotes") || wordsOf(b, "facts") - wordsOf(a, "facts"),
  date: (a, b) => undated(a, b) || (rangesOf(a)[0] ? compareRanges(rangesOf(a)[0]!, rangesOf(b)[0]!) : 0),
  newest: (a, b) =>
    undated(a, b) || (rangesOf(a)[0] ? compareRanges(rangesOf(b).at(-1)!, rangesOf(a).at(-1)!) : 0),
  changed: (a, b) => (changeOf(a) < changeOf(b) ? 1 : changeOf(a) > changeOf(b) ? -1 : 0),
};

const ref = fc.constantFrom<RecordRef>(
  "people/xi-jinping",
  "organizations/alibaba",
  "terms/common-prosperity",
);
const query = fc.record(
  {
    kinds: fc.uniqueArray(fc.constantFrom(...RECORD_KINDS), { minLength: 1 }),
    concerning: fc.oneof(ref, fc.uniqueArray(ref, { minLength: 1 })),
    speaker: ref,
    source: fc.constantFrom(...shelf.sources.keys()),
    days: fc.constantFrom(
      {},
      { first: "2021-08-01" },
      { last: "2008-12-31" },
      { first: "1990-01-01", last: "2016-12-31" },
    ),
    appearing: fc.constantFrom("donor" as const, "occasion" as const, "speaker" as const),
    order: fc.constantFrom(...(Object.keys(ORDERS) as FindOrder[])),
  },
  { requiredKeys: [] },
);

describe("a list", () => {
  it("has what looking at every record finds, in its order, page by page, and counts all of it", async () => {
    await fc.assert(
      fc.asyncProperty(
        query,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 7 }),
        async (asked, from, most) => {
          const expected = records.filter((record) => fits(record, asked));
          if (asked.order) expected.sort(ORDERS[asked.order]);
          const { by, hits, total, counts } = await library.find({ ...asked, from, most });
          expect(by).toBe("list");
          expect(hits.map(recordRef)).toEqual(expected.slice(from - 1, from - 1 + most).map(recordRef));
          expect(total).toBe(expected.length);
          for (const kind of RECORD_KINDS)
            expect(counts[kind] ?? 0).toBe(expected.filter((record) => record.kind === kind).length);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("can be of the pledges that state a sum", async () => {
    for (const pledge of records)
      for (const { amount } of pledge.kind === "pledges" ? pledge.accounts : []) {
        const sum = moneyOf(amount);
        if (!sum) continue;
        const { hits } = await library.find({ sum });
        expect(hits.map(recordRef)).toEqual(records.filter((one) => fits(one, { sum })).map(recordRef));
      }
  });

  it("of words keeps the best first, and is narrowed as any other", async () => {
    const words = { words: "common prosperity", in: "text" } as const;
    const all = await library.find({ ...words, most: records.length });
    const some = await library.find({ ...words, kinds: ["quotes", "facts"], from: 2, most: 3 });
    const spoken = all.hits.filter(({ kind }) => kind === "quotes" || kind === "facts");
    expect(some.total).toBe(spoken.length);
    expect(some.hits.map(recordRef)).toEqual(spoken.slice(1, 4).map(recordRef));
  });
});

describe("a source", () => {
  const [id] = shelf.sources.keys();

  it("is listed with its passages in the order of its text, and those around an offset", async () => {
    const { hits, total } = await library.passages(id!, { most: 1_000 });
    expect(hits).toHaveLength(total);
    expect(hits.map(({ start }) => start)).toEqual(hits.map(({ start }) => start).sort((a, b) => a - b));
    const middle = hits[Math.floor(total / 2)]!;
    const around = await library.passages(id!, { near: middle.start, most: 6 });
    expect(around.hits).toContainEqual(middle);
    expect(around.hits).toHaveLength(6);
  });

  it("is found by what it is called, by who made it, and while somebody types", async () => {
    const ids = async (asked: Parameters<typeof library.findSources>[0]) => {
      const { by, hits } = await library.findSources(asked);
      return `${by}: ${hits.map((source) => source.id).join(", ")}`;
    };
    expect(await ids({ words: "voice of america" })).toBe("name: voa-common-prosperity");
    expect(await ids({ words: "voice of amerca" })).toBe("likeness: voa-common-prosperity");
    expect(await ids({ words: "nothing of the kind" })).toBe("near: ");
    expect(await ids({ makers: ["SupChina"] })).toBe("list: supchina-tech-philanthropy");
    expect(await ids({ typed: "voa" })).toBe("list: voa-common-prosperity");
    expect(await ids({ most: 1, from: 2 })).toBe("list: voa-common-prosperity");
    expect(await library.recordCounts([id!, "no-such-source"])).toEqual([
      (await library.find({ source: id! })).total,
      0,
    ]);
  });
});
