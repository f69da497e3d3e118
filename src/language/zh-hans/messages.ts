/** Messages in simplified Chinese, in the usage of mainland China. */
import type { MessageCatalogue } from "../en/messages.ts";
import { languageName } from "../language-tags.ts";
import { chineseDate, chineseDateSpan, chineseList, spaceLatin } from "../zh/typography.ts";
import { simplifiedBrief } from "./brief.ts";
import { simplifiedCommands } from "./commands.ts";
import { simplifiedCuration } from "./curation.ts";
import { simplifiedPages } from "./pages.ts";
import { simplifiedRecordKinds } from "./record-kinds.ts";
import { simplifiedWorkspaces } from "./workspaces.ts";

/** Formats the range of items shown. */
const items = (from: number, to: number): string => (from === to ? `第${from}项` : `第${from}至${to}项`);

export const simplifiedMessages: MessageCatalogue = {
  locale: "zh-Hans",
  inEnglish: (text) => `（英文）${text}`,
  date: chineseDate,
  list: chineseList,
  language: (tag) => languageName(tag, "zh-Hans", { en: "英文", zh: "中文", und: "未注明的语言" }),
  quoted: (text) => `“${text}”`,
  credit: (speaker, sources) => spaceLatin`${speaker}，据${sources}`,
  gap: "[…]",
  between: "；",

  title: (subject, what) => `${subject} · ${what}`,
  sources: "来源",
  /** A label, with the separator before its value. */
  labelled: (label) => `${label}：`,
  deskNote: "编者注",
  deskNotes: "编者注",
  next: (from, all) => `下一页（${from === all ? from : `${from}–${all}`}／${all}）`,
  back: "回到开头",
  more: (from, to, all) => `已显示${items(from, to)}，共${all}项。`,
  firstOf: (shown, all) => `所示为前${shown}项，共${all}项。`,
  typeForMore: (line) => `查看其余内容，请输入：${line}`,
  addToAsk: (added) => `加上 ${added}`,
  shortened: "受篇幅所限，此处有删节。",
  fitsNowhere: "这个回答太长，一条消息放不下。请缩小范围再问。",
  choose: "请选择",

  brief: simplifiedBrief,
  curation: simplifiedCuration,
  delivery: {
    more: "更多查询",
    share: "分享",
    dismiss: "删除",
    sharedBy: (name) => spaceLatin`由${name}分享`,
    tooMany: (seconds) => `一分钟内问得太多了，请${seconds}秒后再试。`,
    onlyYou: "仅你可见。",
    notYours: "只有提问或分享这个回答的人可以删除它。",
    aside: "这条回答仅供你查看。",
    open: "查看",
    notForYou: "只有查询者本人可以查看。",
    unreadable: "看不出这条消息当时问的是什么，请重新提问。",
    private: "回答是否仅自己可见",
    slow: "这次比平时慢，回答稍后发到这里。",
  },
  source: {
    /** Formats a title of a work and an aside; joins clauses and sentences. */
    work: (title) => `《${title}》`,
    aside: (text) => `（${text}）`,
    clauses: (parts) => parts.join("，"),
    sentences: (parts) => `${parts.map((part) => part.replace(/[.。]$/, "")).join("。")}。`,
    notKnown: "日期不详",
    inferred: (value) => `${value}（推断）`,
    publisherInferred: "发布方为推断",
    bothInferred: (credit) => `${credit}（均为推断）`,
    inferredBecause: (year, why) => `发布日期未写明，推断为${year}：${why}`,
    by: (authors) => `作者：${authors}`,
    noAuthor: "作者不详",
    noPublisher: "发布方不详",
    noAddress: "网址不详",
    titleOnCopy: "标题据副本",
    withdrawn: (credit, when, why) => `${credit}：发布方已于${when}撤回或更正这个来源。${why}。`,
    republished: (publisher, when) => spaceLatin`存档文本：${publisher}转载，${when}`,
  },

  pictureLeftOut: (names) => spaceLatin`没有图片：字体不含${chineseList(names)}所用的文字。`,
  miss: {
    title: (words) => `没有关于“${words}”的记录`,
    noSource: "这里没有叫这个名字的来源",
    unnamed: (name) => spaceLatin`这里没有来源提到${name}。`,
    searched: (sources, upTo) =>
      `搜索了${sources}个来源${upTo === null ? "" : `（已知最新：${chineseDate(upTo)}）`}。其他来源的说法可能不同。`,
    near: "你要找的是不是：",
    elsewhere: "可以换个命令查询：",
    used: (words) => `原文中提到“${words}”的记录：`,
  },
  offer: {
    place: (passage) => `看上下文：“${passage}”`,
    pledge: (name) => `捐款承诺：${name}`,
    quote: (name) => `言论：${name}`,
    define: (name) => `释义：${name}`,
    who: (name) => `简介：${name}`,
    source: (title) => `来源：《${title}》`,
    spoken: (words) => `谈及“${words}”的引语`,
    search: (words) => `搜索“${words}”`,
    pledged: (words) => `提及“${words}”的捐款承诺`,
  },
  menu: {
    several: (words) => `你问的是哪个“${words}”？`,
    lead: "请选一项：",
  },
  showing: (label, typed) => spaceLatin`没有“${typed}”，显示的是${label}。`,
  review: {
    none: (entered) => `这些记录于${chineseList(entered.map(chineseDate))}录入，尚未经人审核。`,
    some: (reviews, left) =>
      `审核：${chineseList(reviews)}。${left === 0 ? "" : `另有${left}条记录尚未经人审核。`}`,
    one: (by, on) => `${by}（${chineseDate(on)}）`,
  },
  inferred: (words, when, why) => `“${words}”推断为${when}。${why}`,
  span: chineseDateSpan,
  ...simplifiedCommands,
  pages: simplifiedPages,
  recordKinds: simplifiedRecordKinds,
  workspaces: simplifiedWorkspaces,

  mistake: {
    title: "看不懂这个问题",
    unknownCommand: (given, known) => `没有“${given}”这个命令。可用的命令：${known.join("、")}。`,
    unknownOption: (command, given, known) =>
      `/${command} 没有“${given}”这个选项。可用的选项：${known.join("、")}。要查的词里有冒号时，请加引号。`,
    givenTwice: (command, given) => `“${given}”写了两次；/${command} 只接受一次。`,
    badItem: (given) => `item:${given} 不行：item: 后面应是1或更大的整数。`,
    badDetail: (given) => `detail:${given} 既不是 detail:full，也不是 detail:notes。`,
    badPrivate: (given) => `private:${given} 既不是 private:yes，也不是 private:no。`,
    near: "你要找的是不是：",
    noValue: (option) => spaceLatin`选项${option}没有内容。请写在冒号之后；多于一个词时加引号。`,
    unclosed: (given) => spaceLatin`“${given.slice(1)}”前面的引号没有闭合。`,
    tooLong: (given, limit) => `“${given}……”过长；一次最多可查询${limit}个字符。`,
    pastEnd: (from, all) =>
      all === 0 ? `没有第${from}项：这个回答没有分项。` : `没有第${from}项：这个回答共${all}项。`,
  },
  failure: {
    title: "出错了",
    text: (id) => `这里出了问题，已经记下。如需反馈，请附上编号：${id}。`,
  },
  ownShelf: {
    title: "还没有来源",
    text: "资料库还是空的。请管理员用这个命令添加第一个来源：refdesk add <文件或网址>",
    greeting: "Refdesk：还没有来源。添加来源：refdesk add <文件或网址>。输入 help 或 exit。",
    readFrom: (folder) => `资料库读自 ${folder}。`,
  },

  home: {
    shelf: (sources, records) => `资料库现有${sources}个来源、${records}条记录。`,
    changed: (on, version) => `最近更改：${chineseDate(on)}。版本：${version}。`,
    version: (version) => `版本：${version}。`,
    ways: "也可在频道或消息列中提及 @Refdesk，或在此处发消息，用日常语言提问：习近平对贫困说了什么？",
  },
  form: {
    name: "提问",
    title: "查询 Refdesk",
    summary: "查询来源怎么说，输入时自动补全名称",
    question: "你的问题",
    inWords: "用自己的话提问，看来源怎么说",
    command: "查询什么",
    submit: "查询",
    close: "关闭",
    nothing: "请填写这一项。",
  },
};
