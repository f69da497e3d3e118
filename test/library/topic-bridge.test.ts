/** Tests the bridge of topic words: what it puts into texts and queries, and what is found by it. */
import { describe, expect, it } from "vitest";
import { createTopicBridge } from "../../src/library/topic-bridge.ts";
import { library, shelf } from "../desks.ts";

const bridge = createTopicBridge(
  [
    ["poverty", "poor", "贫困", "貧困"],
    ["social welfare", "福利"],
    ["prosperity", "富裕"],
  ],
  ["共同富裕", "习近平"],
);

const termOf = (word: string) => bridge.extend(word).split("\n")[1];

describe("a text", () => {
  it("has the terms of its topics after it", () => {
    expect(termOf("Poverty")).toBe(termOf("the poor"));
    expect(termOf("poverty")).toBe(termOf("消除贫困"));
    expect(termOf("poverty")).not.toBe(termOf("prosperity"));
    expect(termOf("social welfare programs")).toBe(termOf("福利"));
  });

  it.each(["nothing of the kind", "welfare", "共同富裕", ""])("%j has none", (text) => {
    expect(bridge.extend(text)).toBe(text);
  });
});

describe("a query", () => {
  it("has the term in place of the word, and tells what was typed", () => {
    const { words, typed } = bridge.bridge("对贫困说了什么");
    expect(words).toBe(termOf("poverty"));
    expect([...typed]).toEqual([[termOf("poverty"), "贫困"]]);
    expect(bridge.termsOf(words)).toEqual(["poverti", "poor"]);
  });

  it.each(["poverty in china", "共同富裕", "习近平", ""])("%j stays as it is", (query) => {
    expect(bridge.bridge(query).words).toBe(query);
  });
});

describe("the topics of the shelf", () => {
  it("are a hundred or more, each with words in both languages that the texts have", () => {
    expect(shelf.topics.length).toBeGreaterThanOrEqual(100);
    const texts = [...shelf.sources.values()].map(({ text }) => text.toLowerCase()).join("\n");
    const has = (words: readonly string[]) =>
      words.some((word) => /\p{Script=Han}/u.test(word)) &&
      words.some((word) => texts.includes(word.toLowerCase()));
    expect(shelf.topics.filter((words) => !has(words))).toEqual([]);
  });

  it.each([
    ["贫困", "facts/xi-poverty-eliminated"],
    ["不平等", "facts/xi-speech-on-inequality"],
    ["税收", "facts/ndrc-on-the-three-distributions"],
    ["人权", "quotes/lu-independent-ngos"],
    ["就业", "facts/xi-technology-effects"],
    ["歧视", "facts/yirenping-focus"],
    ["罚款", "facts/yearlong-crackdown-on-tech"],
    ["自愿", "quotes/wang-not-voluntary"],
  ])("%s finds %s", async (words, ref) => {
    const { hits } = await library.search({ words });
    expect(hits.map(({ record }) => `${record.kind}/${record.id}`)).toContain(ref);
  });
});
