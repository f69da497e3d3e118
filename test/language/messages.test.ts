/** Tests the messages: the same keys in every language, nothing left in English, nothing that a platform rejects. */
import { describe, expect, it } from "vitest";
import { englishMessages } from "../../src/language/en/messages.ts";
import { intakeMessagesIn } from "../../src/language/intake-messages.ts";
import {
  LOCALES,
  type Locale,
  loadMessages,
  localeFromScript,
  localeFromTag,
  type Messages,
} from "../../src/language/messages.ts";
import { DISCORD_COMMAND_LIMITS } from "../../src/platforms/discord/limits.ts";

const catalogues = await Promise.all(
  LOCALES.map(async (locale): Promise<[Locale, Messages]> => [locale, await loadMessages(locale)]),
);
const chinese = catalogues.filter(([locale]) => locale !== "en");
const of = (locale: Locale): Messages => catalogues.find(([it]) => it === locale)![1];

type Leaf = string | ((...given: never[]) => unknown);

/** Returns every text and function of the messages, by path. */
function leaves(tree: object, path = ""): [string, Leaf][] {
  return Object.entries(tree).flatMap(([key, value]): [string, Leaf][] =>
    typeof value === "object" && value !== null
      ? leaves(value, `${path}${key}.`)
      : [[`${path}${key}`, value]],
  );
}

const shape = (messages: Messages): string[] =>
  leaves(messages).map(([path, leaf]) =>
    typeof leaf === "function" ? `${path}(${leaf.length})` : `${path}: ${typeof leaf}`,
  );

/** Arguments for functions that take more than texts; each row is one call. */
const GIVEN: Record<string, readonly (readonly unknown[])[]> = {
  date: [["2021-08-17"], ["2021-08"], ["2021"], ["1990s"]],
  list: [[[]], [["甲"]], [["甲", "乙"]], [["甲", "乙", "丙"]]],
  language: [["en"], ["zh"]],
  next: [[6, 12]],
  "source.clauses": [[["甲", "乙"]]],
  "source.sentences": [[["甲", "乙。"]]],
  more: [
    [1, 5, 12],
    [3, 3, 12],
  ],
  span: [["2021-08-17"], ["2021-08", "2022"]],
  "check.tally": [
    [1, 2, 3],
    [0, 1, 0],
  ],
  "check.figure": [
    ["甲", "乙", ["丙", "丁"]],
    ["甲", "乙", ["丙"]],
  ],
  "check.supported": [
    ["甲", "乙", ["丙", "丁"], 2],
    ["甲", "乙", ["丙"], 2],
  ],
  "check.promised": [["甲", "乙", ["丙", "丁"]]],
  "curation.open": [
    ["甲", []],
    ["甲", ["乙", "丙"]],
  ],
  "check.split": [[["甲", "乙"]]],
  "check.quoted": [[["甲", "乙"], "丙"]],
  "check.reported": [[["甲"], "乙"]],
  "check.copied": [[["甲", "乙"]]],
  "check.printed": [[["甲", "乙"]]],
  "check.altered": [[["甲"]]],
  "check.givenTo": [["甲", "乙", ["丙", "丁"]]],
  "check.givenToReported": [["甲", "乙", ["丙"]]],
  "check.givenToNobody": [["甲", ["乙"]]],
  "check.unchecked": [[["甲", "乙"]]],
  "miss.searched": [
    [1, null],
    [2, "2021-11-23"],
  ],
  "brief.words": [
    [1, 2, 3],
    [0, 1, 0],
    [0, 0, 2],
  ],
  "brief.noPledge": [[1], [2]],
  "brief.namedHere": [[null], ["2021-11-23"]],
  "brief.shortDate": [["2021-08-17"], ["2021-08"], ["2021"]],
  "brief.notes": [[3]],
  "brief.sums": [[2]],
  "brief.pledges": [[1], [3]],
  "brief.used": [[1], [3]],
  "brief.dated": [[1], [3]],
  "brief.passages": [[1], [3]],
  "brief.sentences": [[1, 3]],
  "brief.parts": [
    [[{ kind: "supported", aspects: ["amount"], found: 1, sources: 2 }]],
    [[{ kind: "differs", aspects: ["date", "speaker"], found: 2, sources: 2 }]],
    [[{ kind: "not-as-stated", aspects: ["period"], found: 1, sources: 2 }]],
  ],
  "review.none": [[["2026-11-21"]]],
  "review.some": [
    [["甲"], 0],
    [["甲", "乙"], 3],
  ],
  "review.one": [["甲", "2026-11-21"]],
  "pledge.on": [["甲", ["乙", "丙"]]],
  "quote.menuDetail": [
    [3, 0],
    [0, 2],
  ],
  "define.also": [[["甲", "乙"]]],
  "who.role.noneIn": [[["甲", "乙"]]],
  "who.description.noneIn": [[["甲", "乙"]]],
  "who.words": [
    [3, 0],
    [3, 1],
    [0, 2],
  ],
  "who.absent": [[["甲"]], [["甲", "乙"]], [["甲", "乙", "丙"]]],
  "who.menuDetail": [[1], [3]],
  "sourceCard.menuDetail": [["甲", 1]],
  "sourceCard.rights": [
    ["reserved", "甲"],
    ["public-domain", "甲"],
  ],
  "sourceCard.length": [[5378]],
  ...Object.fromEntries(
    Object.keys(englishMessages.recordKinds).map((kind) => [`recordKinds.${kind}.counted`, [[1], [3]]]),
  ),
  "cite.several": [[2]],
  "cite.sources": [[1], [3]],
  "cite.behind": [[1], [2]],
  "cite.others": [[["harvard", "vancouver"], "/cite supchina style:harvard"]],
  "cite.addAccess": [["GB/T 7714-2015", "[2026-11-30]"]],
  "cite.noStyle": [["甲", ["apa", "mla"]]],
  "bibliography.within": [[1], [7]],
  "bibliography.noneWithin": [[1], [7]],
  "bibliography.gone": [[1], [3]],
  "compare.missing": [[["甲", "乙"]]],
  "compare.moreDiffer": [[3]],
  "compare.unit": [["USD"], ["CNY"], ["EUR"]],
  "compare.alt": [
    ["甲", ["乙", "丙"], []],
    ["甲", ["乙"], ["丙", "丁"]],
  ],
  "timeline.period": [
    ["甲", undefined],
    [undefined, "乙"],
    ["甲", "乙"],
    ["甲", "甲"],
  ],
  "timeline.because": [[["甲", "乙"], "丙"]],
  "timeline.undated": [
    [1, 0, 0, 0],
    [2, 3, 1, 5],
  ],
  "timeline.outside": [[1], [3]],
  "timeline.notADate": [["from", "甲"]],
  "timeline.alt": [
    ["甲", ["乙", "丙"], 0],
    ["甲", ["乙"], 60],
  ],
  "mistake.unknownCommand": [["甲", ["/pledge", "/quote"]]],
  "mistake.unknownOption": [["pledge", "甲", ["about", "item"]]],
  "mistake.givenTwice": [["pledge", "甲"]],
  "mistake.tooLong": [["甲", 500]],
  "mistake.pastEnd": [
    [9, 0],
    [9, 3],
  ],
  "help.example": [[["/pledge alibaba", "/quote xi"]]],
  "sourceCard.place": [[3481, 3715, 5378]],
  "search.narrowed": [[["甲", "乙"]]],
  "search.assumed": [["甲", ["乙", "丙"]]],
  "search.noKind": [["甲", ["乙", "丙"]]],
  "help.greeting": [[2, 110, "/pledge alibaba"]],
  "help.noOffer": [["9"]],
};

/** Returns all texts, by path. A new function that takes more than texts needs a row above. */
function said(messages: Messages): [string, string][] {
  return leaves(messages).flatMap(([path, leaf]): [string, string][] => {
    if (typeof leaf === "string") return [[path, leaf]];
    const calls = GIVEN[path] ?? [Array.from({ length: leaf.length }, () => "甲")];
    // Functions are called as methods, with the part that holds them as `this`.
    return calls.map((given) => [path, (leaf as (...given: readonly unknown[]) => string)(...given)]);
  });
}

/** Texts that join others and may begin or end with a space. */
const JOINING = ["labelled", "between", "source.aside", "brief.between"];

/** What people type, which is the same in every language. */
const GRAMMAR =
  /\/(?:pledge|quote|define|search|who|source|compare|timeline|check|cite|bibliography|help)\b|\b(?:item|about|private|from|to|kind|at|style|detail):\w*|\b(?:help|exit|Refdesk)\b/g;

describe.each(catalogues)("%s", (_locale, messages) => {
  it("has the keys of the English, each with the same type and number of parameters", () => {
    // A style's own name stands in its file; a language has only those that it says otherwise.
    const required = (keys: readonly string[]) => keys.filter((key) => !key.startsWith("cite.styles."));
    expect(required(shape(messages))).toEqual(required(shape(englishMessages)));
  });

  it("leaves nothing empty, and says all of it in one line without a hole", () => {
    for (const [path, text] of said(messages)) {
      if (path !== "list") expect(text, path).not.toBe("");
      if (!JOINING.includes(path)) expect(text, path).toBe(text.trim());
      expect(text, path).not.toMatch(/undefined|null|NaN|\[object|\n| {2}/);
    }
  });

  it("has names and descriptions that Discord takes", () => {
    const commands = [
      messages.pledge,
      messages.quote,
      messages.define,
      messages.search,
      messages.who,
      messages.sourceCard,
      messages.compare,
      messages.timeline,
      messages.check,
      messages.cite,
      messages.bibliography,
      messages.help,
    ];
    const names = commands.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) {
      expect(name).toMatch(DISCORD_COMMAND_LIMITS.name);
      expect(name).toBe(name.toLowerCase());
    }
    for (const text of [
      ...commands.flatMap(({ summary, option }) => [summary, option]),
      messages.quote.about,
      messages.timeline.from,
      messages.timeline.to,
      messages.cite.style,
      messages.delivery.private,
      messages.help.umbrella,
    ])
      expect(text.length, text).toBeLessThanOrEqual(DISCORD_COMMAND_LIMITS.description);
    expect(messages.check.action.length).toBeLessThanOrEqual(32);
    for (const label of [messages.delivery.share, messages.delivery.dismiss, messages.delivery.more])
      expect(label.length, label).toBeLessThanOrEqual(80);
  });

  it("keeps apart what was not disclosed, what is not stated and what is not there", () => {
    const { unstated, rows, none } = messages.pledge;
    expect(new Set([unstated, rows.undisclosed, rows.amount, none]).size).toBe(4);
    expect(rows.undisclosed).not.toContain(unstated);
  });

  it("leaves what it is given as it is", () => {
    const given = "Acme, Inc. (2021): “a ‘b’…” $5";
    for (const text of [
      messages.quoted(given),
      messages.source.republished(given, "x"),
      messages.showing(given, given),
      messages.quote.wording("x", given),
      messages.pledge.noneLead(given),
      messages.list(["x", given]),
    ])
      expect(text).toContain(given);
  });
});

describe.each(chinese)("%s", (locale, messages) => {
  it("holds no English sentence", () => {
    for (const [path, text] of said(messages))
      expect(text.replace(GRAMMAR, "甲"), path).not.toMatch(/[a-z]+(?:[\s,.;:/'’-]+[a-z]+){2}/i);
  });

  it("is written in its own characters", () => {
    const all = said(messages)
      .map(([, text]) => text)
      .join("\n");
    expect(localeFromScript(all)).toBe(locale);
    if (locale === "zh-Hant") expect(all).not.toMatch(/[这来说为记录库词义证认诺条项电东国时间问对会发从关]/);
  });

  it("has full-width punctuation, and quotation marks of its own", () => {
    const foreign = locale === "zh-Hans" ? /[「」『』]/ : /[“”‘’]/;
    for (const [path, text] of said(messages)) {
      expect(text.replace(GRAMMAR, ""), path).not.toMatch(/\p{Script=Han}[,.;:?!()]|[,.;:?!]\p{Script=Han}/u);
      expect(text, path).not.toMatch(foreign);
    }
  });

  it("parts Latin names from Chinese characters by one space, and nothing else", () => {
    expect(messages.list(["Alibaba", "Tencent", "Meituan"])).toBe("Alibaba、Tencent 和 Meituan");
    expect(messages.list(["阿里巴巴", "Qihoo 360"])).toBe("阿里巴巴和 Qihoo 360");
    expect(messages.list(["甲（A）", "乙"])).toBe("甲（A）和乙");
    expect(messages.review.none(["2026-11-20", "2026-11-21"])).toContain("2026年11月20日和2026年11月21日");
    expect(messages.delivery.sharedBy("Ann")).toBe("由 Ann 分享");
    expect(messages.delivery.sharedBy("小明")).toBe("由小明分享");
  });
});

describe("dates", () => {
  it.each([
    ["2021-08-17", "17 August 2021", "2021年8月17日"],
    ["2021-11-03", "3 November 2021", "2021年11月3日"],
    ["2021-08", "August 2021", "2021年8月"],
    ["2021", "2021", "2021年"],
    ["1990s", "1990s", "1990年代"],
  ])("%s", (iso, english, ideographic) => {
    expect(of("en").date(iso)).toBe(english);
    expect(of("zh-Hans").date(iso)).toBe(ideographic);
    expect(of("zh-Hant").date(iso)).toBe(ideographic);
  });

  it.each([
    ["en", "August 2021 to 2022"],
    ["zh-Hans", "2021年8月至2022年"],
    ["zh-Hant", "2021年8月至2022年"],
  ] as const)("from one to another, %s", (locale, span) => {
    expect(of(locale).span("2021-08", "2022")).toBe(span);
  });

  it.each([
    ["2021-09-26", "2021-09-28", "26 to 28 September 2021", "2021年9月26日至28日"],
    ["2021-08-30", "2021-09-02", "30 August to 2 September 2021", "2021年8月30日至9月2日"],
    ["2021-12-30", "2022-01-02", "30 December 2021 to 2 January 2022", "2021年12月30日至2022年1月2日"],
    ["2021-07", "2021-08", "July to August 2021", "2021年7月至8月"],
    ["2016", "2021", "2016 to 2021", "2016年至2021年"],
    ["1990s", "2000s", "1990s to 2000s", "1990年代至2000年代"],
    ["2021", "2021", "2021", "2021年"],
  ])("say once what two of them share: %s and %s", (from, to, english, ideographic) => {
    expect(of("en").span(from, to)).toBe(english);
    expect(of("zh-Hans").span(from, to)).toBe(ideographic);
    expect(of("zh-Hant").span(from, to)).toBe(ideographic);
  });
});

describe("the language of a tag", () => {
  it.each([
    ["zh_CN.UTF-8", "zh-Hans"],
    ["zh-CN", "zh-Hans"],
    ["zh_SG.UTF-8", "zh-Hans"],
    ["zh-Hans", "zh-Hans"],
    ["zh-Hans-HK", "zh-Hans"],
    ["zh", "zh-Hans"],
    ["ZH", "zh-Hans"],
    ["zh-TW", "zh-Hant"],
    ["zh_TW.Big5", "zh-Hant"],
    ["zh_TW.UTF-8@radical", "zh-Hant"],
    ["zh-Hant", "zh-Hant"],
    ["zh-Hant-HK", "zh-Hant"],
    ["zh_HK.UTF-8", "zh-Hant"],
    ["zh-MO", "zh-Hant"],
    ["C", "en"],
    ["C.UTF-8", "en"],
    ["POSIX", "en"],
    ["en-GB", "en"],
    ["en_US.UTF-8", "en"],
    ["ja-JP", "en"],
    ["zha", "en"],
    ["", "en"],
    [undefined, "en"],
  ] as const)("%s is %s", (tag, locale) => {
    expect(localeFromTag(tag)).toBe(locale);
  });
});

describe("the language of a question by its script", () => {
  it.each([
    ["习近平", "zh-Hans"],
    ["習近平", "zh-Hant"],
    ["阿里巴巴", "zh-Hans"],
    ["阿里巴巴集团", "zh-Hans"],
    ["阿里巴巴集團", "zh-Hant"],
    ["郑州暴雨", "zh-Hans"],
    ["鄭州暴雨", "zh-Hant"],
    ["共同富裕", "zh-Hans"],
    ["捐款 腾讯", "zh-Hans"],
    ["捐款 騰訊", "zh-Hant"],
    ["陸軍", "zh-Hant"],
    ["張勇", "zh-Hant"],
    ["字節跳動", "zh-Hant"],
    ["發改委", "zh-Hant"],
    ["烏鎮", "zh-Hant"],
    ["捐贈", "zh-Hant"],
    ["中国日报", "zh-Hans"],
    ["中國日報", "zh-Hant"],
    ["/quote 習近平 about:共同富裕", "zh-Hant"],
    ["alibaba", undefined],
    ["/pledge qihoo 360", undefined],
    ["", undefined],
    ["「」、。", undefined],
    ["ありがとう", undefined],
  ] as const)("%s is %s", (text, locale) => {
    expect(localeFromScript(text)).toBe(locale);
  });
});

it("puts a space between a Chinese word and a publisher's Latin name in a credit", async () => {
  const [simplified, traditional] = [await loadMessages("zh-Hans"), await loadMessages("zh-Hant")];
  expect(simplified.credit("习近平", "Voice of America")).toBe("习近平，据 Voice of America");
  expect(traditional.credit("習近平", "Voice of America")).toBe("習近平，據 Voice of America");
});

it.each(["zh-Hans", "zh-Hant"] as const)("names in %s what was added, and its rights", (locale) => {
  const { outcome } = intakeMessagesIn(locale);
  for (const kind of ["page", "mail", "text", "word"])
    expect(outcome.added("a", kind, 1_000, 2)).not.toContain(kind);
  for (const rights of ["reserved", "public-domain", "unknown"])
    expect(outcome.shownTo(true, rights)).not.toMatch(/[a-z]/);
});
