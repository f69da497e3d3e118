/**
 * Tests that /check does not find supported what turns a passage. Each sentence is one way of turning it, nearly word for word;
 * beside it stands the passage's own statement, where that is found as stated.
 */
import { describe, expect, it } from "vitest";
import { bot } from "../desks.ts";

const verdictOn = async (sentence: string) => {
  const { verdicts = [] } = await bot.answerLine(`/check ${sentence}`);
  expect(verdicts).toHaveLength(1);
  return verdicts[0]!.verdict;
};

describe("is not supported", () => {
  it.each([
    ["another does it", "Xi must guide and help others achieve prosperity."],
    ["another gave it", "After a flood in Shanxi, the province donated $46 million."],
    ["whom it is done to does it", "A new wave of crackdowns was announced by NGOs."],
    ["what is one’s and what is another’s", "Our country's success depends on our policies, Zhou said."],
    ["by another’s account", "Xinhua published a meeting note according to Xi."],
    [
      "of the place that it was given for",
      "Tech companies in Shanxi collectively donated more than $46 million.",
    ],
    ["another object", "Tencent committed to double its earnings."],
    ["another complement", "Growing disparities are an obstacle to growth, the leaders say."],
    ["in another place", "In Western countries the money will be returned to the state, Wang said."],
    ["the other way", "Nearly $300 million in donations poured out of Zhengzhou."],
    ["without what limits it", "Xi said common prosperity means prosperity for a few people."],
    ["with a reason of one’s own", "Alibaba committed $15.5 billion because of a fine."],
    ["with a date of one’s own", "In October, Alibaba committed $15.5 billion."],
    [
      "with a span of one’s own",
      "The 2008 Sichuan earthquake raised philanthropic giving thirtyfold over several years.",
    ],
    ["all of it", "Alibaba committed $15.5 billion solely to common prosperity."],
    ["with more than was compared", "Lu Jun, founder of the Beijing Yirenping Center, robbed a bank."],
    [
      "said by whom it was told",
      "VOA Mandarin told Wang Hsin-Hsien that businesses are essentially forced to make charity donations.",
    ],
    ["in another year", "Alibaba committed $15.5 billion in 2019."],
    ["as done, where it was promised", "Alibaba has already donated $15 billion."],
    ["in another currency", "Alibaba pledged 15.5 billion yuan."],
    ["as nearly so much", "Alibaba pledged nearly $15.5 billion."],
  ])("%s: %s", async (_, sentence) => {
    expect(await verdictOn(sentence)).not.toBe("supported");
  });
});

describe("a sum and its bounds", () => {
  it.each([
    ["Alibaba pledged more than $15 billion.", "supported"],
    ["Alibaba pledged more than $1 billion.", "none"],
    ["Alibaba pledged more than $12 billion.", "none"],
    ["Alibaba pledged more than $20 billion.", "differs"],
    ["In 2008, Alibaba pledged $20 billion.", "none"],
    ["Alibaba pledged less than $10 billion.", "differs"],
    ["Alibaba pledged less than $20 billion.", "none"],
    ["According to VOA, Alibaba will donate $15 billion.", "supported"],
    ["According to VOA, Alibaba will donate $15.5 billion.", "differs"],
  ])("%s is %s", async (sentence, verdict) => {
    expect(await verdictOn(sentence)).toBe(verdict);
  });
});

describe("is supported as the sources have it", () => {
  it.each([
    "Growing disparities are an obstacle to stability, the leaders say.",
    "Tech companies collectively donated more than $46 million to Shanxi.",
    "Nearly $300 million in donations poured into Zhengzhou.",
  ])("%s", async (sentence) => {
    expect(await verdictOn(sentence)).toBe("supported");
  });
});
