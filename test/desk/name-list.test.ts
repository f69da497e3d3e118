/** Tests lists of names: what each way of writing them resolves to. */
import { describe, expect, it } from "vitest";
import { type ListedName, parseNames } from "../../src/desk/name-list.ts";
import { PLEDGE_SUBJECTS } from "../../src/desk/pledges.ts";
import type { Library } from "../../src/library/library.ts";
import { library } from "../desks.ts";

/**
 * `alibaba` for an exact name, `alibaba~` for a fuzzy match, `floods?` for several, `xi jinpin≈` for near, `acme!`
 * for none.
 */
function shown(one: ListedName): string {
  if (one.type === "one") return `${one.match.id}${one.likeness ? "~" : ""}`;
  return one.typed + { several: "?", near: "≈", none: "!" }[one.type];
}

const read = async (line: string) => (await parseNames(line, PLEDGE_SUBJECTS, library)).map(shown).join(", ");

describe("names by all that parts them", () => {
  it.each([
    ["alibaba tencent", "alibaba, tencent"],
    ["alibaba, tencent and meituan", "alibaba, tencent, meituan"],
    ["alibaba, tencent, and meituan", "alibaba, tencent, meituan"],
    ["alibaba and tencent", "alibaba, tencent"],
    ["alibaba & tencent", "alibaba, tencent"],
    ["alibaba / tencent", "alibaba, tencent"],
    ["alibaba or tencent", "alibaba, tencent"],
    ["alibaba vs tencent", "alibaba, tencent"],
    ["alibaba vs. tencent", "alibaba, tencent"],
    ["Alibaba versus Tencent", "alibaba, tencent"],
    ["alibaba compared to tencent", "alibaba, tencent"],
    ["between alibaba and tencent", "alibaba, tencent"],
    ["the pledges of alibaba and tencent", "alibaba, tencent"],
    ["alibaba’s and tencent's pledges", "alibaba, tencent"],
    ["alibaba-tencent", "alibaba, tencent"],
    ["阿里巴巴 腾讯", "alibaba, tencent"],
    ["阿里巴巴和腾讯", "alibaba, tencent"],
    ["阿里巴巴、騰訊與美團", "alibaba, tencent, meituan"],
    ["阿里巴巴，腾讯以及小米", "alibaba, tencent, xiaomi"],
    ["对比阿里巴巴与腾讯", "alibaba, tencent"],
    ["阿里对腾讯", "alibaba, tencent"],
  ])("%s", async (line, expected) => {
    expect(await read(line)).toBe(expected);
  });
});

describe("names of several words, the longest first", () => {
  it.each([
    ["qihoo 360 alibaba", "qihoo-360, alibaba"],
    ["360 and qihoo-360", "qihoo-360, qihoo-360"],
    ["byte dance tencent holdings", "bytedance, tencent"],
    ["奇虎360和腾讯", "qihoo-360, tencent"],
    ["Tam Claiborne, Daniel and alibaba", "daniel-tam-claiborne, alibaba"],
    [
      "Meeting of the Central Committee for Financial and Economic Affairs",
      "financial-and-economic-affairs-meeting",
    ],
    ["common prosperity zhengzhou", "common-prosperity, zhengzhou-floods"],
  ])("%s", async (line, expected) => {
    expect(await read(line)).toBe(expected);
  });
});

describe("what is no name as it stands", () => {
  it.each([
    ["alibba tencnt", "alibaba~, tencent~"],
    ["alibba, tencent", "alibaba~, tencent"],
    ["acme corp, alibaba", "acme corp!, alibaba"],
    ["jd.com alibaba", "jd.com!, alibaba"],
    ["华为和小米", "华为!, xiaomi"],
    ["华为和联想", "华为!, 联想!"],
    ["和平基金和腾讯", "和平基金!, tencent"],
    ["floods alibaba", "floods?, alibaba"],
    ["no such thing anywhere", "no such thing anywhere!"],
    ["x", "x!"],
    ["and", ""],
    [", ,", ""],
    ["", ""],
  ])("%s", async (line, expected) => {
    expect(await read(line)).toBe(expected);
  });
});

describe("people, who are never guessed", () => {
  it.each([
    ["alibaba and xi", "alibaba, xi-jinping"],
    ["alibaba and xi jinpin", "alibaba, xi jinpin≈"],
    ["xi mingze alibaba", "xi mingze!, alibaba"],
    ["xi jun alibaba", "xi jun!, alibaba"],
    ["习近平家族和阿里", "习近平家族!, alibaba"],
    ["alibba lei jun", "alibaba~, lei-jun"],
    ["jun alibaba", "jun?, alibaba"],
  ])("%s", async (line, expected) => {
    expect(await read(line)).toBe(expected);
  });
});

describe("a line that is made to take long costs few questions to the library", () => {
  it.each([
    ["names and joiners", "alibaba and ".repeat(40)],
    ["Chinese names and joiners", "阿里和".repeat(160)],
    ["names that no source has", "acme, ".repeat(80)],
    ["a person's name and an unknown word in turn", "xi x ".repeat(100)],
    ["unknown words, as many as are split", "qwx zvb kjh pfg vbn mnb, ".repeat(20)],
    ["unknown words, more than are split", "qwx zvb kjh pfg vbn mnb ".repeat(20)],
  ])("%s", async (_, line) => {
    let asked = 0;
    const counting: Library = {
      ...library,
      find: (query) => {
        asked += 1;
        return library.find(query);
      },
    };
    await parseNames(line, PLEDGE_SUBJECTS, counting);
    const words = line.match(/\p{Script=Han}|\p{L}+/gu) ?? [];
    expect(asked / words.length).toBeLessThan(16);
  });
});
