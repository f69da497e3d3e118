/** Tests on the real shelf which records a typed name finds, and by which way of matching. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createNameIndex } from "../../src/library/name-index.ts";
import { RECORD_KINDS, type RecordKind } from "../../src/shelf/kinds.ts";
import { editDistance } from "../../src/support/edit-distance.ts";
import { shelf } from "../desks.ts";

const names = createNameIndex(shelf.records.values());
const SUBJECTS: readonly RecordKind[] = ["terms", "events", "people", "organizations"];
const ids = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id).join(", ");

describe("same", () => {
  it.each([
    ["alibaba", "alibaba"],
    ["ALIBABA", "alibaba"],
    [" Alibaba ", "alibaba"],
    ["Alibaba’s", "alibaba"],
    ["ali baba", "alibaba"],
    ["阿里巴巴", "alibaba"],
    ["阿里巴巴集团", "alibaba"],
    ["阿里巴巴集團", "alibaba"],
    ["ByteDance", "bytedance"],
    ["Byte Dance", "bytedance"],
    ["byte-dance", "bytedance"],
    ["字节跳动", "bytedance"],
    ["字節跳動", "bytedance"],
    ["qihoo 360", "qihoo-360"],
    ["Qihoo360", "qihoo-360"],
    ["360", "qihoo-360"],
    ["奇虎 360", "qihoo-360"],
    ["xi", "xi-jinping"],
    ["Xi Jinping", "xi-jinping"],
    ["xi-jinping", "xi-jinping"],
    ["Xí Jìnpíng", "xi-jinping"],
    ["习近平", "xi-jinping"],
    ["習近平", "xi-jinping"],
    ["Lǐ Yīníng", "li-yining"],
    ["厉以宁", "li-yining"],
    ["厲以寧", "li-yining"],
    ["Wang Hsin Hsien", "wang-hsin-hsien"],
    ["national chengchi university", "national-cheng-chi-university"],
    ["common prosperity", "common-prosperity"],
    ["common_prosperity", "common-prosperity"],
    ["“Common Prosperity”", "common-prosperity"],
    ["共同富裕", "common-prosperity"],
    ["third-distribution", "third-distribution"],
    ["the third distribution", "third-distribution"],
    ["tertiary distribution", "third-distribution"],
    ["第三次分配", "third-distribution"],
    ["三次分配", "three-distributions"],
    ["第二次分配", "second-distribution"],
    ["the NGO crackdown", "ngo-crackdown"],
    ["shanxi floods", "shanxi-floods"],
    ["山西", "shanxi-floods"],
    ["zhengzhou", "zhengzhou-floods"],
    ["鄭州", "zhengzhou-floods"],
    ["netizens on Weibo", "netizens-on-weibo"],
    ["weibo", "weibo"],
    ["voice of america", "voa-mandarin"],
    ["xi jin", ""],
    ["alibba", ""],
    ["distribution third", ""],
    ["陕西", ""],
    ["", ""],
    ["?!", ""],
    ["the", ""],
  ])("%j names %s", (typed, found) => {
    expect(ids(names.exact(typed, SUBJECTS))).toBe(found);
  });

  it("keeps to the kinds that are asked for", () => {
    expect(ids(names.exact("xi", ["terms", "organizations"]))).toBe("");
    expect(ids(names.exact("xi", ["people"]))).toBe("xi-jinping");
  });
});

describe("words", () => {
  it.each([
    ["jun", "lei-jun, lu-jun"],
    ["zhang", "daniel-zhang"],
    ["Daniel", "daniel-tam-claiborne, daniel-zhang"],
    ["third", "third-distribution"],
    ["distribution THIRD", "third-distribution"],
    ["cheng-chi", "national-cheng-chi-university"],
    ["national cheng chi", "national-cheng-chi-university"],
    ["china daily", "china-daily"],
    ["internet wuzhen", "world-internet-conference"],
    ["阿里", "alibaba"],
    ["近平", "xi-jinping"],
    ["第三次", "third-distribution"],
    ["三", ""],
    ["zhang yiming", ""],
    ["li jun", ""],
    ["jun lu xun", ""],
    ["distrib", ""],
    ["shaanxi", ""],
    ["", ""],
  ])("%j is held by the names of %s", (typed, found) => {
    expect(ids(names.allWords(typed, SUBJECTS))).toBe(found);
  });
});

describe("alike", () => {
  it.each([
    ["alibba", "alibaba"],
    ["alibabba", "alibaba"],
    ["ailbaba", "alibaba"],
    ["tencnet", "tencent"],
    ["meitaun", "meituan"],
    ["pinduodo", "pinduoduo"],
    ["bytdance", "bytedance"],
    ["xi jingping", "xi-jinping"],
    ["li jun", "lei-jun, lu-jun"],
    ["comon prosperty", "common-prosperity"],
    ["third distribtion", "third-distribution"],
    ["Shanxxi", "shanxi-floods"],
    ["shaanxi", ""],
    ["Shaanxi Floods", ""],
    ["zhang yiming", ""],
    ["jack ma", ""],
    ["wang", ""],
    ["ccb", ""],
    ["xu", ""],
    ["小来", ""],
    ["习近乎", ""],
    ["", ""],
  ])("%j resembles %s", (typed, found) => {
    expect(ids(names.fuzzy(typed, SUBJECTS))).toBe(found);
  });

  it("gives only the nearest", () => {
    // Lu Jun is one edit further away than Lei Jun.
    expect(ids(names.fuzzy("lei jn", ["people"]))).toBe("lei-jun");
  });

  const shaanxi = [...shelf.records.values()]
    .filter(({ kind, id }) => kind === "events" && id === "shanxi-floods")
    .flatMap(({ label, aliases }) => [label, ...aliases])
    .map((name) => name.replace("Shanxi", "Shaanxi").replace("山西", "陕西"));

  it("never takes Shaanxi for Shanxi", () => {
    expect(shaanxi.length).toBeGreaterThan(5);
    expect(shaanxi.filter((name) => names.fuzzy(name, SUBJECTS).length > 0)).toEqual([]);
  });
});

describe("beginning", () => {
  it.each([
    ["ali", "alibaba"],
    ["Xi J", "poverty-declared-eliminated, xi-jinping"],
    ["byte d", "bytedance"],
    ["zhou", "zhou-hongyi"],
    ["jun", "lei-jun, lu-jun"],
    ["prosp", "common-prosperity"],
    ["习", "xi-jinping"],
    ["第三", "third-distribution"],
    ["common x", ""],
    ["liba", ""],
    ["", ""],
  ])("%j begins %s", (typed, found) => {
    expect(ids(names.prefix(typed, SUBJECTS))).toBe(found);
  });
});

describe("every way to look", () => {
  it("gives each record once, of the kinds asked for, whatever is typed", () => {
    const typed = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(...[...shelf.records.values()].flatMap(({ label, aliases }) => [label, ...aliases])),
    );
    fc.assert(
      fc.property(typed, fc.subarray([...RECORD_KINDS]), (text, kinds) => {
        for (const look of [names.exact, names.allWords, names.fuzzy, names.prefix]) {
          const found = look(text, kinds);
          expect(new Set(found).size).toBe(found.length);
          expect(kinds).toEqual(expect.arrayContaining(found.map(({ kind }) => kind)));
        }
      }),
    );
  });
});

/** Computes the optimal string alignment distance from its definition, with a full table. */
function reference(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      table[i]![j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
        swapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  return at(a.length, b.length);
}

describe("distance", () => {
  const near = fc.string({ unit: fc.constantFrom("a", "b", "c", "d"), maxLength: 9 });
  const limits = fc.integer({ min: 0, max: 4 });

  it.each([
    ["lei", "lei", 0],
    ["lijun", "lujun", 1],
    ["lijun", "leijun", 1],
    ["tencnet", "tencent", 1],
    ["ca", "abc", 3],
    ["", "ab", 2],
  ])("%j to %j is %i", (a, b, far) => {
    expect(editDistance(a, b, 9)).toBe(far);
  });

  it("is the optimal string alignment distance wherever that is within the limit, and else beyond it", () => {
    fc.assert(
      fc.property(near, near, limits, (a, b, limit) => {
        const far = reference(a, b);
        if (far <= limit) expect(editDistance(a, b, limit)).toBe(far);
        else expect(editDistance(a, b, limit)).toBeGreaterThan(limit);
      }),
      { numRuns: 2000 },
    );
  });

  it("is the same both ways, and nothing only between equals", () => {
    fc.assert(
      fc.property(near, near, (a, b) => {
        expect(editDistance(a, b, 9)).toBe(editDistance(b, a, 9));
        expect(editDistance(a, a, 0)).toBe(0);
        expect(editDistance(a, b, 9) === 0).toBe(a === b);
      }),
    );
  });

  it("is never more than limit + 1", () => {
    expect(editDistance("abcdefgh", "cdefghxy", 2)).toBe(3);
  });
});

it.each([
  ["第三次分配靠自愿捐赠", "third-distribution"],
  ["三次分配由厉以宁提出", "three-distributions, li-yining"],
])("%j mentions %s", (text, found) => {
  expect(ids(names.mentionedIn(text, [...SUBJECTS, "terms", "people"]))).toBe(found);
});
