/** Tests /timeline on the real shelf: what people read. */
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { createBot } from "../../src/desk/bot.ts";
import { englishMessages } from "../../src/language/en/messages.ts";
import { loadMessages } from "../../src/language/messages.ts";
import { createLibrary } from "../../src/library/embedded-library.ts";
import { readShelf } from "../../src/shelf/shelf.ts";
import { ask, bot, keptLog, library } from "../desks.ts";
import { all, type Changes, setting, shelfWith } from "../shelves.ts";

const botWith = async (changes: Changes) =>
  createBot(createLibrary(await readShelf(shelfWith(changes))), commands, englishMessages, keptLog());

/** Lists the rows of an answer, as date and label. */
const rows = async (line: string, over = bot) =>
  (await over.answerLine(line)).items.flatMap(([block]) =>
    block?.type === "table"
      ? [
          block.rows[0]!.slice(0, 2)
            .map(([part]) => part?.value)
            .join(": "),
        ]
      : [],
  );

const notes = async (line: string, over = bot) =>
  (await over.answerLine(line)).close.flatMap((block) => (block.type === "note" ? block.texts : []));

describe("/timeline common prosperity", () => {
  it("goes from the earliest on, marks what is inferred and why, and counts what has no date", async () => {
    expect(await ask("/timeline common prosperity")).toMatchInlineSnapshot(`
      "Common prosperity · timeline
      /timeline common prosperity

      1990s · First introduction of the three distributions
        In the source: “Central to achieving common prosperity is a concept known as the three distributions, first introduced by the Chinese economist Li Yining in the 1990s.” [1]
        Kind: event
        Desk’s note: Said of the three distributions together, and of none of them alone.

      February 2021 (inferred) · Xi Jinping’s declaration that China had eliminated poverty
        In the source: “Since February, when he declared China had eliminated poverty, “common prosperity” has become one of his favorite themes.” [1]
        Kind: event
        Desk’s note: “He” is Xi Jinping, named in the sentence before.

      17 August 2021 (inferred) · Meeting of the Central Committee for Financial and Economic Affairs
        In the source: “At a meeting of the Communist Party’s Central Committee for Financial and Economic Affairs on Aug. 17, Xi stressed that those who are already rich need to guide and help others achieve prosperity.” [1]
        Kind: event

      17 August 2021 (inferred) · Xi Jinping on what common prosperity means
        In the source: “on Aug. 17” [1]; “Common prosperity means prosperity for all, not just a few people” [1]; “We can allow some to get rich first, but we must then launch a scientific public policy to make sure every citizen can have their fair share.” [1]
        Kind: quotation: Xi Jinping
        Desk’s note: Date and place are those of the meeting before, by our reading.

      26 to 28 September 2021 (inferred) · World Internet Conference
        In the source: “Other tech giants, such as technology conglomerate Tencent, online agricultural marketplace Pinduoduo and food delivery platform Meituan, answered Beijing’s call before the Sept. 26-28 gathering, pledging financial support for social causes.” [1]
        Kind: event
        Desk’s note: That “the Sept. 26-28 gathering” is the three-day conference of the first sentence is our reading.

      Sources
      [1] “China’s Tech Titans Funding Beijing’s Effort to Close Income Gap” (title from a copy), author not known. Voice of America (VOA Mandarin), publisher inferred, publication date not stated, 2021 inferred: The text never names its year; 2021 follows from a verbatim copy of October 2021, no link. A work of the United States government, in the public domain.

      Desk’s notes:
      - Inferred dates (Voice of America): The source names no year; 2021 follows from a verbatim copy of October 2021.
      - Not shown (no date): 4 pledges, 2 quotations and 6 statements.
      - Not yet reviewed by a person (entered on 21 November 2026).

      - Define: Common prosperity: /define common-prosperity
      - Pledges: World Internet Conference: /pledge world-internet-conference
      - Quotes: Xi Jinping: /quote xi-jinping
      - Define: Three distributions: /define three-distributions
      - See in context: Central to achieving […]: /source voa-common-prosperity at:2355
      - Cite: /cite voa-common-prosperity"
    `);
  });

  it("says the same in Chinese, and leaves the sources as they are", async () => {
    const read = async (locale: "zh-Hans" | "zh-Hant", line: string) => {
      const { title, items, close } = await createBot(
        library,
        commands,
        await loadMessages(locale),
        keptLog(),
      ).answerLine(line);
      const cells = items
        .flat()
        .flatMap((block) =>
          block.type === "table"
            ? block.rows.map((row) =>
                row
                  .map((cell, at) => `${block.columns[at]}：${cell.map(({ value }) => value).join("；")}`)
                  .join(" | "),
              )
            : [],
        );
      return [title, ...cells, ...close.flatMap((block) => (block.type === "note" ? block.texts : []))];
    };
    expect(await read("zh-Hans", "/时间线 共同富裕 from:2021年9月")).toMatchInlineSnapshot(`
      [
        "共同富裕（Common prosperity） · 时间线，2021年9月起",
        "时间：2021年9月26日至28日（推断） | 事项：世界互联网大会 | 来源原文：Other tech giants, such as technology conglomerate Tencent, online agricultural marketplace Pinduoduo and food delivery platform Meituan, answered Beijing’s call before the Sept. 26-28 gathering, pledging financial support for social causes. | 类别：事件 | 编者注：“the Sept. 26-28 gathering”即第一句中为期三天的大会，这是编者的理解。",
        "推断的日期（Voice of America）：来源没有写明年份；2021年是据2021年10月的一份逐字副本推断的。",
        "日期不详，未列入：捐款承诺4项、引语2条和陈述6条。",
        "这些记录于2026年11月21日录入，尚未经人审核。",
      ]
    `);
    expect(await read("zh-Hant", "/時間軸 2008年")).toMatchInlineSnapshot(`
      [
        "整個資料庫 · 時間軸，2008年",
        "時間：2008年 | 事項：汶川地震 | 來源原文：The 2008 Sichuan earthquake is widely cited as a catalyst in the emergence of domestic philanthropy in China, raising the total amount of philanthropic giving thirtyfold, from $440 million to $16 billion, in a single year. | 類別：事件",
        "日期不詳，未列入：事件1項、捐款承諾5項、引語13則和陳述32則。",
        "這些紀錄於2026年11月21日收錄，尚未經人審核。",
      ]
    `);
  });
});

describe("the whole shelf", () => {
  it("is in order: a decade, a year, months, days", async () => {
    expect(await rows("/timeline")).toMatchInlineSnapshot(`
      [
        "1990s: First introduction of the three distributions",
        "2008: Sichuan earthquake",
        "2016: Tightening grip on NGOs",
        "February 2021 (inferred): Xi Jinping’s declaration that China had eliminated poverty",
        "May 2021 (inferred): Crackdown on “illegal NGOs”",
        "July 2021 (inferred): Zhengzhou floods",
        "July 2021 (inferred): Zhengzhou relief efforts: donations, donors not named",
        "July 2021 (inferred): Zhengzhou flood relief: four companies together",
        "17 August 2021 (inferred): Meeting of the Central Committee for Financial and Economic Affairs",
        "17 August 2021 (inferred): Xi Jinping on what common prosperity means",
        "26 to 28 September 2021 (inferred): World Internet Conference",
        "October 2021 (inferred): Shanxi flood",
        "23 November 2021: Publication of the article in SupChina",
      ]
    `);
  });

  it("drops nothing in silence: every event, commitment, quotation and statement is in it, or counted", async () => {
    const listed = (await library.find({ kinds: ["events", "pledges", "quotes", "facts"] })).hits;
    const shown = (await rows("/timeline")).length;
    const [, , counted = ""] = await notes("/timeline");
    const undated = [...counted.matchAll(/\d+/g)].reduce((sum, [number]) => sum + Number(number), 0);
    // These four statements repeat an event of the same date in the same words.
    const told = [
      "xi-poverty-eliminated",
      "xi-use-of-common-prosperity",
      "xi-on-those-already-rich",
      "pressure-on-ngos",
    ];
    expect(counted).toBe("Not shown (no date): 1 event, 5 pledges, 13 quotations and 32 statements.");
    expect(shown + undated + told.length).toBe(listed.length);
  });

  it("gives a commitment its sum and the words for its time", async () => {
    const text = await ask("/timeline zhengzhou");
    expect(text).toContain("In the source: “In July” [1]; “a total of $154 million” [1]");
    expect(text).toContain("Kind: pledge");
  });

  it("gives each inferred date its reason, by publisher", async () => {
    expect(await notes("/timeline")).toEqual(
      expect.arrayContaining([
        "Inferred dates (Voice of America): The source names no year; 2021 follows from a verbatim copy of October 2021.",
        "Inferred dates (SupChina): The source names no year; 2021 follows from its publication on 23 November 2021.",
      ]),
    );
    expect(JSON.stringify(await notes("/timeline sichuan earthquake"))).not.toContain("Inferred");
  });
});

describe("the subject", () => {
  it.each([
    ["/timeline COMMON-PROSPERITY", "found", "Common prosperity · timeline"],
    ["/timeline of common prosperity", "found", "Common prosperity · timeline"],
    ["/timeline 共同富裕", "found", "Common prosperity · timeline"],
    ["/timeline xi", "found", "Xi Jinping · timeline"],
    ["/timeline 习近平", "found", "Xi Jinping · timeline"],
    ["/timeline tencent", "found", "Tencent · timeline"],
    ["/timeline wuzhen", "found", "World Internet Conference · timeline"],
    ["/timeline alibba", "found", "Alibaba · timeline"],
    ["/timeline tech companies", "found", "“tech companies” · timeline"],
    [
      "/timeline ngo-campaign-of-the-ministry",
      "found",
      "Campaign to clamp down on unregistered NGOs · timeline",
    ],
    ["/timeline lu jun", "nothing", "Lu Jun · nothing dated on record"],
    ["/timeline inequality", "nothing", "“inequality” · nothing dated on record"],
    ["/timeline floods", "menu", "Which “floods” do you mean?"],
    ["/timeline jun", "nothing", "“jun” · nothing dated on record"],
    ["/timeline xi jinpin", "nothing", "Nothing on record for “xi jinpin”"],
    ["/timeline lei june", "nothing", "Nothing on record for “lei june”"],
    ["/timeline acme", "nothing", "Nothing on record for “acme”"],
  ])("%s", async (line, outcome, title) => {
    const answer = await bot.answerLine(line);
    expect([answer.outcome, answer.title]).toEqual([outcome, title]);
  });

  it("found by likeness, or by the words of the sources, is said to be so", async () => {
    expect(await ask("/timeline alibba")).toContain("Showing Alibaba for ‘alibba’.");
    expect(await ask("/timeline tech companies")).toContain(
      "No subject “tech companies”; dated records whose sources use these words:",
    );
  });

  it("that is an event is shown, though its date is not known", async () => {
    expect(await rows("/timeline ngo-campaign-of-the-ministry")).toEqual([
      "Date not known: Campaign to clamp down on unregistered NGOs",
    ]);
  });

  it("of which nothing is dated says what there is, and offers it", async () => {
    expect(await ask("/timeline lu jun")).toMatchInlineSnapshot(`
      "Lu Jun · nothing dated on record
      /timeline lu jun

      Searched 2 sources (latest known: 23 Nov 2021). Others may differ.

      Desk’s note: Not shown (no date): 3 quotations and 2 statements.

      - Quotes: Lu Jun: /quote lu-jun"
    `);
    expect(await ask("/timeline inequality")).toMatchInlineSnapshot(`
      "“inequality” · nothing dated on record
      /timeline inequality

      Searched 2 sources (latest known: 23 Nov 2021). Others may differ.

      Desk’s note: Not shown (no date): 2 quotations and 5 statements.

      - Quotes about “inequality”: /quote about:inequality"
    `);
  });

  it("is offered where it is near, and only where something is dated", async () => {
    expect(await ask("/timeline alibaba foundation")).toContain("- Alibaba: /timeline alibaba");
    expect(await ask("/timeline xi jinpin")).toContain("- Xi Jinping: /timeline xi-jinping");
    expect(await ask("/timeline lei june")).not.toContain("/timeline lei-jun");
    expect(await ask("/timeline NGOs 2021")).toMatchInlineSnapshot(`
      "Which “NGOs” do you mean?
      /timeline NGOs from:2021 to:2021

      Pick one:

      - Illegal NGOs: /timeline illegal-ngos from:2021 to:2021
      - Crackdown on “illegal NGOs”: /timeline ngo-crackdown from:2021 to:2021"
    `);
  });
});

describe("the time", () => {
  it.each([
    ["/timeline from:1990s to:2016", "1990s, 2008, 2016"],
    ["/timeline from:1995 to:2008", "1990s, 2008"],
    ["/timeline to:2015", "1990s, 2008"],
    ["/timeline from:2021-10", "October 2021 (inferred), 23 November 2021"],
    ['/timeline from:"October 2021"', "October 2021 (inferred), 23 November 2021"],
    ["/timeline from:2021年10月", "October 2021 (inferred), 23 November 2021"],
    ["/timeline from:2021-09-28 to:2021-09-28", "26 to 28 September 2021 (inferred)"],
    ['/timeline from:"17 August 2021" to:2021-08', "17 August 2021 (inferred), 17 August 2021 (inferred)"],
    ["/timeline xi from:2021-08", "17 August 2021 (inferred), 17 August 2021 (inferred)"],
    ["/timeline xi in February 2021", "February 2021 (inferred)"],
    ["/timeline 2008", "2008"],
    ["/timeline the 1990s", "1990s"],
    ["/timeline 2008年四川地震", "2008"],
    ["/timeline floods in zhengzhou", "July 2021 (inferred), July 2021 (inferred), July 2021 (inferred)"],
  ])("%s", async (line, dates) => {
    expect((await rows(line)).map((row) => row.split(": ")[0]).join(", ")).toBe(dates);
  });

  it("that is among the words is asked as options, so that pages and menus keep it", async () => {
    const answer = await bot.answerLine("/timeline xi since August 2021");
    expect(answer.ask).toEqual({ command: "timeline", text: "xi", options: { from: "2021-08" }, from: 1 });
    expect(answer.title).toBe("Xi Jinping · timeline, from August 2021");
  });

  it.each([
    ["from:1990s", "All sources · timeline, from the 1990s"],
    ["from:1990s to:2016", "All sources · timeline, the 1990s to 2016"],
    ["to:2016", "All sources · timeline, up to 2016"],
    ["in 2016", "All sources · timeline, 2016"],
  ])("%s stands in the title", async (words, title) => {
    expect((await bot.answerLine(`/timeline ${words}`)).title).toBe(title);
  });

  it("in which nothing is dated leaves what is dated to be asked", async () => {
    expect(await ask("/timeline xi 2020")).toMatchInlineSnapshot(`
      "Xi Jinping · nothing dated on record, 2020
      /timeline xi from:2020 to:2020

      Searched 2 sources (latest known: 23 Nov 2021). Others may differ.

      Desk’s notes:
      - 3 more outside these dates.
      - Not shown (no date): 3 quotations and 2 statements.

      - Timeline: Xi Jinping: /timeline xi-jinping
      - Quotes: Xi Jinping: /quote xi-jinping"
    `);
    expect(await ask("/timeline 2022")).toMatchInlineSnapshot(`
      "All sources · nothing dated on record, 2022
      /timeline from:2022 to:2022

      Searched 2 sources (latest known: 23 Nov 2021). Others may differ.

      Desk’s notes:
      - 13 more outside these dates.
      - Not shown (no date): 1 event, 5 pledges, 13 quotations and 32 statements.

      - Timeline: All sources: /timeline"
    `);
  });

  it.each([
    "/timeline from:yesterday",
    "/timeline xi to:soon",
    "/timeline to:2021-13",
    "/timeline to:2021-02-30",
    "/timeline to:8月",
    "/timeline to:August 2021",
    "/timeline from:2022 to:2021",
  ])("%s is a mistake", async (line) => {
    const { outcome, audience, opening } = await bot.answerLine(line);
    expect([outcome, audience, opening.length]).toEqual(["mistake", "asker", 1]);
  });

  it("that is none is said, with what is expected", async () => {
    expect(await ask("/timeline xi from:yesterday")).toMatchInlineSnapshot(`
      "I didn’t understand that
      /timeline xi from:yesterday

      “yesterday” in from: is not a date. Expected: a year, a month, a day or a decade, such as 2021, 2021-08, 2021-08-17, "August 2021", "17 August 2021" or 1990s."
    `);
    expect(await ask("/timeline from:2021-08-17 to:2021-08")).toContain(
      "timeline, 17 August 2021 to August 2021",
    );
    expect(await ask("/timeline from:2022 to:2021")).toContain("“from” (2022) is after “to” (2021).");
  });
});

describe("the picture", () => {
  it("has a moment for each row, in order, with what is inferred marked in words", async () => {
    expect((await bot.answerLine("/timeline xi")).picture).toMatchInlineSnapshot(`
      {
        "alt": "Xi Jinping · timeline. February 2021 (inferred): Xi Jinping’s declaration that China had eliminated poverty (event); 17 August 2021 (inferred): Meeting of the Central Committee for Financial and Economic Affairs (event); 17 August 2021 (inferred): Xi Jinping on what common prosperity means (quotation).",
        "inferredMark": "inferred",
        "moments": [
          {
            "date": "2021-02",
            "inferred": true,
            "kind": "event",
            "what": "Xi Jinping’s declaration that China had eliminated poverty",
            "when": "February 2021",
          },
          {
            "date": "2021-08-17",
            "inferred": true,
            "kind": "event",
            "what": "Meeting of the Central Committee for Financial and Economic Affairs",
            "when": "17 August 2021",
          },
          {
            "date": "2021-08-17",
            "inferred": true,
            "kind": "quotation",
            "what": "Xi Jinping on what common prosperity means",
            "when": "17 August 2021",
          },
        ],
        "title": "Xi Jinping · timeline",
        "type": "moments",
      }
    `);
  });

  it("has the kinds in the asker's words, and the end of what lasted", async () => {
    const { picture } = await bot.answerLine("/timeline common prosperity");
    const moments = picture?.type === "moments" ? picture.moments : [];
    expect(moments.at(-1)).toMatchObject({
      date: "2021-09-26",
      to: "2021-09-28",
      when: "26 to 28 September 2021",
    });
    expect(new Set(moments.map(({ kind }) => kind))).toEqual(new Set(["event", "quotation"]));
  });

  it("is there only where two things are to be set in order", async () => {
    expect((await bot.answerLine("/timeline sichuan earthquake")).picture).toBeUndefined();
    expect((await bot.answerLine("/timeline lu jun")).picture).toBeUndefined();
  });
});

describe("over another shelf", () => {
  const pledge = "data/pledges/alibaba-common-prosperity.json";

  it("gives a commitment a row for each time that its accounts give", async () => {
    const over = await botWith({
      [pledge]: all(
        setting("/accounts/0/when", {
          stated: "over the next several years",
          date: "2020",
          inferred: "For a test.",
        }),
        setting("/accounts/1/when", {
          stated: "over the next five years",
          date: "2019",
          inferred: "For a test.",
        }),
      ),
    });
    const told = await rows("/timeline alibaba to:2020", over);
    expect(told).toEqual([
      "2019 (inferred): Alibaba: common prosperity pledge",
      "2020 (inferred): Alibaba: common prosperity pledge",
    ]);
  });

  it("gives the reasons in the rows where they are too many to stand below", async () => {
    const events = [
      "shanxi-floods",
      "zhengzhou-floods",
      "ngo-crackdown",
      "poverty-declared-eliminated",
      "world-internet-conference",
    ];
    const over = await botWith(
      Object.fromEntries(
        events.map((id) => [`data/events/${id}.json`, setting("/when/inferred", `Because of ${id}.`)]),
      ),
    );
    const answer = await over.answerLine("/timeline");
    expect(JSON.stringify(answer.close)).not.toContain("Inferred dates");
    for (const id of events) expect(JSON.stringify(answer.items)).toContain(`Because of ${id}.`);
  });

  it("orders what is dated alike by kind: event, commitment, words", async () => {
    const zhengzhou = (await rows("/timeline zhengzhou")).map((row) => row.split(": ").slice(1).join(": "));
    expect(zhengzhou).toEqual([
      "Zhengzhou floods",
      "Zhengzhou relief efforts: donations, donors not named",
      "Zhengzhou flood relief: four companies together",
    ]);
  });
});

describe("suggestions", () => {
  const suggest = async (option: string, typed: string) =>
    (await bot.suggest("timeline", option, typed)).map(({ label, value }) => `${label} = ${value}`);

  it("for a date are the years on the shelf, then what begins with what is typed, and what is a date", async () => {
    expect(await suggest("from", "")).toEqual(["1990s = 1990s", "2008 = 2008", "2016 = 2016", "2021 = 2021"]);
    expect(await suggest("to", "20")).toEqual(["2008 = 2008", "2016 = 2016", "2021 = 2021"]);
    expect(await suggest("to", "2021-0")).toContain("17 August 2021 = 2021-08-17");
    expect(await suggest("to", "august 2020")).toEqual(["August 2020 = 2020-08"]);
    expect(await suggest("from", "yesterday")).toEqual([]);
  });

  it("for a subject are those most referred to, then by name", async () => {
    expect((await suggest("subject", "")).slice(0, 3)).toMatchInlineSnapshot(`
      [
        "Common prosperity = common-prosperity",
        "Xi Jinping = xi-jinping",
        "Alibaba = alibaba",
      ]
    `);
    expect(await suggest("subject", "zheng")).toContain("Zhengzhou floods = zhengzhou-floods");
  });
});

it("offers the commitments, the words and the terms of what it shows", async () => {
  const lines = (await ask("/timeline")).split("\n").slice(-6);
  expect(lines).toMatchInlineSnapshot(`
    [
      "- Pledges: Zhengzhou floods: /pledge zhengzhou-floods",
      "- Quotes: Xi Jinping: /quote xi-jinping",
      "- Define: Three distributions: /define three-distributions",
      "- Pledges: World Internet Conference: /pledge world-internet-conference",
      "- See in context: Central to achieving […]: /source voa-common-prosperity at:2355",
      "- Cite: /cite voa-common-prosperity supchina-tech-philanthropy",
    ]
  `);
});

it("stands whole as one table", async () => {
  for (const line of ["/timeline", "/timeline xi", "/timeline sichuan earthquake"]) {
    const blocks = (await bot.answerLine(line)).items.flat();
    expect(blocks.every(({ type }) => type === "table")).toBe(true);
    expect(new Set(blocks.map((block) => block.type === "table" && block.columns.join())).size).toBe(1);
  }
});
