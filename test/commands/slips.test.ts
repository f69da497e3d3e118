/**
 * Tests how many slips in a name are forgiven, by its length: none in three letters, one in up to eight, two in more. What is
 * further away is another name, and is not answered with this one.
 */
import { describe, expect, it } from "vitest";
import { bot } from "../desks.ts";

/** Whether what was typed is answered with this name, and says that it was read so. */
const isReadAs = async (typed: string, name: string): Promise<boolean> => {
  const answer = await bot.answerLine(`/who ${typed}`);
  return answer.outcome === "found" && answer.title.includes(name);
};

describe("what is near enough is taken for the name", () => {
  it.each([
    ["tecent", "Tencent", "a letter is missing"],
    ["tenxcent", "Tencent", "a letter too many"],
    ["tencant", "Tencent", "another letter"],
    ["tecnent", "Tencent", "two letters in each other’s place"],
    ["alibabaa", "Alibaba", "a letter too many at the end"],
    ["bytedamce", "ByteDance", "another letter of nine"],
    ["bytadamce", "ByteDance", "two slips of nine"],
    ["pindoudou", "Pinduoduo", "two slips of nine"],
  ])("%s is %s: %s", async (typed, name) => {
    expect(await isReadAs(typed, name)).toBe(true);
  });
});

describe("what is further away is another name", () => {
  it.each([
    ["alixaxa", "Alibaba", "two slips of seven letters"],
    ["alibbxa", "Alibaba", "two slips of seven letters"],
    ["tenxxnt", "Tencent", "two slips of seven letters"],
    ["wiebbo", "Weibo", "two slips of five letters"],
    ["xi", "VOA", "another name of two letters"],
    ["vob", "VOA", "one slip of three letters"],
    ["voaa", "VOA", "a letter too many for three"],
    ["bytdamxe", "ByteDance", "three slips of nine letters"],
  ])("%s is not %s: %s", async (typed, name) => {
    expect(await isReadAs(typed, name)).toBe(false);
  });

  it("/pledge alixaxa has no pledge of Alibaba’s", async () => {
    expect((await bot.answerLine("/pledge alixaxa")).outcome).toBe("nothing");
  });
});
