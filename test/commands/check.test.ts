/** /check over the real shelf: a figure is compared only where the sentence names its donor and speaks of giving. */
import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/desk/answer.ts";
import { makeAsk } from "../../src/desk/ask.ts";
import { ask, bot, library } from "../desks.ts";

const check = (text: string): Promise<Answer> => bot.answer(makeAsk("check", text));

/** The first sentence of each verdict. */
async function verdicts(text: string): Promise<string[]> {
  const { items } = await check(text);
  return items.flatMap((item) => {
    const note = item[0]?.type === "heading" ? item.find(({ type }) => type === "note") : undefined;
    return note?.type === "note" ? [note.texts[0]!] : [];
  });
}

it.each([
  [
    "Alibaba pledged $20 billion.",
    ["Alibaba: the message says $20 billion; the sources say “$15.5 billion” and “$15 billion”."],
  ],
  ["Alibaba committed $15.5 billion.", ["Alibaba: SupChina bears out $15.5 billion."]],
  ["Alibaba will donate 15 billion dollars.", ["Alibaba: Voice of America bears out 15 billion dollars."]],
  ["阿里巴巴承诺捐155亿美元。", ["Alibaba: SupChina bears out 155亿美元."]],
  [
    "Alibaba, Tencent, ByteDance and Meituan pledged $100 million after the Zhengzhou floods.",
    [
      "Alibaba, Tencent, ByteDance and Meituan: the message says $100 million; the sources say “a total of $154 million”.",
    ],
  ],
  [
    "Alibaba pledged 100 billion yuan.",
    ["Alibaba: the message says 100 billion yuan; the shelf has no figure in that currency."],
  ],
  ["Alibaba has a revenue of $20 billion.", []],
  ["Somebody pledged $20 billion. Alibaba said nothing.", []],
  ["Tencent pledged $154 million.", []],
  ["Qihoo 360 will donate $1 million.", []],
  ["Alibaba pledged a great deal.", []],
])("%s", async (text, expected) => {
  expect(await verdicts(text)).toEqual(expected);
});

it("says first what is borne out, and then what differs", async () => {
  const said = await verdicts("Alibaba pledged $20 billion. Alibaba committed $15 billion.");
  expect(said.map((text) => /bears out/.test(text))).toEqual([true, false]);
});

it("shows each source's passage beside the figure, and where it differs within the shelf itself", async () => {
  expect(await ask('/check "Alibaba committed $15.5 billion."')).toMatchInlineSnapshot(`
    "What the sources say of this message
    /check Alibaba committed $15.5 billion.

    Alibaba: common prosperity commitment
    Desk’s notes:
    - Alibaba: SupChina bears out $15.5 billion.
    - Alibaba: the message says $15.5 billion; the sources say “$15.5 billion” and “$15 billion”.

      In light of these announcements, Alibaba committed $15.5 billion over the next several years toward initiatives, including technology innovation, economic development, high-quality job creation, and supporting vulnerable groups as a way to “spread wealth.”
      — SupChina, 23 November 2021 [1]
      Daniel Zhang, CEO at e-commerce giant Alibaba group, said his company’s donation of $15 billion to the initiative over the next five years represented its willingness to help China achieve its goal of prosperity for all.
      — Voice of America, 2021 (inferred) [2]

    Desk’s notes:
    - That these are two accounts of one commitment is the desk’s reading: neither source mentions the figure of the other.
    - SupChina’s sentence does not name common prosperity; the link is the desk’s reading of the paragraphs before it.
    - VOA’s text opens with the World Internet Conference and does not say in so many words that Daniel Zhang said this there.

    On the shelf, of what the message names:
    - Commitments: Alibaba: /pledge alibaba

    Sources
    [1] “Chinese Tech Philanthropy in the Age of ‘Common Prosperity’”, by Daniel Tam-Claiborne. SupChina, 23 November 2021, address not known. Stored text: republication by All China Review, date not known. All rights reserved by its publisher; passages are quoted. https://allchinareview.com/chinese-tech-philanthropy-in-the-age-of-common-prosperity/
    [2] “China’s Tech Titans Funding Beijing’s Effort to Close Income Gap” (title on a copy), author not known. Voice of America (VOA Mandarin), publication date not stated, 2021 inferred: The text never names its year; 2021 follows from a verbatim copy of October 2021, address not known. A work of the United States government, in the public domain.

    Desk’s note: Searched: 2 sources, the latest known to be published on 23 November 2021. This says nothing beyond them.
    Desk’s note: Entered with the project on 21 November 2026; no person has reviewed these records."
  `);
});

describe("whatever it finds", () => {
  it("is for the asker alone", async () => {
    for (const text of ["Alibaba pledged $20 billion.", "Alibaba.", "Nothing of that."])
      expect((await check(text)).audience).toBe("asker");
  });

  it("says what the names in a message lead to, and that a message without any leads nowhere", async () => {
    const lines = async (text: string) =>
      (await check(text)).items
        .flat()
        .flatMap((block) => (block.type === "choices" ? block.choices.map(({ label }) => label) : []));
    expect(await lines("Xi Jinping met Jack Ma of Alibaba over common prosperity.")).toEqual([
      "Words of Xi Jinping",
      "Commitments: Alibaba",
      "Define: Common prosperity",
    ]);
    expect((await check("The weather is fine.")).outcome).toBe("nothing");
  });
});

it.each([
  ["What did Xi say to the Ministry of Civil Affairs?", ["xi-jinping", "ministry-of-civil-affairs"]],
  ["习近平谈共同富裕与阿里巴巴", ["xi-jinping", "common-prosperity", "alibaba"]],
  ["Alibaba’s Daniel Zhang", ["alibaba", "daniel-zhang"]],
  ["The third distribution, not the three distributions", ["third-distribution", "three-distributions"]],
  ["taxi, exits and oxides", []],
])("finds the names in “%s”", async (text, ids) => {
  const found = await library.mentions(text, ["organizations", "people", "events", "terms"]);
  expect(found.map(({ id }) => id)).toEqual(ids);
});
