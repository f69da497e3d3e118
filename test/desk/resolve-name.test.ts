/** Tests what names resolve to: titles, roles, ordinals, longer names, and what is nobody's name. */
import { describe, expect, it } from "vitest";
import { type Resolution, resolveName } from "../../src/desk/resolve-name.ts";
import { lookUpWords } from "../../src/desk/unnamed.ts";
import type { RecordKind } from "../../src/shelf/kinds.ts";
import type { AnyRecord } from "../../src/shelf/records.ts";
import { library } from "../desks.ts";

const WHO: readonly RecordKind[] = ["people", "organizations"];
const THINGS: readonly RecordKind[] = ["terms", "events"];

/** `lei-jun` for one, `lei-jun~` for a similar one, `a|b` for several, `≈a` for near ones, `-` for none. */
function shown(resolution: Resolution<AnyRecord>): string {
  if (resolution.type === "one") return resolution.match.id + (resolution.likeness ? "~" : "");
  if (resolution.type === "none") return "-";
  const ids = resolution.matches.map(({ id }) => id).join("|");
  return resolution.type === "near" ? `≈${ids}` : ids;
}

const read = async (words: string, kinds: readonly RecordKind[]) =>
  shown(await resolveName(words, [kinds], library));

describe("a person or an organization", () => {
  it.each([
    ["professor wang", "wang-hsin-hsien"],
    ["Prof. Wang", "wang-hsin-hsien"],
    ["mr wang", "wang-hsin-hsien"],
    ["Dr. Collier", "andrew-collier"],
    ["professor collier", "≈andrew-collier"],
    ["chairman zhou", "zhou-hongyi"],
    ["president wang", "≈wang-hsin-hsien"],
    ["王教授", "wang-hsin-hsien"],
    ["周先生", "zhou-hongyi"],
    ["ceo of xiaomi", "lei-jun"],
    ["the CEO of Alibaba", "daniel-zhang"],
    ["xiaomi's ceo", "lei-jun"],
    ["xiaomi ceo", "lei-jun"],
    ["boss of qihoo 360", "zhou-hongyi"],
    ["founder of yirenping", "lu-jun"],
    ["founder of alibaba", "-"],
    ["runs the serica initiative", "serica-initiative"],
    ["小米的CEO", "lei-jun"],
    ["阿里巴巴的首席执行官", "daniel-zhang"],
    ["chinese economist", "li-yining"],
    ["food delivery platform", "meituan"],
    ["ceo", "daniel-zhang|lei-jun|zhou-hongyi"],
    ["Alibaba Group Holding Ltd", "alibaba"],
    ["alibaba foundation", "-"],
    ["xi jinping thought", "-"],
    ["beijing", "≈beijing-yirenping-center"],
    ["university", "≈national-cheng-chi-university"],
    ["government", "-"],
    ["xi jinpin", "≈xi-jinping"],
    ["alibba", "alibaba~"],
  ])("%s is %s", async (words, ids) => {
    expect(await read(words, WHO)).toBe(ids);
  });
});

describe("a term or an event", () => {
  it.each([
    ["3rd distribution", "third-distribution"],
    ["2nd distribution", "second-distribution"],
    ["1st distribution", "first-distribution"],
    ["4th distribution", "-"],
    ["fourth distribution", "-"],
    ["thrid distribution", "third-distribution~"],
    ["第3次分配", "third-distribution"],
    ["the third distribution of wealth", "third-distribution~"],
    ["2009 Sichuan earthquake", "≈sichuan-earthquake"],
  ])("%s is %s", async (words, ids) => {
    expect(await read(words, THINGS)).toBe(ids);
  });
});

describe("words that no source has", () => {
  it.each([
    ["baidu", ["baidu"]],
    ["Jack Dorsey", ["Jack", "Dorsey"]],
    ["alibaba", []],
    ["the government", []],
    ["shaanxi", ["shaanxi"]],
    ["shanxi", []],
    ["Voice of America", []],
    ["taxes", []],
    ["百度", ["百度"]],
    ["华为", ["华为"]],
    ["贫困", []],
    ["王信贤", []],
  ])("%s: %j", async (text, unnamed) => {
    expect((await lookUpWords(text, library)).unnamed).toEqual(unnamed);
  });
});
