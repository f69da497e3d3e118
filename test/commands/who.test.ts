/** Tests /who on the real shelf: what people read. */
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { createAsk } from "../../src/ask/ask.ts";
import { fitAnswer } from "../../src/delivery/fit.ts";
import { renderTextPage } from "../../src/delivery/text.ts";
import { type Answer, type Block, blockPassages } from "../../src/desk/answer.ts";
import { createBot, createBotFactory } from "../../src/desk/bot.ts";
import { englishMessages } from "../../src/language/en/messages.ts";
import { createLibrary } from "../../src/library/embedded-library.ts";
import { foldText } from "../../src/shelf/fold.ts";
import { readShelf } from "../../src/shelf/shelf.ts";
import { ask, bot, keptLog, library } from "../desks.ts";
import { setting, shelfWith } from "../shelves.ts";

const blocksOf = ({ opening, items, close }: Answer): Block[] => [...opening, ...items.flat(), ...close];

/** Returns the text of an answer above its sources. */
const body = async (line: string): Promise<string> => (await ask(line)).split("\n\nSources\n")[0]!;

describe("a person", () => {
  it("has a role, words, events, and what is not in the sources", async () => {
    expect(await ask("/who xi")).toMatchInlineSnapshot(`
      "Xi Jinping · in the sources
      /who xi

      Role: “Chinese President” [1]

        During his first eight years in office, Chinese President Xi Jinping occasionally mentioned the term “common prosperity.” Since February, when he declared China had eliminated poverty, “common prosperity” has become one of his favorite themes.
        — Voice of America, 2021 (both inferred) [1]

      Desk’s note: No role stated by SupChina.

      4 quotations, 3 reported
        “Common prosperity means prosperity for all, not just a few people […] We can allow some to get rich first, but we must then launch a scientific public policy to make sure every citizen can have their fair share.”
        — Xi Jinping, reported by Voice of America, 2021 (both inferred) [1]

      When:    “on Aug. 17” [1]
      Where:   “At a meeting of the Communist Party’s Central Committee for Financial and Economic Affairs”
      Via:     “according to a meeting note published by China’s state-run Xinhua News Agency”
      Wording: English as printed by Voice of America; original language and translator not stated

      Desk’s notes:
      - “on Aug. 17” is taken as 17 August 2021. The source names no year; 2021 follows from a verbatim copy of October 2021.
      - Date and place are those of the meeting before, by our reading.

      Events
      Meeting of the Central Committee for Financial and Economic Affairs
        When: “on Aug. 17” [1]

        At a meeting of the Communist Party’s Central Committee for Financial and Economic Affairs on Aug. 17, Xi stressed that those who are already rich need to guide and help others achieve prosperity.
        — Voice of America, 2021 (both inferred) [1]

      Xi Jinping’s declaration that China had eliminated poverty
        When: “February” [1]

      Desk’s notes:
      - “February” is taken as February 2021. The source names no year; 2021 follows from a verbatim copy of October 2021.
      - “He” is Xi Jinping, named in the sentence before.

      Sources
      [1] “China’s Tech Titans Funding Beijing’s Effort to Close Income Gap” (title from a copy), author not known. Voice of America (VOA Mandarin), publisher inferred, publication date not stated, 2021 inferred: The text never names its year; 2021 follows from a verbatim copy of October 2021, no link. A work of the United States government, in the public domain.

      Desk’s notes:
      - No pledges on record.
      - Not yet reviewed by a person (entered on 21 November 2026).

      - Quotes: Xi Jinping: /quote xi-jinping
      - Define: Common prosperity: /define common-prosperity
      - See in context: During his first eight […]: /source voa-common-prosperity at:1610
      - Cite: /cite voa-common-prosperity"
    `);
  });

  it("has no role where no source states one, and is not quoted twice in the same words", async () => {
    expect(await body("/who andrew collier")).toMatchInlineSnapshot(`
      "Andrew Collier · in the sources
      /who andrew collier

        Improving social welfare in China will require the government to tackle fundamental changes in its tax structure and state system, reforms that Andrew Collier argues are highly unlikely under China’s current political system.
        — SupChina, 23 November 2021 [1]

      Desk’s note: No role stated in the sources.

      1 quotation, 1 reported
        “Beijing policymakers are stuck with ad hoc campaigns against the technology companies, demands that CEOs contribute to charity, and calls for redistribution of income — but no fundamental restructuring of the tax base, fiscal system, or the state firms that grab a big chunk of national capital.”
        — Andrew Collier (speaker inferred), reported by SupChina, 23 November 2021 [1]

      When:    not stated
      Wording: English as printed by SupChina; original language and translator not stated

      Desk’s notes:
      - “He” is read as Andrew Collier, named in the sentence before.
      - The source says that he writes this, and not where or when."
    `);
  });

  it("tells of commitments that are another's by what they said of them alone", async () => {
    expect(await body("/who daniel zhang")).toMatchInlineSnapshot(`
      "Daniel Zhang · in the sources
      /who daniel zhang

      Role: “CEO at e-commerce giant Alibaba group” [1]

        Daniel Zhang, CEO at e-commerce giant Alibaba group, said his company’s donation of $15 billion to the initiative over the next five years represented its willingness to help China achieve its goal of prosperity for all.
        — Voice of America, 2021 (both inferred) [1]

      Desk’s note: “The initiative” is Beijing’s “common prosperity” initiative, named in the first sentence of the text.

      Pledges, according to Daniel Zhang
      Alibaba: common prosperity pledge
        Amount: “$15 billion” [1]
        Donor: Alibaba [1]

      1 reported, none quoted"
    `);
  });

  it("has all roles that one passage gives beside each other, and the source that they wrote", async () => {
    const text = await ask("/who tam-claiborne");
    expect(text).toContain(
      [
        "Role: “An author and essayist with a background in journalism, communications, and grant writing” [1]",
        "Role: “an outspoken advocate for Asian American issues and increased global understanding”",
      ].join("\n"),
    );
    expect(text).toContain("/source supchina-tech-philanthropy");
    expect(text).toContain("Author of: “Chinese Tech Philanthropy in the Age of ‘Common Prosperity’”");
  });
});

describe("an organization", () => {
  it("has both sources' sums, its people with their roles, its events", async () => {
    expect(await body("/who alibaba")).toMatchInlineSnapshot(`
      "Alibaba · in the sources
      /who alibaba

      Described as: “Chinese tech giants” [1]

        In July, when Zhengzhou was hit with one of its heaviest rainfalls in decades, nearly $300 million in donations poured in to aid relief efforts. Chief among them, Chinese tech giants AlibabaTencentByteDance, and Meituan pledged a total of $154 million for flood relief efforts.
        — SupChina, 23 November 2021 [1]

      Described as: “e-commerce giant” [2]

        Daniel Zhang, CEO at e-commerce giant Alibaba group, said his company’s donation of $15 billion to the initiative over the next five years represented its willingness to help China achieve its goal of prosperity for all.
        — Voice of America, 2021 (both inferred) [2]

      Desk’s notes:
      - In “AlibabaTencentByteDance” the names run together in the stored text.
      - “The initiative” is Beijing’s “common prosperity” initiative, named in the first sentence of the text.

      Pledges
      Alibaba: common prosperity pledge
        Amount: “$15.5 billion” [1]; “$15 billion” [2]

      Desk’s note: The sources differ; both are shown.

        In light of these announcements, Alibaba committed $15.5 billion over the next several years toward initiatives, including technology innovation, economic development, high-quality job creation, and supporting vulnerable groups as a way to “spread wealth.”
        — SupChina, 23 November 2021 [1]

      Zhengzhou flood relief: four companies together
        Amount: “a total of $154 million” [1]
        Joint, with: Alibaba, Tencent, ByteDance and Meituan [1]

      People
      Daniel Zhang
        Role: “CEO at e-commerce giant Alibaba group” [2]

      Events
      Zhengzhou floods
        When: “In July” [1]

      Desk’s note: “In July” is taken as July 2021. The source names no year; 2021 follows from its publication on 23 November 2021."
    `);
  });

  it("keeps a sum that is undisclosed apart from one that no source states", async () => {
    expect(await body("/who qihoo 360")).toContain("Amount (undisclosed): “an as yet undisclosed sum” [1]");
    expect(await body("/who pinduoduo")).toContain("Amount: not stated in this source [1]");
  });

  it("has what it is part of, and what is part of it", async () => {
    expect(await body("/who 中央财经委员会")).toMatchInlineSnapshot(`
      "Central Committee for Financial and Economic Affairs · in the sources
      /who 中央财经委员会

      Described as: “the Communist Party’s Central Committee for Financial and Economic Affairs” [1]
      Part of:      Communist Party

        At a meeting of the Communist Party’s Central Committee for Financial and Economic Affairs on Aug. 17, Xi stressed that those who are already rich need to guide and help others achieve prosperity.
        — Voice of America, 2021 (both inferred) [1]

      Events
      Meeting of the Central Committee for Financial and Economic Affairs
        When: “on Aug. 17” [1]

      Desk’s note: “on Aug. 17” is taken as 17 August 2021. The source names no year; 2021 follows from a verbatim copy of October 2021."
    `);
    expect(await body("/who communist party")).toMatchInlineSnapshot(`
      "Communist Party · in the sources
      /who communist party

        At a meeting of the Communist Party’s Central Committee for Financial and Economic Affairs on Aug. 17, Xi stressed that those who are already rich need to guide and help others achieve prosperity.
        — Voice of America, 2021 (both inferred) [1]

      Desk’s note: No description in the sources.

      Organizations
      Central Committee for Financial and Economic Affairs
        Described as: “the Communist Party’s Central Committee for Financial and Economic Affairs” [1]"
    `);
    expect(await body("/who the china project")).toContain(
      "Organizations\nSerica Initiative\n  Described as: “the non-profit organization operated by SupChina” [1]",
    );
  });

  it("that is many people is called what the sources call it, and nobody is named", async () => {
    expect(await body("/who netizens")).toMatchInlineSnapshot(`
      "Netizens on Weibo · in the sources
      /who netizens

        Many netizens on Weibo supported the moves, but said that the companies had “political awareness,” meaning that they were showing a sense of social responsibility to curry favor with Beijing.
        — SupChina, 23 November 2021 [1]

      Desk’s notes:
      - No description in the sources.
      - The source says “many netizens” and names none of them.

      1 quotation"
    `);
  });
});

it("is told in Chinese around the sources' own words", async () => {
  const botFor = createBotFactory(library, commands, keptLog());
  const read = async (locale: "zh-Hans" | "zh-Hant", line: string) => {
    const { messages, answerLine } = await botFor(locale);
    const page = fitAnswer(
      await answerLine(line),
      (page) => renderTextPage(page, messages),
      () => true,
    );
    return page.message.split(`\n\n${messages.sources}\n`)[0];
  };
  expect(await read("zh-Hans", "/who 字节跳动")).toMatchInlineSnapshot(`
    "字节跳动（ByteDance） · 来源中的记载
    /who 字节跳动

    描述：“Chinese tech giants” [1]

      In July, when Zhengzhou was hit with one of its heaviest rainfalls in decades, nearly $300 million in donations poured in to aid relief efforts. Chief among them, Chinese tech giants AlibabaTencentByteDance, and Meituan pledged a total of $154 million for flood relief efforts.
      — SupChina，2021年11月23日 [1]

    编者注：存档文本中，“AlibabaTencentByteDance”里的几个名称连在了一起。

    捐款承诺
    郑州救灾：四家公司共同捐款
      金额：“a total of $154 million” [1]
      捐款方（合计）：阿里巴巴、腾讯、字节跳动和美团 [1]

    事件
    郑州水灾
      时间：“In July” [1]

    编者注：“In July”推断为2021年7月。来源没有写明年份；2021年是据其发布日期2021年11月23日推断的。"
  `);
  expect(await read("zh-Hant", "/who 張勇")).toMatchInlineSnapshot(`
    "張勇（Daniel Zhang） · 來源中的記載
    /who 張勇

    身分：「CEO at e-commerce giant Alibaba group」 [1]

      Daniel Zhang, CEO at e-commerce giant Alibaba group, said his company’s donation of $15 billion to the initiative over the next five years represented its willingness to help China achieve its goal of prosperity for all.
      — Voice of America，2021年（均為推斷） [1]

    編者註：「該倡議」（“the initiative”）指文中第一句提到的北京的「共同富裕」倡議。

    捐款承諾，據張勇所言
    阿里巴巴：為共同富裕的捐款承諾
      金額：「$15 billion」 [1]
      捐款方：阿里巴巴 [1]

    言論：無直接引語，轉述1則"
  `);
});

describe("a name", () => {
  it.each([
    ["/who XI", "found", "Xi Jinping · in the sources"],
    ["/who 习近平", "found", "Xi Jinping · in the sources"],
    ["/who is xi?", "found", "Xi Jinping · in the sources"],
    ["/who qihoo-360", "found", "Qihoo 360 · in the sources"],
    ["/who byte dance", "found", "ByteDance · in the sources"],
    ["/who civil affairs", "found", "Ministry of Civil Affairs · in the sources"],
    ["/who tencnet", "found", "Tencent · in the sources"],
    ["/who jun", "menu", "Which “jun” do you mean?"],
    ["/who", "menu", "Who, or which organization?"],
    ["/who li jun", "nothing", "Nothing on record for “li jun”"],
    ["/who is jack ma", "nothing", "Nothing on record for “jack ma”"],
  ])("%s", async (line, outcome, title) => {
    const answer = await bot.answerLine(line);
    expect([answer.outcome, answer.title]).toEqual([outcome, title]);
  });

  it("found by likeness is said to be; a person's is offered, not answered", async () => {
    expect(await ask("/who tencnet")).toContain("Showing Tencent for ‘tencnet’.");
    expect(await ask("/who li jun")).toMatchInlineSnapshot(`
      "Nothing on record for “li jun”
      /who li jun

      Searched 2 sources (latest known: 23 Nov 2021). Others may differ.
      Did you mean:
      - Lei Jun: /who lei-jun
      - Lu Jun: /who lu-jun"
    `);
  });

  it("of something else leads to the command that has it, and to what stands in it", async () => {
    expect(await ask("/who common prosperity")).toMatchInlineSnapshot(`
      "“common prosperity” · nobody of this name on record
      /who common prosperity

      Searched 2 sources (latest known: 23 Nov 2021). Others may differ.
      Found under another command:
      - Define: Common prosperity: /define common-prosperity"
    `);
    expect(await ask("/who alibaba foundation")).toContain("- Alibaba: /who alibaba");
  });

  it("is offered to whoever asks another command for it in vain", async () => {
    expect(await ask("/define alibaba")).toContain("- About Alibaba: /who alibaba");
    expect(await ask("/pledge xiaomi")).toContain("- About Xiaomi: /who xiaomi");
    expect(await ask("/quote alibaba")).toContain("- About Alibaba: /who alibaba");
  });
});

it("gives everyone when nobody is asked for, those first of whom the shelf has most", async () => {
  const text = await ask("/who");
  expect(text.split("\n").slice(0, 7).join("\n")).toMatchInlineSnapshot(`
    "Who, or which organization?
    /who

    - Xi Jinping, 12 records: /who xi-jinping
    - Alibaba, 6 records: /who alibaba
    - Lu Jun, 5 records: /who lu-jun
    - National Development and Reform Commission, 5 records: /who ndrc"
  `);
  const everyone = await library.find({ kinds: ["people", "organizations"] });
  expect(text.match(/: \/who [a-z0-9-]+$/gm)?.length).toBe(everyone.hits.length);
});

describe("on another shelf", async () => {
  const shelf = await readShelf(
    shelfWith({
      "data/pledges/shanxi-floods-tech-companies.json": setting("/occasions", ["organizations/weibo"]),
      "data/organizations/east-asian-studies-institute.json": setting("/roles/0/of", undefined),
      "data/events/ngo-controls.json": setting("/about", ["organizations/weibo"]),
      "data/events/ngo-campaign-of-the-ministry.json": setting("/about", ["organizations/weibo"]),
    }),
  );
  const there = createBot(createLibrary(shelf), commands, englishMessages, keptLog());
  const read = async (line: string) => {
    const page = fitAnswer(
      await there.answerLine(line),
      (page) => renderTextPage(page, englishMessages),
      () => true,
    );
    return page.message;
  };

  it("an organization has what others gave for its sake, and says whose that was", async () => {
    expect(await read("/who weibo")).toContain(
      [
        "Pledges",
        "Shanxi flood: major Chinese tech companies together",
        "  Amount: “more than $46 million” [1]",
        "  Joint, with: “major Chinese tech companies” [1]",
      ].join("\n"),
    );
  });

  it("what has no date comes after what has one", async () => {
    const text = await read("/who weibo");
    expect(text.indexOf("Tightening grip on NGOs")).toBeGreaterThan(0);
    expect(text.indexOf("Campaign to clamp down")).toBeGreaterThan(text.indexOf("Tightening grip on NGOs"));
  });

  it("one that is part of another is so even where no role says it", async () => {
    expect(await read("/who east asian studies institute")).toContain(
      "Part of:      National Cheng-Chi University",
    );
    expect(await read("/who nccu")).toContain("Organizations\nEast Asian Studies Institute\n");
  });

  it("that nobody has is named without the mark of the question", async () => {
    expect(await read("/who gave the most money?")).toContain("No source here names gave the most money.\n");
  });
});

describe.each((await library.find({ kinds: ["people", "organizations"] })).hits)("$kind/$id", ({ id }) => {
  it("is found, its numbers and its words stand in the passages that it cites, and none is shown twice", async () => {
    const answer = await bot.answer(createAsk("who", id));
    expect(answer.outcome).toBe("found");
    for (const block of blocksOf(answer)) {
      if (block.type !== "details" && block.type !== "table") continue;
      const values =
        block.type === "details"
          ? block.rows.map((row) => ({ passages: block.passages, ...row }))
          : block.rows.flatMap((row) => row.slice(1)).flat();
      for (const { value, stated, passages } of values) {
        const cited = foldText(passages.map(({ text }) => text).join("\n"));
        for (const number of value.match(/\d[\d,.]*\d|\d/g) ?? []) expect(cited, value).toContain(number);
        if (stated) expect(cited).toContain(foldText(value));
        expect(passages.length, value).toBeGreaterThan(0);
      }
    }
    const shown = blocksOf(answer)
      .filter(({ type }) => type === "quote" || type === "report")
      .flatMap(blockPassages)
      .map(({ text }) => text);
    for (const [index, text] of shown.entries())
      for (const other of shown.slice(index + 1)) expect(text.includes(other), other).toBe(false);
    expect(shown.length).toBeGreaterThan(0);
  });
});
