/** Tests which donations are read from a sentence, and that doubtful forms yield none. */

import { describe, expect, it } from "vitest";
import { findDonations } from "../../src/claims/donation-grammar.ts";
import { tokenizeSentence } from "../../src/claims/tokenize.ts";
import { namedIn } from "../../src/library/lookups.ts";
import { library } from "../desks.ts";

async function givings(text: string): Promise<string[]> {
  const records = await namedIn(text, ["organizations", "people", "events", "terms"], library);
  return findDonations(tokenizeSentence(text, records, [])).map(
    ({ donors, sum, weak }) => `${donors.map(({ id }) => id).join("+")}${weak ? " ~" : " "}${sum.said}`,
  );
}

describe("is read from", () => {
  it.each([
    ["Alibaba pledged $20 billion.", ["alibaba $20 billion"]],
    ["Alibaba, the e-commerce giant, pledged nearly $16 billion.", ["alibaba nearly $16 billion"]],
    ["Alibaba’s pledge of $15 billion counts.", ["alibaba $15 billion"]],
    ["Alibaba's $15 billion pledge", ["alibaba $15 billion"]],
    ["a $15 billion pledge by Alibaba", ["alibaba $15 billion"]],
    ["Of the $15 billion Alibaba pledged, little was paid.", ["alibaba $15 billion"]],
    ["Alibaba announced a $16 billion donation.", ["alibaba $16 billion"]],
    ["According to Tencent, Alibaba pledged $15 billion.", ["alibaba $15 billion"]],
    ["Alibaba pledged $15 billion and Tencent $7 billion.", ["alibaba $15 billion", "tencent $7 billion"]],
    ["Alibaba pledged 100 billion yuan ($15 billion).", ["alibaba 100 billion yuan", "alibaba $15 billion"]],
    ["Alibaba and Tencent pledged $15 billion.", ["alibaba+tencent $15 billion"]],
    ["Alibaba invested $15 billion.", ["alibaba ~$15 billion"]],
    ["阿里巴巴集团承诺捐赠150亿美元。", ["alibaba 150亿美元"]],
    ["阿里巴巴、腾讯和美团共捐1亿美元。", ["alibaba+tencent+meituan 1亿美元"]],
    ["由阿里巴巴捐赠的1000亿元用于救灾", ["alibaba 1000亿元"]],
  ])("%s", async (text, expected) => {
    expect(await givings(text)).toEqual(expected);
  });
});

describe("is not read from", () => {
  it.each([
    "Alibaba has $20 billion.",
    "Alibaba was given $20 billion.",
    "Alibaba gave up $20 billion.",
    "Alibaba gave Tencent $20 billion.",
    "Alibaba received a $20 billion donation.",
    "Alibaba founder Jack Ma pledged $20 billion.",
    "The founder of Alibaba pledged $20 billion.",
    "Alibaba Foundation pledged $20 billion.",
    "Alibaba and Huawei pledged $20 billion.",
    "Huawei, Alibaba and Tencent pledged $20 billion.",
    "Alibaba and Tencent each pledged $20 billion.",
    "Meituan, rival of Alibaba, pledged $20 billion.",
    "Tencent followed Alibaba, pledging $20 billion.",
    "Alibaba pledged between $15 and $20 billion.",
    "Alibaba pledged $15-20 billion.",
    "Alibaba pledged another $20 billion.",
    "Alibaba pledged ZZ$20 billion.",
    "Alibaba doubled its pledge to $20 billion.",
    "阿里巴巴创始人马云承诺捐155亿美元",
  ])("%s", async (text) => {
    expect(await givings(text)).toEqual([]);
  });
});
