/** Tests /quote on the real shelf: what people read. */
import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/desk/answer.ts";
import { ask, bot } from "../desks.ts";

/** Returns the first 30 characters of each quotation, in order. */
const opening = ({ items }: Answer): string[] =>
  items.flat().flatMap((block) => (block.type === "quote" ? [block.passages[0]!.text.slice(0, 30)] : []));

const reports = ({ items }: Answer): string[] =>
  items.flat().flatMap((block) => (block.type === "report" ? [block.passages[0]!.text.slice(0, 30)] : []));

describe("/quote xi", () => {
  it("shows the dated quotation first, fragments within their sentences, reported speech apart", async () => {
    expect(await ask("/quote xi")).toMatchInlineSnapshot(`
      "Xi Jinping · quotations in the sources
      /quote xi

        “Common prosperity means prosperity for all, not just a few people […] We can allow some to get rich first, but we must then launch a scientific public policy to make sure every citizen can have their fair share.”
        — Xi Jinping, reported by Voice of America, 2021 (both inferred) [1]

      When:  “on Aug. 17” [1]
      Where: “At a meeting of the Communist Party’s Central Committee for Financial and Economic Affairs”
      Via:   “according to a meeting note published by China’s state-run Xinhua News Agency”

      Desk’s notes:
      - “on Aug. 17” is taken as 17 August 2021. The source names no year; 2021 follows from a verbatim copy of October 2021.
      - Date and place are those of the meeting before, by our reading.

        Xi Jinping acknowledged that the “new round of technological revolution and industrial transformation is giving a strong impetus to economic development.”
        — Xi Jinping (partial quote), reported by SupChina, 23 November 2021 [2]

      When: not stated

      Desk’s note: The stored text prints these words twice; this is the first place.

        However, he also pointed out that its negative effects on employment and income distribution need to be “effectively addressed and resolved.”
        — Xi Jinping (speaker inferred) (partial quote), reported by SupChina, 23 November 2021 [2]

      When: not stated

      Desk’s notes:
      - “He” is read as Xi Jinping, named in the sentence before.
      - The stored text prints these words twice; this is the first place.
      - “He” is Xi Jinping, named in the sentence before; “its” goes back to the words quoted there. The stored text prints this sentence twice; this is the first place.

        Instead of relying on growth to trickle down to the poor, Xi has called for “dividing the cake well,” taking considerable effort to equalize basic services such as poverty-alleviation assistance and rural educational investment.
        — Xi Jinping (partial quote), reported by SupChina, 23 November 2021 [2]

      When: not stated

      Desk’s note: The sentence before mentions “a recent speech”; the source does not say that these words come from it.

      Reported, not quoted
      In a recent speech, Xi Jinping connected high inequality between rural and urban counties in China to the collapse of the middle class, social disintegration, and political polarization, calling it out as a significant threat to social harmony and stability.
      — Xi Jinping (reported, not quoted), reported by SupChina, 23 November 2021 [2]

      Desk’s note: The source does not say which speech this was, or when.

      when he declared China had eliminated poverty
      — Xi Jinping (speaker inferred) (reported, not quoted), reported by Voice of America, 2021 (both inferred) [1]

      Desk’s notes:
      - “He” is read as Xi Jinping, named in the sentence before.
      - “February” is taken as February 2021. The source names no year; 2021 follows from a verbatim copy of October 2021.
      - The sentence goes on to call “common prosperity” one of his favorite themes; those are VOA’s words, not his.
      - “He” is Xi Jinping, named in the sentence before.

      At a meeting of the Communist Party’s Central Committee for Financial and Economic Affairs on Aug. 17, Xi stressed that those who are already rich need to guide and help others achieve prosperity.
      — Xi Jinping (reported, not quoted), reported by Voice of America, 2021 (both inferred) [1]

      Desk’s note: “on Aug. 17” is taken as 17 August 2021. The source names no year; 2021 follows from a verbatim copy of October 2021.

      Sources
      [1] “China’s Tech Titans Funding Beijing’s Effort to Close Income Gap” (title from a copy), author not known. Voice of America (VOA Mandarin), publisher inferred, publication date not stated, 2021 inferred: The text never names its year; 2021 follows from a verbatim copy of October 2021, no link. A work of the United States government, in the public domain.
      [2] “Chinese Tech Philanthropy in the Age of ‘Common Prosperity’”, by Daniel Tam-Claiborne. SupChina, 23 November 2021, no link. Stored text: republication by All China Review, date not known. All rights reserved by its publisher; passages are quoted. https://allchinareview.com/chinese-tech-philanthropy-in-the-age-of-common-prosperity/

      Desk’s notes:
      - The quotations are in English, as printed; original language and translator not stated.
      - Not yet reviewed by a person (entered on 21 November 2026).

      - Define: Common prosperity: /define common-prosperity
      - Define: Dividing the cake well: /define dividing-the-cake-well
      - See in context: Common prosperity means […]: /source voa-common-prosperity at:2054
      - Cite: /cite voa-common-prosperity supchina-tech-philanthropy"
    `);
  });

  it("joins what its attribution parted, and dates nothing by its article", async () => {
    const answer = await bot.answerLine("/quote xi");
    const first = answer.items[0]!.find((block) => block.type === "quote");
    expect(first).toMatchObject({ passages: [{}, {}], speaker: "Xi Jinping" });
    const when = answer.items.flatMap((item) =>
      item.flatMap((block) =>
        block.type === "details" ? [block.rows.find(({ label }) => label === "When")?.value] : [],
      ),
    );
    expect(when).toEqual(["on Aug. 17", "not stated", "not stated", "not stated"]);
  });
});

it("narrows to a topic, and marks a speaker who only follows from the context", async () => {
  expect(await ask("/quote lu jun about NGOs")).toMatchInlineSnapshot(`
    "Lu Jun · quotations in the sources about “NGOs”
    /quote lu jun about:NGOs

      “I don’t think this is necessarily good news for NGOs, as I believe the money donated by private companies will go to the government-run or government-affiliated NGOs”
      — Lu Jun (speaker inferred), reported by Voice of America, 2021 (both inferred) [1]

    When: not stated

    Desk’s notes:
    - “He” is read as Lu, the speaker of the paragraph before.
    - “This” is the third distribution, as the source adds after these words.

      “Beijing won’t allow companies to donate to independent NGOs freely, let alone the ones they don’t like, such as NGOs working on human rights, labor rights and women’s rights.”
      — Lu Jun (speaker inferred), reported by Voice of America, 2021 (both inferred) [1]

    When: not stated

    Desk’s note: The paragraph names no speaker; Lu is read as the speaker of the two paragraphs before.

    Reported, not quoted
    Lu told VOA Mandarin that the NGOs that can survive or get funding will be those that align their goals with the government’s agenda — unlike many NGOs outside China, whose views diverge from those of the government.
    — Lu Jun (reported, not quoted), reported by Voice of America, 2021 (both inferred) [1]

    Sources
    [1] “China’s Tech Titans Funding Beijing’s Effort to Close Income Gap” (title from a copy), author not known. Voice of America (VOA Mandarin), publisher inferred, publication date not stated, 2021 inferred: The text never names its year; 2021 follows from a verbatim copy of October 2021, no link. A work of the United States government, in the public domain.

    Desk’s notes:
    - The quotations are in English, as printed; original language and translator not stated.
    - Not yet reviewed by a person (entered on 21 November 2026).

    - Define: Third distribution: /define third-distribution
    - Define: Government-run or government-affiliated NGOs: /define government-affiliated-ngos
    - Define: Independent NGOs: /define independent-ngos
    - See in context: I don’t think this is […]: /source voa-common-prosperity at:4998
    - Cite: /cite voa-common-prosperity"
  `);
});

it("falls back to the topic when no speaker matches, and says so", async () => {
  const text = await ask("/quote inequality");
  expect(text).toContain("No speaker “inequality”; quotes about it:");
  expect(opening(await bot.answerLine("/quote inequality"))).toEqual([
    "However, he also pointed out t",
    "Instead of relying on growth t",
  ]);
});

it.each([
  ["/quote lei jun", "Lei Jun"],
  ["/quote daniel zhang", "Daniel Zhang"],
])("%s has reported speech only, never drawn as a quotation", async (line, name) => {
  const answer = await bot.answerLine(line);
  expect(answer.title).toBe(`${name} · reported speech in the sources`);
  expect(opening(answer)).toEqual([]);
  expect(reports(answer)).toHaveLength(1);
  expect(await ask(line)).not.toContain(`“${name}, CEO`);
});

describe("names", () => {
  it.each([
    ["/quote li jun", "nothing", ["/quote lei-jun", "/quote lu-jun"]],
    ["/quote jun", "menu", ["/quote lei-jun", "/quote lu-jun"]],
    ["/quote zhang yiming", "nothing", []],
    ["/quote elon musk about alibaba", "nothing", []],
    ["/quote tencent", "nothing", ["/pledge tencent"]],
  ])("%s gives no one else's words", async (line, outcome, asks) => {
    const answer = await bot.answerLine(line);
    expect(answer.outcome).toBe(outcome);
    expect(opening(answer)).toEqual([]);
    const text = await ask(line);
    for (const one of asks) expect(text).toContain(one);
    expect(text.match(/\/quote [a-z]+-[a-z]+/g) ?? []).toEqual(
      asks.filter((one) => one.startsWith("/quote")),
    );
  });

  it.each([
    ["/quote 习近平", "Xi Jinping"],
    ["/quote 習近平", "Xi Jinping"],
    ["/quote President Xi", "Xi Jinping"],
    ["/quote netizens on weibo", "Netizens on Weibo"],
    ["/quote china-daily", "China Daily"],
    ["/quote WANG HSIN HSIEN", "Wang Hsin-Hsien"],
  ])("%s", async (line, name) => {
    const answer = await bot.answerLine(line);
    expect(answer).toMatchObject({ outcome: "found", title: `${name} · quotations in the sources` });
  });
});

it("leaves “last month” unresolved and keeps the source's own ellipsis, both noted", async () => {
  expect(await ask("/quote china daily")).toContain("it stays unresolved");
  expect(await ask("/quote zhou hongyi")).toContain("The ellipsis is the source’s own.");
});

it("gives the speakers when nothing is asked, the quoted before the reported", async () => {
  expect(await ask("/quote")).toMatchInlineSnapshot(`
    "Whose words?
    /quote

    - Xi Jinping, 4 quotations: /quote xi-jinping
    - Lu Jun, 3 quotations: /quote lu-jun
    - Wang Hsin-Hsien, 2 quotations: /quote wang-hsin-hsien
    - China Daily, 2 quotations: /quote china-daily
    - Andrew Collier, 1 quotation: /quote andrew-collier
    - Zhou Hongyi, 1 quotation: /quote zhou-hongyi
    - Netizens on Weibo, 1 quotation: /quote netizens-on-weibo
    - Analysts, 2 reported, none quoted: /quote analysts
    - Daniel Zhang, 1 reported, none quoted: /quote daniel-zhang
    - Lei Jun, 1 reported, none quoted: /quote lei-jun
    - National Development and Reform Commission, 1 reported, none quoted: /quote ndrc"
  `);
});

it("says that a page lies beyond the end", async () => {
  expect(await ask("/quote xi item:99")).toMatchInlineSnapshot(`
    "I didn’t understand that
    /quote xi item:99

    There is no item 99: this answer has 7 items."
  `);
});

it("says of somebody who is not quoted what they wrote, by the byline", async () => {
  const answer = await bot.answerLine("/quote tam-claiborne");
  expect(answer.outcome).toBe("found");
  expect(await ask("/quote tam-claiborne")).toContain(
    [
      "Author of: “Chinese Tech Philanthropy in the Age of ‘Common Prosperity’”",
      "",
      "  By Daniel Tam-Claiborne",
      "  — SupChina, 23 November 2021 [1]",
    ].join("\n"),
  );
});
