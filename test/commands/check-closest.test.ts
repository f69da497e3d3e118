/** Tests what /check shows of a sentence without a verdict: the closest passage, or that nothing is found. */
import { describe, expect, it } from "vitest";
import { createAsk } from "../../src/ask/ask.ts";
import { blockPassages } from "../../src/desk/answer.ts";
import { loadMessages } from "../../src/language/messages.ts";
import { bot, botsWithLog } from "../desks.ts";

const shown = async (text: string) => {
  const { items, verdicts = [], sources } = await bot.answer(createAsk("check", text));
  const passages = items.flat().flatMap(blockPassages);
  return { passages, verdicts, sources, words: JSON.stringify(items) };
};

describe("what a text says", () => {
  it.each([
    ["In 2008, giving in China rose from $440 million to $16 billion.", "2008 Sichuan earthquake"],
    ["China eliminated poverty in February 2021.", "eliminated poverty"],
    ["The Ministry of Civil Affairs targeted illegal NGOs in May.", "illegal NGOs"],
    ["Li Yining is an American economist.", "Li Yining"],
    ["Lu Jun founded the Beijing Yirenping Center.", "Lu Jun"],
    ["Wang Hsin-Hsien is a professor in Taiwan.", "Wang Hsin-Hsien"],
    ["The first distribution of wealth comes through the market.", "market competition"],
    ["Taxes and social welfare are the second distribution.", "taxes, subsidies"],
    ["Several high-profile tech companies have been investigated and fined.", "investigations and fines"],
    ["Analysts doubt that the new wave of donations will boost civil society.", "civil society"],
    ["Andrew Collier thinks that tax reforms are unlikely in China.", "Collier"],
    ["Xiaomi makes consumer electronics.", "Xiaomi"],
    ["Meituan is a food delivery platform.", "Meituan"],
    ["Pinduoduo pledged financial support for social causes.", "Pinduoduo"],
    ["Netizens on Weibo supported the moves.", "Weibo"],
    ["Zhengzhou had one of its heaviest rainfalls in decades in July.", "Zhengzhou"],
    ["Xi Jinping connected inequality to social disintegration.", "inequality"],
    ["Qihoo 360 is the largest Internet security firm of the country.", "Qihoo 360"],
    ["Tencent is investing in rural revitalization.", "rural revitalization"],
    ["The World Internet Conference in Wuzhen lasted three days.", "Wuzhen"],
  ])("%s", async (text, words) => {
    const { passages, verdicts } = await shown(text);
    expect(verdicts.map(({ text: own }) => own).join(" ")).toBe(text);
    expect(passages.map((passage) => passage.text).join(" ")).toContain(words);
  });
});

describe("something else", () => {
  it.each([
    "Tesla opened a new factory in Berlin in March.",
    "The weather is fine.",
    "Real Madrid won the final in Paris.",
    "The bakery on our street closes at noon.",
    "Volcanoes in Iceland erupted twice in 2010.",
    "My sister plays the cello.",
    "Water boils at one hundred degrees.",
    "The museum bought three paintings by Vermeer.",
    "Bitcoin fell to $40,000 overnight.",
    "Our train from Vienna was late.",
    "The new bridge spans two rivers.",
    "Penguins cannot fly.",
    "She wrote a novel about sailors.",
    "Lunch costs €12 at the harbour.",
    "The orchestra rehearses on Mondays.",
    "Apple sells fewer tablets than phones.",
    "A meteor was seen over Finland.",
    "The vaccine was tested on 300 volunteers.",
    "He repaired the old clock.",
    "Tomatoes ripen in August.",
  ])("%s", async (text) => {
    const { passages, verdicts } = await shown(text);
    expect(passages).toEqual([]);
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(["none"]);
  });
});

it("says that it is no verdict, and cites the passage", async () => {
  const { words, sources, verdicts } = await shown("Li Yining is an American economist.");
  expect(words).toContain("No verdict: this sentence could not be compared. Closest passage:");
  expect(sources.map(({ id }) => id)).toEqual(["voa-common-prosperity"]);
  expect(verdicts[0]).toMatchObject({ verdict: "none", sources: ["voa-common-prosperity"] });
});

it.each(["en", "zh-Hans", "zh-Hant"] as const)("says it in the asker's language: %s", async (locale) => {
  const desk = await botsWithLog().botFor(locale);
  const { check: say } = await loadMessages(locale);
  const items = async (text: string) => JSON.stringify((await desk.answer(createAsk("check", text))).items);
  expect(await items("Li Yining is an American economist.")).toContain(say.closest);
  expect(await items("The weather is fine.")).toContain(say.nothingFound(2));
});

it("speaks with one voice: a figure that was compared is not called uncompared", async () => {
  const { words } = await shown(
    "Chinese tech giants Alibaba, Tencent, ByteDance and Meituan pledged a total of $145 million for flood relief efforts.",
  );
  expect(words).not.toContain("Not compared: $145 million");
});
