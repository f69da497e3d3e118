/** Tests what is drafted from a text, and how it is written. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Draft } from "../../src/drafts/draft.ts";
import { draftLines } from "../../src/drafts/draft-json.ts";
import { draftText } from "../../src/drafts/draft-text.ts";
import { PROGRAM } from "../programs/compiled.ts";
import { temporaryFolder } from "../shelves.ts";

const draftsOf = (kind: Draft["kind"], text: string): readonly Draft[] =>
  draftText(text, { published: "2023-06-14" }).drafts.filter((draft) => draft.kind === kind);

describe("a sum", () => {
  it.each([
    ["The fund gave £2.37bn to Acme.", "£2.37bn", 2_370_000_000, "GBP"],
    ["It cost Rs 900 crore.", "Rs 900 crore", 9_000_000_000, "INR"],
    ["It cost half a million pounds.", "half a million pounds", 500_000, "GBP"],
    ["公司捐出二億港元。", "二億港元", 200_000_000, "HKD"],
    ["我們今年收到三千萬元。", "三千萬元", 30_000_000, undefined],
    ["我们今年收到三千万元。", "三千万元", 30_000_000, "CNY"],
    ["In Tokyo it cost ¥5 million.", "¥5 million", 5_000_000, "JPY"],
    ["It cost ¥5 million.", "¥5 million", 5_000_000, undefined],
    ["It cost 80 million crowns.", "80 million crowns", 80_000_000, undefined],
    ["經費共四億八千萬元。", "四億八千萬元", 480_000_000, undefined],
    ["賑災專戶收到捐款新臺幣13億2千萬元。", "新臺幣13億2千萬元", 1_320_000_000, "TWD"],
    ["她捐出新臺幣五百萬元。", "新臺幣五百萬元", 5_000_000, "TWD"],
    ["公司捐出1亿2000万元。", "1亿2000万元", 120_000_000, "CNY"],
    ["They handed over $5 million.", "$5 million", 5_000_000, "USD", undefined],
    ["The sisters fell out in a row over $5 million.", "$5 million", 5_000_000, "USD", undefined],
    ["She was asked about $5 million.", "$5 million", 5_000_000, "USD", undefined],
    ["They gave over $5 million.", "$5 million", 5_000_000, "USD", "over"],
  ])("in “%s”", (text, written, value, currency, qualifier?: string) => {
    expect(draftsOf("sum", text).map(({ amount }) => amount)).toMatchObject([
      { text: written, value, currency, ...(qualifier && { qualifier }) },
    ]);
  });

  it.each([
    ["Acme Ltd pledged $5 million to the school.", true],
    ["Acme Ltd refused to give $5 million.", false],
    ["Acme Ltd, which is worth $5 million, gave nothing.", false],
    ["Had Acme Ltd given $5 million, it would have stood.", false],
    ["The school received a $5 million grant from Acme Ltd.", true],
    ["Acme Ltd gave to the $5 million project.", false],
    ["Acme Ltd raised $5 million.", false],
    ["Acme Ltd donated masks worth $5 million.", true],
    ["Of the gift, Acme Ltd said, $5 million will fund two chairs.", false],
    ["The $5 million that Acme Ltd had asked for did not come.", false],
    ["Acme Ltd’s $5 million donation was turned down.", false],
    ["Acme Ltd has set aside $5 million for claims.", false],
    ["The publisher offered her an advance of $5 million.", false],
    ["The state agreed to match the gift with up to $5 million.", true],
    ["A cheque for $5 million came in a plain envelope.", true],
    ["The donations have reached $5 million.", true],
    ["Jane Roe transferred shares worth $5 million to the family’s foundation.", true],
    ["The $5 million still needed has been given by Acme Ltd.", true],
    ["The $5 million still needed has not been given by anyone.", false],
    ["Acme Ltd made grants worth $5 million.", true],
    ["The state will match donations pound for pound up to $5 million.", true],
    ["She will hand $5 million to the school.", true],
    ["She will hand her son $5 million.", false],
    ["Jane Roe transferred a stake in Acme, valued at $5 million, to a trust.", true],
    ["Acme Ltd had promised $5 million but withdrew the offer.", false],
    ["公司捐出巴士三輛，價值約900萬元。", true],
    ["他把120万元拿了出来。", true],
    ["出资人是60岁的农民工，他有180万元。", false],
    ["去年全国社会捐赠总额为5亿元。", false],
    ["大學累計獲捐總額增至5億港元。", false],
    ["公司捐款办学，其中500万元用于购置图书。", false],
    ["銀行贊助晚會，並提供五百萬元低利貸款。", false],
    ["有一笔500万元的捐赠被婉拒。", false],
    ["公司投入500万元翻建宿舍。", false],
    ["一位不愿透露姓名的市民送来500万元。", true],
    ["經費中五百萬元由榮昌食品董事長蔡榮昌捐助。", true],
  ])("is a gift or not: %s", (text, gift) => {
    expect(draftsOf("sum", text).map((draft) => draft.gift)).toEqual([gift]);
  });

  it.each([
    "Acme Ltd gave $9 million, and $5 million will fund two chairs.",
    "Acme Ltd pledged $9 million; the remaining $5 million will pay for two chairs.",
    "Acme Ltd gave $9 million. Another $5 million would repair the roof.",
    "Acme Ltd pledged $9 million, of which $5 million will go to schools.",
  ])("that says what a part is for is no second gift: %s", (text) => {
    expect(draftsOf("sum", text).map(({ gift }) => gift)).toEqual([true, false]);
  });

  it.each([
    ["Acme Ltd and Bolt Group gave $5 million.", ["Acme Ltd", "Bolt Group"]],
    ["The retailer’s founder Jane Roe gave $5 million.", ["Jane Roe"]],
    ["The school received $5 million from Acme Ltd.", ["Acme Ltd"]],
    ["LEEDS, May 3 (Wire) - Acme Ltd gave $5 million.", ["Acme Ltd"]],
    ["The school was given $5 million.", undefined],
    ["Acme College was given $5 million.", undefined],
    ["Bolt Group received $5 million in donations.", undefined],
    ["Jane Roe is a baker. She and the grocer John Doe gave $5 million.", ["Jane Roe", "John Doe"]],
    ["She and the grocer John Doe gave $5 million.", undefined],
    ["The school received $5 million from Jane Roe and her husband, John Doe.", ["Jane Roe", "John Doe"]],
    ["It received a $5 million bequest from the estate of Howard Lutz.", ["Howard Lutz"]],
    ["Acme Ltd, started by the baker Jane Roe, and Bolt Group gave $5 million.", ["Acme Ltd", "Bolt Group"]],
    ["The trust is joined by Acme Ltd ($5 million) and by Bolt Group.", ["Acme Ltd"]],
    ["Acme Ltd has awarded $5 million in grants.", ["Acme Ltd"]],
    ["Acme Ltd says its customers have pledged $5 million.", undefined],
    ["Bolt Group sold nails; the government said it would give $5 million.", undefined],
    ["（记者李明华）蓝天基金会宣布，将捐款500万元。", ["蓝天基金会"]],
    ["旗下蓝天基金会捐款500万元。", ["蓝天基金会"]],
    ["香港企業家李家輝透過瑞和集團捐出500萬港元。", ["李家輝"]],
    ["李明华捐款若干，另有三名校友各捐100万元。", undefined],
    ["It was paid by contributions from Acme Ltd ($5 million) and others.", ["Acme Ltd"]],
    ["Bolt Group sells nails. Acme Ltd, an insurer, said it would donate $5 million.", ["Acme Ltd"]],
    ["Jane Roe, whose family trust gave $5 million, is a baker.", undefined],
    ["It was given $5 million, according to a count by Acme Ltd.", undefined],
    ["歌手方浩然捐赠50万元。", ["方浩然"]],
    ["江南大学教授宋启明认为，企业每年捐赠5亿元并不多。", undefined],
    ["經費中五百萬元由榮昌食品董事長蔡榮昌捐助。", ["蔡榮昌"]],
  ])("has its donors, or none: %s", (text, donors) => {
    expect(draftsOf("sum", text)[0]?.donors).toEqual(donors);
  });
});

describe("a quotation", () => {
  it.each([
    ["“We begin today and go on,” said Jane Roe, a baker. “Nobody will stop us.”", "Jane Roe", 2],
    ["Jane Roe, a baker, said: “We begin today and go on.”", "Jane Roe", 1],
    ["Jane Roe is a baker. “We begin today and go on,” she said.", "Jane Roe", 1],
    ["Jane Roe’s view was echoed by John Doe. “We begin today and go on,” he said.", "John Doe", 1],
    ["A spokesman for Jane Roe said: “We begin today and go on.”", undefined, 1],
    ["John Doe met Paul Poe. “We begin today and go on.”\n\nNobody knows who said it.", "John Doe", 1],
    ["張美玲教授表示：「我們今天就開始。」", "張美玲", 1],
    ["His friend Jane Roe, a baker, disagreed: “We begin today and go on.”", "Jane Roe", 1],
    ["Jane Roe is a baker. Asked why, she laughed. “We begin today and go on.”", "Jane Roe", 1],
    ["At the bus stop Jane Roe, a baker, shrugged. “We begin today and go on.”", "Jane Roe", 1],
    ["It failed, in the words of Jane Roe, its author, as “we began today and went on”.", "Jane Roe", 1],
    [
      "Jane Roe was away but said in a letter that it was time. “We begin today,” the letter read.",
      "Jane Roe",
      1,
    ],
    [
      "Sir John Roe is a baker. Lady Roe, his wife, said he wept. “We begin today and go on,” she said.",
      "Lady Roe",
      1,
    ],
    [
      "Sir John Roe met Ann Poe. Asked why, Sir John laughed. “We begin today and go on,” he said.",
      "John Roe",
      1,
    ],
    ["Jane and John Roe met there. “We begin today and go on,” Ms Roe said.", "Ms Roe", 1],
    [
      "“We begin today and go on,” the head of schools in Yuma, Arizona, Dolores Poe, said.",
      "Dolores Poe",
      1,
    ],
    ["李国栋的妻子刘桂兰起初反对。“我哭了三天，”她说。", "刘桂兰", 1],
    ["院長林國棟到場。那位護理師是已退休的許秀鳳。她受訪時說：「我早就忘了這件事。」", "許秀鳳", 1],
    ["The Patients’ Forum said it welcomed “any pound that shortens a queue”.", "Patients’ Forum", 1],
    ["基金会首席执行官马克·苏兹曼说：“我们今天就开始。”", "马克·苏兹曼", 1],
    ["“We begin today and go on,” he told the Ardmore Courier.", undefined, 1],
    ["旅美鋼琴家江以安透過視訊表示：「我們今天就開始。」", "江以安", 1],
    ["文史工作者郭文彥質疑規則不明，「我們今天就開始。」", "郭文彥", 1],
    ["“我们今天就开始。”老员工徐阿根这样评价他。", "徐阿根", 1],
    ["“我们今天就开始。”全国政协委员、瑞丰集团主席张卫东接受采访时说。", "张卫东", 1],
  ])("of one who can be told, or of nobody: %s", (text, speaker, passages) => {
    const [draft] = draftsOf("quotation", text);
    expect([draft?.speaker, draft?.passages.length]).toEqual([speaker, passages]);
    expect(draft?.questions === undefined).toBe(speaker !== undefined);
  });

  it("goes on in the next paragraph, where the mark is opened anew", () => {
    const text = "“We began in May,” said Jane Roe. “It was cold.\n\n“It is still cold.”";
    expect(draftsOf("quotation", text).map(({ passages }) => passages.length)).toEqual([3]);
  });

  it.each([
    "The so-called “giving circle” has ten members.",
    "She read the book “The Salt House” twice.",
    "He sang “Never Sell the Sea”.",
    "大學成立「方兆麟癌症研究中心」。",
    "所謂「捐助冠名」，是指捐款者取得以其名稱命名的權利。",
    "病人組織「同路人」發言人歡迎捐款。",
    "He fell off the ’80s wagon and broke a 6” nail.",
  ])("is none in: %s", (text) => {
    expect(draftsOf("quotation", text)).toEqual([]);
  });
});

it("of two speakers who follow each other, each has a quotation of their own", () => {
  const text =
    "Emil Rask, an apprentice, shrugged. “It costs too much to go on.” The baker Jane Roe disagreed: “We begin today and go on.”";
  expect(draftsOf("quotation", text).map(({ speaker }) => speaker)).toEqual(["Emil Rask", "Jane Roe"]);
});

it.each([
  ["It was said by its bursar, Philippa Rooke.", "Philippa Rooke", "bursar"],
  ["Oonagh Pike’s son was ill. Pike, a bus driver, wept.", "Oonagh Pike", "bus driver"],
  ["The chair of the trust, Dr Jane Roe, spoke.", "Jane Roe", "chair of the trust"],
  ["It came from alumna Jane Roe.", "Jane Roe", "alumna"],
  ["Lena Strand, the brewer who turned it round, died.", "Lena Strand", "brewer"],
  ["（记者 周晓楠）昨日下雨。", "周晓楠", "记者"],
  ["云帆科技创始人、董事长陆明远表示满意。", "陆明远", "云帆科技创始人、董事长"],
  ["Within weeks his younger brother Pawel left.", "Pawel", "younger brother"],
  ["“No,” wrote the columnist Leila Moss.", "Leila Moss", "columnist"],
  ["市教育局副局长刘敏说不必。", "刘敏", "市教育局副局长"],
  ["香港建築師周子揚分文不取。周子揚說不必。", "周子揚", "香港建築師"],
])("a person has the role that the text states: %s", (text, name, role) => {
  const found = draftsOf("person", text).find((draft) => draft.name === name);
  expect(found?.role).toBe(role);
});

it("the family name alone is not of who was named as another’s relative", () => {
  const text =
    "Leopold Strand, a brewer, died. His daughter, the cellist Harriet Strand, was there. Strand gave $5 million.";
  expect(draftsOf("sum", text)[0]?.donors).toEqual(["Leopold Strand"]);
});

it("an abbreviation in brackets goes on to name the organization", () => {
  const text = "The Ridge Community Foundation (RCF) met. RCF gave $5 million.";
  expect(draftsOf("sum", text)[0]?.donors).toEqual(["Ridge Community Foundation"]);
});

it("sums that go each to another of several are paired, or nobody’s", () => {
  const donors = (text: string) => draftsOf("sum", text).map((draft) => draft.donors);
  expect(donors("恒远集团、云帆科技分别捐款500万元和800万元。")).toEqual([["恒远集团"], ["云帆科技"]]);
  expect(donors("恒远集团、云帆科技分别捐款500万元、800万元和900万元。")).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

it.each([
  ["Germany offered 45 million euros, and Norway pledged $30 million.", [["Germany"], ["Norway"]]],
  [
    "Acme Dairy is contributing $12 million. The remaining $6 million comes from the Ridge Trust.",
    [["Acme Dairy"], ["Ridge Trust"]],
  ],
  [
    "Acme Dairy Ltd and Ridge Trust met. Acme Dairy Ltd gave $5 million. Ridge Trust gave $6 million.",
    [["Acme Dairy Ltd"], ["Ridge Trust"]],
  ],
  ["In September 2017 Jane Roe gave $5 million.", [["Jane Roe"]]],
  [
    "瑞和医药、南屿航运分别捐赠8000万元和5000万元，两家企业合计捐款1.3亿元。",
    [["瑞和医药"], ["南屿航运"], ["瑞和医药", "南屿航运"]],
  ],
  ["华茂药业、南屿航运各捐款2000万元和3500万元。", [["华茂药业"], ["南屿航运"]]],
  ["退休邮递员葛长顺捐出3万元；一家不愿署名的企业捐赠900万元。", [["葛长顺"], undefined]],
])("who gave what: %s", (text, donors) => {
  expect(
    draftsOf("sum", text)
      .filter(({ gift }) => gift)
      .map((draft) => draft.donors),
  ).toEqual(donors);
});

it("what is still owed of a promise is no further gift", () => {
  const [promised, owed] = draftsOf("sum", "天禾乳业曾承诺捐赠2000万元，至今尚有800万元没有到账。");
  expect([promised?.gift, owed?.gift]).toEqual([true, false]);
});

it("a name may begin with 和, where nothing stands before it that could be joined", () => {
  const named = (text: string) => draftsOf("organization", text).map(({ name }) => name);
  expect(named("和光基金会向县医院捐赠200万元。")).toContain("和光基金会");
  expect(named("当天，他们向和光基金会致谢。")).toContain("和光基金会");
  expect(named("腾讯公司和蓝天基金会捐款200万元。")).toEqual(["腾讯公司", "蓝天基金会"]);
  expect(named("去年，和蓝天基金会一起捐款的还有很多。")).toEqual(["蓝天基金会"]);
});

it("people in a list who each give are people, where their names look like it", () => {
  const donors = (text: string) => draftsOf("sum", text).map((draft) => draft.donors);
  expect(donors("王建明、李强各捐50万元。")).toEqual([["王建明", "李强"]]);
  expect(donors("王明、李强各捐50万元。")).toEqual([undefined]);
});

it("a sum is told again in another currency, and is no second gift", () => {
  const gifts = draftsOf("sum", "Acme Ltd gave ₩40 billion, about $29 million, to a hospital.");
  expect(gifts.map(({ gift }) => gift)).toEqual([true, false]);
});

it.each([
  ["A soft loan — a grant that is paid back — can ruin a charity.", "soft loan"],
  ["Slow giving, the practice of giving by halves, is still rare in Europe.", "Slow giving"],
  ["Under the deal, so-called twin funding means that each pound is doubled.", "twin funding"],
  ["It goes into a giving account, an account held by a charity for the donor.", "giving account"],
  ["所谓‘乡村基金’，是指由企业出资的资金池。", "乡村基金"],
])("says what a term means: %s", (text, term) => {
  expect(draftsOf("definition", text).map((draft) => draft.term)).toEqual([term]);
});

it.each([
  ["An economist at the University of Jos noted it.", ["University of Jos"]],
  ["WHO RUNS IT?\n\nAcme Ltd does.", ["Acme Ltd"]],
  ["EXPLAINER | Why it rains\n\nAcme Ltd knows.", ["Acme Ltd"]],
  ["The richest man in Manila gave away his malls.", []],
  ["The watchmaker Ardex, which gave $5 million, is old.", ["Ardex"]],
  ["At St Anne’s Hospital it was quiet.", ["St Anne’s Hospital"]],
  ["福耀科技大学去年成立。", ["福耀科技大学"]],
  ["比尔及梅琳达·盖茨基金会来信。", ["比尔及梅琳达·盖茨基金会"]],
])("organizations have their whole names, and other capitals are none: %s", (text, names) => {
  expect(draftsOf("organization", text).map(({ name }) => name)).toEqual(names);
});

it("a title before a family name belongs to the passage", () => {
  const text = "Mrs Ackroyd’s neighbour wept. Mrs Ackroyd said it was right.";
  const [person] = draftsOf("person", text);
  const [passage] = person?.passages ?? [];
  expect(text.slice(passage!.start, passage!.end)).toBe("Mrs Ackroyd");
});

it("a question defines nothing", () => {
  expect(draftsOf("definition", "You have said that. Did you mean it?")).toEqual([]);
});

it("what something is defined as is a definition, and nobody’s speech", () => {
  const text = "The trust defines “open giving” as “gifts that anyone may trace from purse to purpose”.";
  expect(draftsOf("quotation", text)).toEqual([]);
  expect(draftsOf("definition", text).map(({ term }) => term)).toEqual(["open giving"]);
});

it("whoever is named with her own son is not “he”", () => {
  const text = "Helen Marsh and her son paid for the hall. Marsh was glad. “It was time for it,” he said.";
  const [quotation] = draftsOf("quotation", text);
  expect(quotation?.speaker).toBeUndefined();
  expect(quotation?.questions?.map(({ words }) => words)).toEqual(["he"]);
});

it("a role names the one person who has it", () => {
  const text = "The mayor, Jane Roe, met John Doe, a baker. “It is done and over,” the mayor said.";
  expect(draftsOf("quotation", text)[0]?.speaker).toBe("Jane Roe");
});

it("a date is resolved by the day of the text", () => {
  const dated = (text: string) => draftsOf("event", text).map(({ date }) => date?.date);
  expect(dated("It was opened on Monday.")).toEqual(["2023-06-12"]);
  expect(dated("It was opened in July.")).toEqual(["2022-07"]);
  expect(dated("去年3月，学校开学。")).toEqual(["2022-03"]);
});

it.each([
  ["The council expects work to begin in September and to last for two summers.", "2023-09"],
  ["In September, the council will vote on it.", "2023-09"],
  ["They said that the hall would open in March.", "2024-03"],
  ["It is due to close in June.", "2023-06"],
  ["The mayor, who was elected in May, will open the bridge.", "2023-05"],
  ["It had been due to open in September.", "2022-09"],
  ["The court will hear them on Friday.", "2023-06-16"],
  ["Jane Roe, the elder, said on Monday she would go.", "2023-06-12"],
  ["They meet again next Tuesday.", "2023-06-20"],
  ["The fund closes next year.", "2024"],
  ["学校将于9月开学。", "2023-09"],
  ["学校原定9月开学。", "2022-09"],
  ["工程预计明年完工。", "2024"],
  ["截至11日，已收到捐款。", "2023-06-11"],
  ["活动于20日举行。", "2023-05-20"],
  ["活动将于20日举行。", "2023-06-20"],
])("what is to come is not read as of the year before: %s", (text, date) => {
  expect(draftsOf("event", text).map((draft) => draft.date?.date)).toEqual([date]);
});

it("offsets in JSON count code points, and members that do not apply are left out", () => {
  const text = "🦉🦉 Jane Roe said: “We begin today and go on.”";
  const drafts = draftText(text).drafts.flatMap(({ questions, ...draft }) =>
    draft.kind === "quotation" && questions === undefined ? [draft] : [],
  );
  expect(draftLines(drafts, "a-source", text)).toEqual([
    '{"kind":"quotation","source":"a-source","passages":[{"exact":"We begin today and go on.","start":19}],"speaker":"Jane Roe"}',
  ]);
});

it("every passage stands in the text, whatever the text is", () => {
  const pieces = [
    "“",
    "”",
    "‘",
    "\n\n",
    ". ",
    " said ",
    "Jane Roe",
    "Acme Ltd",
    " gave ",
    "$5 million",
    "捐",
    "公司",
    "王芳",
    "说：",
    "「",
    "」",
    "\ud800",
    "\u202e",
    "é",
    " and ",
    ", ",
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
      const text = parts.join("");
      for (const { passages } of draftText(text).drafts)
        for (const { start, end } of passages)
          expect(0 <= start && start < end && end <= text.length).toBe(true);
    }),
  );
});

describe("refdesk draft", () => {
  const home = temporaryFolder();
  const refdesk = (...args: string[]) => {
    const env = { PATH: process.env.PATH, HOME: home, CACHE_DIR: join(home, "cache"), LANG: "en_US.UTF-8" };
    const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, "draft", ...args], {
      cwd: home,
      env,
      encoding: "utf8",
    });
    return { status, out: stdout, err: stderr };
  };

  it("prints the drafts of a file, with their passages in place and what is open", () => {
    writeFileSync(join(home, "a.txt"), "Acme Ltd gave $5 million.\n\n“It is a start,” she said.\n");
    expect(refdesk("a.txt").out).toMatchInlineSnapshot(`
      "Gifts (1)

      1. $5 million = 5,000,000 USD, by Acme Ltd
         Acme Ltd gave [$5 million].


      Quotations (1)

      1. speaker open
         “[It is a start,]” she said.
         ? Who is “she”?


      Organizations (1)

      1. Acme Ltd
         [Acme Ltd] gave $5 million.

      3 drafts, 1 of them with an open question. A draft is no record: a person confirms each.
      "
    `);
  });

  it("knows what is on the shelf already", () => {
    const { out, status } = refdesk("voa-common-prosperity");
    expect(status).toBe(0);
    expect(out).toContain("= The same words are on the shelf: quotes/lu-target-of-the-initiative");
    expect(out).toContain("= The shelf has this gift: pledges/qihoo-360-common-prosperity");
  });

  it.each([
    [["nowhere"], /^“nowhere” is neither a source of the shelf nor a file\. Sources are: /],
    [[], /^One source or file is expected, and 0 were given\./],
  ])("%j is refused", (args, expected) => {
    const { status, err } = refdesk(...args);
    expect(status).toBe(2);
    expect(err).toMatch(expected);
  });

  it("a file that is no text is refused", () => {
    writeFileSync(join(home, "b.bin"), Buffer.from([0xff, 0xfe, 0x00, 0x01]));
    expect(refdesk("b.bin").err).toBe(
      "b.bin is no plain text in UTF-8. Make a source of it first: npx refdesk add b.bin\n",
    );
  });
});
