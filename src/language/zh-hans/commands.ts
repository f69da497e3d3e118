/** Messages of the commands in simplified Chinese. */

import type { CommandMessages } from "../en/commands.ts";
import { chineseCurrency, chineseList, spaceLatin } from "../zh/typography.ts";
import { simplifiedReferenceCommands } from "./reference-commands.ts";

export const simplifiedCommands: CommandMessages = {
  ...simplifiedReferenceCommands,

  pledge: {
    name: "捐款",
    summary: "按捐款方或事由，查各来源所载的捐款与承诺",
    option: "捐款方或事由",
    hint: "捐款方或事由",
    what: "来源中的捐款承诺",
    none: "没有捐款承诺记录",
    noneFor: (donors, occasions) =>
      spaceLatin`没有${chineseList(donors)}为${chineseList(occasions)}作出捐款承诺的记录。`,
    noneBy: (donors) => spaceLatin`没有${chineseList(donors)}的捐款承诺记录。`,
    others: "其他捐款承诺",
    everyone: "所有捐款方",
    known: "有记载的捐款承诺：",
    notAdded: "这些金额不相加：其中一笔可能包含在另一笔之内，有的没有载明金额。",
    noneLead: (name) => spaceLatin`来源中有${name}的资料，但没有其捐款承诺。相关内容如下：`,
    menuTitle: "查哪家的捐款承诺，或哪件事？",
    donors: "捐款方",
    occasions: "事由",
    byText: (words) => `没有名为“${words}”的捐款方或事由；以下捐款承诺的来源原文中有这些字词：`,
    rows: {
      donor: "捐款方",
      donors: "捐款方",
      together: "捐款方（合计）",
      amount: "金额",
      undisclosed: "金额（未披露）",
      verb: "原文用词",
      period: "期限",
      claim: "说法出自",
    },
    unstated: "此来源未说明",
    differs: "各来源说法不同，均照原文列出。",
    on: (what, each) => `${what}：${each.join(" · ")}`,
    amount: "金额",
    period: "期限",
    said: (words, source) => `${words} [${source}]`,
    withoutOccasion: (publisher, occasion) => spaceLatin`${publisher}的说法未提及${occasion}。`,
    noPeriod: "未说明",
  },

  quote: {
    name: "引语",
    summary: "人物或机构说过的话，一字不改",
    option: "说话人；也可输入话题",
    hint: "说话人",
    about: "只看谈及此话题的内容",
    aboutHint: "话题",
    what: "来源中的引语",
    whatNone: "来源中的转述",
    whatAbout: (topic) => `来源中关于“${topic}”的引语`,
    noDirect: (name) => spaceLatin`没有${name}的直接引语记录。以下为转述。`,
    noWords: "没有言论记录",
    noWordsLead: (name) => spaceLatin`没有${name}的言论记录，直接引用或转述均无。`,
    reported: "转述：来源的文字，不是引语",
    byTopic: (words) => `没有名为“${words}”的说话人；谈及这一话题的引语：`,
    byTopicOnly: "谈及这一话题的引语：",
    noneAbout: (name, topic) => `${name}：没有关于“${topic}”的引语记录`,
    menuTitle: "查谁的言论？",
    menuDetail: (quotes, reports) => (quotes > 0 ? `引语${quotes}条` : `无直接引语；转述${reports}条`),
    rows: {
      when: "时间",
      where: "场合",
      via: "途径",
      wording: "文本",
    },
    notStated: "未注明",
    wording: (language, publisher) => spaceLatin`${publisher}所刊${language}；原文语言和译者未注明`,
    wordings: (language) => spaceLatin`引语均照来源所刊的${language}列出；原文语言和译者未注明。`,
    reportOf: (speaker) => `${speaker}（转述）`,
    fragment: (speaker) => `${speaker}（部分引语）`,
    inferredSpeaker: (speaker) => `${speaker}（说话人为推断）`,
  },

  define: {
    name: "释义",
    summary: "一个术语是什么意思，照来源的原文列出",
    option: "术语",
    hint: "术语",
    what: "来源中的定义",
    whatNone: "没有定义记录",
    whatUsed: "见于来源",
    also: (aliases) => `也可查询：${aliases.join(" · ")}`,
    rows: { explained: "解释出自" },
    ofWhole: (whole) => spaceLatin`来源说的是整个“${whole}”`,
    menuTitle: "查哪个术语？",
    used: (words) => `“${words}”见于来源，但没有来源为其下定义。`,
  },

  compare: {
    name: "对比",
    summary: "把几个捐款方的捐款承诺并列，照各来源的说法列出",
    option: "两个或更多捐款方，以空格或逗号分隔",
    hint: "捐款方",
    what: "捐款承诺对比",
    columns: {
      donor: "捐款方",
      amount: "金额",
      verb: "原文用词",
      period: "期限",
      purpose: "用途、事由",
      when: "时间",
    },
    together: (names) => `${names}（合计）`,
    jointly: "合计",
    unnamed: "捐款方未列名",
    undisclosed: "未披露",
    withOthers: "仅有与其他捐款方一并的记录",
    missing: (names) => `资料库中没有${names.join("、")}。`,
    differing: (whose, what) => spaceLatin`${whose}的${what}`,
    moreDiffer: (many) => `另有${many}处不同，详见各项承诺。`,
    overlapping: "各行金额不可相加：其中两行所说的可能是同一项承诺。",
    undivided: "几个捐款方合计的金额只列一次，不作拆分。",
    unconverted: "不同币种或单位的数额均照原文列出，不作换算。",
    one: "至少要有两方才能对比",
    alone: "单独查看",
    beside: "与另一方对比",
    menuTitle: "对比哪些捐款方？",
    all: "全部捐款方",
    menuDonors: "先选一个，再选另一个",
    amounts: "来源所述金额",
    unit: (code) => chineseCurrency(code, "zh-Hans"),
    otherUnit: (sum, unit) => `${sum}，以${unit}计`,
    alt: (unit, bars, left) =>
      `条形图，单位为${unit}。${bars.join("；")}。${left.length === 0 ? "" : `未画出：${left.join("；")}。`}`,
  },

  timeline: {
    name: "时间线",
    summary: "何时发生了什么：载有日期的事件、捐款承诺和引语，由早到晚",
    option: "人物、机构、术语或事件；不填则列出全部",
    hint: "主题",
    from: "只看此日期及以后：2020、2021-08、2021年8月17日、1990年代",
    fromHint: "日期",
    to: "只看此日期及以前：2020、2021-08、2021年8月17日、1990年代",
    toHint: "日期",
    what: "时间线",
    whatIn: (period) => `时间线，${period}`,
    shelf: "整个资料库",
    period: (from, to) =>
      from === undefined
        ? `截至${to}`
        : to === undefined
          ? `${from}起`
          : from === to
            ? from
            : `${from}至${to}`,
    columns: { when: "时间", what: "事项", said: "来源原文", kind: "类别" },
    kinds: { events: "事件", pledges: "捐款承诺", quotes: "引语", reports: "转述", facts: "陈述" },
    inferred: "推断",
    unknown: "日期不详",
    because: (publishers, why) => `推断的日期（${chineseList(publishers)}）：${why}`,
    undated: (events, pledges, quotes, facts) =>
      `日期不详，未列入：${chineseList([
        ...(events > 0 ? [`事件${events}项`] : []),
        ...(pledges > 0 ? [`捐款承诺${pledges}项`] : []),
        ...(quotes > 0 ? [`引语${quotes}条`] : []),
        ...(facts > 0 ? [`陈述${facts}条`] : []),
      ])}。`,
    none: "没有载明日期的记录",
    noneIn: (period) => `没有这一时段的记录：${period}`,
    outside: (many) => `载有日期但不在这一时段的记录：${many}条。`,
    byText: (words) => `没有名为“${words}”的主题；以下载有日期的记录，来源原文中有这些字词：`,
    byTopic: (words) => spaceLatin`没有名为“${words}”的主题；谈及此事的有日期的记录：`,
    ofWhole: (records, whole, part) => spaceLatin`${records}：来源说的是整个“${whole}”，而不单是“${part}”。`,
    whole: (name) => `时间线：${name}`,
    notADate: (option, given) =>
      `${option}: 中的“${given}”不是日期。可以填年、月、日或年代，例如：2021、2021-08、2021-08-17、2021年8月、2021年8月17日、1990年代。`,
    backwards: (from, to) => `从${from}到${to}，结束早于开始。`,
    moment: (when, what, kind) => `${when}：${what}（${kind}）`,
    alt: (title, moments, more) =>
      `${title}。${moments.join("；")}${more === 0 ? "" : `；表格中另有${more}项`}。`,
  },

  search: {
    name: "搜索",
    summary: "用日常语言搜索来源中的任何内容：记录和原文段落，最相关的在前",
    option: "一个问题，或几个词",
    hint: "任意内容",
    kind: "只查这类记录",
    kindHint: "类别",
    what: "来源中的搜索结果",
    hit: (label, kind) => `${label}（${kind}）`,
    narrowed: (names) => spaceLatin`只列出与${chineseList(names)}有关的内容。`,
    assumed: (typed, taken) => spaceLatin`来源中没有“${typed}”，已改查：${chineseList(taken)}。`,
    answers: (line) => `可直接回答：${line}`,
    menuTitle: "想搜索什么？写一个问题或几个词，例如：",
    noKind: (given, kinds) => spaceLatin`没有“${given}”这类记录。可选：${kinds.join("、")}。`,
    unrecorded: "有一份存储的原文含有这些字词，但尚未据此建立记录；搜索只涉及记录。",
    indexing: "全文仍在读入，目前可以按名称查询。请稍后再试。",
  },

  check: {
    name: "查证",
    action: "查找来源",
    summary: "一句话中哪些可由来源印证，哪些与来源说法不同",
    option: "一句话，或整条消息",
    hint: "句子",
    menuTitle: "要查证什么？",
    menuLead: "可填一句话或整条消息，其中的金额、引语、日期和名称将与来源比对。",
    title: "这条消息，来源怎么说",
    nothingFound: (sources) => `在${sources}个来源中未找到相关内容。`,
    closest: "无结论：这句话没有可比对的表述。最接近的原文如下：",
    kinds: { supported: "来源支持", differs: "说法不同", "not-as-stated": "未见此说" },
    tally: (supported, differs, notAsStated) =>
      `${[
        ...(supported > 0 ? [`可印证${supported}处`] : []),
        ...(differs > 0 ? [`说法不同${differs}处`] : []),
        ...(notAsStated > 0 ? [`未见此说${notAsStated}处`] : []),
      ].join("；")}。`,
    sentence: (number, text) => `第${number}句：${text}`,
    figure: (what, message, sources) =>
      spaceLatin`${what}：这条消息称“${message}”；来源称${chineseList(sources)}。`,
    supported: (what, message, publishers, all) =>
      spaceLatin`${what}：${chineseList(publishers)}的记载可印证“${message}”${publishers.length === all ? `（${all}个来源）` : `（谈及此事的${all}个来源中有${publishers.length}个）`}。`,
    split: (each) => `各来源说法不同：${each.join("；")}。`,
    saidBy: (words, publisher) => `${words}（${publisher}）`,
    otherCurrency: (donor, message) =>
      spaceLatin`${donor}：这条消息称“${message}”；资料库中没有以该币种计的数字。`,
    noSum: (donor, message) => spaceLatin`${donor}：这条消息称“${message}”；资料库中没有来源说明金额。`,
    elsewhere: (message, donor, theirs) =>
      spaceLatin`资料库所载“${message}”，捐款方不是${donor}，而是${theirs}。`,
    elsewhereOnly: (message, theirs) => spaceLatin`资料库所载“${message}”，捐款方是${theirs}。`,
    promised: (donor, message, publishers) =>
      spaceLatin`${donor}：据${chineseList(publishers)}，“${message}”是承诺；资料库中没有来源说已经付出。`,
    together: (donors) => `${donors}（合计）`,
    date: "日期",
    number: "数字",
    role: "职务",
    period: "期限",
    apart: (period, publishers, sums) =>
      spaceLatin`期限：${period}见于${chineseList(publishers)}，其金额为${chineseList(sums)}；没有来源兼有两者。`,
    quoted: (publishers, speaker) =>
      spaceLatin`与${chineseList(publishers)}所刊${speaker}的话逐字相同（${publishers.length}个来源）。`,
    reported: (publishers, speaker) =>
      spaceLatin`与${chineseList(publishers)}的文字逐字相同（${publishers.length}个来源）；那是来源对${speaker}言论的转述，不是引语。`,
    printed: (publishers) =>
      spaceLatin`与${chineseList(publishers)}的文字逐字相同（${publishers.length}个来源）；那是来源自己的文字，不是引语。`,
    copied: (publishers) =>
      spaceLatin`这句话与${chineseList(publishers)}的文字逐字相同（${publishers.length}个来源）。`,
    paraphrased: (publishers) =>
      spaceLatin`${chineseList(publishers)}用不同措辞说了这件事（${publishers.length}个来源）。`,
    part: "只是其中一部分，全文如下。",
    altered: (publishers) => spaceLatin`${chineseList(publishers)}所刊的文字与此不同。`,
    exchanged: (message, source) => `这条消息作${message}，来源作${source}。`,
    leftOut: (source) => `这条消息少了${source}。`,
    added: (message) => `这条消息多了${message}。`,
    translation: "来源未注明原话所用语言，或许是另一种译法。",
    missingIn: (name, publishers) => spaceLatin`未见于${name}；见于${chineseList(publishers)}。`,
    notToldTo: (name, publishers) => spaceLatin`见于${chineseList(publishers)}，但其中未说是对${name}说的。`,
    givenTo: (name, speaker, publishers) =>
      spaceLatin`这条消息说这些话出自${name}；据${chineseList(publishers)}，说话人是${speaker}。`,
    givenToReported: (name, speaker, publishers) =>
      spaceLatin`这条消息说这些话出自${name}；在${chineseList(publishers)}中，这是对${speaker}言论的转述。`,
    givenToNobody: (name, publishers) =>
      spaceLatin`这条消息说这些话出自${name}；在${chineseList(publishers)}中，这是来源自己的文字。`,
    stated: (words) => `来源原文：${words}。`,
    coarser: (what, message, source) =>
      spaceLatin`${what}：这条消息称“${message}”；来源没有这样精确，只称${source}。`,
    another: (message, known) => spaceLatin`资料库所载的是${known}的这一事件，未载${message}的情况。`,
    otherRole: (said) => `资料库中没有“${said}”的说法，所载如下。`,
    unchecked: (parts) => `以下内容未与来源比对：${parts.join("；")}。`,
    noVerdict: "无结论：句中没有可核对的表述。",
    moods: {
      asks: "这句话是提问，不作比对。",
      denies: "这句话含有否定，不作比对。",
      supposes: "这句话只是假设、推测或要求，不作比对。",
    },
    named: "这条消息中没有可以比对的内容；资料库收有其中提及的名称。",
    cut: (letters: number) => `只读取了前${letters}个字符。`,
  },
};
